import type { Place } from '../place/model.ts';
import { buttons, code, p, type Reply, say, strong } from '../reply/tree.ts';
import type { LineFor } from './booking.fr.ts';
import { spaceName } from './failures.fr.ts';
import { sentenceCase, shortMoment } from './words.fr.ts';

/** « dès que possible »: what is free first, each a press away. */
export const soonestReply = (
  place: Place,
  spaceKey: string,
  stays: readonly Parameters<LineFor>[0][],
  lineFor: LineFor,
): Reply =>
  stays.length === 0
    ? say(
        'refusal',
        p(
          strong(sentenceCase(spaceName(place, spaceKey))),
          ' n’a rien de libre les prochains jours d’ouverture. Donnez un jour, ou tapez ',
          code('/dispo'),
          ' pour voir plus loin.',
        ),
      )
    : say(
        'question',
        p(strong(sentenceCase(spaceName(place, spaceKey))), '\u00a0: voici ce qui est libre en premier.'),
        buttons(
          ...stays.map((stay) => ({
            label: sentenceCase(shortMoment(stay.start, stay.end)),
            command: lineFor(stay),
          })),
        ),
      );

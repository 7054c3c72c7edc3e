// What the staff reads of who speaks for which partner.
import type { Named, Speaker } from '../core/partners/model.ts';
import type { Place } from '../place/model.ts';
import { buttons, code, heading, type Line, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { partnerName } from './partner-failures.fr.ts';
import { enumerate } from './words.fr.ts';

const HOW: Line = [
  'Pour en nommer\u00a0: ',
  code('/equipe partenaire Karim BGE'),
  '. Pour ne plus\u00a0: ',
  code('/equipe partenaire retirer Karim BGE'),
  '.',
];

/** By partner; of one partner alone when it is said. */
export const speakersReply = (place: Place, speakers: readonly Speaker[], partnerKey?: string): Reply => {
  const shown = speakers.filter((each) => partnerKey === undefined || each.partnerKey === partnerKey);
  const keys = [...new Set(shown.map((each) => each.partnerKey))];
  const namesOf = (key: string): string =>
    enumerate(shown.filter((each) => each.partnerKey === key).map(({ name }) => name));
  return say(
    'info',
    heading('Qui parle au nom des partenaires'),
    keys.length === 0
      ? p(
          partnerKey === undefined
            ? 'Personne n’est encore rattaché à un partenaire.'
            : `Personne ne parle encore au nom de ${partnerName(place, partnerKey)}.`,
        )
      : list(keys.map((key): Line => [strong(partnerName(place, key)), `\u00a0: ${namesOf(key)}`])),
    p(...HOW),
  );
};

export const namedReply = (place: Place, { kind, person, partnerKey, withdrawn }: Named, undoLine: string): Reply =>
  say(
    'done',
    kind === 'named'
      ? p(
          strong(person.name),
          ' parle au nom de ',
          strong(partnerName(place, partnerKey)),
          '\u00a0: ses permanences, qui y vient, et les personnes qui demandent à être mises en relation.',
        )
      : p(
          strong(person.name),
          ' ne parle plus au nom de ',
          strong(partnerName(place, partnerKey)),
          withdrawn ? ', et n’a plus le rôle «\u00a0Partenaire\u00a0»\u00a0: c’était son seul partenaire.' : '.',
        ),
    buttons({ label: 'Revenir en arrière', command: undoLine }),
  );

// Waiting for a place that is taken: in line, offered, over.
import type { Wait } from '../core/waitlist/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { type Block, type Button, buttons, fields, heading, p, type Reply, say, strong } from '../reply/tree.ts';
import { spaceName } from './failures.fr.ts';
import { count, hour, moment, shortDay, shortMoment } from './words.fr.ts';

/** On the card of a refusal. `line`: asks for the same, as a wish. */
export const waitButton = (line: string): Block => buttons({ label: 'Me prévenir', command: line });

const leaveButton = ({ id }: Wait, label = 'Ne plus attendre'): Button => ({
  label,
  command: `liste quitter ${id}`,
});

const stayFields = (place: Place, { spaceKey, start, end, people }: Wait): Block =>
  fields(
    ['Où', [strong(spaceOf(place, spaceKey)?.name ?? spaceKey)]],
    ['Quand', [strong(moment(start, end))]],
    ['Pour', [count(people, 'personne', 'personnes')]],
  );

/** « jusqu’à 10 h 30 », with the day where it is another one. */
const until = (place: Place, wait: Wait): string => {
  const time = (wait.expiresAt ?? wait.start.toInstant()).toZonedDateTimeISO(place.timeZone);
  const isThatDay = time.toPlainDate().equals(wait.start.toPlainDate());
  return isThatDay ? `jusqu’à ${hour(time)}` : `jusqu’au ${shortDay(time)} à ${hour(time)}`;
};

export const offerReply = (place: Place, wait: Wait): Reply =>
  say(
    'question',
    heading('Une place s’est libérée'),
    stayFields(place, wait),
    p(
      ...(wait.bookingId === undefined
        ? []
        : ['Si vous la prenez, votre réservation y est déplacée\u00a0; sinon, elle ne change pas. ']),
      `Elle vous est gardée ${until(place, wait)}. Sans réponse, elle sera proposée à la personne suivante, et vous ne serez plus sur la liste.`,
    ),
    buttons(
      { label: 'Prendre', command: `liste prendre ${wait.id}`, tone: 'primary' },
      { label: 'Passer', command: `liste passer ${wait.id}` },
    ),
  );

const inLine = ({ ahead }: Wait): string =>
  ahead === 0
    ? 'Personne n’attend avant vous.'
    : `${count(ahead, 'personne attend', 'personnes attendent')} avant vous.`;

/** In line; or the offer itself, when the place was freed in the meantime. */
export const waitingReply = (place: Place, wait: Wait): Reply =>
  wait.state === 'offered'
    ? offerReply(place, wait)
    : say(
        'done',
        heading('Vous êtes sur la liste d’attente'),
        stayFields(place, wait),
        p(
          `${inLine(wait)} Si une place se libère, je vous la propose en privé, et vous avez un moment pour la prendre.`,
        ),
        ...(wait.bookingId === undefined
          ? []
          : [
              p(
                'Votre réservation actuelle reste la vôtre en attendant\u00a0; si vous prenez la place, elle y est déplacée.',
              ),
            ]),
        buttons(leaveButton(wait)),
      );

export const passedReply = (place: Place, { spaceKey, start, end }: Wait): Reply =>
  say(
    'done',
    p(
      'C’est noté, la place est proposée à la personne suivante\u00a0: ',
      strong(`${spaceName(place, spaceKey)}, ${moment(start, end)}`),
      '.',
    ),
  );

export const leftReply = (place: Place, { spaceKey, start, end }: Wait): Reply =>
  say('done', p('Vous n’attendez plus\u00a0: ', strong(`${spaceName(place, spaceKey)}, ${moment(start, end)}`), '.'));

const waitLabel = (place: Place, { spaceKey, start, end }: Wait): string =>
  `${spaceOf(place, spaceKey)?.name ?? spaceKey}, ${shortMoment(start, end)}`;

/** Below one's bookings. Several are chosen from, and not so many rows of buttons. */
export const waitsBlocks = (place: Place, waits: readonly Wait[]): readonly Block[] => {
  const [only, ...others] = waits;
  if (!only) return [];
  const said: Block = {
    type: 'list',
    items: waits.map((wait) => [
      strong(waitLabel(place, wait)),
      wait.state === 'offered' ? `, à prendre ${until(place, wait)}` : '',
    ]),
  };
  const offered = waits.filter(({ state }) => state === 'offered');
  return [
    heading('Vous attendez une place'),
    said,
    ...offered.map(
      (wait): Block =>
        buttons({ label: `Prendre ${shortMoment(wait.start, wait.end)}`, command: `liste prendre ${wait.id}` }),
    ),
    others.length === 0
      ? buttons(leaveButton(only))
      : {
          type: 'choice',
          label: 'Ne plus attendre',
          options: waits.map((wait) => ({ label: waitLabel(place, wait), command: `liste quitter ${wait.id}` })),
        },
  ];
};

export const waitsReply = (place: Place, waits: readonly Wait[]): Reply =>
  waits.length === 0
    ? say(
        'info',
        p(
          'Vous n’attendez aucune place. Quand un espace est complet, le bouton «\u00a0Me prévenir\u00a0» vous met sur la liste.',
        ),
      )
    : say('info', ...waitsBlocks(place, waits));

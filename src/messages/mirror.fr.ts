// The agenda in a platform's own calendar, and what the staff is told where it can't be written.
import type { Sheet } from '../chat/mirror.ts';
import type { Event } from '../core/agenda/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { p, type Reply, say, strong } from '../reply/tree.ts';
import { kindNames, slotWords } from './event.fr.ts';
import { count, quoted, sentenceCase } from './words.fr.ts';

/** Someone elsewhere needs the place's own name too. */
const whereOf = (place: Place, { spaceKey, location }: Event): string => {
  if (location !== undefined) return location;
  const space = spaceKey === undefined ? undefined : spaceOf(place, spaceKey);
  return space ? `${space.name}, ${place.name}` : place.name;
};

/** Who comes, and how many places are left, is not said: it changes too often for a calendar. */
export const sheetOf = (place: Place, event: Event, address: string | undefined): Sheet => {
  const { id, title, kind, theme, description, capacity, feedKey } = event;
  const slots = slotWords(event);
  const what = [
    [sentenceCase(kindNames[kind].one), ...(slots === undefined ? [] : [slots])].join(', '),
    ...(theme === undefined ? [] : [theme]),
  ].join('\u00a0– ');
  const places =
    capacity === undefined
      ? []
      : [
          `${slots === undefined ? count(capacity, 'place', 'places') : count(capacity, 'créneau', 'créneaux')} en tout.`,
        ];
  return {
    eventId: id,
    title,
    where: whereOf(place, event),
    about: [
      what,
      ...(description === undefined ? [] : [description]),
      ...places,
      ...(address === undefined ? [] : [address]),
    ],
    how:
      feedKey === undefined
        ? `Pour vous inscrire, ou en savoir plus, tapez /evenement voir et donnez le numéro ${id}.`
        : `Pour en savoir plus, tapez /evenement voir et donnez le numéro ${id}.`,
    start: event.start.toInstant(),
    end: event.end.toInstant(),
  };
};

export const mirrorRefusedReply = (): Reply =>
  say(
    'info',
    p(
      strong('L’agenda ne peut pas être montré dans les événements de ce serveur'),
      '\u00a0: je n’ai pas le droit d’en créer.',
    ),
    p(
      `Dans les paramètres du serveur, sous ${quoted('Rôles')}, donnez au rôle de Mijote le droit ${quoted('Créer des événements')}. `,
      'Les événements y seront dans l’heure. Tout le reste continue.',
    ),
  );

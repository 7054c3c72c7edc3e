// The words that every card of a referral shares: an instant, what is shared, and in which state it is.
import type { ReferralState, Remaining } from '../core/referrals/model.ts';
import type { Place } from '../place/model.ts';
import { type Block, type Button, fields, type Line, list, p, strong } from '../reply/tree.ts';
import { answerLines } from './orientation.fr.ts';
import { day, hour, quoted } from './words.fr.ts';

const NBSP = '\u00a0';

export const mineButton: Button = { label: 'Mes mises en relation', command: 'accompagnement voir', effect: 'beside' };

/** « le lundi 23 novembre 2026 à 10 h ». */
export const instantWords = (instant: Temporal.Instant, { timeZone }: Pick<Place, 'timeZone'>): string => {
  const at = instant.toZonedDateTimeISO(timeZone);
  return `le ${day(at)} à ${hour(at)}`;
};

/** As whoever asked reads them, and whoever answers. */
export const stateNames: Readonly<Record<ReferralState, string>> = {
  sent: 'envoyée, sans réponse pour l’instant',
  taken: 'prise en charge',
  declined: 'pas pour ce partenaire',
  unreachable: 'personne n’a pu être joint',
  helped: 'aide apportée',
  stopped: 'arrêtée',
  expired: 'restée sans réponse',
};

const reach = ({ phone, email }: Remaining, chat: Line): Line => [
  ...chat,
  ...(phone === undefined ? [] : [` ou au `, strong(phone)]),
  ...(email === undefined ? [] : [` ou à `, strong(email)]),
];

/** All of it, as it was agreed to. `chat`: how it is said that this conversation reaches them. */
export const sharedBlocks = (
  place: Place,
  shared: Remaining,
  names: { readonly name: string; readonly note: string },
  chat: Line,
): readonly Block[] => {
  const answers = place.orientation && shared.answers ? answerLines(place.orientation, shared.answers) : [];
  return [
    fields(
      [names.name, [strong(shared.name ?? '')]],
      ['Pour joindre', reach(shared, chat)],
      ...(shared.note === undefined ? [] : ([[names.note, [quoted(shared.note)]]] as const)),
    ),
    ...(answers.length === 0 ? [] : [p(`Ce qui a été dit pour l’orientation${NBSP}:`), list(answers)]),
  ];
};

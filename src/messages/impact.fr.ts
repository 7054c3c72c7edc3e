// What the staff reads before it takes something from others, and what those others are told.
import type { Closure } from '../core/closures/model.ts';
import type { Breakdown } from '../core/equipment/model.ts';
import type { Carried, Proposal, StaffAct, Taken } from '../core/impact/model.ts';
import type { Opening } from '../core/openings/model.ts';
import type { Place } from '../place/model.ts';
import { type Block, buttons, heading, type Line, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { type LineFor, stayButtons } from './booking.fr.ts';
import { type EventAct, eventDoneReply, eventProposalReply, isEventAct } from './event-acts.fr.ts';
import { spaceName } from './failures.fr.ts';
import { unitsWords } from './place-words.fr.ts';
import { eventLossBlocks, touchedBlocks } from './touched.fr.ts';
import { count, enumerate, moment, sentenceCase, shortMoment } from './words.fr.ts';

/** What people are told when nothing else was said. */
export const unopenedReason = 'le lieu n’ouvrira finalement pas à ces heures';
export const openedReason = 'ouverture exceptionnelle';
export const outOfOrderReason = 'matériel hors service';

const local = (instant: string, { timeZone }: Place): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);

const during = (place: Place, { start, end }: { readonly start: string; readonly end: string }): string =>
  moment(local(start, place), local(end, place));

/** « le lieu entier », else its spaces. */
export const spacesWords = (place: Place, keys: readonly string[]): string =>
  place.spaces.every(({ key }) => keys.includes(key))
    ? 'le lieu entier'
    : enumerate(keys.map((key) => spaceName(place, key)));

type HouseAct = Exclude<StaffAct, EventAct>;

const actWords = (place: Place, act: HouseAct): { readonly title: string; readonly what: Line } => {
  switch (act.act) {
    case 'close':
      return {
        title: 'Avant de fermer',
        what: [
          'Fermer ',
          strong(`${spacesWords(place, act.spaceKeys)}, ${during(place, act)}`),
          `. Motif\u00a0: ${act.reason}.`,
        ],
      };
    case 'break':
      return {
        title: 'Avant de mettre hors service',
        what: [
          'Hors service\u00a0: ',
          strong(`${unitsWords(place, act.spaceKey, act.equipmentKey, act.units)}, ${during(place, act)}`),
          `. Motif\u00a0: ${act.reason}.`,
        ],
      };
    case 'withdraw':
      return {
        title: 'Avant d’annuler cette réservation',
        what: [`L’annuler à la place de la personne. Motif\u00a0: ${act.reason}.`],
      };
    case 'unopen':
      return { title: 'Avant de retirer cette ouverture', what: ['Ces heures ne seront plus ouvertes.'] };
  }
};

/** `changed`: something moved since it was shown, and was confirmed. */
export const proposalReply = (
  place: Place,
  proposal: Proposal,
  { changed = false }: { readonly changed?: boolean } = {},
): Reply => {
  const { planId, act, touched, events } = proposal;
  if (isEventAct(act)) return eventProposalReply(place, proposal, act, { changed });
  const { title, what } = actWords(place, act);
  return say(
    'question',
    heading(title),
    ...(changed ? [p('Cela a changé depuis que je vous l’ai montré. Relisez avant de confirmer.')] : []),
    p(...what),
    ...(touched.length + events.length === 0 ? [p('Personne n’est touché.')] : []),
    ...touchedBlocks(place, touched),
    ...eventLossBlocks(events),
    p('Rien n’est encore fait.'),
    buttons({
      label: 'Confirmer',
      command: `equipe confirmer ${planId}`,
      tone: touched.length + events.length === 0 ? 'primary' : 'danger',
    }),
  );
};

const doneWords = (place: Place, act: HouseAct): Line => {
  switch (act.act) {
    case 'close':
      return ['C’est fermé\u00a0: ', strong(`${spacesWords(place, act.spaceKeys)}, ${during(place, act)}`), '.'];
    case 'break':
      return [
        'C’est hors service\u00a0: ',
        strong(`${unitsWords(place, act.spaceKey, act.equipmentKey, act.units)}, ${during(place, act)}`),
        '.',
      ];
    case 'withdraw':
      return ['La réservation est annulée.'];
    case 'unopen':
      return ['Cette ouverture est retirée.'];
  }
};

const undoButton = (act: HouseAct, id: number): readonly Block[] => {
  switch (act.act) {
    case 'close':
      return [buttons({ label: 'Lever la fermeture', command: `equipe rouvrir ${id}` })];
    case 'break':
      return [buttons({ label: 'Remettre en service', command: `equipe reparer ${id}` })];
    case 'withdraw':
    case 'unopen':
      return [];
  }
};

export const carriedReply = (place: Place, { act, id, touched, events }: Carried): Reply => {
  if (isEventAct(act)) return eventDoneReply(act, id);
  return say(
    'done',
    p(...doneWords(place, act)),
    p(
      touched + events.length === 0
        ? 'Personne n’était touché.'
        : `${enumerate([
            ...(touched === 0 ? [] : [count(touched, 'réservation touchée', 'réservations touchées')]),
            ...(events.length === 0 ? [] : [count(events.length, 'événement annulé', 'événements annulés')]),
          ])}\u00a0: chaque personne est prévenue en privé, avec le motif.`,
    ),
    ...undoButton(act, id),
  );
};

export const openedReply = (place: Place, { id, spaceKey, start, end }: Opening): Reply =>
  say(
    'done',
    p(
      'C’est ouvert\u00a0: ',
      strong(`${spaceKey === undefined ? 'le lieu entier' : spaceName(place, spaceKey)}, ${moment(start, end)}`),
      '. On peut y réserver dès maintenant.',
    ),
    buttons({ label: 'Retirer cette ouverture', command: `equipe refermer ${id}` }),
  );

export interface Exceptions {
  readonly closures: readonly Closure[];
  readonly openings: readonly Opening[];
  readonly breakdowns: readonly Breakdown[];
}

const zoned = (instant: Temporal.Instant, { timeZone }: Place) => instant.toZonedDateTimeISO(timeZone);

const entriesOf = (place: Place, { closures, openings, breakdowns }: Exceptions) => [
  ...closures.map(({ id, start, end, spaceKeys, reason }) => ({
    what: `Fermé\u00a0: ${spacesWords(place, spaceKeys)}`,
    when: moment(zoned(start, place), zoned(end, place)),
    reason,
    label: `Lever\u00a0: ${shortMoment(zoned(start, place), zoned(end, place))}`,
    command: `equipe rouvrir ${id}`,
  })),
  ...openings.map(({ id, start, end, spaceKey, reason }) => ({
    what: `Ouvert\u00a0: ${spaceKey === undefined ? 'le lieu entier' : spaceName(place, spaceKey)}`,
    when: moment(start, end),
    reason,
    label: `Retirer\u00a0: ${shortMoment(start, end)}`,
    command: `equipe refermer ${id}`,
  })),
  ...breakdowns.map(({ id, start, end, spaceKey, equipmentKey, units, reason }) => ({
    what: `Hors service\u00a0: ${unitsWords(place, spaceKey, equipmentKey, units)}`,
    when: moment(start, end),
    reason,
    label: `Remettre en service\u00a0: ${unitsWords(place, spaceKey, equipmentKey, units)}`,
    command: `equipe reparer ${id}`,
  })),
];

export const exceptionsReply = (place: Place, exceptions: Exceptions): Reply => {
  const entries = entriesOf(place, exceptions);
  return entries.length === 0
    ? say('info', p('Aucune fermeture, aucune ouverture exceptionnelle, aucune panne à venir.'))
    : say(
        'info',
        heading('Fermetures, ouvertures et pannes'),
        list(entries.map(({ what, when, reason }) => [strong(what), `, ${when}\u00a0– ${reason}`])),
        {
          type: 'choice',
          label: 'Lever, retirer ou remettre en service',
          options: entries.map(({ label, command }) => ({ label, command })),
        },
      );
};

export const liftedReply = (told: number): Reply =>
  say(
    'done',
    p('La fermeture est levée\u00a0: on peut de nouveau y réserver.'),
    p(
      told === 0
        ? 'Personne n’attendait ce créneau.'
        : `Les réservations annulées ne reviennent pas d’elles-mêmes\u00a0; ${count(told, 'personne est prévenue', 'personnes sont prévenues')} que c’est de nouveau possible.`,
    ),
  );

export const repairedReply = (): Reply => say('done', p('C’est de nouveau en service\u00a0: on peut le réserver.'));

const insteadButtons = (place: Place, { booking, alternatives }: Taken, lineFor: LineFor): readonly Block[] =>
  alternatives.length === 0
    ? [
        p('Rien d’équivalent n’est libre pour l’instant.'),
        buttons({ label: 'Voir ce qui est libre', command: 'dispo' }),
      ]
    : [
        p('Voici ce qui est possible à la place\u00a0:'),
        ...stayButtons(place, booking.spaceKey, alternatives, lineFor),
      ];

/** Of a guest's booking, whom it was for: it is told to who made it. */
const stayWords = (place: Place, { booking }: Pick<Taken, 'booking'>): string =>
  `${spaceName(place, booking.spaceKey)}, ${moment(booking.start, booking.end)}${booking.guest?.name === undefined ? '' : `, au nom de ${booking.guest.name}`}`;

export const takenBackReply = (place: Place, taken: Taken, lineFor: LineFor): Reply =>
  say(
    'info',
    heading('Votre réservation est annulée'),
    p(strong(sentenceCase(stayWords(place, taken))), `. L’équipe a dû l’annuler\u00a0: ${taken.reason}.`),
    ...insteadButtons(place, taken, lineFor),
  );

export const equipmentLostReply = (place: Place, taken: Taken): Reply =>
  say(
    'info',
    heading('Du matériel de votre réservation est hors service'),
    p(
      strong(sentenceCase(stayWords(place, taken))),
      '. Votre réservation tient, sans ce matériel',
      taken.reason === '' ? '.' : `\u00a0: ${taken.reason}.`,
    ),
    buttons({ label: 'Voir ma réservation', command: `reservations voir ${taken.booking.id}` }),
  );

export const possibleAgainReply = (place: Place, taken: Pick<Taken, 'booking'>, lineFor: LineFor): Reply =>
  say(
    'info',
    heading('C’est de nouveau possible'),
    p(
      'Une fermeture est levée\u00a0: ',
      strong(stayWords(place, taken)),
      '. Votre réservation n’est pas revenue d’elle-même.',
    ),
    buttons({ label: 'Réserver de nouveau', command: lineFor(taken.booking), tone: 'primary' }),
  );

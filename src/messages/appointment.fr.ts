// An appointment with a partner: which slot, what was taken, what could be had instead.
import type { Appointment, AppointmentFailure, Made } from '../core/appointments/model.ts';
import type { Place } from '../place/model.ts';
import { type Block, type Button, buttons, fields, heading, p, type Reply, say, strong } from '../reply/tree.ts';
import { eventWhen, eventWhere, goButton } from './event.fr.ts';
import { refuse } from './failures.fr.ts';
import { callButton } from './orientation.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { sentenceCase } from './words.fr.ts';

/** « 9h45 »: as it is typed, without a space. */
export const typedHour = ({ hour: hours, minute }: Pick<Temporal.PlainTime, 'hour' | 'minute'>): string =>
  `${hours}h${minute === 0 ? '' : String(minute).padStart(2, '0')}`;

const lineTo =
  (command: 'reserver' | 'deplacer') =>
  ({ event, slot }: Appointment): string =>
    `permanence ${command} ${event.id} ${typedHour(slot.start)}`;

export const bookLine = lineTo('reserver');
export const moveLine = lineTo('deplacer');

export const seeSessionsLine = (partnerKey: string | undefined): string =>
  partnerKey === undefined ? 'permanence voir' : `permanence voir ${partnerKey}`;

const seeButton = (partnerKey: string | undefined, label = 'Voir les permanences'): Button => ({
  label,
  command: seeSessionsLine(partnerKey),
});

export const mineButton: Button = { label: 'Mes rendez-vous', command: 'permanence rendezvous' };

export const waitButton = (partnerKey: string, label = `Prévenez-moi si un créneau plus tôt se libère`): Button => ({
  label,
  command: `permanence attendre ${partnerKey}`,
});

/** Few are pressed, many are chosen from. */
const MOST_BUTTONS = 5;

/** Whole dates: it may be read on another day than it was said. */
export const slotsBlock = (slots: readonly Appointment[], lineFor: (slot: Appointment) => string): Block =>
  slots.length <= MOST_BUTTONS
    ? buttons(...slots.map((each) => ({ label: sentenceCase(eventWhen(each.slot)), command: lineFor(each) })))
    : {
        type: 'choice',
        label: 'Choisir un créneau',
        options: slots.map((each) => ({
          label: sentenceCase(eventWhen(each.slot)),
          command: lineFor(each),
        })),
      };

export const appointmentFields = (place: Place, { event, slot }: Appointment): Block => {
  const where = eventWhere(place, event);
  return fields(
    ...(event.partnerKey === undefined ? [] : [['Avec', [strong(partnerName(place, event.partnerKey))]] as const]),
    ['Quand', [strong(eventWhen(slot))]],
    ['Où', [where === undefined ? 'non communiqué' : strong(where)]],
  );
};

const TITLES: Readonly<Record<Made['done'], string>> = {
  made: 'Votre rendez-vous est pris',
  moved: 'Votre rendez-vous est déplacé',
  same: 'Ce rendez-vous est déjà le vôtre',
};

const ownButtons = ({ event }: Appointment): readonly Block[] => [
  buttons(
    { label: 'Annuler', command: `permanence annuler ${event.id}`, tone: 'danger' },
    { label: 'Déplacer', command: `permanence deplacer ${event.partnerKey ?? ''}`.trim() },
    { label: 'Ajouter à mon calendrier', command: `permanence calendrier ${event.id}`, effect: 'beside' },
  ),
  ...(event.partnerKey === undefined ? [] : [buttons(waitButton(event.partnerKey))]),
];

export const madeReply = (place: Place, made: Made): Reply =>
  say(
    made.done === 'same' ? 'info' : 'done',
    heading(TITLES[made.done]),
    appointmentFields(place, made),
    p('Le partenaire et l’équipe voient votre nom, personne d’autre.'),
    ...ownButtons(made),
  );

/** One’s own appointment, looked at again. */
export const ownAppointmentReply = (place: Place, own: Appointment): Reply =>
  say('info', heading('Votre rendez-vous'), appointmentFields(place, own), ...ownButtons(own));

export const givenUpReply = (place: Place, given: Appointment): Reply =>
  say(
    'done',
    heading('Votre rendez-vous est annulé'),
    appointmentFields(place, given),
    p('Le créneau est rendu\u00a0: il servira à quelqu’un d’autre.'),
    buttons(
      { label: 'Rétablir', command: bookLine(given) },
      seeButton(given.event.partnerKey, 'Voir d’autres créneaux'),
    ),
  );

/** Where it stands, with what could be had instead. */
export const refusedAppointment = (place: Place, failure: AppointmentFailure): Reply => {
  if (failure.code === 'appointment.already')
    return refuse(
      failure,
      place,
      p('Le déplacer\u00a0? Le nouveau créneau\u00a0: ', strong(eventWhen(failure.wanted.slot)), '.'),
      buttons(
        { label: 'Déplacer mon rendez-vous', command: moveLine(failure.wanted), tone: 'primary' },
        { label: 'Garder celui que j’ai', command: 'permanence rendezvous' },
      ),
    );
  if (failure.code === 'appointment.by_seat') return refuse(failure, place, buttons(goButton(failure.event)));
  if (!('others' in failure)) return refuse(failure, place);
  const { others, event } = failure;
  return refuse(
    failure,
    place,
    ...(others.length > 0 ? [slotsBlock(others, moveLine)] : []),
    ...(others.length === 0 && event.partnerKey !== undefined
      ? [buttons(waitButton(event.partnerKey, 'Me prévenir'), callButton)]
      : []),
  );
};

/** Which slot of these; `moving`: what they have, which goes there. */
export const whichSlotReply = (
  place: Place,
  free: readonly Appointment[],
  {
    partnerKey,
    moving,
    isElsewhen = false,
  }: {
    readonly partnerKey: string;
    readonly moving: Appointment | undefined;
    /** None is when it was asked for. */
    readonly isElsewhen?: boolean;
  },
): Reply => {
  if (free.length === 0)
    return say(
      'info',
      p(
        `Aucun créneau n’est libre avec ${partnerName(place, partnerKey)} dans les six semaines qui viennent.`,
        ...(moving ? [` Votre rendez-vous du ${eventWhen(moving.slot)} n’a pas changé.`] : []),
      ),
      buttons(waitButton(partnerKey, moving ? undefined : 'Prévenez-moi si un créneau se libère'), callButton),
    );
  return say(
    'question',
    ...(isElsewhen ? [p('Rien n’est libre à ce moment-là. Voici les autres créneaux.')] : []),
    p(
      ...(moving
        ? ['Vous avez rendez-vous ', strong(eventWhen(moving.slot)), '. Vers quel créneau le déplacer\u00a0?']
        : [`Avec ${partnerName(place, partnerKey)}, quel créneau\u00a0?`]),
    ),
    slotsBlock(free, moving ? moveLine : bookLine),
    ...(moving ? [buttons(waitButton(partnerKey))] : []),
  );
};

export const withWhomReply = (
  place: Place,
  partnerKeys: readonly string[],
  lineFor: (partnerKey: string) => string,
): Reply =>
  say('question', p('Avec quel partenaire\u00a0?'), {
    type: 'choice',
    label: 'Choisir un partenaire',
    options: partnerKeys.map((key) => ({ label: partnerName(place, key), command: lineFor(key) })),
  });

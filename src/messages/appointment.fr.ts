// Seeing a partner: which sessions come, which slots are free, what was taken.
import type { Event } from '../core/agenda/model.ts';
import type { Appointment, AppointmentFailure, Made, Session } from '../core/appointments/model.ts';
import type { Place } from '../place/model.ts';
import type { Partner } from '../place/partner.ts';
import {
  type Block,
  type Button,
  buttons,
  fields,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { eventWhen, eventWhere, goButton } from './event.fr.ts';
import { refuse } from './failures.fr.ts';
import { callButton, talkButton } from './orientation.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { count, hour, sentenceCase, shortDay } from './words.fr.ts';

const NBSP = '\u00a0';

/** « 9h45 »: as it is typed, without a space. */
export const typedHour = ({ hour: hours, minute }: Pick<Temporal.PlainTime, 'hour' | 'minute'>): string =>
  `${hours}h${minute === 0 ? '' : String(minute).padStart(2, '0')}`;

const lineTo =
  (command: 'reserver' | 'deplacer') =>
  ({ event, slot }: Appointment): string =>
    `permanence ${command} ${event.id} ${typedHour(slot.start)}`;

export const bookLine = lineTo('reserver');
export const moveLine = lineTo('deplacer');

const seeLine = (partnerKey: string | undefined): string =>
  partnerKey === undefined ? 'permanence voir' : `permanence voir ${partnerKey}`;

const seeButton = (partnerKey: string | undefined, label = 'Voir les permanences'): Button => ({
  label,
  command: seeLine(partnerKey),
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

const slotsWords = (free: number): string => (free === 0 ? 'complet' : count(free, 'créneau libre', 'créneaux libres'));

const seatsWords = ({ seatsLeft, waiting }: Event): string => {
  if (seatsLeft === undefined) return 'ouvert à toutes et à tous';
  return seatsLeft === 0
    ? `complet${waiting === 0 ? '' : `, ${waiting}${NBSP}en attente`}`
    : count(seatsLeft, 'place restante', 'places restantes');
};

const isIndividual = ({ event }: Session): boolean => event.slotMinutes !== undefined;

const sessionLine = (place: Place, session: Session): Line => {
  const { event, free, own } = session;
  const where = eventWhere(place, event);
  const how = isIndividual(session)
    ? `sur rendez-vous, ${event.slotMinutes}${NBSP}min · ${slotsWords(free.length)}`
    : `à plusieurs · ${seatsWords(event)}`;
  return [
    strong(eventWhen(event)),
    ` · ${how}`,
    ...(where === undefined ? [] : [` · ${where}`]),
    ...(own ? [' · ', strong(`vous y êtes à ${hour(own.start)}`)] : []),
  ];
};

const sessionButton = (session: Session): Button => {
  const { event, free } = session;
  const when = `${shortDay(event.start)}, ${hour(event.start)}`;
  if (!isIndividual(session))
    return {
      label: `${event.seatsLeft === 0 ? 'Attendre une place' : 'M’inscrire'}${NBSP}: ${when}`,
      command: `evenement inscrire ${event.id}`,
    };
  return {
    label: `Choisir un créneau${NBSP}: ${when}`,
    command: `permanence reserver ${event.id}`,
    ...(free.length > 0 ? { tone: 'primary' as const } : {}),
  };
};

const canBeHad = (session: Session): boolean => !isIndividual(session) || session.free.length > 0;

const MOST_SESSIONS = 5;

const ofPartner = (place: Place, partnerKey: string, sessions: readonly Session[]): readonly Block[] => {
  const open = sessions.filter(canBeHad).slice(0, MOST_SESSIONS);
  return [
    heading(partnerName(place, partnerKey)),
    list(sessions.map((session) => sessionLine(place, session))),
    ...(open.length > 0 ? [buttons(...open.map(sessionButton))] : []),
    ...(open.length === 0
      ? [p('Tout est pris.'), buttons(waitButton(partnerKey, 'Prévenez-moi si un créneau se libère'))]
      : []),
  ];
};

const none = (place: Place, partnerKey: string | undefined): Reply =>
  say(
    'info',
    p(
      partnerKey === undefined
        ? 'Aucune permanence n’est annoncée dans les six semaines qui viennent. '
        : `Aucune permanence de ${partnerName(place, partnerKey)} n’est annoncée dans les six semaines qui viennent. `,
      'Demandez à être rappelé·e',
      partnerKey === undefined ? '.' : ', ou à être prévenu·e dès qu’un créneau s’ouvre.',
    ),
    buttons(
      ...(partnerKey === undefined ? [] : [waitButton(partnerKey, 'Me prévenir')]),
      callButton,
      ...(partnerKey === undefined ? [] : [seeButton(undefined, 'Voir les autres permanences')]),
    ),
  );

/** What comes, by partner. */
export const comingSessionsReply = (
  place: Place,
  sessions: readonly Session[],
  partnerKey: string | undefined,
): Reply => {
  if (sessions.length === 0) return none(place, partnerKey);
  const keys = [
    ...new Set(sessions.flatMap(({ event }) => (event.partnerKey === undefined ? [] : [event.partnerKey]))),
  ];
  return say(
    'info',
    ...keys.flatMap((key) =>
      ofPartner(
        place,
        key,
        sessions.filter(({ event }) => event.partnerKey === key),
      ),
    ),
    buttons(mineButton, callButton),
  );
};

/** Of a partner in development: nothing is promised. */
export const developingReply = ({ name, description }: Partner): Reply =>
  say(
    'info',
    p(strong(name), ...(description === undefined ? [] : [`${NBSP}: ${description}`])),
    p(
      'Ce lien est en développement\u00a0: c’est une information, aucune permanence n’est annoncée. L’équipe peut en parler avec vous.',
    ),
    buttons(talkButton, callButton),
  );

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

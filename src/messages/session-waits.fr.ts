// Waiting for an earlier slot of a partner, or for any; being offered one; and what one has.
import type { Event } from '../core/agenda/model.ts';
import type { Waiting } from '../core/appointments/line.ts';
import type { Appointment, Offer, SessionWait } from '../core/appointments/model.ts';
import type { Attendance } from '../core/signups/model.ts';
import type { Place } from '../place/model.ts';
import { answerTime } from '../place/telling.ts';
import {
  type Block,
  type Button,
  buttons,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { appointmentFields, moveLine, slotsBlock, waitButton } from './appointment.fr.ts';
import { eventLine, eventWhen, goButton } from './event.fr.ts';
import { callButton } from './orientation.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { ownEventsBlocks } from './signup.fr.ts';
import { duration, hour, shortDay } from './words.fr.ts';

const leaveButton = (id: number, label = 'Ne plus attendre'): Button => ({
  label,
  command: `permanence quitter ${id}`,
});

export const waitingReply = (place: Place, { partnerKey, waitId, isNew, own, free }: Waiting): Reply =>
  say(
    isNew ? 'done' : 'info',
    heading(isNew ? 'C’est noté, je vous préviens' : 'C’est déjà noté, je vous préviens'),
    p(
      ...(own ? ['Vous gardez votre rendez-vous ', strong(eventWhen(own.slot)), '. '] : []),
      `Dès qu’un créneau ${own ? 'plus tôt ' : ''}se libère avec ${partnerName(place, partnerKey)}, je vous le propose en privé, dans l’ordre des demandes. Il vous est alors gardé ${duration(answerTime(place))}.`,
    ),
    ...(free.length > 0
      ? [p(own ? 'Déjà libre, plus tôt que le vôtre\u00a0:' : 'Déjà libre\u00a0:'), slotsBlock(free, moveLine)]
      : []),
    buttons(leaveButton(waitId)),
  );

/** « jusqu’à 10 h 30 », with the day where it is another one. */
const until = (place: Place, { expiresAt }: SessionWait, { slot }: Appointment): string => {
  const time = (expiresAt ?? slot.start.toInstant()).toZonedDateTimeISO(place.timeZone);
  return time.toPlainDate().equals(slot.start.toPlainDate())
    ? `jusqu’à ${hour(time)}`
    : `jusqu’au ${shortDay(time)} à ${hour(time)}`;
};

const answerButtons = ({ id }: SessionWait): Block =>
  buttons(
    { label: 'Prendre ce créneau', command: `permanence prendre ${id}`, tone: 'primary' },
    { label: 'Passer', command: `permanence passer ${id}` },
  );

export const slotOfferReply = (place: Place, { wait, offered, own }: Offer): Reply =>
  say(
    'question',
    heading(own ? 'Un créneau plus tôt s’est libéré' : 'Un créneau est libre'),
    appointmentFields(place, offered),
    p(
      ...(own
        ? [
            'Si vous le prenez, votre rendez-vous ',
            strong(eventWhen(own.slot)),
            ' y est déplacé\u00a0; sinon, il ne change pas. ',
          ]
        : []),
      `Il vous est gardé ${until(place, wait, offered)}. Sans réponse, il sera proposé à la personne suivante, et vous n’attendrez plus.`,
    ),
    answerButtons(wait),
  );

export const slotPassedReply = (place: Place, { partnerKey, offered }: SessionWait): Reply =>
  say(
    'done',
    p(
      'C’est noté, le créneau est proposé à la personne suivante',
      ...(offered ? ['\u00a0: ', strong(eventWhen(offered.slot))] : []),
      `. Vous n’attendez plus de créneau avec ${partnerName(place, partnerKey)}.`,
    ),
    buttons(waitButton(partnerKey, 'Prévenez-moi encore')),
  );

export const slotWaitLeftReply = (place: Place, { partnerKey }: SessionWait): Reply =>
  say(
    'done',
    p(`C’est noté, vous n’attendez plus de créneau avec ${partnerName(place, partnerKey)}.`),
    buttons(waitButton(partnerKey, 'Attendre à nouveau')),
  );

/** A session by seat of a partner that someone waits for. */
export const sessionOpenedReply = (place: Place, event: Event): Reply =>
  say(
    'info',
    heading('Une date est annoncée'),
    p(...eventLine(place, event)),
    p('Vous aviez demandé à être prévenu·e.'),
    buttons(goButton(event, 'M’inscrire'), { label: 'Mes rendez-vous', command: 'permanence rendezvous' }),
  );

const ownLine = (place: Place, { event, slot }: Appointment): Line => [
  strong(eventWhen(slot)),
  ` · ${event.partnerKey === undefined ? event.title : partnerName(place, event.partnerKey)}`,
];

const waitLine = (place: Place, wait: SessionWait): Line => [
  strong(partnerName(place, wait.partnerKey)),
  wait.offered ? `\u00a0: ${eventWhen(wait.offered.slot)} vous est gardé ${until(place, wait, wait.offered)}` : '',
];

const waitsBlocks = (place: Place, waits: readonly SessionWait[]): readonly Block[] =>
  waits.length === 0
    ? []
    : [
        heading('Vous attendez un créneau'),
        list(waits.map((wait) => waitLine(place, wait))),
        ...waits.flatMap((wait) => (wait.offered ? [answerButtons(wait)] : [])),
        buttons(
          ...waits.map(({ id, partnerKey }) => leaveButton(id, `Ne plus attendre ${partnerName(place, partnerKey)}`)),
        ),
      ];

export const ownAppointmentsReply = (
  place: Place,
  own: readonly Appointment[],
  { seats, waits }: { readonly seats: readonly Attendance[]; readonly waits: readonly SessionWait[] },
): Reply =>
  say(
    'info',
    heading('Mes rendez-vous'),
    ...(own.length === 0
      ? [p('Aucun rendez-vous à venir.')]
      : [
          list(own.map((each) => ownLine(place, each))),
          {
            type: 'choice' as const,
            label: 'Voir, déplacer ou annuler',
            options: own.map(({ event, slot }) => ({
              label: event.partnerKey === undefined ? event.title : partnerName(place, event.partnerKey),
              hint: `${shortDay(slot.start)}, ${hour(slot.start)}`,
              command: `permanence rendezvous ${event.id}`,
            })),
          },
        ]),
    ...ownEventsBlocks(place, seats, 'Mes réunions'),
    ...waitsBlocks(place, waits),
    buttons({ label: 'Voir les permanences', command: 'permanence voir' }, callButton),
  );

// Which partners come, when, and what is free.
import type { Event } from '../core/agenda/model.ts';
import type { Session } from '../core/appointments/model.ts';
import type { Place } from '../place/model.ts';
import type { Partner } from '../place/partner.ts';
import {
  type Block,
  type Button,
  buttons,
  code,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { mineButton, seeSessionsLine, waitButton } from './appointment.fr.ts';
import { eventWhen, eventWhere } from './event.fr.ts';
import { callButton, talkButton } from './orientation.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { count, hour, shortDay } from './words.fr.ts';

const NBSP = '\u00a0';

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

/** How much of each partner is shown: a message holds so many buttons. */
interface Room {
  readonly lines: number;
  readonly buttons: number;
}

const ALONE: Room = { lines: 30, buttons: 5 };
const AMONG_FEW: Room = { lines: 4, buttons: 3 };
const AMONG_MANY: Room = { lines: 2, buttons: 1 };
const FEW = 3;
const MOST_PARTNERS = 6;

const ofPartner = (
  place: Place,
  { partnerKey, sessions }: { readonly partnerKey: string; readonly sessions: readonly Session[] },
  room: Room,
): readonly Block[] => {
  const open = sessions.filter(canBeHad).slice(0, room.buttons);
  const shown = sessions.slice(0, room.lines);
  const left = sessions.length - shown.length;
  return [
    heading(partnerName(place, partnerKey)),
    list([
      ...shown.map((session) => sessionLine(place, session)),
      ...(left > 0 && room !== ALONE
        ? [[`… et ${count(left, 'autre date', 'autres dates')}\u00a0: `, code(`/permanence ${partnerKey}`)]]
        : []),
    ]),
    ...(open.length > 0
      ? [buttons(...open.map(sessionButton))]
      : [p('Tout est pris.'), buttons(waitButton(partnerKey, 'Prévenez-moi si un créneau se libère'))]),
  ];
};

const roomFor = (partners: number): Room => {
  if (partners === 1) return ALONE;
  return partners <= FEW ? AMONG_FEW : AMONG_MANY;
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
      ...(partnerKey === undefined
        ? []
        : [{ label: 'Voir les autres permanences', command: seeSessionsLine(undefined) }]),
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
  const [shown, others] = [keys.slice(0, MOST_PARTNERS), keys.slice(MOST_PARTNERS)];
  return say(
    'info',
    ...shown.flatMap((key) => {
      const own = sessions.filter(({ event }) => event.partnerKey === key);
      return ofPartner(place, { partnerKey: key, sessions: own }, roomFor(keys.length));
    }),
    ...(others.length === 0
      ? []
      : [
          {
            type: 'choice' as const,
            label: 'Les autres partenaires',
            options: others.map((key) => ({ label: partnerName(place, key), command: seeSessionsLine(key) })),
          },
        ]),
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

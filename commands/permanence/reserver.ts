// Taking a slot, or going to another: of a session by its number, or of a partner.
import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { days } from '../../src/chat/options/days.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { hourOfDay } from '../../src/chat/options/hour.ts';
import { partner } from '../../src/chat/options/partner.ts';
import type { Appointment } from '../../src/core/appointments/model.ts';
import { freeOf } from '../../src/core/appointments/rules.ts';
import {
  madeReply,
  ownAppointmentReply,
  refusedAppointment,
  whichSlotReply,
  withWhomReply,
} from '../../src/messages/appointment.fr.ts';
import { comingSessionsReply, developingReply } from '../../src/messages/coming-sessions.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { answeredReply } from '../../src/messages/signup.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';

const options = {
  heure: optional(hourOfDay('À quelle heure')),
  seance: optional(eventNumber('Numéro de la permanence')),
  partenaire: optional(partner('Quel partenaire')),
  quand: optional(days('Quel jour')),
};

type Asking = Call<typeof options>;

/** The slots of one session, or a seat where all come at once. */
export const slotsOfSession = async (
  { actor, core, place }: Pick<Asking, 'actor' | 'core' | 'place'>,
  eventId: number,
  { moves }: { readonly moves: boolean } = { moves: false },
): Promise<Reply> => {
  const session = await core.appointments.session(actor, eventId);
  if (!session) return refuse({ code: 'event.not_found' }, place);
  const { event, free } = session;
  if (event.cancelledAt !== undefined) return refuse({ code: 'signup.cancelled', event }, place);
  if (event.slotMinutes === undefined || event.partnerKey === undefined) {
    const answered = await core.signups.answer(actor, eventId, 'going');
    return answered.ok ? answeredReply(place, answered.value) : refuse(answered.error, place);
  }
  const { partnerKey } = event;
  if (session.own && !moves) return ownAppointmentReply(place, { event, slot: session.own });
  const own = (await core.appointments.mine(actor)).find((each) => each.event.partnerKey === partnerKey);
  if (free.length > 0) return whichSlotReply(place, freeOf([session]), { partnerKey, moving: own });
  // Full or begun: another day of theirs.
  const others = freeOf(await core.appointments.sessions(actor, partnerKey));
  return whichSlotReply(place, others, { partnerKey, moving: own });
};

/** Whether it is what was said of when. */
const isMeant =
  ({ heure, quand }: Asking['args']) =>
  ({ slot: { start } }: Appointment): boolean =>
    (heure === undefined || start.toPlainTime().equals(heure)) &&
    (quand === undefined ||
      (Temporal.ZonedDateTime.compare(quand.start, start) <= 0 &&
        Temporal.ZonedDateTime.compare(start, quand.end) < 0));

const slotsOfPartner = async ({ args, actor, core, place }: Asking, partnerKey: string): Promise<Reply> => {
  const asked = place.partners.find(({ key }) => key === partnerKey);
  if (asked?.link === 'developing') return developingReply(asked);
  const sessions = await core.appointments.sessions(actor, partnerKey);
  const isBySlot = sessions.some(({ event }) => event.slotMinutes !== undefined);
  if (sessions.length > 0 && !isBySlot) return comingSessionsReply(place, sessions, partnerKey);
  const own = (await core.appointments.mine(actor)).find(({ event }) => event.partnerKey === partnerKey);
  const free = freeOf(sessions);
  const meant = free.filter(isMeant(args));
  return meant.length > 0
    ? whichSlotReply(place, meant, { partnerKey, moving: own })
    : whichSlotReply(place, free, { partnerKey, moving: own, isElsewhen: free.length > 0 });
};

const asked = async (call: Asking, { moves }: { readonly moves: boolean }): Promise<Reply> => {
  const { args, actor, core, place, requestId, lineWith } = call;
  const { seance, heure, partenaire, quand } = args;
  if (seance !== undefined && heure !== undefined) {
    const outcome = await core.appointments.book(actor, { eventId: seance, hour: heure }, { moves, requestId });
    return outcome.ok ? madeReply(place, outcome.value) : refusedAppointment(place, outcome.error);
  }
  if (seance !== undefined) return slotsOfSession(call, seance, { moves });
  if (partenaire !== undefined) return slotsOfPartner(call, partenaire);
  const own = moves ? await core.appointments.mine(actor) : [];
  const keys = (moves ? own : await core.appointments.sessions(actor, undefined)).flatMap(({ event }) =>
    event.partnerKey === undefined ? [] : [event.partnerKey],
  );
  const [only, ...others] = [...new Set(keys)];
  if (only === undefined)
    return moves ? refuse({ code: 'appointment.not_found' }, place) : comingSessionsReply(place, [], undefined);
  if (others.length === 0) return slotsOfPartner(call, only);
  return withWhomReply(place, [only, ...others], (key) => lineWith({ partenaire: key, heure, quand }));
};

export const reserver = defineCommand({
  name: 'reserver',
  summary: 'Prendre rendez-vous avec un partenaire',
  title: 'Prendre rendez-vous',
  access: 'membre',
  audience: 'asker',
  options,
  examples: ['BGE', 'BGE jeudi matin', '12 9h45'],
  said: [
    'prendre rendez-vous',
    'prends rendez-vous',
    'un rendez-vous avec',
    'prendre rdv',
    'un rdv avec',
    'je voudrais voir quelqu’un de',
  ],

  run: (call) => asked(call, { moves: false }),
});

export const deplacer = defineCommand({
  name: 'deplacer',
  summary: 'Déplacer un rendez-vous avec un partenaire',
  title: 'Déplacer un rendez-vous',
  access: 'membre',
  audience: 'asker',
  options,
  examples: ['BGE', '12 10h30'],
  said: [
    'déplace mon rendez-vous',
    'déplacer mon rendez-vous',
    'je voudrais déplacer mon rendez-vous',
    'décaler mon rendez-vous',
    'décale mon rendez-vous',
  ],

  run: (call) => asked(call, { moves: true }),
});

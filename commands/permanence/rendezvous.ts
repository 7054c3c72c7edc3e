// One's own appointments: seen, given up, put in one's calendar.
import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { givenUpReply, ownAppointmentReply, refusedAppointment } from '../../src/messages/appointment.fr.ts';
import { eventFileReply, eventsCalendar } from '../../src/messages/event-calendar.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { ownAppointmentsReply } from '../../src/messages/session-waits.fr.ts';
import { answeredReply } from '../../src/messages/signup.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';

const number = eventNumber('Numéro de la permanence');

/** Slots, seats where all come at once, and wishes. */
const all = async ({ actor, core, place }: Pick<Call<object>, 'actor' | 'core' | 'place'>): Promise<Reply> => {
  const answered = await core.signups.mine(actor);
  return ownAppointmentsReply(place, await core.appointments.mine(actor), {
    seats: answered.filter(({ event }) => event.partnerKey !== undefined && event.slotMinutes === undefined),
    waits: await core.appointments.waits(actor),
  });
};

const ownIn = async ({ actor, core }: Pick<Call<object>, 'actor' | 'core'>, eventId: number) =>
  (await core.appointments.mine(actor)).find(({ event }) => event.id === eventId);

export const rendezvous = defineCommand({
  name: 'rendezvous',
  summary: 'Voir mes rendez-vous avec les partenaires',
  title: 'Mes rendez-vous',
  access: 'membre',
  audience: 'asker',
  options: { seance: optional(number) },
  examples: ['', '12'],
  said: ['mes rendez-vous', 'mon rendez-vous', 'mes rdv', 'mon rdv'],

  async run(call) {
    const { args, place } = call;
    if (args.seance === undefined) return all(call);
    const own = await ownIn(call, args.seance);
    return own ? ownAppointmentReply(place, own) : refuse({ code: 'appointment.not_found' }, place);
  },
});

/** A slot; or a seat, where all come at once. */
export const givingUp = async (
  { actor, core, place, requestId }: Pick<Call<object>, 'actor' | 'core' | 'place' | 'requestId'>,
  eventId: number,
): Promise<Reply> => {
  const given = await core.appointments.cancel(actor, eventId, requestId);
  if (!given.ok && given.error.code === 'appointment.by_seat') {
    const left = await core.signups.answer(actor, eventId, 'not_going');
    return left.ok ? answeredReply(place, left.value) : refuse(left.error, place);
  }
  return given.ok ? givenUpReply(place, given.value) : refusedAppointment(place, given.error);
};

export const annuler = defineCommand({
  name: 'annuler',
  summary: 'Annuler un rendez-vous avec un partenaire',
  title: 'Annuler un rendez-vous',
  access: 'membre',
  audience: 'asker',
  options: { seance: optional(number) },
  examples: ['12', ''],
  said: ['annule mon rendez-vous', 'annuler mon rendez-vous', 'annule mon rdv', 'annuler mon rdv'],

  async run(call) {
    const { args, actor, core, place } = call;
    if (args.seance !== undefined) return givingUp(call, args.seance);
    const [only, ...others] = await core.appointments.mine(actor);
    if (!only) return refuse({ code: 'appointment.not_found' }, place);
    // Which one is asked; the only one is shown, with its button.
    return others.length === 0 ? ownAppointmentReply(place, only) : all(call);
  },
});

export const calendrier = defineCommand({
  name: 'calendrier',
  summary: 'Mettre un rendez-vous à mon calendrier',
  title: 'Mon calendrier',
  access: 'membre',
  audience: 'asker',
  options: { seance: number },
  examples: ['12'],

  async run(call) {
    const { args, place, now } = call;
    const own = await ownIn(call, args.seance);
    if (!own) return refuse({ code: 'appointment.not_found' }, place);
    const { event, slot } = own;
    return eventFileReply(eventsCalendar(place, [{ ...event, ...slot }], { stamp: now }));
  },
});

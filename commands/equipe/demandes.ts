import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { rest } from '../../src/chat/options/rest.ts';
import { answeredReply, requestsReply } from '../../src/messages/approval.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';

export const demandes = defineCommand({
  name: 'demandes',
  summary: 'Voir les demandes qui attendent un accord',
  access: 'animation',
  audience: 'asker',
  title: 'Demandes en attente',
  options: { reservation: optional(bookingNumber('Numéro de la réservation')) },
  examples: [''],

  async run({ args, actor, core, place }) {
    const waiting = await core.staff.approvals.waiting(actor);
    if (!waiting.ok) return refuse(waiting.error, place);
    const { reservation } = args;
    return requestsReply(
      place,
      waiting.value.filter(
        ({ bookings }) => reservation === undefined || bookings.some(({ id }) => id === reservation),
      ),
    );
  },
});

export const accepter = defineCommand({
  name: 'accepter',
  summary: 'Accepter une demande',
  access: 'animation',
  audience: 'asker',
  options: { reservation: bookingNumber('Numéro de la réservation') },
  examples: ['12'],

  async run({ args, actor, core, place }) {
    const outcome = await core.staff.approvals.accept(actor, args.reservation);
    return outcome.ok ? answeredReply(place, outcome.value) : refuse(outcome.error, place);
  },
});

export const refuser = defineCommand({
  name: 'refuser',
  summary: 'Refuser une demande',
  access: 'animation',
  audience: 'asker',
  options: {
    reservation: bookingNumber('Numéro de la réservation'),
    motif: rest('Pourquoi (la personne le lira)'),
  },
  examples: ['12 — la salle est prise par un événement'],

  async run({ args, actor, core, place }) {
    const outcome = await core.staff.approvals.refuse(actor, args.reservation, args.motif);
    return outcome.ok ? answeredReply(place, outcome.value) : refuse(outcome.error, place);
  },
});

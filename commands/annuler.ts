import { defineCommand } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { bookingNumber } from '../src/chat/options/booking.ts';
import { space } from '../src/chat/options/space.ts';
import { slotOf, when } from '../src/chat/options/when.ts';
import type { Booking, BookingFailure } from '../src/core/booking/model.ts';
import type { Result } from '../src/kernel/result.ts';
import { cancelledReply, noneMatchesReply, whichToCancelReply } from '../src/messages/booking.fr.ts';
import { refuse } from '../src/messages/failures.fr.ts';
import type { Place } from '../src/place/model.ts';

export const annuler = defineCommand({
  name: 'annuler',
  summary: 'Annuler une réservation',
  access: 'membre',
  audience: 'asker',
  options: {
    espace: optional(space('Dans quel espace')),
    quand: optional(when('De quel jour')),
    reservation: optional(bookingNumber('Numéro de la réservation')),
  },
  examples: ['', 'demain', 'coworking jeudi'],
  said: ['annule', 'annuler', 'annulez', 'supprime', 'j’annule'],

  async run({ args, actor, core, place, requestId }) {
    if (args.reservation === undefined) {
      const during = args.quand && slotOf(args.quand);
      const bookings = await core.booking.toCome(actor, { spaceKey: args.espace, during });
      const [only] = bookings;
      const isNamed = args.espace !== undefined || during !== undefined;
      if (bookings.length === 0) return noneMatchesReply(place, await core.booking.toCome(actor));
      if (!only || bookings.length > 1 || !isNamed) return whichToCancelReply(place, bookings);
      return cancelled(await core.booking.cancel(actor, only.id, requestId), place);
    }
    return cancelled(await core.booking.cancel(actor, args.reservation, requestId), place);
  },
});

const cancelled = (outcome: Result<Booking, BookingFailure>, place: Place) =>
  outcome.ok ? cancelledReply(place, outcome.value) : refuse(outcome.error, place);

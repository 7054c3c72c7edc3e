// What a booking is now, as the options of `reservations modifier`: its form opens filled with them.
import { exactly } from '../src/chat/options/when.ts';
import type { Booking } from '../src/core/booking/model.ts';

export const valuesOf = (booking: Booking): Readonly<Record<string, unknown>> => ({
  reservation: booking.id,
  espace: booking.spaceKey,
  quand: exactly(booking),
  personnes: booking.people,
  materiel: booking.equipment.length > 0 ? booking.equipment : undefined,
  motif: booking.purpose,
});

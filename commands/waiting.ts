// « Me prévenir », below a refusal of what others have and may give back.
import type { BookingFailure } from '../src/core/booking/model.ts';
import { waitButton } from '../src/messages/waitlist.fr.ts';
import type { Reply } from '../src/reply/tree.ts';

/** But a whole space for a bare day would be a choice of hours first. */
const canWait = ({ code }: BookingFailure, bareDay: boolean): boolean =>
  code === 'booking.full' || ((code === 'booking.taken' || code === 'booking.equipment_taken') && !bareDay);

/** `wish`: the line that waits for what was asked. */
export const offeringToWait = (
  refused: Reply,
  error: BookingFailure,
  { bareDay, wish }: { readonly bareDay: boolean; readonly wish: string },
): Reply => (canWait(error, bareDay) ? { ...refused, blocks: [...refused.blocks, waitButton(wish)] } : refused);

// The only query of which appointments a session that changes would lose.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';
import type { Event } from './model.ts';
import { slotAt } from './slots.ts';

interface Times {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

/** How many: they move with the session, and some may then stand outside it. */
export const slotsLost = async (db: Queries, event: Event, { start, end }: Times): Promise<number> => {
  if (event.slotMinutes === undefined) return 0;
  const rows = await db.$queryRaw<{ slot_at: Date }[]>`
    SELECT slot_at FROM event_signup WHERE event_id = ${event.id}::integer AND answer = 'going' AND slot_at IS NOT NULL`;
  const moves = event.start.until(start, { largestUnit: 'hours' });
  const next = { start, end, slotMinutes: event.slotMinutes };
  return rows.filter(({ slot_at }) => !slotAt(next, instantOf(slot_at).add(moves))).length;
};

// The only queries of the staff's day, and of its poster.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Interval } from '../../kernel/interval.ts';
import { type NamedBooking, namedBookings } from '../impact/store.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

export const bookingsDuring = (
  db: Queries,
  scope: { readonly placeId: string; readonly timeZone: string },
  { start, end }: Interval,
): Promise<readonly NamedBooking[]> =>
  namedBookings(db, scope, Prisma.sql`cancelled_at IS NULL AND starts_at < ${at(end)} AND ends_at > ${at(start)}`);

interface Looked {
  readonly placeId: string;
  readonly memberId: number;
  readonly date: Temporal.PlainDate;
  readonly now: Temporal.Instant;
}

/** That someone of the staff looked at names, and of which day. */
export const noteLook = (db: Queries, { placeId, memberId, date, now }: Looked): Promise<number> =>
  db.$executeRaw`
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    VALUES (${placeId}, ${at(now)}, ${memberId}, 'day.viewed', ${`day ${date}`}, '{}')`;

/** The one that is there, or `secret`. */
export const posterSecret = async (
  db: Queries,
  placeId: string,
  secret: string,
  now: Temporal.Instant,
): Promise<string> => {
  const [row] = await db.$queryRaw<{ secret: string }[]>`
    INSERT INTO poster (place_id, secret, created_at) VALUES (${placeId}, ${secret}, ${at(now)})
    ON CONFLICT (place_id) DO UPDATE SET place_id = excluded.place_id RETURNING secret`;
  if (!row) throw new Error('a poster was inserted and gave no address');
  return row.secret;
};

export const placeOfSecret = async (db: Queries, secret: string): Promise<string | undefined> => {
  const [row] = await db.$queryRaw<{ place_id: string }[]>`SELECT place_id FROM poster WHERE secret = ${secret}`;
  return row?.place_id;
};

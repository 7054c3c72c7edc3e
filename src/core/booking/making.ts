// The statement that makes a booking, and what it asks of those who must agree.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Role } from '../../place/model.ts';
import type { Claim } from '../ledger/model.ts';
import { occupationsInsert } from '../ledger/store.ts';
import { type Act, at, factsOf, on } from './act.ts';
import type { Booking, BookingRequest, Company } from './model.ts';
import { type Alongside, alongside, companyOf } from './rows.ts';

export interface Wanted {
  readonly claims: readonly Claim[];
  /** Who must agree; undefined: nobody; 'as before': nothing was changed that they agreed to. */
  readonly approval: Role | 'as before' | undefined;
}

const made = Prisma.sql`made`;

export const isWhole = (claims: readonly Claim[]): boolean => claims.some(({ whole }) => whole);

const approvalAsked = (role: Wanted['approval']): Prisma.Sql =>
  role === undefined || role === 'as before'
    ? Prisma.sql`SELECT FROM made WHERE false`
    : Prisma.sql`
        INSERT INTO approval (booking_id, place_id, role, asked_at) SELECT id, place_id, ${role}, created_at FROM made`;

/** Of a booking that is changed: what was agreed was another one. */
export const approvalAgain = (changed: Prisma.Sql, role: Wanted['approval'], { now }: Act): Prisma.Sql => {
  if (role === 'as before') return Prisma.sql`SELECT FROM ${changed} WHERE false`;
  return role === undefined
    ? Prisma.sql`DELETE FROM approval USING ${changed} AS source WHERE booking_id = source.id AND answer IS NULL`
    : Prisma.sql`
        INSERT INTO approval (booking_id, place_id, role, asked_at) SELECT id, place_id, ${role}, ${at(now)} FROM ${changed}
        ON CONFLICT (booking_id) DO UPDATE SET role = excluded.role, asked_at = excluded.asked_at, answer = NULL,
          answered_by = NULL, answered_at = NULL,
          carded = CASE WHEN approval.carded = 'settled' THEN NULL WHEN approval.carded IS NOT NULL THEN 'stale' END`;
};

/**
 * One statement, one round trip, each value said once: it is the statement of the house's busiest moment. `others`: seats that others held just before, at the fullest instant. Undefined: this
 * request was already carried out; two at once wait for each other on the request's key.
 */
export const insertBooking = async (
  db: Queries,
  act: Act,
  request: BookingRequest,
  { claims, approval }: Wanted,
): Promise<({ readonly booking: Booking } & Company) | undefined> => {
  const { placeId, memberId, requestId, now } = act;
  const { spaceKey, start, end, people, purpose, guestName } = request;
  const [row] = await db.$queryRaw<{ id: number; alongside: readonly Alongside[] }[]>`
    WITH once AS (
      INSERT INTO request (place_id, id, member_id, at) VALUES (${placeId}, ${requestId}, ${memberId}, ${at(now)})
      ON CONFLICT DO NOTHING RETURNING place_id, id, member_id, at
    ),
    made AS (
      INSERT INTO booking (place_id, member_id, space_key, starts_at, ends_at, people, whole, purpose, guest_name,
        for_guest, request_id, created_at)
      SELECT place_id, member_id, ${spaceKey}, ${on(start)}, ${on(end)}, ${people}, ${isWhole(claims)}, ${purpose ?? null},
        ${guestName ?? null}, ${guestName !== undefined}, id, at
      FROM once RETURNING id, place_id, member_id, space_key, starts_at, ends_at, created_at
    ),
    taken AS (${occupationsInsert(claims, { kind: 'booking', from: made })}),
    asked AS (${approvalAsked(approval)}),
    noted AS (
      INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
      SELECT place_id, created_at, member_id, 'booking.made', 'booking ' || id, ${JSON.stringify(factsOf(request))}::jsonb FROM made
    )
    SELECT id, (${alongside}) AS alongside FROM made`;
  if (!row) return undefined;
  const { bareDay: _, guestName: name, ...asked } = request;
  const booking: Booking = {
    ...asked,
    id: row.id,
    memberId,
    cancelledAt: undefined,
    sequence: 0,
    approval: approval === undefined ? undefined : 'waiting',
    guest: name === undefined ? undefined : { name },
  };
  return { booking, ...companyOf(row.alongside, { start: start.toInstant(), end: end.toInstant() }) };
};

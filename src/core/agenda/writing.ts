// The queries that write events. Each is part of a transaction that has locked what the event takes.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Doer } from '../impact/effect.ts';
import type { Claim } from '../ledger/model.ts';
import { occupationsInsert, occupationsRelease, occupationsRemove } from '../ledger/store.ts';
import type { EventFacts } from './acts.ts';
import type { Event } from './model.ts';
import { type EventRow, eventColumns, eventOf } from './rows.ts';
import type { Scope } from './store.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

interface Times {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

export type Writer = Omit<Doer, 'actorId'> & { readonly actorId: number | undefined };

const noted = (action: string, from: Prisma.Sql, { at: now, actorId }: Writer) => Prisma.sql`
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  SELECT place_id, ${at(now)}, ${actorId ?? null}::integer, ${action}::text, 'event ' || id, '{}' FROM ${from}`;

/** Of one series, cancelled or not, by start. */
export const eventsOfSeries = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  seriesId: number,
): Promise<readonly Event[]> => {
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT ${eventColumns} FROM event WHERE place_id = ${placeId} AND series_id = ${seriesId}::integer ORDER BY starts_at, id`;
  return rows.map((row) => eventOf(row, timeZone));
};

/** By start, as they are now. */
export const eventsNumbered = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  ids: readonly number[],
): Promise<readonly Event[]> => {
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT ${eventColumns} FROM event WHERE place_id = ${placeId} AND id = ANY (${[...ids]}::integer[]) ORDER BY starts_at, id`;
  return rows.map((row) => eventOf(row, timeZone));
};

/** Nobody signs up while it is weighed. */
export const lockEvents = (db: Queries, ids: readonly number[]): Promise<number> =>
  db.$executeRaw`SELECT 1 FROM event WHERE id = ANY (${[...ids]}::integer[]) ORDER BY id FOR UPDATE`;

/** A session is its partner's, whoever made it; any other event is whose it is by name. */
const isOf = (memberId: number) => Prisma.sql`
  CASE WHEN partner_key IS NULL THEN coalesce(${memberId}::integer IN (created_by, organiser_id), false)
  ELSE EXISTS (
    SELECT FROM partner_member WHERE partner_member.place_id = event.place_id
      AND partner_member.partner_key = event.partner_key AND member_id = ${memberId}::integer
  ) END`;

/** Those that this person made, organises, or holds as a partner. */
export const ownEvents = async (
  db: Queries,
  ids: readonly number[],
  memberId: number,
): Promise<ReadonlySet<number>> => {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM event WHERE id = ANY (${[...ids]}::integer[]) AND ${isOf(memberId)}`;
  return new Set(rows.map(({ id }) => id));
};

/** To come, of this person, or of anyone. */
export const eventsToCome = async (
  db: Queries,
  { placeId, timeZone }: Scope,
  {
    from,
    memberId,
    limit,
  }: { readonly from: Temporal.Instant; readonly memberId: number | undefined; readonly limit: number },
): Promise<readonly Event[]> => {
  const mine = memberId === undefined ? Prisma.empty : Prisma.sql`AND ${isOf(memberId)}`;
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT ${eventColumns} FROM event
    WHERE place_id = ${placeId} AND ends_at > ${at(from)} AND cancelled_at IS NULL AND feed_key IS NULL ${mine}
    ORDER BY starts_at, id LIMIT ${limit}::integer`;
  return rows.map((row) => eventOf(row, timeZone));
};

/** Who answered that they come, may come, or wait; first those who answered first. */
export const signedUp = async (
  db: Queries,
  eventId: number,
): Promise<readonly { readonly memberId: number; readonly going: boolean }[]> => {
  const rows = await db.$queryRaw<{ member_id: number; answer: string }[]>`
    SELECT member_id, answer FROM event_signup
    WHERE event_id = ${eventId}::integer AND answer <> 'not_going' ORDER BY answered_at, member_id`;
  return rows.map(({ member_id, answer }) => ({ memberId: member_id, going: answer === 'going' }));
};

const factColumns = Prisma.sql`kind, title, description, theme, edition, objectives, space_key, location, capacity,
  partner_key, slot_minutes`;

const factValues = (facts: EventFacts) => Prisma.sql`
  ${facts.kind}::text, ${facts.title}::text, ${facts.description ?? null}::text, ${facts.theme ?? null}::text,
  ${facts.edition ?? null}::text, ${[...facts.objectives]}::text[], ${facts.spaceKey ?? null}::text,
  ${facts.location ?? null}::text, ${facts.capacity ?? null}::integer, ${facts.partnerKey ?? null}::text,
  ${facts.slotMinutes ?? null}::integer`;

export interface Written extends Times {
  readonly facts: EventFacts;
  readonly claims: readonly Claim[];
}

/** Until the transaction ends the triggers know what time it is: slots that open are offered to those who wait. */
export const insertEvent = async (
  db: Queries,
  { facts, start, end, claims }: Written,
  { seriesId, requestId, organiserId }: Origin,
  writer: Writer,
): Promise<number> => {
  const { placeId, actorId, at: now } = writer;
  const [row] = await db.$queryRaw<{ id: number }[]>`
    WITH made AS (
      INSERT INTO event (place_id, series_id, ${factColumns}, starts_at, ends_at, organiser_id, created_by, request_id, created_at)
      VALUES (${placeId}, ${seriesId ?? null}::integer, ${factValues(facts)}, ${at(start.toInstant())}, ${at(end.toInstant())},
        ${organiserId ?? null}::integer, ${actorId ?? organiserId ?? null}::integer, ${requestId}, ${at(now)})
      RETURNING id, place_id
    ), taken AS (${occupationsInsert(claims, { kind: 'event', from: Prisma.sql`made` })}),
    noted AS (${noted('event.made', Prisma.sql`made`, writer)})
    SELECT id, set_config('mijote.now', ${now.toString()}, true) FROM made`;
  if (!row) throw new Error('an event was inserted and gave no number');
  return row.id;
};

export interface Origin {
  readonly seriesId: number | undefined;
  readonly requestId: string;
  readonly organiserId: number | undefined;
}

/** What they hold, given up: what they will hold is taken after, by each. */
export const emptyEvents = (db: Queries, ids: readonly number[]): Promise<number> =>
  db.$executeRaw`
    WITH moving AS (SELECT id FROM event WHERE id = ANY (${[...ids]}::integer[]))
    ${occupationsRemove({ kind: 'event', from: Prisma.sql`moving` })}`;

/** `claims` undefined: it stays where it is. */
export const updateEvent = (
  db: Queries,
  id: number,
  { facts, start, end, claims }: Omit<Written, 'claims'> & { readonly claims: readonly Claim[] | undefined },
  writer: Writer,
): Promise<number> => {
  const changed = Prisma.sql`changed`;
  const taken =
    claims === undefined
      ? Prisma.empty
      : Prisma.sql`, taken AS (${occupationsInsert(claims, { kind: 'event', from: changed })})`;
  return db.$executeRaw`
    WITH changed AS (
      UPDATE event SET (${factColumns}) = ROW (${factValues(facts)}), starts_at = ${at(start.toInstant())},
        ends_at = ${at(end.toInstant())}, sequence = sequence + 1
      WHERE id = ${id}::integer AND cancelled_at IS NULL RETURNING id, place_id
    )${taken}
    ${noted('event.changed', changed, writer)}`;
};

/** Why they moved, beside where they were: for whoever is told of it. */
export const noteMoves = (db: Queries, ids: readonly number[], because: string): Promise<number> =>
  db.$executeRaw`
    UPDATE event SET moved_from = moved_from || jsonb_build_object('because', ${because}::text)
    WHERE id = ANY (${[...ids]}::integer[])`;

export const cancelEvents = (
  db: Queries,
  ids: readonly number[],
  reason: string | undefined,
  writer: Writer,
): Promise<number> => {
  const cancelled = Prisma.sql`cancelled`;
  return db.$executeRaw`
    WITH cancelled AS (
      UPDATE event SET cancelled_at = ${at(writer.at)}, cancelled_because = ${reason ?? null}::text, sequence = sequence + 1
      WHERE id = ANY (${[...ids]}::integer[]) AND cancelled_at IS NULL RETURNING id, place_id
    ), freed AS (${occupationsRelease({ kind: 'event', from: cancelled, at: writer.at })})
    ${noted('event.cancelled', cancelled, writer)}`;
};

/** For the triggers, until the transaction ends: what time it is, and that those who lose their seat were shown. */
export const tellTriggers = (db: Queries, now: Temporal.Instant): Promise<number> =>
  db.$executeRaw`SELECT set_config('mijote.now', ${now.toString()}, true), set_config('mijote.unseats', 'yes', true)`;

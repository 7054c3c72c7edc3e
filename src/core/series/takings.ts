// What the occurrences of one statement take of the ledger, in the words of SQL.
import { Prisma } from '../../db/generated/client.ts';
import type { Role } from '../../place/model.ts';
import type { Claim } from '../ledger/model.ts';

export interface Taking {
  /** Of the booking that is there; undefined when it is being made, and then known by its start. */
  readonly bookingId?: number | undefined;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly claims: readonly Claim[];
  /** Who must agree; undefined: nobody. */
  readonly approval?: Role | undefined;
}

const text = (time: Temporal.ZonedDateTime): string => time.toInstant().toString();

/** As JSON: `id`, `starts_at`, `ends_at`, `role`. */
export const stayRows = (takings: readonly Taking[]): string =>
  JSON.stringify(
    takings.map(({ bookingId, start, end, approval }) => ({
      id: bookingId ?? null,
      starts_at: text(start),
      ends_at: text(end),
      role: approval ?? null,
    })),
  );

const claimRows = (takings: readonly Taking[]): string =>
  JSON.stringify(
    takings.flatMap(({ bookingId, start, claims }) =>
      claims.map((claim) => ({
        booking: bookingId ?? null,
        stay: text(start),
        resource_key: claim.resourceKey,
        starts_at: claim.start.toString(),
        ends_at: claim.end.toString(),
        seats: claim.seats,
        whole: claim.whole,
      })),
    ),
  );

/**
 * Each claim for the booking of the CTE `from` (`id`, `place_id`, `starts_at`) that `on` says, in the order of resources:
 * two requests then lock the same rooms in the same order.
 */
export const claimsInsert = (takings: readonly Taking[], from: Prisma.Sql, on: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO occupation (place_id, resource_key, starts_at, ends_at, seats, whole, kind, source_id)
  SELECT source.place_id, claim.resource_key, claim.starts_at, claim.ends_at, claim.seats, claim.whole, 'booking', source.id
  FROM jsonb_to_recordset(${claimRows(takings)}::jsonb) AS claim (booking integer, stay timestamptz, resource_key text,
    starts_at timestamptz, ends_at timestamptz, seats integer, whole boolean)
  JOIN ${from} AS source ON ${on}
  ORDER BY claim.resource_key, claim.starts_at`;

export const isWhole = (takings: readonly Taking[]): boolean =>
  takings.some(({ claims }) => claims.some(({ whole }) => whole));

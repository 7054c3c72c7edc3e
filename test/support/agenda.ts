// Events as their room writes them, each with what it takes of the ledger.
import { mijoteuse } from '../place/fixture.ts';
import type { TestDatabase } from './database.ts';

export interface EventWish {
  readonly title?: string;
  /** Local time of the place: `2026-11-26T09:30`. */
  readonly start?: string;
  readonly hours?: number;
  readonly kind?: string;
  readonly theme?: string;
  readonly description?: string;
  readonly edition?: string;
  readonly spaceKey?: string | null;
  readonly location?: string;
  readonly capacity?: number;
  readonly organiserId?: number;
  readonly feedKey?: string;
  readonly placeId?: string;
  readonly partnerKey?: string;
  /** By appointment: as many places as there are slots. */
  readonly slotMinutes?: number;
}

/** Its number. « Café des porteurs », Thursday 26 November 2026, 9:30 to 11:30, in the convivialité space, unless it is said. */
export const addEvent = async (db: Pick<TestDatabase, 'pool'>, wish: EventWish = {}): Promise<number> => {
  const { title = 'Café des porteurs', start = '2026-11-26T09:30', hours = 2, kind = 'gathering' } = wish;
  const from = Temporal.PlainDateTime.from(start).toZonedDateTime(mijoteuse.timeZone).toInstant();
  const { spaceKey = wish.location === undefined ? 'convivialite' : null, placeId = mijoteuse.id } = wish;
  const { rows } = await db.pool.query<{ id: number }>(
    `WITH made AS (
       INSERT INTO event (place_id, kind, title, theme, description, edition, starts_at, ends_at, space_key, location, capacity,
         organiser_id, feed_key, feed_uid, partner_key, slot_minutes, request_id, created_at)
       VALUES ($1::text, $2, $3, $4, $5, $6, $7::timestamptz, $8::timestamptz, $9, $10, $11, $12, $13, $14, $16, $17, 'test',
         $7::timestamptz - interval '30 days')
       RETURNING *
     ), taken AS (
       INSERT INTO occupation (place_id, resource_key, kind, source_id, seats, whole, starts_at, ends_at)
       SELECT made.place_id, key, 'event', id, 1, true, starts_at, ends_at FROM made
       JOIN resource ON resource.place_id = made.place_id AND key = ANY ($15::text[])
     )
     SELECT id FROM made`,
    [
      placeId,
      kind,
      title,
      wish.theme ?? null,
      wish.description ?? null,
      wish.edition ?? null,
      from.toString(),
      from.add({ hours }).toString(),
      spaceKey,
      wish.location ?? null,
      wish.slotMinutes === undefined ? (wish.capacity ?? null) : Math.floor((hours * 60) / wish.slotMinutes),
      wish.organiserId ?? null,
      wish.feedKey ?? null,
      wish.feedKey === undefined ? null : `uid of ${title} ${start}`,
      spaceKey === null
        ? []
        : mijoteuse.spaces.filter(({ key, inside }) => [key, inside].includes(spaceKey)).map(({ key }) => key),
      wish.partnerKey ?? null,
      wish.slotMinutes ?? null,
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('an event was inserted and gave no number');
  return row.id;
};

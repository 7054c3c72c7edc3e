// The only queries of how names are shown.
import type { Queries } from '../../db/direct.ts';
import type { Interval } from '../../kernel/interval.ts';
import { type StayRow, stayOf } from '../booking/rows.ts';
import type { NamedStay, ShownName } from './model.ts';
import { nameAs } from './rules.ts';

export const shownName = async (db: Queries, memberId: number): Promise<{ as: ShownName; displayName: string }> => {
  const [row] = await db.$queryRaw<{ shown_name: ShownName; display_name: string }[]>`
    SELECT shown_name, display_name FROM member WHERE id = ${memberId}`;
  if (!row) throw new Error(`member ${memberId} speaks, and is not there`);
  return { as: row.shown_name, displayName: row.display_name };
};

export const writeShownName = (
  db: Queries,
  memberId: number,
  { shown, now }: { readonly shown: ShownName; readonly now: Temporal.Instant },
): Promise<number> => db.$executeRaw`
  WITH changed AS (
    UPDATE member SET shown_name = ${shown} WHERE id = ${memberId} AND shown_name <> ${shown} RETURNING id, place_id
  )
  INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
  SELECT place_id, ${now.toString()}::timestamptz, id, 'member.shown_name', 'member ' || id,
    jsonb_build_object('shown', ${shown}::text) FROM changed`;

interface NamedRow extends StayRow {
  readonly display_name: string;
  readonly shown_name: ShownName;
}

/** Of those who chose to show it, by start; a guest of the staff chose nothing. */
export const namedDuring = async (
  db: Queries,
  { placeId, timeZone }: { readonly placeId: string; readonly timeZone: string },
  { start, end }: Interval,
): Promise<readonly NamedStay[]> => {
  const rows = await db.$queryRaw<NamedRow[]>`
    SELECT space_key, starts_at, ends_at, member.display_name, shown_name
    FROM booking JOIN member ON member.id = booking.member_id
    WHERE booking.place_id = ${placeId} AND cancelled_at IS NULL AND NOT for_guest AND shown_name <> 'hidden'
      AND starts_at < ${end.toString()}::timestamptz AND ends_at > ${start.toString()}::timestamptz
    ORDER BY starts_at, booking.id`;
  return rows.flatMap((row) => {
    const name = nameAs(row.display_name, row.shown_name);
    return name === undefined ? [] : [{ ...stayOf(row, timeZone), name }];
  });
};

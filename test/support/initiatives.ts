// Initiatives that stand there already, as a veilleuse would have noted them.
import type { TestDatabase } from './database.ts';

interface Wishes {
  readonly owner: string;
  readonly title?: string;
  readonly needs?: readonly string[];
  readonly offers?: readonly string[];
  readonly theme?: string;
  readonly district?: string;
  readonly at?: string;
}

/** Its number. `owner`: by the name of a member who has spoken. */
export const addInitiative = async (
  db: TestDatabase,
  { owner, title = 'Repair café', needs = ['local'], offers = [], theme, district, at = '2026-11-20T10:00Z' }: Wishes,
): Promise<number> => {
  const { rows } = await db.pool.query<{ readonly number: number }>(
    `WITH counted AS (
       INSERT INTO numbering (place_id, kind, last) SELECT place_id, 'initiative', 1 FROM member WHERE display_name = $1
       ON CONFLICT (place_id, kind) DO UPDATE SET last = numbering.last + 1 RETURNING place_id, last
     )
     INSERT INTO initiative (place_id, number, title, needs, offers, theme, district, owner_id, created_by, created_at, news_at,
       request_id)
     SELECT counted.place_id, last, $2, $3, $4, $5, $6, member.id, member.id, $7, $7, 'initiative ' || last
     FROM counted JOIN member ON display_name = $1 RETURNING number`,
    [owner, title, needs, offers, theme ?? null, district ?? null, at],
  );
  const [row] = rows;
  if (!row) throw new Error(`${owner} has not spoken yet`);
  return row.number;
};

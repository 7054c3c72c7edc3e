// What someone is about to note, among what was noted already: candidates by the two indexes, then weighed.
import type { Queries } from '../../db/direct.ts';
import { duplicateScore, LIKELY, type Noted } from './duplicates.ts';
import { tellingStems } from './likeness.ts';
import type { LikelyDuplicate } from './model.ts';
import { type StemsRow, stemsOf } from './rows.ts';
import { alikeTiers, token } from './tiers.ts';

export interface AboutToNote {
  readonly title: string;
  readonly summary: string;
  readonly district: string | undefined;
  readonly theme: string | undefined;
  /** Of the place file: what stands for the same. */
  readonly synonyms?: readonly (readonly string[])[];
}

interface KnownRow extends StemsRow {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly theme: string | null;
  readonly district: string | null;
  readonly letters: number;
}

const MOST_OF_A_TIER = 60;

const candidates = (db: Queries, placeId: string, { title, theme, district, stems }: Noted): Promise<KnownRow[]> => {
  const among = token(`#seen initiative ${placeId} team`);
  const tiers = alikeTiers({ theme, district }, tellingStems(stems.title), tellingStems(stems.summary));
  return db.$queryRaw<KnownRow[]>`
    SELECT DISTINCT ON (near.source_id) near.source_id AS id, near.number, near.title, near.theme, near.district,
      tsvector_to_array(ts_filter(near.terms, '{a}')) AS title_stems,
      tsvector_to_array(ts_filter(near.terms, '{b}')) AS summary_stems,
      similarity(near.plain_title, plain_words(${title})) AS letters
    FROM (
      SELECT found.* FROM unnest(${tiers.map((tier) => `${among} & (${tier})`)}::text[]) AS tier (query)
      CROSS JOIN LATERAL (
        SELECT * FROM synergy_sheet WHERE terms @@ tier.query::tsquery LIMIT ${MOST_OF_A_TIER}
      ) AS found
      UNION ALL (
        SELECT * FROM (SELECT * FROM synergy_sheet WHERE plain_title % plain_words(${title}) OFFSET 0) AS alike
        WHERE place_id = ${placeId} AND kind = 'initiative' LIMIT ${MOST_OF_A_TIER}
      )
    ) AS near`;
};

/** Those that may be the same, the likeliest first. Those that sleep are among them: someone may have come back. */
export const likelyDuplicates = async (
  db: Queries,
  placeId: string,
  { title, summary, district, theme, synonyms = [] }: AboutToNote,
): Promise<readonly LikelyDuplicate[]> => {
  const [row] = await db.$queryRaw<StemsRow[]>`
    SELECT tsvector_to_array(french_words(${title})) AS title_stems,
      tsvector_to_array(french_words(${summary})) AS summary_stems`;
  const noted: Noted = { title, theme, district, stems: row ? stemsOf(row) : { title: [], summary: [] } };
  const known = await candidates(db, placeId, noted);
  return known
    .map((each) => {
      const other = {
        title: each.title,
        theme: each.theme ?? undefined,
        district: each.district ?? undefined,
        stems: stemsOf(each),
      };
      const score = duplicateScore(noted, other, each.letters, synonyms);
      return { id: each.id, number: each.number, title: each.title, score };
    })
    .filter(({ score }) => score >= LIKELY)
    .toSorted((a, b) => b.score - a.score || a.number - b.number);
};

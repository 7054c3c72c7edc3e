// Looking for initiatives and projects by words: the same index, whoever looks.
import type { Queries } from '../../db/direct.ts';
import type { Audience, Sheet, SheetKind } from './model.ts';
import { type SheetRow, sheetOf } from './rows.ts';
import { token } from './tiers.ts';
import { type Vocabulary, wantedParts } from './wanted.ts';

export interface Search {
  readonly words: string;
  readonly kind: SheetKind;
  readonly audience: Audience;
  readonly vocabulary: Vocabulary;
  readonly most?: number;
}

const MOST = 50;

/** Those that hold all the words; where there are none, those whose title is nearly that. Best first. */
export const searchSheets = async (
  db: Queries,
  placeId: string,
  { words, kind, audience, vocabulary, most = MOST }: Search,
): Promise<readonly Sheet[]> => {
  const parts = wantedParts(words, vocabulary);
  if (parts.length === 0) return [];
  const among = token(`#seen ${kind} ${placeId} ${audience}`);
  const [said, codes] = [parts.map((part) => part.words), parts.map((part) => part.codes.join(' | '))];
  // Each part is stemmed as what is looked in; a part of which nothing is left (small words) asks for nothing.
  const found = await db.$queryRaw<SheetRow[]>`
    WITH part AS (
      SELECT CASE codes WHEN '' THEN to_tsquery('french', words) ELSE to_tsquery('french', words) || codes::tsquery END AS query
      FROM unnest(${said}::text[], ${codes}::text[]) AS each (words, codes)
    ), wanted AS MATERIALIZED (
      SELECT string_agg('(' || query::text || ')', ' & ')::tsquery AS query FROM part WHERE numnode(query) > 0
    )
    SELECT kind, source_id, number, title, theme, district, stage, needs, offers, news_at
    FROM wanted CROSS JOIN LATERAL (
      SELECT * FROM synergy_sheet WHERE terms @@ (${among}::tsquery && wanted.query)
    ) AS sheet
    ORDER BY ts_rank(terms, wanted.query) DESC, news_at DESC, number DESC LIMIT ${most}`;
  if (found.length > 0) return found.map(sheetOf);
  // Misspelt: the letters of a title.
  const near = await db.$queryRaw<SheetRow[]>`
    SELECT kind, source_id, number, title, theme, district, stage, needs, offers, news_at
    FROM (SELECT * FROM synergy_sheet WHERE plain_words(${words}) <% plain_title OFFSET 0) AS alike
    WHERE place_id = ${placeId} AND kind = ${kind} AND ${audience} = ANY (audiences(seen_by))
    ORDER BY word_similarity(plain_words(${words}), plain_title) DESC, news_at DESC, number DESC LIMIT ${most}`;
  return near.map(sheetOf);
};

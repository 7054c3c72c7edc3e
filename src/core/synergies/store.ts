// The matcher's only queries: one sheet as it stands, and those worth weighing against it, found by indexes alone.
import type { Queries } from '../../db/direct.ts';
import { type Stems, tellingStems } from './likeness.ts';
import type { Audience, Sheet, SheetNumber } from './model.ts';
import { type SheetRow, type StemsRow, sheetOf, stemsOf } from './rows.ts';
import { tiersOf } from './tiers.ts';

export interface Subject {
  readonly sheet: Sheet;
  readonly stems: Stems;
  readonly placeId: string;
  /** The initiative that it is or comes from. */
  readonly family: number | undefined;
  readonly plainTitle: string;
}

/** Whoever asks: their place, what they may see, and what is theirs. */
export interface Looking {
  readonly placeId: string;
  readonly audience: Audience;
  readonly memberId: number;
}

/** Undefined when there is none of that number that they may see, or it was merged into another. */
export const subjectOf = async (
  db: Queries,
  { placeId, audience, memberId }: Looking,
  { kind, number }: SheetNumber,
): Promise<Subject | undefined> => {
  const [row] = await db.$queryRaw<
    (SheetRow & StemsRow & { readonly family: number | null; readonly plain_title: string })[]
  >`
    SELECT kind, source_id, number, title, theme, district, stage, needs, offers, news_at, family, plain_title,
      tsvector_to_array(ts_filter(terms, '{a}')) AS title_stems, tsvector_to_array(ts_filter(terms, '{b}')) AS summary_stems
    FROM synergy_sheet AS sheet WHERE place_id = ${placeId} AND kind = ${kind} AND number = ${number}::integer
      AND (${audience} = ANY (audiences(seen_by)) OR EXISTS (
        SELECT FROM project WHERE kind = 'project' AND project.id = source_id AND owner_id = ${memberId}::integer
      ))`;
  return (
    row && {
      sheet: sheetOf(row),
      stems: stemsOf(row),
      placeId,
      family: row.family ?? undefined,
      plainTitle: row.plain_title,
    }
  );
};

export interface Candidate {
  readonly sheet: Sheet;
  readonly stems: Stems;
  /** Of the titles, letter by letter. */
  readonly titleLikeness: number;
}

/** Of each tier: beyond it, only those that weigh as much are left out. */
const MOST_OF_A_TIER = 60;

/** Open ones that these eyes may see, each once; never the subject, nor what is of its family. */
export const candidatesFor = async (
  db: Queries,
  subject: Subject,
  audience: Audience,
): Promise<readonly Candidate[]> => {
  const { sheet, stems, placeId, family, plainTitle } = subject;
  const words = [...tellingStems(stems.title), ...tellingStems(stems.summary)];
  const tiers = tiersOf(sheet, words, { placeId, audience });
  // Each tier asks its index by itself, and a title alike the other one and no other (OFFSET 0): a plan must not lean on
  // statistics, and another index beside it would read all that is open.
  const rows = await db.$queryRaw<(SheetRow & StemsRow & { readonly title_likeness: number })[]>`
    SELECT DISTINCT ON (near.kind, near.source_id) near.kind, near.source_id, near.number, near.title, near.theme,
      near.district, near.stage, near.needs, near.offers, near.news_at,
      tsvector_to_array(ts_filter(near.terms, '{a}')) AS title_stems,
      tsvector_to_array(ts_filter(near.terms, '{b}')) AS summary_stems,
      similarity(near.plain_title, ${plainTitle}) AS title_likeness
    FROM (
      SELECT found.* FROM unnest(${[...tiers]}::text[]) AS tier (query) CROSS JOIN LATERAL (
        SELECT * FROM synergy_sheet WHERE terms @@ tier.query::tsquery LIMIT ${MOST_OF_A_TIER}
      ) AS found
      UNION ALL (
        SELECT * FROM (SELECT * FROM synergy_sheet WHERE plain_title % ${plainTitle} OFFSET 0) AS alike
        WHERE place_id = ${placeId} AND open AND ${audience} = ANY (audiences(seen_by)) LIMIT ${MOST_OF_A_TIER}
      )
    ) AS near
    WHERE (near.kind, near.source_id) <> (${sheet.kind}, ${sheet.id}::integer)
      AND near.family IS DISTINCT FROM ${family ?? 0}::integer`;
  return rows.map((row) => ({ sheet: sheetOf(row), stems: stemsOf(row), titleLikeness: row.title_likeness }));
};

/** Of two titles, letter by letter. */
export const titleLikeness = async (db: Queries, one: Subject, other: Subject): Promise<number> => {
  const [row] = await db.$queryRaw<{ readonly likeness: number }[]>`
    SELECT similarity(${one.plainTitle}, ${other.plainTitle}) AS likeness`;
  return row?.likeness ?? 0;
};

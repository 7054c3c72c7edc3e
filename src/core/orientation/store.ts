// Orientation's only queries: drafts of answers, the stems of French words, and those who ask to be contacted.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';
import type { Database } from '../../db/open.ts';
import { type Question, questions } from '../../place/orientation.ts';
import type { OrientationAnswers } from '../../place/orienting.ts';
import type { Actor } from '../people/model.ts';
import { EMPTY, type OrientationDraft } from './model.ts';

interface DraftRow {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly named: readonly string[];
  readonly passed: readonly string[];
  readonly publics: readonly string[];
  readonly publics_agreed_at: Date | null;
}

const isQuestion = (text: string): text is Question => questions.some((each) => each === text);

const keysIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const answersOf = ({ answers, publics }: DraftRow): OrientationAnswers => ({
  ...Object.fromEntries(questions.map((question) => [question, keysIn(answers[question])])),
  public: publics,
});

const draftOf = (row: DraftRow): OrientationDraft => ({
  answers: answersOf(row),
  named: row.named,
  passed: row.passed.filter(isQuestion),
  publicsAgreedAt: row.publics_agreed_at === null ? undefined : instantOf(row.publics_agreed_at),
});

/** Empty when there is none that still holds. */
export const draftFor = async (db: Queries, memberId: number, now: Temporal.Instant): Promise<OrientationDraft> => {
  const [row] = await db.$queryRaw<DraftRow[]>`
    SELECT answers, named, passed, publics, publics_agreed_at FROM orientation_draft
    WHERE member_id = ${memberId}::integer AND expires_at > ${now.toString()}::timestamptz`;
  return row ? draftOf(row) : EMPTY;
};

interface Keeping {
  readonly now: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

const write = (
  db: Queries,
  { memberId, placeId }: Actor,
  draft: OrientationDraft,
  expiresAt: Temporal.Instant,
): Promise<number> => {
  const { public: publics = [], ...answers } = draft.answers;
  const agreed = draft.publicsAgreedAt?.toString() ?? null;
  return db.$executeRaw`
    INSERT INTO orientation_draft
      (member_id, place_id, answers, named, passed, publics, publics_agreed_at, expires_at)
    VALUES (${memberId}, ${placeId}, ${JSON.stringify(answers)}::jsonb, ${[...draft.named]}::text[],
      ${[...draft.passed]}::text[], ${[...publics]}::text[], ${agreed}::timestamptz, ${expiresAt.toString()}::timestamptz)
    ON CONFLICT (member_id) DO UPDATE SET answers = excluded.answers, named = excluded.named, passed = excluded.passed,
      publics = excluded.publics, publics_agreed_at = excluded.publics_agreed_at, expires_at = excluded.expires_at`;
};

/** Two presses at once are one after the other: what the first said is there for the second. */
export const changeDraft = (
  { prisma }: Database,
  actor: Actor,
  change: (draft: OrientationDraft) => OrientationDraft,
  { now, expiresAt }: Keeping,
): Promise<OrientationDraft> =>
  prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM member WHERE id = ${actor.memberId} FOR NO KEY UPDATE`;
    const changed = change(await draftFor(tx, actor.memberId, now));
    await write(tx, actor, changed, expiresAt);
    return changed;
  });

export const deleteDraft = (db: Queries, memberId: number): Promise<number> =>
  db.$executeRaw`DELETE FROM orientation_draft WHERE member_id = ${memberId}`;

export const deleteExpired = (db: Queries, placeId: string, now: Temporal.Instant): Promise<number> =>
  db.$executeRaw`
    DELETE FROM orientation_draft WHERE place_id = ${placeId} AND expires_at <= ${now.toString()}::timestamptz`;

/** The stem of each word by PostgreSQL's French dictionary, in both engines; undefined: a word that says nothing. */
export const stemsOf = async (
  db: Queries,
  words: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> => {
  const rows = await db.$queryRaw<{ word: string; stem: string | null }[]>`
    SELECT word, (ts_lexize('french_stem', word))[1] AS stem FROM unnest(${[...new Set(words)]}::text[]) AS word`;
  return new Map(rows.map(({ word, stem }) => [word, stem ?? undefined]));
};

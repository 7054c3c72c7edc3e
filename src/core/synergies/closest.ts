// The closest of all, for one initiative or one project: found, weighed, and the few that weigh most.
import type { Queries } from '../../db/direct.ts';
import { wordLikeness } from './likeness.ts';
import type { Reason, SheetNumber, SheetRef, Synergy } from './model.ts';
import { type Codes, closestOf, reasonsFor, scoreOf } from './rules.ts';
import { type Candidate, candidatesFor, type Looking, type Subject, subjectOf, titleLikeness } from './store.ts';

export interface Closeness {
  readonly codes: Codes;
  /** Those already linked to it, or declined: told no more. */
  readonly except?: readonly SheetRef[];
}

const MOST = 3;

const isOneOf = (refs: readonly SheetRef[], { kind, id }: SheetRef): boolean =>
  refs.some((ref) => ref.kind === kind && ref.id === id);

const reasonsWith = ({ sheet, stems }: Subject, candidate: Candidate, codes: Codes): readonly Reason[] => {
  const likeness = { titles: candidate.titleLikeness, words: wordLikeness(stems, candidate.stems) };
  return reasonsFor(sheet, candidate.sheet, likeness, codes);
};

const synergyWith = (subject: Subject, candidate: Candidate, codes: Codes): Synergy => {
  const reasons = reasonsWith(subject, candidate, codes);
  return { sheet: candidate.sheet, score: scoreOf(reasons), reasons };
};

/** Best first, of what whoever asks may see; undefined when there is none of that number for them. */
export const closestTo = async (
  db: Queries,
  looking: Looking,
  ref: SheetNumber,
  { codes, except = [] }: Closeness,
): Promise<readonly Synergy[] | undefined> => {
  const subject = await subjectOf(db, looking, ref);
  if (!subject) return undefined;
  const candidates = await candidatesFor(db, subject, looking.audience);
  return closestOf(
    candidates
      .filter(({ sheet }) => !isOneOf(except, sheet))
      .map((candidate) => synergyWith(subject, candidate, codes)),
    MOST,
  );
};

/** Of two that were chosen, whatever they have in common: maybe nothing. Seen from the first. */
export const reasonsBetween = async (
  db: Queries,
  looking: Looking,
  [first, second]: readonly [SheetNumber, SheetNumber],
  codes: Codes,
): Promise<readonly Reason[]> => {
  const [one, other] = [await subjectOf(db, looking, first), await subjectOf(db, looking, second)];
  if (!one || !other) return [];
  return reasonsWith(one, { ...other, titleLikeness: await titleLikeness(db, one, other) }, codes);
};

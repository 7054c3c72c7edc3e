// The closest of all, for one initiative or one project: found, weighed, and the few that weigh most.
import type { Queries } from '../../db/direct.ts';
import { wordLikeness } from './likeness.ts';
import type { SheetNumber, SheetRef, Synergy } from './model.ts';
import { type Codes, closestOf, reasonsFor, scoreOf } from './rules.ts';
import { type Candidate, candidatesFor, type Looking, type Subject, subjectOf } from './store.ts';

export interface Closeness {
  readonly codes: Codes;
  /** Those already linked to it, or declined: told no more. */
  readonly except?: readonly SheetRef[];
  readonly most?: number;
}

const MOST = 3;

const isOneOf = (refs: readonly SheetRef[], { kind, id }: SheetRef): boolean =>
  refs.some((ref) => ref.kind === kind && ref.id === id);

const synergyWith = (subject: Subject, candidate: Candidate, codes: Codes): Synergy => {
  const likeness = { titles: candidate.titleLikeness, words: wordLikeness(subject.stems, candidate.stems) };
  const reasons = reasonsFor(subject.sheet, candidate.sheet, likeness, codes);
  return { sheet: candidate.sheet, score: scoreOf(reasons), reasons };
};

/** Best first, of what whoever asks may see; undefined when there is none of that number for them. */
export const closestTo = async (
  db: Queries,
  looking: Looking,
  ref: SheetNumber,
  { codes, except = [], most = MOST }: Closeness,
): Promise<readonly Synergy[] | undefined> => {
  const subject = await subjectOf(db, looking, ref);
  if (!subject) return undefined;
  const candidates = await candidatesFor(db, subject, looking.audience);
  return closestOf(
    candidates
      .filter(({ sheet }) => !isOneOf(except, sheet))
      .map((candidate) => synergyWith(subject, candidate, codes)),
    most,
  );
};

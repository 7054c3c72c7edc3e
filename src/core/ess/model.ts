// Five questions on a project, and whether it seems to belong to the social and solidarity economy. What is asked, and
// what the law says of it, is worded elsewhere.

/** In the order in which they are asked. */
export const questions = ['form', 'purpose', 'governance', 'profits', 'usefulness'] as const;

export type Question = (typeof questions)[number];

export type Answer = 'yes' | 'no' | 'unknown';

export type Answers = Readonly<Record<Question, Answer>>;

export type Verdict = 'outside' | 'to_check' | 'within';

export interface Assessment {
  readonly verdict: Verdict;
  /** The answers that make the verdict, in the order of the questions. */
  readonly because: readonly Question[];
  /** Not answered, and could change it. */
  readonly open: readonly Question[];
}

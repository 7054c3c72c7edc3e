// What two initiatives or projects could be for one another, weighed. Pure: points are ours, and measured on a town written by
// hand (test/core/synergies).
import type { Likeness, Reason, Sheet, Synergy } from './model.ts';

/** What is weighed: who they are plays no part. */
export type Weighed = Pick<Sheet, 'needs' | 'offers' | 'theme' | 'district' | 'stage'>;

/** Of the first code that meets, and of each further one, whoever has it. */
const FIRST_CODE = 30;
const NEXT_CODE = 14;
/** What is left of a code of one's own field, between two fields: a garage's tools are no gardener's. */
const ELSEWHERE = 0.4;
/** A theme and a district in common: of tools and skills the theme says more, of a room or of hands the district. */
const SAYS_MORE = 18;
const SAYS_LESS = 14;
const ALIKE = 18;
const AHEAD = 4;

/** Less than one need met, or than a theme and a district in common: not worth telling anyone. */
export const LEAST_SCORE = 30;

/** Of so many stages, one that is so far ahead has been where the other is. */
const STAGES_AHEAD = 2;

const shared = (wanted: readonly string[], given: readonly string[]): readonly string[] =>
  wanted.filter((code) => given.includes(code));

/** What the matcher reads of the place file. */
export interface Codes {
  /** Keys of stages, from the earliest to the latest. */
  readonly stages: readonly string[];
  /** Keys of needs that mean something else in each field: tools, skills. */
  readonly ofTheme: ReadonlySet<string>;
}

/** Any two titles share a few letters. */
const HARDLY_ALIKE = 0.2;
/** Alike enough to be of one field, whatever theme each was given. */
const SAME_FIELD = 0.3;

/** Of those that meet, in the order in which they count. */
const codeReasons = (first: Weighed, second: Weighed, alike: number, { ofTheme }: Codes): readonly Reason[] => {
  const apart =
    first.theme !== undefined && second.theme !== undefined && first.theme !== second.theme && alike < SAME_FIELD;
  const met = shared(first.needs, second.offers).map((code) => ({ because: 'need_met', code }) as const);
  const wanted = shared(second.needs, first.offers).map((code) => ({ because: 'offer_wanted', code }) as const);
  const weighed = [...met, ...wanted]
    .map((each) => ({ ...each, weight: apart && ofTheme.has(each.code) ? ELSEWHERE : 1 }))
    .toSorted((a, b) => b.weight - a.weight)
    .map((each, at) => ({ ...each, points: Math.round((at === 0 ? FIRST_CODE : NEXT_CODE) * each.weight) }));
  return (['need_met', 'offer_wanted'] as const).flatMap((because): readonly Reason[] => {
    const own = weighed.filter((each) => each.because === because);
    const points = own.reduce((sum, each) => sum + each.points, 0);
    return own.length === 0 ? [] : [{ because, codes: own.map(({ code }) => code), points }];
  });
};

const stageReason = (first: Weighed, second: Weighed, { stages }: Codes): readonly Reason[] => {
  const [one, other] = [first.stage, second.stage].map((stage) => stages.indexOf(stage ?? ''));
  if (one === undefined || other === undefined || one < 0 || other < 0) return [];
  if (Math.abs(one - other) < STAGES_AHEAD) return [];
  return [{ because: 'stage', ahead: one > other ? 'first' : 'second', points: AHEAD }];
};

/** Heaviest first. */
export const reasonsFor = (first: Weighed, second: Weighed, likeness: Likeness, codes: Codes): readonly Reason[] => {
  const alike = Math.max(likeness.words, likeness.titles);
  const met = [...shared(first.needs, second.offers), ...shared(second.needs, first.offers)];
  const ofPlace = met.length > 0 && !met.some((code) => codes.ofTheme.has(code));
  const words = alike < HARDLY_ALIKE ? 0 : Math.round(ALIKE * alike);
  const reasons: readonly Reason[] = [
    ...codeReasons(first, second, alike, codes),
    ...(first.theme !== undefined && first.theme === second.theme
      ? [{ because: 'theme', theme: first.theme, points: ofPlace ? SAYS_LESS : SAYS_MORE } as const]
      : []),
    ...(first.district !== undefined && first.district === second.district
      ? [{ because: 'district', district: first.district, points: ofPlace ? SAYS_MORE : SAYS_LESS } as const]
      : []),
    ...(words > 0 ? [{ because: 'words', points: words } as const] : []),
    ...stageReason(first, second, codes),
  ];
  return reasons.toSorted((a, b) => b.points - a.points);
};

export const scoreOf = (reasons: readonly Reason[]): number => reasons.reduce((sum, { points }) => sum + points, 0);

/** The best first; of equals, the one of which there was news last. */
const byScore = (a: Synergy, b: Synergy): number =>
  b.score - a.score || Temporal.Instant.compare(b.sheet.newsAt, a.sheet.newsAt) || b.sheet.id - a.sheet.id;

/** What a need that one of those chosen already meets is still worth. */
const MET_ALREADY = 0.33;

/** What it would add to those already chosen: three answers to the same need are worth less than one to each. */
const added = ({ score, reasons }: Synergy, met: ReadonlySet<string>): number => {
  const [need] = reasons.filter(({ because }) => because === 'need_met');
  if (need?.because !== 'need_met') return score;
  const again = need.codes.filter((code) => met.has(code)).length / need.codes.length;
  return score - need.points * again * MET_ALREADY;
};

const needsMetBy = ({ reasons }: Synergy): readonly string[] =>
  reasons.flatMap((reason) => (reason.because === 'need_met' ? reason.codes : []));

/** Of those that are worth telling, one after the other the one that adds most. */
export const closestOf = (synergies: readonly Synergy[], most: number): readonly Synergy[] => {
  const rest = synergies.filter(({ score }) => score >= LEAST_SCORE).toSorted(byScore);
  const chosen: Synergy[] = [];
  while (chosen.length < most && rest.length > 0) {
    const met = new Set(chosen.flatMap(needsMetBy));
    const worth = rest.map((each) => added(each, met));
    const [best] = rest.splice(worth.indexOf(Math.max(...worth)), 1);
    if (best) chosen.push(best);
  }
  return chosen;
};

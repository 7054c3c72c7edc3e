// Which partners answer a person's answers, and which of them are named. Pure: the check of a place file and the house ask
// the same. A question that was skipped rules nobody out; a public never does.
import { type Condition, conditions, type Exclusion, type Offer, type OrientationRules } from './orientation.ts';
import type { Partner } from './partner.ts';

export type OrientationAnswers = Readonly<Partial<Record<Condition | 'district' | 'public', readonly string[]>>>;

export interface Reason {
  readonly question: Condition | 'public';
  readonly choice: string;
}

export interface Match {
  readonly partner: Partner;
  /** Of its form and field, how many the offer names and the person did not say. */
  readonly unsaid: number;
  readonly offer: Offer;
  /** Each is an answer of the person, and named by the offer. Never empty. */
  readonly reasons: readonly Reason[];
}

/** What a partner that says what it is for is worth more than one that is for all. */
const WEIGHTS: Readonly<Record<Condition | 'public', number>> = { need: 4, form: 6, field: 6, stage: 2, public: 1 };
/** A need that a partner named before meets already. */
const MET = 1;
/** An offer for some forms or fields only, of someone who did not say theirs: it may not be for them. */
const UNSAID = 0.5;
const MOST = 3;
const LINKS: readonly Partner['link'][] = ['established', 'regular', 'developing'];

const isOpen = ({ choices }: OrientationRules, condition: Condition, answered: readonly string[]): boolean =>
  choices[condition].some(({ key, open }) => open && answered.includes(key));

const allows = (
  rules: OrientationRules,
  listed: readonly string[],
  condition: Condition,
  answered: readonly string[],
): boolean =>
  listed.length === 0 ||
  answered.length === 0 ||
  isOpen(rules, condition, answered) ||
  answered.some((choice) => listed.includes(choice));

const reasonsOf = (offer: Offer, answers: OrientationAnswers): readonly Reason[] =>
  [...conditions, 'public' as const].flatMap((question) =>
    (answers[question] ?? [])
      .filter((choice) => offer[question].includes(choice))
      .map((choice) => ({ question, choice })),
  );

const unsaidIn = (offer: Offer, answers: OrientationAnswers): number =>
  (['form', 'field'] as const).filter((each) => offer[each].length > 0 && (answers[each] ?? []).length === 0).length;

/** Every need that was said is one that it has nothing for; so is every other condition that it names. */
const isExcluded = (exclusion: Exclusion, answers: OrientationAnswers): boolean =>
  conditions.every((condition) => {
    const answered = answers[condition] ?? [];
    const listed = exclusion[condition];
    return listed.length === 0 || (answered.length > 0 && answered.every((choice) => listed.includes(choice)));
  });

const worth = ({ reasons, unsaid }: Match, met: ReadonlySet<string> = new Set()): number =>
  reasons.reduce(
    (sum, { question, choice }) => sum + (question === 'need' && met.has(choice) ? MET : WEIGHTS[question]),
    -unsaid * UNSAID,
  );

const best = <T>(all: readonly T[], worthOf: (each: T) => number): T | undefined =>
  all.reduce<T | undefined>((top, each) => (top === undefined || worthOf(each) > worthOf(top) ? each : top), undefined);

const matchOf = (rules: OrientationRules, partner: Partner, answers: OrientationAnswers): Match | undefined => {
  const { offers = [], exclusions = [] } = partner.orientation ?? {};
  if (exclusions.some((exclusion) => isExcluded(exclusion, answers))) return undefined;
  const firing = offers
    .filter((offer) =>
      conditions.every((condition) => allows(rules, offer[condition], condition, answers[condition] ?? [])),
    )
    .map((offer) => ({ partner, offer, reasons: reasonsOf(offer, answers), unsaid: unsaidIn(offer, answers) }))
    .filter(({ reasons }) => reasons.length > 0);
  return best(firing, worth);
};

interface Oriented {
  readonly orientation?: OrientationRules | undefined;
  readonly partners: readonly Partner[];
}

/** Every partner that has something for these answers, as the file lists them. */
export const matchesOf = ({ orientation, partners }: Oriented, answers: OrientationAnswers): readonly Match[] =>
  orientation === undefined
    ? []
    : partners.flatMap((partner) => {
        const match = matchOf(orientation, partner, answers);
        return match ? [match] : [];
      });

const byLink = (matches: readonly Match[]): readonly Match[] =>
  matches.toSorted((a, b) => LINKS.indexOf(a.partner.link) - LINKS.indexOf(b.partner.link));

/** Three at most, so that each need finds someone before a second one is named for the same. */
const chosenFrom = (matches: readonly Match[], chosen: readonly Match[]): readonly Match[] => {
  if (chosen.length >= MOST) return chosen;
  const met = new Set(chosen.flatMap(({ reasons }) => reasons.map(({ choice }) => choice)));
  const left = matches.filter(({ partner }) => !chosen.some((each) => each.partner.key === partner.key));
  const next = best(left, (each) => worth(each, met));
  return next ? chosenFrom(left, [...chosen, next]) : chosen;
};

/**
 * One to three, or none. Who one is takes no partner away: they are chosen without it, then it puts some first, fills the
 * places left and is said among the reasons. Whose link is being developed comes last.
 */
export const namedFor = (place: Oriented, answers: OrientationAnswers): readonly Match[] => {
  const all = byLink(matchesOf(place, answers));
  const without = byLink(matchesOf(place, { ...answers, public: [] }));
  const keys = chosenFrom(without, []).map(({ partner }) => partner.key);
  const kept = all.filter(({ partner }) => keys.includes(partner.key));
  const chosen = chosenFrom(all, kept);
  const isLast = ({ partner }: Match): number => (partner.link === 'developing' ? 1 : 0);
  return chosen.toSorted((a, b) => isLast(a) - isLast(b) || worth(b) - worth(a));
};

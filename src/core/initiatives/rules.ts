// What follows from what is known of an initiative: which objectives it serves, what is left to ask, when its veilleuse is
// asked for news. Pure.

import { namedDistricts } from '../../place/districts.ts';
import { type Code, initiativesOf } from '../../place/initiatives.ts';
import type { Place } from '../../place/model.ts';
import type { Answered, Initiative, Sketch } from './model.ts';

type Coded = Pick<Place, 'initiatives' | 'districts' | 'objectives'>;

/** As the place file says, in the order of the programme: of its theme, of what it needs and offers, of where it is. */
export const objectivesFor = (place: Coded, { theme, needs, offers, district }: Sketch): readonly string[] => {
  const rules = initiativesOf(place);
  const of = (codes: readonly Code[], keys: readonly string[]) =>
    codes.filter(({ key }) => keys.includes(key)).flatMap(({ objectives }) => objectives);
  const somewhere = namedDistricts(place.districts ?? []).some(({ key }) => key === district);
  const served = new Set([
    ...of(rules.themes, theme === undefined ? [] : [theme]),
    ...of(rules.needs, [...needs, ...offers]),
    ...(somewhere ? rules.districtObjectives : []),
  ]);
  return place.objectives.map(({ key }) => key).filter((key) => served.has(key));
};

/** One that the place has no more may come from an old button, or be forged. */
export const isKnown = (place: Coded, { field, key }: Answered): boolean => {
  const rules = initiativesOf(place);
  const has = (all: readonly { readonly key: string }[]): boolean => all.some((each) => each.key === key);
  switch (field) {
    case 'district':
      return has(place.districts ?? []);
    case 'theme':
      return has(rules.themes);
    case 'stage':
      return has(rules.stages);
    case 'needs':
    case 'offers':
      return has(rules.needs);
    case 'objectives':
      return has(place.objectives);
    case 'agreement':
      return true;
  }
};

/** What is asked on its card, one press each, in this order. */
export const missingIn = (
  place: Coded,
  initiative: Pick<Initiative, 'district' | 'theme' | 'stage' | 'needs' | 'offers' | 'agreement'>,
): readonly Answered['field'][] => {
  const { needs, themes, stages } = initiativesOf(place);
  return [
    ...(initiative.district === undefined && (place.districts ?? []).length > 0 ? (['district'] as const) : []),
    ...(initiative.theme === undefined && themes.length > 0 ? (['theme'] as const) : []),
    ...(initiative.stage === undefined && stages.length > 0 ? (['stage'] as const) : []),
    ...(initiative.needs.length === 0 && needs.length > 0 ? (['needs'] as const) : []),
    ...(initiative.agreement === 'to_ask' ? (['agreement'] as const) : []),
  ];
};

/** How often its veilleuse could have been asked since there was news; none: it is not time yet. */
export const silences = (newsAt: Temporal.Instant, now: Temporal.Instant, silence: Temporal.Duration): number =>
  Math.floor(now.since(newsAt).total('hours') / silence.total('hours'));

const union = (mine: readonly string[], theirs: readonly string[]): readonly string[] => [
  ...new Set([...mine, ...theirs]),
];

/** What two say together: the first answers for both, and keeps what it knows. */
export const merged = (kept: Initiative, other: Initiative): Sketch & Pick<Initiative, 'objectives'> => ({
  title: kept.title,
  summary: [...new Set([kept.summary, other.summary])].filter((part) => part !== '').join('\u00a0; '),
  district: kept.district ?? other.district,
  theme: kept.theme ?? other.theme,
  stage: kept.stage ?? other.stage,
  people: kept.people ?? other.people,
  needs: union(kept.needs, other.needs),
  offers: union(kept.offers, other.offers),
  objectives: union(kept.objectives, other.objectives),
});

const toggled = (keys: readonly string[], key: string): readonly string[] =>
  keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];

type Changes = Partial<Sketch & Pick<Initiative, 'objectives' | 'agreement'>>;

/** What one press changes. Objectives follow from the codes until someone corrects them. */
export const answered = (place: Coded, one: Initiative, said: Answered): Changes => {
  const proposed = objectivesFor(place, one);
  const isProposed = proposed.join() === one.objectives.join();
  const coded = (changes: Partial<Sketch>): Changes =>
    isProposed ? { ...changes, objectives: objectivesFor(place, { ...one, ...changes }) } : changes;
  switch (said.field) {
    case 'district':
    case 'theme':
    case 'stage':
      return coded({ [said.field]: one[said.field] === said.key ? undefined : said.key });
    case 'needs':
    case 'offers':
      return coded({ [said.field]: toggled(one[said.field], said.key) });
    case 'objectives':
      return { objectives: toggled(one.objectives, said.key) };
    case 'agreement':
      return { agreement: said.key };
  }
};

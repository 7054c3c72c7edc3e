// What a benchmark found, said as a ratio to a floor measured in the same run.

export type Goal = { readonly atLeast: number } | { readonly atMost: number };

export interface Finding {
  readonly what: string;
  readonly floor: string;
  /** House over floor, a round each. */
  readonly ratios: readonly number[];
  /** Of the median ratio, unless `measured` says what else it is of. */
  readonly goal: Goal | undefined;
  readonly measured?: { readonly values: readonly number[]; readonly unit: string };
  readonly details: readonly string[];
}

/** Between the two nearest: 0.5 is the median. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const rounded = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: value >= 100 ? 4 : 3, useGrouping: false });

/** The median, and the half of all rounds that is nearest to it. */
export const spread = (values: readonly number[], unit = ''): string =>
  `${rounded(median(values))}${unit} (${rounded(quantile(values, 0.25))}–${rounded(quantile(values, 0.75))})`;

export const isMet = ({ goal, ratios, measured }: Finding): boolean => {
  if (!goal) return true;
  const value = median(measured?.values ?? ratios);
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
};

const goalOf = (finding: Finding): string => {
  const { goal, measured } = finding;
  if (!goal) return 'no goal';
  const bound = 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
  return `goal ${bound}${measured ? measured.unit : ''}: ${isMet(finding) ? 'met' : 'NOT MET'}`;
};

export const told = (finding: Finding): string => {
  const { what, floor, ratios, measured, details } = finding;
  const value = measured ? `${spread(measured.values, measured.unit)}, ` : '';
  return [
    `${what}: ${value}ratio ${spread(ratios)} to ${floor}, ${ratios.length} rounds · ${goalOf(finding)}`,
    ...details.map((detail) => `    ${detail}`),
  ].join('\n');
};

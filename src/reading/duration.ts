// How long: « 2h30 », « deux heures et demie », « 90 minutes », « trois quarts d’heure ». In minutes.
import { countsOther } from './clock.ts';
import { HOUR_UNITS, MINUTE_UNITS } from './clock-words.ts';
import { isGlued, type Line, past, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';

export interface Duration {
  readonly to: number;
  readonly minutes: number;
  /** Said with hours alone: « 2h » may be an hour of the day as well. */
  readonly likeClock: boolean;
}

const FRACTIONS: readonly (readonly [words: readonly string[], minutes: number])[] = [
  [['une', 'demi', 'heure'], 30],
  [['demi', 'heure'], 30],
  [['une', 'demie', 'heure'], 30],
  [['demie', 'heure'], 30],
  [['1', '/', '2', 'heure'], 30],
  [['1', '/', '2', 'h'], 30],
  [['un', 'quart', 'd', 'heure'], 15],
  [['1', '/', '4', 'd', 'heure'], 15],
  [['1', '/', '4', 'h'], 15],
  [['quart', 'd', 'heure'], 15],
  [['trois', 'quarts', 'd', 'heure'], 45],
  [['trois', 'quart', 'd', 'heure'], 45],
  [['3', '/', '4', 'd', 'heure'], 45],
  [['3', '/', '4', 'h'], 45],
  [['3', 'quarts', 'd', 'heure'], 45],
];

export const FRACTION_WORDS: ReadonlySet<string> = new Set([...FRACTIONS.map(([[first = '']]) => first), 'environ']);

const HALVES: readonly (readonly [words: readonly string[], minutes: number])[] = [
  [['et', 'demie'], 30],
  [['et', 'demi'], 30],
  [['et', 'quart'], 15],
  [['et', 'un', 'quart'], 15],
  [['trois', 'quarts'], 45],
];

const firstOf = (
  line: Line,
  at: number,
  table: typeof HALVES,
): { readonly to: number; readonly minutes: number } | undefined => {
  for (const [words, minutes] of table) {
    const to = past(line, at, words);
    if (to !== undefined) return { to, minutes };
  }
  return undefined;
};

/** « 1,5 h » */
const decimalAt = (line: Line, at: number, whole: number, to: number): Duration | undefined => {
  const tenths = numberAt(line, to + 1);
  const isDecimal =
    (wordAt(line, to) === ',' || wordAt(line, to) === '.') && isGlued(line, to) && isGlued(line, to + 1);
  if (!isDecimal || tenths?.digits !== 1 || !HOUR_UNITS.has(wordAt(line, tenths.to)) || !/^\d+$/.test(wordAt(line, at)))
    return undefined;
  return { to: tenths.to + 1, minutes: whole * 60 + tenths.value * 6, likeClock: false };
};

const afterHours = (line: Line, hours: number, at: number): Duration => {
  const half = firstOf(line, at, HALVES);
  if (half !== undefined) return { to: half.to, minutes: hours * 60 + half.minutes, likeClock: true };
  const joined = wordAt(line, at) === 'et' ? at + 1 : at;
  const said = numberAt(line, joined);
  if (said === undefined || said.value > 59) return { to: at, minutes: hours * 60, likeClock: true };
  const minutes = hours * 60 + said.value;
  // « 14h 45 min »: an hour, then how long.
  if (MINUTE_UNITS.has(wordAt(line, said.to)))
    return hours >= 7 && !isGlued(line, at)
      ? { to: at, minutes: hours * 60, likeClock: true }
      : { to: said.to + 1, minutes, likeClock: false };
  const fits = joined === at && (said.digits === 2 || said.digits === 0) && !countsOther(line, said.to);
  return fits ? { to: said.to, minutes, likeClock: true } : { to: at, minutes: hours * 60, likeClock: true };
};

/** « une petite heure » */
const ROUND = phrases('une petite heure, une bonne heure, une grosse heure, une heure environ, environ une heure');

export const durationAt = (line: Line, at: number): Duration | undefined => {
  const round = pastAny(line, at, ROUND);
  if (round !== undefined) return { to: round, minutes: 60, likeClock: false };
  const fraction = firstOf(line, at, FRACTIONS);
  if (fraction !== undefined) return { ...fraction, likeClock: false };
  const said = numberAt(line, at);
  if (said === undefined || said.digits > 4) return undefined;
  const decimal = decimalAt(line, at, said.value, said.to);
  if (decimal !== undefined) return decimal;
  const unit = wordAt(line, said.to);
  if (MINUTE_UNITS.has(unit) || (unit === "'" && isGlued(line, said.to)))
    return { to: said.to + 1, minutes: said.value, likeClock: false };
  return HOUR_UNITS.has(unit) ? afterHours(line, said.value, said.to + 1) : undefined;
};

// One hour of the day: « 14h30 », « 14:30 », « midi et demi », « neuf heures moins le quart », « 8h du mat ».

import { MONTHS } from './calendar-words.ts';
import { HEADS, HOUR_UNITS, MINUTE_UNITS } from './clock-words.ts';
import { isGlued, type Line, past, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import type { ClockValue } from './piece.ts';

export interface Clock {
  readonly to: number;
  /** Undefined: said like an hour, but there is no such hour (« 25h »). */
  readonly at: ClockValue | undefined;
  /** « midi », « 3h de l’après-midi »: there is no doubt about its half of the day, nor that it is an hour. */
  readonly sure: boolean;
}

const NOON = 12 * 60;
const DAY = 24 * 60;

const COUNTED = new Set([
  ...HEADS,
  ...MINUTE_UNITS,
  // « 9 h 15 mar. 24 »: a Tuesday.
  ...[...MONTHS.keys()].filter((month) => month !== 'mar'),
  '/',
  ':',
  ...HOUR_UNITS,
  'ans',
  'jours',
  'semaines',
  'er',
]);

/** The number at `at` counts something else than minutes. */
export const countsOther = (line: Line, at: number): boolean => COUNTED.has(wordAt(line, at));

const QUARTERS: readonly (readonly [words: readonly string[], minutes: number])[] = [
  [['et', 'demie'], 30],
  [['et', 'demi'], 30],
  [['et', 'quart'], 15],
  [['et', 'un', 'quart'], 15],
  [['moins', 'le', 'quart'], -15],
  [['moins', 'quart'], -15],
  [['moins', 'un', 'quart'], -15],
  [['et', 'trois', 'quarts'], 45],
];

interface Minutes {
  readonly to: number;
  readonly minutes: number;
}

/** What follows the hour: digits, letters, quarters; nothing is nought. */
const minutesAt = (line: Line, at: number): Minutes => {
  for (const [words, minutes] of QUARTERS) {
    const to = past(line, at, words);
    if (to !== undefined) return { to, minutes };
  }
  if (wordAt(line, at) === 'moins') {
    const said = numberAt(line, at + 1);
    if (said !== undefined && said.value < 30) return { to: said.to, minutes: -said.value };
  }
  const said = numberAt(line, at);
  const plausible =
    said !== undefined &&
    (said.digits === 2 || (said.digits === 1 && isGlued(line, at)) || (said.digits === 0 && said.value >= 5));
  // « 10h12h »: from ten to noon.
  const isCertain = said?.digits === 2 && isGlued(line, at) && !HOUR_UNITS.has(wordAt(line, said.to));
  // « 16h30mn », all in one.
  const unit = said !== undefined && MINUTE_UNITS.has(wordAt(line, said.to)) && isGlued(line, said.to) ? 1 : 0;
  return plausible && (isCertain || !countsOther(line, said.to))
    ? { to: said.to + (isCertain ? unit : 0), minutes: said.value }
    : { to: at, minutes: 0 };
};

const PILE = phrases(['pile', 'precise', 'precises', 'environ', 'tapantes']);
const MORNING = phrases(['du matin', 'du mat', 'de la matinee', 'am']);
const AFTERNOON = phrases(`
  de l apres midi, de l aprem, d aprem, de l apresmidi, de l apm, de l aprm, pm
`);
const EVENING = phrases(['du soir', 'de la soiree']);

/** « du matin », « du soir » after an hour: which half of the day it is in. */
const inItsHalf = (line: Line, to: number, minutes: number, sure: boolean): Clock => {
  const pile = pastAny(line, to, PILE) ?? to;
  const morning = pastAny(line, pile, MORNING);
  if (morning !== undefined) return { to: morning, at: minutes <= NOON + 59 ? minutes : undefined, sure: true };
  const afternoon = pastAny(line, pile, AFTERNOON);
  const evening = afternoon === undefined ? pastAny(line, pile, EVENING) : undefined;
  const half = afternoon ?? evening;
  if (half === undefined) return { to: pile, at: minutes, sure };
  const late = minutes < NOON ? minutes + NOON : minutes;
  const [least, most] = evening === undefined ? [NOON, 19 * 60] : [17 * 60, DAY - 1];
  return { to: half, at: late >= least && late <= most ? late : undefined, sure: true };
};

const clockOf = (line: Line, hour: number, { to, minutes }: Minutes, sure: boolean): Clock => {
  const total = hour * 60 + minutes;
  const exists = hour <= 24 && minutes < 60 && total >= 0 && total <= DAY;
  return exists ? inItsHalf(line, to, total, sure) : { to, at: undefined, sure };
};

const EDGES: readonly (readonly [known: ReturnType<typeof phrases>, at: ClockValue])[] = [
  [phrases(['ouverture', 'l ouverture', 'la premiere heure', 'premiere heure']), 'opening'],
  [
    phrases([
      'fermeture',
      'la fermeture',
      'la fin de la journee',
      'la fin de journee',
      'fin de journee',
      'fin de la journee',
    ]),
    'closing',
  ],
];

export const EDGE_WORDS: ReadonlySet<string> = new Set(EDGES.flatMap(([known]) => [...known.keys()]));
export const NAMED_HOURS: ReadonlySet<string> = new Set(['midi', 'minuit']);

/** « l’ouverture », « la fermeture »: the place says when. Only where an hour is awaited. */
export const edgeAt = (line: Line, at: number): Clock | undefined => {
  for (const [known, value] of EDGES) {
    const to = pastAny(line, at, known);
    if (to !== undefined) return { to, at: value, sure: true };
  }
  return undefined;
};

const namedAt = (line: Line, at: number): Clock | undefined => {
  const word = wordAt(line, at);
  if (word === 'midi') return clockOf(line, 12, minutesAt(line, at + 1), true);
  if (word === 'minuit') return clockOf(line, 0, minutesAt(line, at + 1), true);
  return undefined;
};

/** « 9h. à 11h. » */
const pastPoint = (line: Line, at: number): number =>
  wordAt(line, at) === '.' && isGlued(line, at) && wordAt(line, at + 1) !== '' ? at + 1 : at;

/** « 9h:30 » */
const pastColon = (line: Line, at: number): number =>
  wordAt(line, at) === ':' && isGlued(line, at) && isGlued(line, at + 1) && numberAt(line, at + 1)?.digits === 2
    ? at + 1
    : pastPoint(line, at);

/** An hour with a mark of it; a bare number is none. */
export const clockAt = (line: Line, at: number): Clock | undefined => {
  const named = namedAt(line, at);
  if (named !== undefined) return named;
  const hour = numberAt(line, at);
  if (hour === undefined || hour.digits > 2) return undefined;
  const mark = wordAt(line, hour.to);
  if (HOUR_UNITS.has(mark)) return clockOf(line, hour.value, minutesAt(line, pastColon(line, hour.to + 1)), false);
  if (mark === 'am' || mark === 'pm') return clockOf(line, hour.value, { to: hour.to, minutes: 0 }, true);
  const minutes = numberAt(line, hour.to + 1);
  if (mark !== ':' || minutes?.digits !== 2 || !isGlued(line, hour.to) || !isGlued(line, hour.to + 1)) return undefined;
  const seconds =
    wordAt(line, minutes.to) === ':' && isGlued(line, minutes.to) && wordAt(line, minutes.to + 1) === '00'
      ? minutes.to + 2
      : minutes.to;
  const to = HOUR_UNITS.has(wordAt(line, seconds)) && isGlued(line, seconds) ? seconds + 1 : seconds;
  return clockOf(line, hour.value, { to, minutes: minutes.value }, true);
};

/** The number of hours and minutes as said, « 2h30 »: how it reads as a duration. */
export const isShort = ({ at, sure }: Clock): boolean => !sure && typeof at === 'number' && at < 7 * 60;

/** An hour, or the place's own opening and closing. */
export const boundAt = (line: Line, at: number): Clock | undefined => clockAt(line, at) ?? edgeAt(line, at);

// Days beside another: « la veille du 25 décembre », « le lendemain de Noël », « deux jours après Pâques ».
import { UNITS_OF_DAYS, UNITS_OF_WEEKS } from './calendar-words.ts';
import { dayBoundAt } from './day-bounds.ts';
import { boundDate } from './day-limits.ts';
import { feastAt } from './feasts.ts';
import { type Line, past, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { match, type Present, type Rule } from './piece.ts';
import { NUMBERS, reader } from './reader.ts';

const BESIDE: readonly (readonly [names: ReturnType<typeof phrases>, days: number])[] = [
  [phrases('avant veille, l avant veille, la avant veille'), -2],
  [phrases('veille, la veille'), -1],
  [phrases('lendemain, le lendemain'), 1],
  [phrases('surlendemain, le surlendemain'), 2],
];
const OF = new Set(['de', 'du', 'd']);

interface Shift {
  readonly to: number;
  readonly days: number;
}

const besideAt = (line: Line, at: number): Shift | undefined => {
  for (const [names, days] of BESIDE) {
    const to = pastAny(line, at, names);
    if (to !== undefined && OF.has(wordAt(line, to))) return { to: to + 1, days };
  }
  return undefined;
};

const SIDES: ReadonlyMap<string, 1 | -1> = new Map([
  ['apres', 1],
  ['avant', -1],
]);
const MOST = 60;

/** « deux jours après », « une semaine avant » */
const countedAt = (line: Line, at: number): Shift | undefined => {
  const said = numberAt(line, at);
  const unit = said && wordAt(line, said.to);
  const side = said && SIDES.get(wordAt(line, said.to + 1));
  if (said === undefined || unit === undefined || side === undefined || said.value > MOST) return undefined;
  const days = UNITS_OF_WEEKS.has(unit) ? 7 : UNITS_OF_DAYS.has(unit) ? 1 : undefined;
  return days === undefined ? undefined : { to: said.to + 2, days: side * days * said.value };
};

const dayAt = (line: Line, at: number, present: Present): { to: number; date: Temporal.PlainDate } | undefined => {
  const from = past(line, at, ['la']) ?? past(line, at, ['le']) ?? past(line, at, ['l']) ?? at;
  const feast = feastAt(line, from, present, true);
  const [piece] = feast?.pieces ?? [];
  if (feast !== undefined && piece?.is === 'day') return { to: feast.to, date: piece.date };
  const bound = dayBoundAt(line, from, present);
  const date = bound && boundDate(bound, present.today);
  return bound && date && { to: bound.to, date };
};

export const aroundDayRule: Rule = (line, at, present) => {
  const shift = besideAt(line, at) ?? countedAt(line, at);
  const day = shift && dayAt(line, shift.to, present);
  return shift && day && match(day.to, { is: 'day', date: day.date.add({ days: shift.days }), others: [] });
};

export const aroundDays = reader(aroundDayRule, ...BESIDE.map(([names]) => names), NUMBERS);

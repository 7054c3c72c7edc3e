// Months around what comes back, or too wide to be booked: « en mars », « de décembre », « le mois prochain », « mi-janvier ».
import { MONTHS } from './calendar-words.ts';
import { countsThings, dayNumberAt } from './dates.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { nextDate } from './next-dates.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type Match, match, type Present, type Rule, UNCLEAR } from './piece.ts';
import { reader } from './reader.ts';

const IN_MONTH = phrases(`
  en, au mois de, au mois d, dans le mois de, dans le mois d, pendant le mois de, du mois de, du mois d, de, d, pendant tout le mois de
`);
const VAGUELY_IN_MONTH = phrases('debut, fin, mi, courant, au debut de, a la mi, vers le mois de, fin de, debut de');

/** « février, le 3 » */
const dayAfterMonth = (line: Line, to: number, month: number, present: Present): Match | undefined => {
  const from = wordAt(line, to) === ',' ? to + 1 : to;
  const said = wordAt(line, from) === 'le' ? dayNumberAt(line, from + 1) : undefined;
  if (said === undefined || countsThings(line, said.to) || MONTHS.has(wordAt(line, said.to))) return undefined;
  const date = nextDate(month, said.day, present.today);
  return match(said.to, date === undefined ? UNCLEAR : { is: 'day', date, others: [] });
};

const MONTHS_AHEAD: readonly (readonly [known: ReturnType<typeof phrases>, months: number])[] = [
  [phrases('le mois prochain, mois prochain, du mois prochain, au mois prochain, du mois pro, le mois pro'), 1],
  [phrases('ce mois ci, ce mois, de ce mois, de ce mois ci, du mois en cours, du mois courant'), 0],
];

/** « le mois prochain » */
const monthAheadAt = (line: Line, at: number, { today }: Present): Match | undefined => {
  for (const [known, months] of MONTHS_AHEAD) {
    const to = pastAny(line, at, known);
    if (to !== undefined) return match(to, { is: 'month', first: today.with({ day: 1 }).add({ months }), sure: true });
  }
  return undefined;
};

const IN = new Set(['en', 'au', 'dans', 'pendant']);

const monthSaidAt = (line: Line, at: number, present: Present): Match | undefined => {
  const { today } = present;
  const vague = pastAny(line, at, VAGUELY_IN_MONTH);
  if (vague !== undefined) {
    const from = wordAt(line, vague) === '-' ? vague + 1 : vague;
    return MONTHS.has(wordAt(line, from)) ? match(from + 1, { is: 'unclear', weak: true }) : undefined;
  }
  const from = pastAny(line, at, IN_MONTH) ?? at;
  const month = MONTHS.get(wordAt(line, from));
  const isLong = wordAt(line, from).length > 3;
  if (month === undefined || !(isLong || (from > at && wordAt(line, from) === 'mai'))) return undefined;
  const dated = dayAfterMonth(line, from + 1, month, present);
  if (dated !== undefined) return dated;
  const said = numberAt(line, from + 1);
  const year = said?.digits === 4 ? said.value : month < today.month ? today.year + 1 : today.year;
  if (year < 1900 || year > 2199) return match(from + 1, UNCLEAR);
  return match(said?.digits === 4 ? said.to : from + 1, {
    is: 'month',
    first: new Temporal.PlainDate(year, month, 1),
    ...(IN.has(wordAt(line, at)) ? { sure: true } : {}),
  });
};

export const monthRule: Rule = (line, at, present) => monthAheadAt(line, at, present) ?? monthSaidAt(line, at, present);

export const months = reader(monthRule, VAGUELY_IN_MONTH, IN_MONTH, MONTHS, ...MONTHS_AHEAD.map(([known]) => known));

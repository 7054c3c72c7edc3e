// Days counted from today: « demain », « après-demain », « dans 3 jours », « il y a une semaine », « demain en huit ».

import { RELATIVE_DAYS, UNITS_OF_DAYS, UNITS_OF_WEEKS } from './calendar-words.ts';
import { daysAfter } from './day-order.ts';
import { durationAt } from './duration.ts';
import { type Line, past, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type Match, match, type Present, type Rule, UNCLEAR } from './piece.ts';
import { reader } from './reader.ts';

const NAMED: readonly (readonly [words: readonly string[], days: number])[] = [
  [['apres', 'apres', 'demain'], 3],
  [['apres', 'demain'], 2],
  [['apres', 'dem'], 2],
  [['avant', 'hier'], -2],
  [['aujourd', 'hui'], 0],
  [['ce', 'jour'], 0],
  [['le', 'jour', 'meme'], 0],
  [['2', 'main'], 1],
];

/** What a day counted from today may begin with. */
export const NAMED_DAY_WORDS: ReadonlySet<string> = new Set([
  ...NAMED.map(([[first = '']]) => first),
  ...RELATIVE_DAYS.keys(),
]);

const WEEKS_LATER: readonly (readonly [known: ReturnType<typeof phrases>, days: number])[] = [
  [phrases(['en huit', 'en 8']), 7],
  [phrases(['en quinze', 'en 15']), 14],
];

const nameAt = (line: Line, at: number): { readonly days: number; readonly to: number } | undefined => {
  for (const [words, days] of NAMED) {
    const to = past(line, at, words);
    if (to !== undefined) return { days, to };
  }
  const days = RELATIVE_DAYS.get(wordAt(line, at));
  return days === undefined ? undefined : { days, to: at + 1 };
};

export const namedDayRule: Rule = (line, at, { today }) => {
  const named = nameAt(line, at);
  if (named === undefined) return undefined;
  for (const [known, later] of WEEKS_LATER) {
    const to = pastAny(line, named.to, known);
    if (to !== undefined) return match(to, { is: 'day', date: daysAfter(today, named.days + later), others: [] });
  }
  const to = wordAt(line, named.to) === '.' && wordAt(line, at).length < 5 ? named.to + 1 : named.to;
  return match(to, { is: 'day', date: daysAfter(today, named.days), others: [] });
};

const MOST = 1000;
const OR = new Set(['ou', 'a', '-']);
const COUNTED = new Set([...UNITS_OF_DAYS, ...UNITS_OF_WEEKS, 'mois']);

/** « deux ou trois jours », « un mois ou deux »: nobody knows which. */
const roughlyTo = (line: Line, at: number): number | undefined => {
  const isAfterUnit = COUNTED.has(wordAt(line, at)) && wordAt(line, at + 1) === 'ou';
  const from = isAfterUnit ? at + 1 : at;
  const other = OR.has(wordAt(line, from)) ? numberAt(line, from + 1) : undefined;
  if (other === undefined) return undefined;
  if (COUNTED.has(wordAt(line, other.to))) return other.to + 1;
  return isAfterUnit ? other.to : undefined;
};

/** « 3 jours », « une semaine », « huit jours » (a week, as it is said), « quinze jours » (two). */
const countedAt = (line: Line, at: number, present: Present, sign: 1 | -1): Match | undefined => {
  const { today } = present;
  const said = numberAt(line, at);
  if (said === undefined) return undefined;
  const other = roughlyTo(line, said.to);
  if (other !== undefined) return match(other, UNCLEAR);
  const unit = wordAt(line, said.to);
  if (said.value > MOST) return match(said.to + 1, UNCLEAR);
  const day = (date: Temporal.PlainDate, to: number, ...others: readonly Temporal.PlainDate[]) =>
    match(to, { is: 'day', date, others });
  const after = (days: number) => today.add({ days: sign * days });
  if (UNITS_OF_WEEKS.has(unit))
    return match(said.to + 1, { is: 'day', date: after(7 * said.value), others: [], inWeek: true });
  if (unit === 'mois') return day(today.add({ months: sign * said.value }), said.to + 1);
  if (unit === 'an' || unit === 'ans')
    return said.value > 100 ? match(said.to + 1, UNCLEAR) : day(today.add({ years: sign * said.value }), said.to + 1);
  if (unit === 'quinzaine') return day(after(14), past(line, said.to, ['quinzaine', 'de', 'jours']) ?? said.to + 1);
  if (unit === 'huitaine') return day(after(7), past(line, said.to, ['huitaine', 'de', 'jours']) ?? said.to + 1);
  if (!UNITS_OF_DAYS.has(unit)) return undefined;
  if (sign === 1 && (said.value === 8 || said.value === 15))
    return match(said.to + 1, {
      is: 'day',
      date: after(said.value - 1),
      others: [after(said.value)],
      inWeek: true,
    });
  return day(after(said.value), said.to + 1);
};

const AHEAD = phrases(['dans', 'd ici', 'd ici a', 'sous']);
const AGO = phrases(['il y a', 'y a', 'ya']);

/** « dans une heure » is from now, « dans deux jours » a day. */
const countedRule: Rule = (line, at, present) => {
  const ahead = pastAny(line, at, AHEAD);
  if (ahead !== undefined) {
    const counted = countedAt(line, ahead, present, 1);
    if (counted !== undefined) return counted;
    const duration = durationAt(line, ahead);
    return duration === undefined ? undefined : match(duration.to, { is: 'soon', minutes: duration.minutes });
  }
  const ago = pastAny(line, at, AGO);
  if (ago === undefined) return undefined;
  const duration = durationAt(line, ago);
  return (
    countedAt(line, ago, present, -1) ?? (duration && match(duration.to, { is: 'soon', minutes: -duration.minutes }))
  );
};

export const relativeDayRule: Rule = (line, at, present) =>
  namedDayRule(line, at, present) ?? countedRule(line, at, present);

export const relativeDays = reader(relativeDayRule, NAMED_DAY_WORDS, AHEAD, AGO);

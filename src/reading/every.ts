// What comes back: « tous les mardis », « un jeudi sur deux », « le premier mardi du mois », « tous les matins »,
// « les 3 prochains jeudis ».

import { UNITS_OF_WEEKS, WEEKDAY_PLURALS, WEEKDAYS } from './calendar-words.ts';
import { clockAt } from './clock.ts';
import { dayNumberAt } from './dates.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { momentRule } from './moments.ts';
import { isMonthly, monthDayAt, RANK_WORDS, rankedAt } from './monthly.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type Match, match, type Pattern, type Present, type Rule, UNCLEAR } from './piece.ts';
import { NUMBERS, reader } from './reader.ts';
import { wordSet } from './word-set.ts';

const EACH = phrases(`
  les prochains, les prochaines,   tous les, toutes les, tout les, toute les, ts les, tt les, tous mes, chaque, chaques, every, each, tous, toutes
`);
const THE = new Set(['les', 'mes', 'nos']);
const JOINTS = phrases('et, &, +, et chaque, et tous les, et les, et le, et aussi le, ou');

const weekdayOf = (word: string): number | undefined => WEEKDAY_PLURALS.get(word) ?? WEEKDAYS.get(word);

const every = (to: number, pattern: Pattern): Match => match(to, { is: 'every', pattern });

const weekly = (to: number, weekdays: readonly number[], weeks = 1): Match =>
  every(to, { by: 'week', weekdays, weeks });

interface Weekdays {
  readonly weekdays: readonly number[];
  readonly to: number;
}

/** « mardis et jeudis », « lundi, mercredi et vendredi »: after « les » they are in the plural. */
const weekdaysAt = (line: Line, at: number, isPlural: boolean): Weekdays | undefined => {
  const weekdays: number[] = [];
  let [cursor, to] = [at, at];
  for (;;) {
    const word = wordAt(line, cursor);
    const weekday = isPlural ? WEEKDAY_PLURALS.get(word) : weekdayOf(word);
    if (weekday === undefined) break;
    // « les mardis et jeudi 26 »: that Thursday is a date.
    const isDated = dayNumberAt(line, cursor + 1) !== undefined && clockAt(line, cursor + 1) === undefined;
    if (isDated && !WEEKDAY_PLURALS.has(word)) break;
    weekdays.push(weekday);
    to = cursor + 1;
    cursor = wordAt(line, to) === ',' ? to + 1 : (pastAny(line, to, JOINTS) ?? to);
    if (wordAt(line, cursor - 1) === 'ou') break;
  }
  return weekdays.length === 0 ? undefined : { weekdays, to };
};

/** « tous les 15 jours », « toutes les deux semaines », « une semaine sur deux », « chaque semaine ». */
const paceAt = (line: Line, at: number): Match | undefined => {
  const each = pastAny(line, at, EACH);
  const said = numberAt(line, each ?? at);
  const unit = said?.to ?? each ?? at;
  if (each !== undefined && UNITS_OF_WEEKS.has(wordAt(line, unit))) return weekly(unit + 1, [], said?.value ?? 1);
  if (each !== undefined && wordAt(line, unit) === 'quinzaine') return weekly(unit + 1, [], 2);
  const weekday = each === undefined || said === undefined ? undefined : weekdayOf(wordAt(line, unit));
  // « tous les deux mardis »
  if (weekday !== undefined && said !== undefined && said.value >= 2 && said.value <= 8)
    return weekly(unit + 1, [weekday], said.value);
  if (each !== undefined && said !== undefined && wordAt(line, unit) === 'jours') {
    const weeks = [7, 8].includes(said.value) ? 1 : [14, 15].includes(said.value) ? 2 : undefined;
    if (weeks !== undefined) return weekly(unit + 1, [], weeks);
    const isDays = said.value >= 1 && said.value <= MOST_DAYS;
    return isDays ? every(unit + 1, { by: 'day', days: said.value }) : match(unit + 1, UNCLEAR);
  }
  if (said?.value !== 1) return undefined;
  const [name, over] = [wordAt(line, said.to), overAt(line, said.to + 1)];
  if (over === undefined) return undefined;
  if (UNITS_OF_WEEKS.has(name)) return weekly(over.to, [], over.of);
  return ONE_DAY.has(name) ? every(over.to, { by: 'day', days: over.of }) : undefined;
};

const ONE_DAY = new Set(['jour', 'journee']);
const MOST_DAYS = 31;

/** « sur deux », « / 2 » */
const overAt = (line: Line, at: number): { readonly of: number; readonly to: number } | undefined => {
  const said = wordAt(line, at) === 'sur' || wordAt(line, at) === '/' ? numberAt(line, at + 1) : undefined;
  return said !== undefined && said.value >= 2 && said.value <= 8 ? { of: said.value, to: said.to } : undefined;
};

/** « un mardi sur deux », « un mardi matin sur deux » */
const alternateAt = (line: Line, at: number, present: Present): Match | undefined => {
  const said = numberAt(line, at);
  const weekday = said && weekdayOf(wordAt(line, said.to));
  if (said === undefined || weekday === undefined) return undefined;
  const part = overAt(line, said.to + 1) === undefined ? momentRule(line, said.to + 1, present) : undefined;
  const over = overAt(line, part?.to ?? said.to + 1);
  if (over === undefined) return undefined;
  if (said.value !== 1) return match(over.to, UNCLEAR);
  return match(
    over.to,
    { is: 'every', pattern: { by: 'week', weekdays: [weekday], weeks: over.of } },
    ...(part?.pieces ?? []),
  );
};

const NEXT = wordSet('prochains prochaines suivants');
const RATES = phrases('par mois, par semaine, chaque mois, par an');
const IN_A_ROW = phrases('de suite, d affilee, consecutifs, a la suite, prochains, a venir, qui viennent');

/** « les 3 prochains jeudis », « 4 mardis de suite » */
const countedAt = (line: Line, at: number, present: Present): Match | undefined => {
  const from = THE.has(wordAt(line, at)) ? at + 1 : at;
  const said = numberAt(line, from);
  if (said === undefined || said.value < 2) return undefined;
  const to = NEXT.has(wordAt(line, said.to)) ? said.to + 1 : said.to;
  // « trois matinées : les 24, 25 et 26 » says how many twice.
  const part = PLURAL_MOMENTS.has(wordAt(line, to)) ? momentRule(line, to, present) : undefined;
  if (part !== undefined) return part;
  const weekday = WEEKDAY_PLURALS.get(wordAt(line, to));
  if (weekday === undefined || overAt(line, to + 1) !== undefined) return undefined;
  const rate = pastAny(line, to + 1, RATES);
  if (rate !== undefined) return match(rate, UNCLEAR);
  return match(
    pastAny(line, to + 1, IN_A_ROW) ?? to + 1,
    { is: 'every', pattern: { by: 'week', weekdays: [weekday], weeks: 1 } },
    { is: 'times', times: said.value },
  );
};

const DAYS = phrases(`
  jours, jour, jours ouvres, jours ouvrables, jour ouvre, jours de la semaine, jours de semaine, jrs, les jours
`);
const A_WEEK = phrases(
  'jours de la semaine prochaine, jours de la semaine pro, jours de la semaine qui, jours de la semaine du',
);

const dailyAt = (line: Line, at: number, present: Present): Match | undefined => {
  if (pastAny(line, at, A_WEEK) !== undefined) return every(at + 1, { by: 'day' });
  const days = pastAny(line, at, DAYS);
  if (days !== undefined) return every(days, { by: 'day' });
  const part = momentRule(line, at, present);
  const isMoment = part?.pieces.every(({ is }) => is === 'moment') === true;
  return part && isMoment ? match(part.to, { is: 'every', pattern: { by: 'day' } }, ...part.pieces) : undefined;
};

const PLURAL_MOMENTS = wordSet('matins midis soirs matinees soirees aprems apresmidis');

/** After « tous les », « chaque » or « les »: what comes back. */
const afterEach = (line: Line, at: number, isPlural: boolean, present: Present): Match | undefined => {
  // « les lundi et jeudi » is written so too.
  const named = weekdaysAt(line, at, isPlural) ?? (isPlural ? weekdaysAt(line, at, false) : undefined);
  if (named !== undefined) {
    const over = overAt(line, named.to);
    return weekly(over?.to ?? named.to, named.weekdays, over?.of);
  }
  // « tous les premiers jeudis »: of the month.
  const ranked = rankedAt(line, at, true);
  if (ranked !== undefined) return ranked;
  if (!isPlural) return dailyAt(line, at, present);
  const isMoments =
    PLURAL_MOMENTS.has(wordAt(line, at)) || (wordAt(line, at) === 'apres' && wordAt(line, at + 1) === 'midis');
  return isMoments ? dailyAt(line, at, present) : undefined;
};

export const everyRule: Rule = (line, at, present) => {
  const word = wordAt(line, at);
  const found = paceAt(line, at) ?? alternateAt(line, at, present) ?? countedAt(line, at, present);
  if (found !== undefined) return found;
  if (isMonthly(line, at)) return undefined;
  const each = pastAny(line, at, EACH);
  if (each !== undefined) return afterEach(line, each, false, present) ?? monthDayAt(line, each, true);
  if (THE.has(word)) return afterEach(line, at + 1, true, present);
  if (word === 'le') return rankedAt(line, at + 1, false) ?? monthDayAt(line, at + 1, false);
  if (WEEKDAY_PLURALS.has(word)) return afterEach(line, at, true, present);
  return rankedAt(line, at, false);
};

export const recurring = reader(everyRule, EACH, THE, new Set(['le']), WEEKDAY_PLURALS, RANK_WORDS, NUMBERS);

// Weeks and their ends: « la semaine prochaine », « semaine du 14 décembre », « semaine 50 », « ce week-end », « pendant les
// vacances de Noël »; and what is too long or too vague to be booked.

import { dayBoundAt } from './day-bounds.ts';
import { boundDate } from './day-limits.ts';
import { daySpanRule } from './day-spans.ts';
import { feastAt } from './feasts.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type Match, match, type Piece, type Present, type Rule, UNCLEAR } from './piece.ts';
import { reader } from './reader.ts';
import { schoolHolidaysAt } from './school.ts';
import { mondayOf } from './weekday-names.ts';

const NEXT_WEEK = phrases(`
  la semaine prochaine, semaine prochaine, la semaine pro, semaine pro, la sem prochaine, sem prochaine, sem . prochaine,
  la semaine qui vient, la semaine a venir, sem pro, sem . pro, toute la semaine prochaine, toute la semaine pro, next week,
  la semaine prochaine entiere, la semaine prochaine complete, prochaine semaine, la prochaine semaine
`);
const THIS_WEEK = phrases(`
  cette semaine, cette sem, la semaine en cours, toute cette semaine, this week
`);
const WEEK_AFTER = phrases('la semaine d apres, semaine d apres, la semaine suivante, semaine suivante');
const LAST_WEEK = phrases(`
  la semaine derniere, semaine derniere, la semaine passee, semaine passee, la semaine d avant, toute la semaine derniere
`);
const LAST_MONTH = phrases('le mois dernier, le mois passe');
const LAST_YEAR = phrases('l annee derniere, l an dernier, l annee passee, l an passe');
const THIS_WEEK_END = phrases('ce week end, ce weekend, ce we, ce week');
const NEXT_WEEK_END = phrases(`
  le week end prochain, le weekend prochain, week end prochain, weekend prochain, le we prochain, we prochain
`);
const SPANS = phrases(`
  la fin de la semaine, fin de la semaine, la fin du mois, la premiere semaine, la derniere semaine, le dernier jour,
  le premier jour du mois, les premiers jours, l autre semaine, sous huitaine, sous quinzaine,
  l annee prochaine, l an prochain,
  ces jours ci, dans le mois, cet ete, cet hiver, cet automne, ce printemps, le week end, week end, weekend,
  pendant les vacances, aux vacances, a la rentree, le trimestre prochain, ce trimestre, toute la semaine,
  la semaine entiere, semaine complete
`);
const RATES = phrases(`
  fois par semaine, fois par mois, fois par jour, par semaine, par mois, sur deux, sur 2, un jour sur deux, sur trois, hebdo,
  hebdomadaire, hebdomadairement, quotidien, quotidiennement, mensuel, mensuelle, mensuellement, bimensuel
`);
const FEW = phrases('plusieurs, certains, quelques');

const day = { days: 1 };
const weekOf = (date: Temporal.PlainDate): Piece => ({ is: 'week', monday: mondayOf(date) });

const weekEnd = (monday: Temporal.PlainDate): Piece => {
  const saturday = monday.add({ days: 5 });
  return { is: 'span', first: saturday, last: saturday.add(day) };
};

/** « le mois dernier », « l’an dernier »: gone by, whatever day was meant. */
const goneAt = (line: Line, at: number, { today }: Present): Match | undefined => {
  const month = pastAny(line, at, LAST_MONTH);
  const to = month ?? pastAny(line, at, LAST_YEAR);
  if (to === undefined) return undefined;
  const first = month === undefined ? today.with({ month: 1, day: 1 }) : today.with({ day: 1 });
  const before = first.subtract(month === undefined ? { years: 1 } : { months: 1 });
  return match(to, { is: 'day', date: before, others: [] });
};

const COMING_WEEKS = phrases('prochaines semaines, semaines a venir, semaines qui viennent, semaines prochaines');

/** « les deux prochaines semaines » */
const comingWeeksAt = (line: Line, at: number, { today }: Present): Match | undefined => {
  const said = wordAt(line, at) === 'les' ? numberAt(line, at + 1) : undefined;
  const to = said && pastAny(line, said.to, COMING_WEEKS);
  const isFew = said !== undefined && said.value >= 2 && said.value <= 12;
  return to !== undefined && isFew
    ? match(to, { is: 'week', monday: mondayOf(today).add({ weeks: 1 }), weeks: said.value })
    : undefined;
};

const SAID_WEEKS: readonly (readonly [
  known: ReturnType<typeof phrases>,
  from: (monday: Temporal.PlainDate) => Piece,
])[] = [
  [NEXT_WEEK, (monday) => weekOf(monday.add({ weeks: 1 }))],
  [THIS_WEEK, weekOf],
  [LAST_WEEK, (monday) => weekOf(monday.subtract({ weeks: 1 }))],
  [THIS_WEEK_END, weekEnd],
  [NEXT_WEEK_END, (monday) => weekEnd(monday.add({ weeks: 1 }))],
];

const weekSaidAt = (line: Line, at: number, present: Present): Match | undefined => {
  for (const [known, pieceFrom] of SAID_WEEKS) {
    const to = pastAny(line, at, known);
    if (to === undefined) continue;
    // « un créneau la semaine prochaine » is one, and nobody knows when.
    const isOne = wordAt(line, at - 1) === 'creneau' && wordAt(line, at - 2) === 'un';
    return match(to, isOne ? UNCLEAR : pieceFrom(mondayOf(present.today)));
  }
  return goneAt(line, at, present) ?? comingWeeksAt(line, at, present);
};

const WEEK_OF = phrases(
  'semaine du, la semaine du, toute la semaine du, sem du, pendant la semaine du, dans la semaine du, semaine de, la semaine de, sem . du',
);
const WEEK_NUMBER = phrases('en semaine, en semaine n, en sem, la sem, semaine, la semaine, sem, semaine n, s');

/** « la semaine du 14 décembre », « la semaine de Noël », « semaine 50 ». */
const namedWeekAt = (line: Line, at: number, present: Present): Match | undefined => {
  const of = pastAny(line, at, WEEK_OF);
  if (of !== undefined) {
    const span = wordAt(line, of - 1) === 'du' ? daySpanRule(line, of - 1, present) : undefined;
    if (span !== undefined) return span;
    const feast = feastAt(line, of, present, true);
    const [piece] = feast?.pieces ?? [];
    if (feast !== undefined && piece?.is === 'day') return match(feast.to, weekOf(piece.date));
    const bound = dayBoundAt(line, of, present);
    const date = bound && boundDate(bound, present.today);
    if (bound !== undefined && date !== undefined) return match(bound.to, weekOf(date));
  }
  const number = pastAny(line, at, WEEK_NUMBER);
  const said = number === undefined ? undefined : numberAt(line, number);
  if (said === undefined || said.digits === 0 || said.digits > 2) return undefined;
  if (wordAt(line, at) === 's') return undefined;
  return match(said.to, weekPiece(said.value, present));
};

const weekPiece = (week: number, { today }: Present): Piece => {
  if (week < 1 || week > 53) return UNCLEAR;
  for (const year of [today.year, today.year + 1]) {
    const monday = mondayOf(new Temporal.PlainDate(year, 1, 4)).add({ weeks: week - 1 });
    if (monday.weekOfYear === week && Temporal.PlainDate.compare(monday.add({ days: 6 }), today) >= 0)
      return { is: 'week', monday };
  }
  return UNCLEAR;
};

/** Before what is counted in weeks. */
export const weekRule: Rule = (line, at, present) => weekSaidAt(line, at, present) ?? namedWeekAt(line, at, present);

const DURING = phrases('pendant, durant, aux, lors de, pendant toutes, pendant la duree de');

/** « pendant les vacances de Noël » */
const holidaysAt = (line: Line, at: number, { place, today }: Present): Match | undefined => {
  const from = pastAny(line, at, DURING);
  const said = from === undefined ? undefined : schoolHolidaysAt(line, from, place);
  if (said === undefined || said.holidays === place.schoolHolidays) return undefined;
  const next = said.holidays.find(({ to }) => Temporal.PlainDate.compare(to, today) >= 0);
  return next && match(said.to, { is: 'span', first: next.from, last: next.to });
};

export const periodRule: Rule = (line, at, present) => {
  const holidays = holidaysAt(line, at, present);
  if (holidays !== undefined) return holidays;
  const rate = pastAny(line, at, RATES);
  if (rate !== undefined) return match(rate, { is: 'unclear', weak: true });
  const after = pastAny(line, at, WEEK_AFTER) ?? pastAny(line, at, SPANS);
  if (after !== undefined) return match(after, UNCLEAR);
  const few = pastAny(line, at, FEW);
  const isFew =
    few !== undefined &&
    /^(?:jours|semaines|mois|heures|minutes|matinees|lundis|mardis|mercredis|jeudis|vendredis)$/.test(
      wordAt(line, few),
    );
  return isFew ? match(few + 1, UNCLEAR) : undefined;
};

export const weeks = reader(
  weekRule,
  NEXT_WEEK,
  THIS_WEEK,
  LAST_WEEK,
  LAST_MONTH,
  LAST_YEAR,
  THIS_WEEK_END,
  NEXT_WEEK_END,
  new Set(['les']),
  WEEK_OF,
  WEEK_NUMBER,
);
export const periods = reader(periodRule, DURING, RATES, WEEK_AFTER, SPANS, FEW);

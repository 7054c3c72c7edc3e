// Weekdays: « jeudi », « jeudi 26 novembre », « vendredi prochain », « lundi en huit », « le premier mardi de mars ».

import { ORDINALS, WEEKDAY_PLURALS } from './calendar-words.ts';
import { clockAt } from './clock.ts';
import { isCourteous } from './courtesies.ts';
import { countsThings, dateAt, dayNumberAt } from './dates.ts';
import { isGlued, type Line, pastAny, wordAt } from './line.ts';
import { nextDayOfMonth } from './next-dates.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type Match, match, type Present, type Rule, UNCLEAR } from './piece.ts';
import { rankedRule } from './ranked-days.ts';
import { DAY_NAMES, NUMBERS, reader } from './reader.ts';
import { saysTime } from './spelling.ts';
import { inWeek, mondayOf, nextWeekday, weekdayAt } from './weekday-names.ts';

const { compare } = Temporal.PlainDate;

type Shift = (present: Present, weekday: number) => Temporal.PlainDate;

const sooner: Shift = ({ today }, weekday) => nextWeekday(today, weekday);

const SHIFTS: readonly (readonly [known: ReturnType<typeof phrases>, shift: Shift])[] = [
  [phrases(['en huit', 'en 8']), (present, weekday) => sooner(present, weekday).add({ weeks: 1 })],
  [phrases(['en quinze', 'en 15']), (present, weekday) => sooner(present, weekday).add({ weeks: 2 })],
  [phrases(['qui vient', 'a venir', 'qui arrive', 'le plus proche']), sooner],
  [
    phrases(`
  dernier, passe, de la semaine derniere, de la semaine passee, la semaine derniere, semaine derniere
`),
    ({ today }, weekday) => {
      const next = nextWeekday(today, weekday).subtract({ weeks: 1 });
      return compare(next, today) < 0 ? next : next.subtract({ weeks: 1 });
    },
  ],
];

const NEXT = phrases(['prochain', 'pro', 'prochaine']);
/** « mardi et mercredi prochains »: it holds for those before it. */
const NEXT_ONES = phrases(['prochains', 'prochaines']);
const SEVERAL = phrases(`
  de la semaine suivante, de la semaine d apres, de l autre semaine,
  sur deux, sur 2, suivant, d apres, d avant, precedent, par mois, par semaine
`);

/** « jeudi 26-11 » is a date if it falls on a Thursday; « jeudi 10-12 » may be hours too. */
const dashedAt = (line: Line, at: number, weekday: number, present: Present): Match | undefined => {
  const date = dateAt(line, at, present, true);
  const agrees = date?.pieces.some((piece) => piece.is === 'day' && piece.date.dayOfWeek === weekday);
  if (date === undefined || !agrees) return undefined;
  const [first, second] = [numberAt(line, at)?.value ?? 0, numberAt(line, at + 2)?.value ?? 0];
  return first < second ? match(date.to, UNCLEAR) : date;
};

/** « jeudi 26 », « jeudi 26 novembre », « jeudi 26/11 »: undefined when no number of a day follows. */
const withDate = (line: Line, to: number, weekday: number, present: Present): Match | undefined => {
  const spaced = wordAt(line, to) === ',' ? to + 1 : to;
  const from = wordAt(line, spaced) === 'le' ? spaced + 1 : spaced;
  const whole = dateAt(line, from, present, false) ?? dashedAt(line, from, weekday, present);
  if (whole !== undefined)
    return whole.pieces.some((piece) => piece.is === 'day' && piece.date.dayOfWeek !== weekday)
      ? match(whole.to, UNCLEAR)
      : whole;
  const said = dayNumberAt(line, from);
  if (said === undefined || countsThings(line, said.to) || clockAt(line, from)?.at !== undefined) return undefined;
  return dayInMonth(line, said.to, said.day, weekday, present);
};

const JOINTS = new Set(['-', 'a', '/', 'h']);

/** The number agrees with the weekday within two months, or it may be the first hour of « jeudi 14 à 16h ». */
const dayInMonth = (line: Line, to: number, day: number, weekday: number, { today }: Present): Match | undefined => {
  const first = nextDayOfMonth(day, today);
  if (first?.dayOfWeek === weekday && !isHourRange(line, to)) return match(to, { is: 'day', date: first, others: [] });
  if (JOINTS.has(wordAt(line, to)) && numberAt(line, to + 1) !== undefined) return undefined;
  const second = first && nextDayOfMonth(day, first.add({ days: 1 }));
  if (second?.dayOfWeek === weekday && first !== undefined)
    return match(to, { is: 'day', date: second, others: [first] });
  return match(to, UNCLEAR);
};

/** « 9-12h », all in one. */
const isHourRange = (line: Line, to: number): boolean =>
  wordAt(line, to) === '-' && isGlued(line, to) && isGlued(line, to + 1);

const SOME = new Set(['un', 'chaque', 'les', 'plusieurs', 'autre', 'quel']);

const dayOfThisWeek = (weekday: number, { today }: Present): Temporal.PlainDate => nextWeekday(today, weekday);

const OF = new Set(['du', 'de']);

/** « café du vendredi, demain 9h »: the name of something, if a day is said elsewhere. */
const belongsToNoun = (line: Line, at: number): boolean => {
  const noun = wordAt(line, at - 2);
  return OF.has(wordAt(line, at - 1)) && /^[a-z]{4,}$/.test(noun) && !saysTime(noun) && !isCourteous(noun);
};

const plainRule: Rule = (line, at, present) => {
  if (WEEKDAY_PLURALS.has(wordAt(line, at))) return match(at + 1, UNCLEAR);
  const isThis = wordAt(line, at) === 'ce';
  const isNext = wordAt(line, at) === 'prochain' || wordAt(line, at) === 'prochaine';
  const named = weekdayAt(line, isThis || isNext ? at + 1 : at);
  if (named === undefined) return undefined;
  const { weekday, to } = named;
  const isSome =
    SOME.has(wordAt(line, at - 1)) && !(wordAt(line, at - 1) === 'plusieurs' && wordAt(line, at - 2) === 'a');
  if (isSome) return match(pastAny(line, to, SEVERAL) ?? to, UNCLEAR);
  const ranged = pastAny(line, to, SEVERAL);
  if (ranged !== undefined) return match(ranged, UNCLEAR);
  const both = pastAny(line, to, NEXT_ONES);
  if (both !== undefined) {
    const monday = mondayOf(present.today).add({ weeks: 1 });
    return match(
      both,
      { is: 'day', date: nextWeekday(present.today, weekday), others: [], weekday },
      { is: 'week', monday },
    );
  }
  const next = pastAny(line, to, NEXT);
  const numbered = withDate(line, next ?? to, weekday, present);
  if (numbered !== undefined) return numbered;
  const soonest = nextWeekday(present.today, weekday);
  if (next !== undefined) {
    const date = inWeek(mondayOf(present.today).add({ weeks: 1 }), weekday);
    return match(next, { is: 'day', date, others: date.equals(soonest) ? [] : [soonest] });
  }
  for (const [known, shift] of SHIFTS) {
    const end = pastAny(line, to, known);
    if (end !== undefined) return match(end, { is: 'day', date: shift(present, weekday), others: [] });
  }
  const others = weekday === present.today.dayOfWeek && !isNext ? [present.today] : [];
  return match(to, {
    is: 'day',
    date: dayOfThisWeek(weekday, present),
    others,
    ...(isThis || isNext ? {} : { weekday }),
    ...(belongsToNoun(line, at) ? { weak: true } : {}),
  });
};

export const weekdayRule: Rule = (line, at, present) => rankedRule(line, at, present) ?? plainRule(line, at, present);

export const weekdays = reader(weekdayRule, DAY_NAMES, ORDINALS, new Set(['ce', 'prochain', 'prochaine']), NUMBERS);

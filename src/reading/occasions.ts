// Chunks → occasions: days without hours take those of the next chunk, hours without a day hold for the days before them.

import type { DaySet, Occasion } from './asked.ts';
import type { Chunk, DayPiece } from './chunks.ts';
import type { Piece } from './piece.ts';
import { inWeek, mondayOf } from './weekday-names.ts';
import { oneDay, type WishedTime, wishedTime } from './wish.ts';

/** The days of a chunk; undefined when they contradict one another. */
const daysOf = (days: readonly DayPiece[]): readonly DaySet[] | undefined => {
  const [first, second, ...rest] = days;
  if (first === undefined) return [];
  if (second === undefined) return setsOf(first);
  const week = days.find((day) => day.is === 'day' && day.inWeek === true);
  const weekday = days.find((day) => day.is === 'day' && day.weekday !== undefined);
  if (week?.is === 'day' && weekday?.is === 'day' && weekday.weekday !== undefined && rest.length === 0)
    return inItsWeek(week.date, weekday.weekday, weekday.date);
  const day = oneDay(days);
  return day === undefined || day === 'none' ? undefined : [{ is: 'one', ...day }];
};

/** « mardi dans deux semaines »: of that week, or two weeks after the next one. */
const inItsWeek = (date: Temporal.PlainDate, weekday: number, next: Temporal.PlainDate): readonly DaySet[] => {
  const meant = inWeek(mondayOf(date), weekday);
  const weeks = Math.round(mondayOf(next).until(mondayOf(date)).days / 7);
  const counted = next.add({ weeks: Math.max(1, weeks) });
  return [{ is: 'one', date: meant, others: counted.equals(meant) ? [] : [counted] }];
};

const setsOf = (piece: DayPiece): readonly DaySet[] => {
  switch (piece.is) {
    case 'day':
      return [{ is: 'one', date: piece.date, others: piece.others }];
    case 'dates':
      return piece.dates.map((date) => ({ is: 'one', date, others: [] }));
    case 'span':
      return [{ is: 'run', first: piece.first, last: piece.last }];
    case 'week':
      return [{ is: 'week', monday: piece.monday, weeks: piece.weeks ?? 1, within: piece.within }];
    case 'every':
      return [{ is: 'every', pattern: piece.pattern }];
    case 'exact':
      return [{ is: 'one', date: piece.start.toPlainDate(), others: [] }];
  }
};

const timeOf = ({ days, times }: Pick<Chunk, 'days' | 'times'>): WishedTime | undefined => {
  const exact = days.filter(({ is }) => is === 'exact');
  return wishedTime([...exact, ...times], true);
};

/** Hours that a day named after them may share; a moment said of one day is not that of the next. */
const isCarried = ({ is }: WishedTime): boolean => is === 'hours' || is === 'start' || is === 'back';

/** « demain 9h puis 14h » may be from nine to two. */
const mayBeAnEnd = (times: readonly Piece[]): boolean => times.length === 1 && times[0]?.is === 'hours';

interface Said {
  readonly occasions: Occasion[];
  /** Days still without hours. */
  bare: readonly DaySet[];
  /** Hours said before any day. */
  lead: WishedTime | undefined;
  carried: WishedTime | undefined;
}

const flush = (said: Said): void => {
  if (said.bare.length > 0)
    said.occasions.push({ days: said.bare, time: said.lead ?? said.carried ?? { is: 'bare-day' } });
  said.bare = [];
};

/** Undefined: not understood. */
const add = (said: Said, chunk: Chunk): true | undefined => {
  const days = daysOf(chunk.days);
  if (days === undefined) return undefined;
  if (chunk.times.length === 0 && !chunk.days.some(({ is }) => is === 'exact')) {
    said.bare = [...said.bare, ...days];
    return true;
  }
  const time = timeOf(chunk);
  if (time === undefined || time.is === 'soon') return undefined;
  if (days.length > 0) {
    if (chunk.isTimeFirst) flush(said);
    if (said.lead !== undefined) return undefined;
    said.occasions.push({ days: [...said.bare, ...days], time });
    said.bare = [];
    said.carried = chunk.isTimeFirst || isCarried(time) ? time : undefined;
    return true;
  }
  if (said.bare.length > 0) {
    said.occasions.push({ days: said.bare, time });
    said.bare = [];
    said.carried = isCarried(time) ? time : undefined;
    return true;
  }
  const last = said.occasions.at(-1);
  if (last === undefined) {
    if (said.lead !== undefined) return undefined;
    said.lead = time;
    return true;
  }
  if (mayBeAnEnd(chunk.times)) return undefined;
  said.occasions.push({ days: last.days, time });
  return true;
};

/** A comma before hours that complete those before it cuts nothing: « jeudi matin, à partir de 10h ». */
const merged = (chunks: readonly Chunk[]): readonly Chunk[] => {
  const kept: Chunk[] = [];
  for (const chunk of chunks) {
    const last = kept.at(-1);
    const isMore = chunk.joint === 'comma' && chunk.days.length === 0 && last !== undefined && last.times.length > 0;
    const whole = isMore ? { ...last, times: [...last.times, ...chunk.times] } : undefined;
    if (whole !== undefined && timeOf(whole) !== undefined) kept.splice(-1, 1, whole);
    else kept.push(chunk);
  }
  return kept;
};

const STARTS = new Set<Piece['is']>(['at', 'hours']);

/** « deux créneaux d’une heure jeudi à 10h et à 14h »: a length said first is that of each. */
const withLength = (chunks: readonly Chunk[]): readonly Chunk[] => {
  const length = chunks.length > 1 ? chunks[0]?.times[0] : undefined;
  if (length?.is !== 'duration') return chunks;
  return chunks.map((chunk, index) =>
    index > 0 && chunk.times.length === 1 && chunk.times.every(({ is }) => STARTS.has(is))
      ? { ...chunk, times: [...chunk.times, length] }
      : chunk,
  );
};

export const occasionsOf = (listed: readonly Chunk[]): readonly Occasion[] | undefined => {
  const chunks = withLength(listed);
  const said: Said = { occasions: [], bare: [], lead: undefined, carried: undefined };
  for (const chunk of merged(chunks)) if (add(said, chunk) === undefined) return undefined;
  const isLeadUsed = said.lead === undefined || said.bare.length > 0;
  flush(said);
  return isLeadUsed && said.occasions.length > 0 ? chained(said.occasions) : undefined;
};

/** « lundi et mardi », said on a Monday: each is the next one, but Tuesday may be the one after that Monday. */
const chained = (occasions: readonly Occasion[]): readonly Occasion[] => {
  let before: Temporal.PlainDate | undefined;
  return occasions.map((occasion) => ({
    ...occasion,
    days: occasion.days.map((set) => {
      if (set.is !== 'one') return set;
      const isEarlier = before !== undefined && Temporal.PlainDate.compare(set.date, before) < 0;
      before = set.date;
      return isEarlier && set.others.length === 0 ? { ...set, others: [set.date.add({ weeks: 1 })] } : set;
    }),
  }));
};

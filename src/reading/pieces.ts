// The pieces of time in a sentence, from left to right: at each word the first rule that knows what is said.
import { aroundDays } from './around-days.ts';
import { dates } from './dates.ts';
import { firstDays, lastDays, lasting } from './day-limits.ts';
import { dayLists } from './day-lists.ts';
import { daySpans } from './day-spans.ts';
import { dayStretches } from './day-stretches.ts';
import { recurring } from './every.ts';
import { exactTimes } from './exact.ts';
import { exceptions } from './exceptions.ts';
import { feasts } from './feasts.ts';
import { beginnings, durations, endings, hours } from './hours.ts';
import { type Line, wordAt } from './line.ts';
import { moments } from './moments.ts';
import { monthly } from './monthly.ts';
import { months } from './months.ts';
import { evenAndOddWeeks } from './parity.ts';
import { periods, weeks } from './periods.ts';
import type { Piece, Present } from './piece.ts';
import { portions } from './portions.ts';
import { ranges } from './ranges.ts';
import { rankedWeeks } from './ranked-weeks.ts';
import { type Reader, rulesFor } from './reader.ts';
import { relativeDays } from './relative-days.ts';
import { aboutDays, absent, dangling, presentWords, soonest, vague } from './vague.ts';
import { weekdays } from './weekdays.ts';
import { wholeDays } from './whole-day.ts';

export interface PlacedPiece {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
}

/** In order: what is longer or more certain comes first. */
export const READERS: readonly Reader[] = [
  exactTimes,
  aroundDays,
  feasts,
  presentWords,
  soonest,
  evenAndOddWeeks,
  rankedWeeks,
  weeks,
  vague,
  exceptions,
  monthly,
  dayStretches,
  dayLists,
  recurring,
  daySpans,
  relativeDays,
  lasting,
  weekdays,
  dates,
  ranges,
  portions,
  wholeDays,
  moments,
  beginnings,
  endings,
  lastDays,
  firstDays,
  absent,
  aboutDays,
  dangling,
  periods,
  months,
  durations,
  hours,
];

type RulesAt = (line: Line, at: number) => ReturnType<ReturnType<ReturnType<typeof rulesFor>>>;

export const piecesBy = (rulesAt: RulesAt, line: Line, present: Present): readonly PlacedPiece[] => {
  const placed: PlacedPiece[] = [];
  let at = 0;
  while (at < line.words.length) {
    const to = wordAt(line, at) === '' ? undefined : pieceAt(rulesAt, line, at, present, placed);
    at = to ?? at + 1;
  }
  return placed;
};

const pieceAt = (
  rulesAt: RulesAt,
  line: Line,
  at: number,
  present: Present,
  placed: PlacedPiece[],
): number | undefined => {
  for (const rule of rulesAt(line, at)) {
    const found = rule(line, at, present);
    if (found === undefined || found.to <= at) continue;
    for (const piece of found.pieces) placed.push({ piece, from: at, to: found.to });
    return found.to;
  }
  return undefined;
};

const rules = rulesFor(READERS);

export const piecesOf = (line: Line, present: Present): readonly PlacedPiece[] =>
  piecesBy(rules(present.place), line, present);

// The pieces of time in a sentence, from left to right: at each word the first rule that knows what is said.
import { dateRule } from './dates.ts';
import { exactRule } from './exact.ts';
import { feastRule } from './feasts.ts';
import { atRule, durationRule, fromRule, untilRule } from './hours.ts';
import { type Line, wordAt } from './line.ts';
import { momentRule } from './moments.ts';
import type { Piece, Present, Rule } from './piece.ts';
import { portionRule } from './portions.ts';
import { rangeRule } from './ranges.ts';
import { relativeDayRule } from './relative-days.ts';
import { periodRule, seriesRule, severalDaysRule } from './series.ts';
import { danglingRule, presentRule, vagueRule } from './vague.ts';
import { weekdayRule } from './weekdays.ts';
import { wholeDayRule } from './whole-day.ts';

export interface PlacedPiece {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
}

/** In order: what is longer or more certain comes first. */
const RULES: readonly Rule[] = [
  exactRule,
  feastRule,
  presentRule,
  vagueRule,
  relativeDayRule,
  severalDaysRule,
  seriesRule,
  weekdayRule,
  dateRule,
  rangeRule,
  portionRule,
  wholeDayRule,
  momentRule,
  fromRule,
  untilRule,
  danglingRule,
  periodRule,
  durationRule,
  atRule,
];

export const piecesOf = (line: Line, present: Present): readonly PlacedPiece[] => {
  const placed: PlacedPiece[] = [];
  let at = 0;
  while (at < line.words.length) {
    const to = wordAt(line, at) === '' ? undefined : pieceAt(line, at, present, placed);
    at = to ?? at + 1;
  }
  return placed;
};

const pieceAt = (line: Line, at: number, present: Present, placed: PlacedPiece[]): number | undefined => {
  for (const rule of RULES) {
    const found = rule(line, at, present);
    if (found === undefined || found.to <= at) continue;
    for (const piece of found.pieces) placed.push({ piece, from: at, to: found.to });
    return found.to;
  }
  return undefined;
};

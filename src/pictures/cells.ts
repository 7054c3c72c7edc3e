// One stretch of hours of a space: its look, and the words that fit in it.
import type { Board, Cell } from '../core/booking/board.ts';
import { pictureWords as words } from '../messages/pictures.fr.ts';
import type { Space } from '../place/model.ts';
import { type Box, centred, fitting, SMALLEST, textWidth, type WrittenLine } from './lettering.ts';
import { ground, inkOn, type Look, roomIn } from './looks.ts';
import type { LegendEntry } from './page.ts';
import { palette } from './palette.ts';
import { group, type Svg, tag } from './svg.ts';

export interface Drawn {
  readonly space: Space;
  readonly board: Board;
}

export const lookOf = ({ past, closed, mine, freeSeats }: Cell): Look => {
  if (past) return 'past';
  if (closed) return 'closed';
  if (mine) return 'mine';
  return freeSeats === 0 ? 'full' : 'free';
};

export const isShared = ({ use }: Space): boolean => use.by === 'seat';

type Wordings = readonly (readonly WrittenLine[])[];

const line = (said: string, size = SMALLEST, bold = false): WrittenLine => ({ words: said, size, bold });

const seats = (free: number): Wordings => [
  [line(String(free), 42, true), line(words.freeSeats(free))],
  [line(String(free), 42, true), line(words.seats(free))],
  [line(words.numberedSeats(free), 28, true)],
  [line(words.numberedSeats(free), SMALLEST, true)],
  [line(String(free), 28, true)],
  [line(String(free), SMALLEST, true)],
];

const wordingsOf = (look: Look, { freeSeats }: Cell, shared: boolean): Wordings => {
  const mine = line(words.mine, 27, true);
  switch (look) {
    case 'past':
      return [[line(words.past)]];
    case 'closed':
      return [[line(words.closed)]];
    case 'full':
      return [[line(shared ? words.full : words.occupied, 26, true)], [line(shared ? words.full : words.occupied)]];
    case 'free':
      return shared ? seats(freeSeats) : [[line(words.free, 30, true)], [line(words.free)]];
    case 'mine':
      if (!shared) return [[mine]];
      if (freeSeats === 0) return [[mine, line(words.full)], [mine]];
      return [[mine, line(words.numberedFreeSeats(freeSeats))], [mine, line(words.numberedSeats(freeSeats))], [mine]];
  }
};

/** On what is closed, words stand on a plate: hatches would run through them. */
export const onPlate = (lines: readonly WrittenLine[], box: Box): Svg => {
  if (lines.length === 0) return group();
  const height = Math.min(box.height, lines.length * 29 + 14);
  const width = Math.min(box.width, Math.max(...lines.map((each) => textWidth(each.words, each))) + 24);
  const plate = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
  const inked = lines.map((each) => ({ ...each, colour: inkOn('closed') }));
  return group(tag('rect', { ...plate, rx: 8, fill: palette.closed }), centred(inked, box));
};

const lettered = (lines: readonly WrittenLine[], box: Box, look: Look): Svg =>
  look === 'closed'
    ? onPlate(lines, box)
    : centred(
        lines.map((each) => ({ ...each, colour: inkOn(look) })),
        box,
      );

export const cellIn = (cell: Cell, box: Box, { space, board }: Drawn): Svg => {
  const look = lookOf(cell);
  const shared = isShared(space);
  const share = shared ? 1 - cell.freeSeats / board.capacitySeats : 0;
  const room = roomIn(look, box, share);
  return group(ground(look, box, share), lettered(fitting(wordingsOf(look, cell, shared), room), room, look));
};

/** A person's stay is one, however many come and go beside them: the fewest seats that are left meanwhile. */
export const together = (cells: readonly Cell[]): readonly Cell[] => {
  const runs: Cell[] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    const isOne = last && lookOf(last) === 'mine' && lookOf(cell) === 'mine' && last.end.equals(cell.start);
    if (isOne) runs[runs.length - 1] = { ...last, end: cell.end, freeSeats: Math.min(last.freeSeats, cell.freeSeats) };
    else runs.push(cell);
  }
  // Where the clock goes back, two stretches fall on the same place: the fuller one is drawn last, and seen.
  return goesBack(runs) ? runs.sort((a, b) => b.freeSeats - a.freeSeats) : runs;
};

const goesBack = (cells: readonly Cell[]): boolean =>
  (cells[0]?.start.offsetNanoseconds ?? 0) > (cells.at(-1)?.end.offsetNanoseconds ?? 0);

const ORDER: readonly Look[] = ['free', 'full', 'mine', 'closed', 'past'];

const nameOf = (look: Look, spaces: readonly Space[]): string => {
  switch (look) {
    case 'full':
      if (spaces.every(isShared)) return words.full;
      return spaces.some(isShared) ? words.fullOrOccupied : words.occupied;
    case 'free':
    case 'mine':
    case 'closed':
    case 'past':
      return words[look];
  }
};

/** What is shown, and only that. */
export const legendOf = (drawn: readonly Drawn[], hasClosed: boolean): readonly LegendEntry[] => {
  const spaces = drawn.map(({ space }) => space);
  const shown = new Set<Look>(hasClosed ? ['closed'] : []);
  let isPart = false;
  for (const { space, board } of drawn)
    for (const cell of board.days.flatMap(({ cells }) => cells)) {
      const look = lookOf(cell);
      shown.add(look);
      isPart ||= look === 'free' && isShared(space) && cell.freeSeats < board.capacitySeats;
    }
  return ORDER.filter((look) => shown.has(look)).flatMap((look): readonly LegendEntry[] => [
    { look, label: nameOf(look, spaces) },
    ...(look === 'free' && isPart ? [{ look: 'bar' as const, label: words.partTaken }] : []),
  ]);
};

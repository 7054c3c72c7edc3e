// The month of one space: a calendar with, each day, how much of it is taken.
import type { BoardDay } from '../core/booking/board.ts';
import { pictureWords as words } from '../messages/pictures.fr.ts';
import type { Place } from '../place/model.ts';
import { type Drawn, isShared, onPlate } from './cells.ts';
import { weekdaysShown } from './days.ts';
import { type Box, centred, fitting, SMALLEST, text, type WrittenLine, wrapped } from './lettering.ts';
import { ground, inkOn, type Look, roomIn } from './looks.ts';
import { INNER, type LegendEntry, MARGIN, page, TOP } from './page.ts';
import { palette } from './palette.ts';
import { group, type Svg, tag } from './svg.ts';

export interface Month extends Drawn {
  readonly place: Place;
  readonly today: Temporal.PlainDate;
}

const HEAD = 48;
const GAP = 8;
const NUMBER = 44;
const ROW = 152;

const isMine = ({ cells }: BoardDay): boolean => cells.some(({ mine, past }) => mine && !past);

const lookOf = (day: BoardDay): Look => {
  if (day.cells.length === 0) return 'closed';
  if (day.cells.every(({ past }) => past)) return 'past';
  if (day.takenShare === undefined) return 'closed';
  if (isMine(day)) return 'mine';
  return day.takenShare === 1 ? 'full' : 'free';
};

const line = (said: string, bold = false): WrittenLine => ({ words: said, size: SMALLEST, bold });

const wordsOf = (day: BoardDay, look: Look, width: number): readonly WrittenLine[] => {
  switch (look) {
    case 'closed':
      return [line(words.closed, true), ...wrapped(day.because ?? '', width - 20, 1, { size: SMALLEST })];
    case 'past':
      return [];
    case 'full':
    case 'free':
      return [line(words.shareTaken(day.takenShare ?? 0), true)];
    case 'mine':
      return [line(words.mine, true), line(words.shareTaken(day.takenShare ?? 0))];
  }
};

const square = (day: BoardDay, box: Box, isToday: boolean): Svg => {
  const look = lookOf(day);
  const said = wordsOf(day, look, box.width);
  const room = roomIn(look, box, day.takenShare ?? 0);
  const below = { ...room, y: box.y + NUMBER, height: room.y + room.height - box.y - NUMBER };
  const lines = fitting([said, said.slice(0, 1)], below).map((each) => ({ ...each, colour: inkOn(look) }));
  const number = words.dayNumber(day.date);
  const sizes = { size: 30, bold: true };
  const badge = { x: box.x + 10, y: box.y + 10, width: number.length * 18 + 22, height: 38 };
  const isBadged = isToday || look === 'closed';
  return group(
    ground(look, box, day.takenShare ?? 0),
    ...(isBadged ? [tag('rect', { ...badge, rx: 9, fill: isToday ? palette.ink : palette.closed })] : []),
    text(number, badge.x + 11, box.y + 40, { ...sizes, colour: isToday ? palette.paper : inkOn(look) }),
    look === 'closed' ? onPlate(lines, below) : centred(lines, below),
  );
};

const ORDER: readonly Look[] = ['free', 'full', 'mine', 'closed', 'past'];

const legendOf = (days: readonly BoardDay[], shared: boolean): readonly LegendEntry[] => {
  const shown = new Set(days.map(lookOf));
  const isPart = days.some(({ takenShare = 0 }) => takenShare > 0 && takenShare < 1);
  return ORDER.filter((look) => shown.has(look)).flatMap((look): readonly LegendEntry[] => [
    { look, label: look === 'full' && !shared ? words.occupied : words[look] },
    ...(look === 'free' && isPart ? [{ look: 'bar' as const, label: words.partTaken }] : []),
  ]);
};

export const monthSvg = ({ place, space, board, today }: Month): Svg => {
  const { first, last } = weekdaysShown(place, space, board);
  const columns = last - first + 1;
  const width = (INNER - GAP * (columns - 1)) / columns;
  const days = board.days.filter(({ date }) => date.dayOfWeek >= first && date.dayOfWeek <= last);
  const start = days[0]?.date ?? today;
  const monday = start.subtract({ days: start.dayOfWeek - 1 });
  const rowOf = (date: Temporal.PlainDate): number => Math.floor(monday.until(date).days / 7);
  const rows = 1 + rowOf(days.at(-1)?.date ?? start);
  const xOf = (weekday: number): number => MARGIN + (weekday - first) * (width + GAP);
  const weekdays = Array.from({ length: columns }, (_, index) => monday.add({ days: first - 1 + index }));
  return page(
    {
      title: space.name,
      aside: isShared(space) ? words.seatsInAll(board.capacitySeats) : words.wholeSpace,
      subtitle: words.month(start),
      place,
      today,
      legend: legendOf(days, isShared(space)),
    },
    HEAD + rows * (ROW + GAP) - GAP,
    ...weekdays.map((date) =>
      text(
        words.weekday(date, width < 150),
        xOf(date.dayOfWeek) + width / 2,
        TOP + 28,
        { size: 25, colour: palette.soft },
        'middle',
      ),
    ),
    ...days.map((day) =>
      square(
        day,
        { x: xOf(day.date.dayOfWeek), y: TOP + HEAD + rowOf(day.date) * (ROW + GAP), width, height: ROW },
        day.date.equals(today),
      ),
    ),
  );
};

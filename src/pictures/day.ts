// One day of every space: a row a space, hours from left to right.
import type { Board } from '../core/booking/board.ts';
import { pictureWords as words } from '../messages/pictures.fr.ts';
import { type Place, type Space, spaceOf } from '../place/model.ts';
import { cellIn, isShared, legendOf, lookOf, onPlate, together } from './cells.ts';
import { hoursIn, minutesOn, type Span, spanOf } from './hours.ts';
import { clipped, SMALLEST, text, textWidth } from './lettering.ts';
import { ground } from './looks.ts';
import { INNER, MARGIN, page, TOP } from './page.ts';
import { palette } from './palette.ts';
import { group, type Svg, tag } from './svg.ts';

export interface Day {
  readonly place: Place;
  readonly date: Temporal.PlainDate;
  /** Of that day. */
  readonly boards: readonly Board[];
  readonly today: Temporal.PlainDate;
}

const NAME = 46;
const BAR = 88;
const ROW = NAME + BAR + 30;
const AXIS = 34;
/** More would not be read on a phone: how many are left is said. */
const MOST = 10;

const rowOf = (board: Board, space: Space, top: number, { date }: Day, at: (minute: number) => number): Svg => {
  const [day] = board.days;
  const box = { x: MARGIN, y: top + NAME, width: INNER, height: BAR };
  const aside = isShared(space) ? words.seatsInAll(board.capacitySeats) : words.wholeSpace;
  const asideSizes = { size: SMALLEST, colour: palette.soft };
  const name = clipped(space.name, INNER - textWidth(aside, asideSizes) - 24, { size: 31, bold: true });
  const cells = together(day?.cells ?? []).map((cell) => {
    const { from, to } = minutesOn(date, cell);
    const whole = { ...box, x: at(from), width: at(to) - at(from) };
    return group(
      ...(lookOf(cell) === 'closed' ? [] : [tag('rect', { ...whole, fill: palette.paper })]),
      cellIn(cell, { ...whole, x: whole.x + 1.5, width: whole.width - 3 }, { space, board }),
    );
  });
  const why = day?.because === undefined ? words.closed : `${words.closed} (${day.because})`;
  const closed = clipped(why, INNER - 60, { size: SMALLEST });
  return group(
    text(name, MARGIN, top + 32, { size: 31, bold: true }),
    text(aside, MARGIN + INNER, top + 32, asideSizes, 'end'),
    ground('closed', box),
    ...(cells.length > 0 ? cells : [onPlate([{ words: closed, size: SMALLEST }], box)]),
  );
};

/** A mark above and below each row, and none through the names. */
const marks = (hours: readonly number[], rows: number, at: (minute: number) => number): Svg =>
  tag('path', {
    d: Array.from({ length: rows }, (_, row) => TOP + AXIS + row * ROW + NAME)
      .flatMap((y) => hours.map((hour) => `M${at(hour * 60)} ${y - 7}V${y + BAR + 7}`))
      .join(''),
    stroke: palette.rule,
    'stroke-width': 2,
  });

const scale = (span: Span, at: (minute: number) => number): Svg => {
  const perHour = INNER / (span.to - span.from);
  const every = perHour < 70 ? 2 : 1;
  return group(
    ...hoursIn(span).flatMap((hour) => {
      const x = at(hour * 60);
      const anchor = hour === span.from ? 'start' : hour === span.to ? 'end' : 'middle';
      const isSaid = (hour - span.from) % every === 0 && (hour !== span.to || every === 1);
      return isSaid ? [text(words.hour(hour), x, TOP + 20, { size: SMALLEST, colour: palette.soft }, anchor)] : [];
    }),
  );
};

export const daySvg = (day: Day): Svg => {
  const { place, date, boards, today } = day;
  const drawn = boards.slice(0, MOST).flatMap((board) => {
    const space = spaceOf(place, board.spaceKey);
    return space ? [{ space, board }] : [];
  });
  const span = spanOf(drawn.map(({ board }) => board));
  const at = (minute: number): number => MARGIN + ((minute / 60 - span.from) / (span.to - span.from)) * INNER;
  const bottom = TOP + AXIS + drawn.length * ROW - 14;
  const left = boards.length - drawn.length;
  const isClosed = drawn.some(({ board }) =>
    board.days.some(
      ({ cells }) =>
        cells.reduce((sum, cell) => sum + minutesOn(date, cell).to - minutesOn(date, cell).from, 0) <
        (span.to - span.from) * 60,
    ),
  );
  return page(
    {
      title: words.day(date),
      aside: '',
      subtitle: place.name,
      place,
      today,
      legend: legendOf(drawn, isClosed),
    },
    bottom - TOP + (left > 0 ? 40 : 0),
    scale(span, at),
    marks(hoursIn(span), drawn.length, at),
    ...drawn.map(({ space, board }, index) => rowOf(board, space, TOP + AXIS + index * ROW, day, at)),
    ...(left > 0 ? [text(words.more(left), MARGIN, bottom + 36, { size: 28, colour: palette.soft })] : []),
  );
};

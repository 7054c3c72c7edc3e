// The week of one space: a column a day, hours from top to bottom, in each stretch the seats that are left.
import type { BoardDay } from '../core/booking/board.ts';
import { pictureWords as words } from '../messages/pictures.fr.ts';
import type { Place } from '../place/model.ts';
import { cellIn, type Drawn, isShared, legendOf, lookOf, onPlate, together } from './cells.ts';
import { shownDays } from './days.ts';
import { hoursIn, minutesOn, type Span, spanOf } from './hours.ts';
import { type Box, SMALLEST, text, wrapped } from './lettering.ts';
import { ground } from './looks.ts';
import { INNER, MARGIN, page, TOP } from './page.ts';
import { palette } from './palette.ts';
import { group, type Svg, tag } from './svg.ts';

export interface Week extends Drawn {
  readonly place: Place;
  /** The day that was asked about. */
  readonly asked: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}

const GUTTER = 78;
const HEAD = 92;
const GAP = 10;

/** About a phone's height for any opening; half an hour always holds a word. */
const hourHeight = ({ from, to }: Span): number => Math.max(68, Math.min(98, 900 / (to - from)));

const heading = ({ date }: BoardDay, { x, width }: Box, isAsked: boolean, isNarrow: boolean): Svg => {
  const colour = isAsked ? palette.paper : palette.ink;
  const pill = tag('rect', {
    x,
    y: TOP,
    width,
    height: HEAD - 14,
    rx: 12,
    fill: isAsked ? palette.ink : palette.paper,
  });
  return group(
    pill,
    text(words.weekday(date, isNarrow), x + width / 2, TOP + 30, { size: 25, colour }, 'middle'),
    text(words.dayNumber(date), x + width / 2, TOP + 66, { size: 34, bold: true, colour }, 'middle'),
  );
};

/** The whole column is closed ground; the hours of opening lie on it. */
const column = (day: BoardDay, box: Box, { space, board }: Week, at: (minute: number) => number): Svg => {
  const cells = together(day.cells).map((cell) => {
    const { from, to } = minutesOn(day.date, cell);
    const whole = { ...box, y: at(from), height: at(to) - at(from) };
    return group(
      ...(lookOf(cell) === 'closed' ? [] : [tag('rect', { ...whole, fill: palette.paper })]),
      cellIn(cell, { ...whole, y: whole.y + 1.5, height: whole.height - 3 }, { space, board }),
    );
  });
  const why = wrapped(day.because ?? '', box.width - 24, 4, { size: SMALLEST });
  const closed =
    day.cells.length > 0 ? [] : [onPlate([{ words: words.closed, size: SMALLEST, bold: true }, ...why], box)];
  return group(ground('closed', box), ...closed, ...cells);
};

const scale = (span: Span, top: number, perHour: number): Svg =>
  group(
    ...hoursIn(span).flatMap((hour) => {
      const y = top + (hour - span.from) * perHour;
      return [
        tag('path', { d: `M${MARGIN + GUTTER - 14} ${y}H${MARGIN + INNER}`, stroke: palette.rule, 'stroke-width': 2 }),
        text(words.hour(hour), MARGIN + GUTTER - 22, y + 8.5, { size: SMALLEST, colour: palette.soft }, 'end'),
      ];
    }),
  );

export const weekSvg = (week: Week): Svg => {
  const { place, space, board, asked, today } = week;
  const days = shownDays(place, space, board);
  const span = spanOf([{ ...board, days }]);
  const perHour = hourHeight(span);
  const top = TOP + HEAD + 12;
  const width = (INNER - GUTTER - GAP * (days.length - 1)) / days.length;
  const height = (span.to - span.from) * perHour;
  const at = (minute: number): number => top + (minute / 60 - span.from) * perHour;
  const columns = days.map((day, index) => {
    const box = { x: MARGIN + GUTTER + index * (width + GAP), y: top, width, height };
    return group(heading(day, box, day.date.equals(asked), width < 150), column(day, box, week, at));
  });
  const [first, last] = [days[0]?.date ?? asked, days.at(-1)?.date ?? asked];
  const isOpenThroughout = days.every(({ date, cells }) => coversSpan(date, cells, span));
  return page(
    {
      title: space.name,
      aside: isShared(space) ? words.seatsInAll(board.capacitySeats) : words.wholeSpace,
      subtitle: words.weekOf(first, last),
      place,
      today,
      legend: legendOf([{ space, board: { ...board, days } }], !isOpenThroughout),
    },
    HEAD + 12 + height,
    scale(span, top, perHour),
    ...columns,
  );
};

const coversSpan = (date: Temporal.PlainDate, cells: BoardDay['cells'], { from, to }: Span): boolean =>
  cells.reduce((sum, cell) => sum + minutesOn(date, cell).to - minutesOn(date, cell).from, 0) >= (to - from) * 60;

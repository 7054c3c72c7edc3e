// The hours that a picture spans, on the place's own clocks, and where each falls.
import type { Board } from '../core/booking/board.ts';
import type { Times } from '../core/booking/free.ts';

/** In whole hours. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Midnight at the end is 24:00. */
const minuteOf = (time: Temporal.ZonedDateTime, date: Temporal.PlainDate): number =>
  time.toPlainDate().equals(date) ? time.hour * 60 + time.minute : 24 * 60;

/** Where the clock goes back within the stretch, its wall-clock end may come before its start. */
export const minutesOn = (
  date: Temporal.PlainDate,
  { start, end }: Times,
): { readonly from: number; readonly to: number } => {
  const [a, b] = [minuteOf(start, date), minuteOf(end, date)];
  return { from: Math.min(a, b), to: Math.max(a, b) };
};

const BY_DEFAULT: Span = { from: 9, to: 18 };

export const spanOf = (boards: readonly Board[]): Span => {
  const all = boards.flatMap(({ days }) =>
    days.flatMap(({ date, cells }) => cells.map((cell) => minutesOn(date, cell))),
  );
  if (all.length === 0) return BY_DEFAULT;
  return {
    from: Math.floor(Math.min(...all.map(({ from }) => from)) / 60),
    to: Math.ceil(Math.max(...all.map(({ to }) => to)) / 60),
  };
};

export const hoursIn = ({ from, to }: Span): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

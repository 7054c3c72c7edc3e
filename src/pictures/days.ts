// Which days of a week have a column: from the first to the last on which the space may be open.
import type { Board, BoardDay } from '../core/booking/board.ts';
import type { Place, Space } from '../place/model.ts';

const usualDays = (place: Place, space: Space): readonly number[] =>
  Object.entries((space.hours ?? place.hours).weekly).flatMap(([weekday, ranges]) =>
    ranges && ranges.length > 0 ? [Number(weekday)] : [],
  );

/** ISO weekdays, both included. */
export const weekdaysShown = (
  place: Place,
  space: Space,
  { days }: Board,
): { readonly first: number; readonly last: number } => {
  const open = days.filter(({ cells }) => cells.length > 0).map(({ date }) => date.dayOfWeek);
  const shown = [...usualDays(place, space), ...open];
  return shown.length === 0 ? { first: 1, last: 7 } : { first: Math.min(...shown), last: Math.max(...shown) };
};

export const shownDays = (place: Place, space: Space, board: Board): readonly BoardDay[] => {
  const { first, last } = weekdaysShown(place, space, board);
  return board.days.filter(({ date }) => date.dayOfWeek >= first && date.dayOfWeek <= last);
};

// A day of a space as a strip, drawn beside the words that say the same: what is taken rises from the bottom, what is closed
// is hollow, what is over is pale.
import type { Board, BoardDay, Cell } from '../core/booking/board.ts';
import { type Html, html } from '../kernel/html.ts';
import { pictureWords } from '../messages/pictures.fr.ts';

export interface Span {
  /** Whole hours of the day; `to` may be 24. */
  readonly from: number;
  readonly to: number;
}

const HEIGHT = 100;

const minuteOf = (date: Temporal.PlainDate, time: Temporal.ZonedDateTime): number =>
  time.toPlainDate().equals(date) ? time.hour * 60 + time.minute : 24 * 60;

/** The hours that hold every opening of these boards; undefined when nothing opens. */
export const spanOf = (boards: readonly Board[]): Span | undefined => {
  const cells = boards.flatMap(({ days }) =>
    days.flatMap(({ date, cells: all }) =>
      all.map(({ start, end }) => [minuteOf(date, start), minuteOf(date, end)] as const),
    ),
  );
  if (cells.length === 0) return undefined;
  const [from, to] = [Math.min(...cells.map(([start]) => start)), Math.max(...cells.map(([, end]) => end))];
  return { from: Math.floor(from / 60), to: Math.ceil(to / 60) };
};

const rect = (look: string, x: number, width: number, height: number): Html =>
  html`<rect class="${look}" x="${String(x)}" y="${String(HEIGHT - height)}" width="${String(width)}" height="${String(height)}"/>`;

const cellShapes = (date: Temporal.PlainDate, cell: Cell, capacitySeats: number, span: Span): readonly Html[] => {
  const x = minuteOf(date, cell.start) - span.from * 60;
  const width = minuteOf(date, cell.end) - span.from * 60 - x;
  if (cell.closed) return [];
  const taken = Math.round((1 - cell.freeSeats / capacitySeats) * HEIGHT);
  return [
    rect(cell.past ? 'past' : 'open', x, width, HEIGHT),
    ...(taken === 0 ? [] : [rect(cell.past ? 'past-taken' : 'taken', x, width, taken)]),
  ];
};

/** `now`: marked, on its day. */
export const strip = (day: BoardDay, capacitySeats: number, span: Span, now?: Temporal.ZonedDateTime): Html => {
  const width = (span.to - span.from) * 60;
  const at = now?.toPlainDate().equals(day.date) ? now.hour * 60 + now.minute - span.from * 60 : -1;
  return html`<svg class="strip" viewBox="0 0 ${String(width)} ${String(HEIGHT)}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${day.cells.flatMap(
    (cell) => cellShapes(day.date, cell, capacitySeats, span),
  )}${Array.from({ length: span.to - span.from - 1 }, (_, index) => {
    const x = String((index + 1) * 60);
    return html`<path class="hour" d="M${x} 0V${String(HEIGHT)}"/>`;
  })}${at > 0 && at < width ? html`<path class="now" d="M${String(at)} 0V${String(HEIGHT)}"/>` : ''}</svg>`;
};

/** Evenly spaced: each third, second or single hour, whichever divides the span. */
export const axis = ({ from, to }: Span): Html => {
  const step = [3, 2, 4].find((hours) => (to - from) % hours === 0 && (to - from) / hours <= 6) ?? to - from;
  const marks = Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
  return html`<div class="axis" aria-hidden="true">${marks.map(
    (hour) => html`<span>${pictureWords.hour(hour)}</span>`,
  )}</div>`;
};

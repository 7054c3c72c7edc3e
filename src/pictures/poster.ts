// A day for the door, on one sheet of A4: what is taken and what is free, in large type, and
// no name but of those who chose to show theirs.
import type { Event } from '../core/agenda/model.ts';
import type { Board } from '../core/booking/board.ts';
import type { NamedStay } from '../core/names/model.ts';
import { type Html, html } from '../kernel/html.ts';
import { posterWords as words } from '../messages/day.fr.ts';
import type { Place } from '../place/model.ts';
import { spaceOf } from '../place/model.ts';

export const POSTER_STYLE = [
  '@page { size: A4; margin: 15mm; }',
  ':root { font: 16pt/1.35 system-ui, sans-serif; color: #000; background: #fff; }',
  'body { max-width: 180mm; margin: 0 auto; padding: 8mm; }',
  'h1 { font-size: 34pt; margin: 0; }',
  'h1 + p { font-size: 24pt; margin: 0 0 8mm; }',
  'section { break-inside: avoid; border-top: 1.5mm solid #000; padding: 3mm 0 4mm; }',
  'h2 { font-size: 22pt; margin: 0 0 2mm; }',
  'ul { list-style: none; margin: 0; padding: 0; }',
  'li { display: flex; justify-content: space-between; gap: 8mm; padding: 1mm 0; border-bottom: 0.2mm solid #777; }',
  'li { flex-wrap: wrap; }',
  'li strong { white-space: nowrap; }',
  'li small { flex-basis: 100%; font-size: 13pt; }',
  'footer { font-size: 12pt; margin-top: 6mm; }',
  '@media print { body { padding: 0; max-width: none; } }',
].join('\n');

export interface Sheet {
  readonly place: Place;
  readonly date: Temporal.PlainDate;
  /** Of that day, by space. */
  readonly boards: readonly Board[];
  /** Of that day, of those who chose it. */
  readonly names: readonly NamedStay[];
  /** Of that day, wherever they are. */
  readonly events?: readonly Event[];
  readonly now: Temporal.ZonedDateTime;
  /** On a screen, so often; on paper, never. */
  readonly reloadsEverySeconds?: number;
}

type Cell = Board['days'][number]['cells'][number] & { readonly names: readonly string[] };

const { compare } = Temporal.ZonedDateTime;

const sameState = (a: Cell, b: Cell): boolean =>
  a.freeSeats === b.freeSeats && a.closed === b.closed && a.names.join('\n') === b.names.join('\n');

/** Cells that follow one another and say the same are one line. */
const stretches = (cells: readonly Cell[]): readonly Cell[] => {
  const kept: Cell[] = [];
  for (const cell of cells) {
    const last = kept.at(-1);
    if (last && sameState(last, cell) && last.end.equals(cell.start))
      kept[kept.length - 1] = { ...last, end: cell.end };
    else kept.push(cell);
  }
  return kept;
};

const section = (place: Place, { spaceKey, days }: Board, named: readonly NamedStay[]): Html => {
  const here = named.filter((stay) => stay.spaceKey === spaceKey);
  const namesAt = ({ start, end }: Pick<Cell, 'start' | 'end'>) =>
    here.filter((stay) => compare(stay.start, end) < 0 && compare(start, stay.end) < 0).map(({ name }) => name);
  const cells = stretches((days[0]?.cells ?? []).map((cell) => ({ ...cell, names: [...new Set(namesAt(cell))] })));
  const lines = cells.map(
    (cell) =>
      html`<li><span>${words.hours(cell)}</span> <strong>${words.state(place, spaceKey, cell)}</strong>${
        cell.names.length === 0 ? '' : html` <small>${words.names(cell.names)}</small>`
      }</li>\n`,
  );
  return html`<section>
<h2>${spaceOf(place, spaceKey)?.name ?? spaceKey}</h2>
${cells.length === 0 ? html`<p>${days[0]?.because ?? words.closed}</p>` : html`<ul>\n${lines}</ul>`}
</section>
`;
};

const programme = (place: Place, events: readonly Event[]): Html | string =>
  events.length === 0
    ? ''
    : html`<section>
<h2>${words.programme}</h2>
<ul>
${events.map((event) => html`<li><span>${words.hours(event)}</span> <strong>${event.title}</strong> <small>${words.where(place, event)}</small></li>\n`)}</ul>
</section>
`;

export const posterHtml = ({ place, date, boards, names, events = [], now, reloadsEverySeconds }: Sheet): string =>
  html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${reloadsEverySeconds === undefined ? '' : html`<meta http-equiv="refresh" content="${String(reloadsEverySeconds)}">\n`}<title>${words.title(place, date)}</title>
<style>${{ html: POSTER_STYLE }}</style>
</head>
<body>
<h1>${place.name}</h1>
<p>${words.date(date)}</p>
${programme(place, events)}${boards.map((board) => section(place, board, names))}<footer>${words.printedAt(now)}</footer>
</body>
</html>
`.html;

// The week of each space: day by day in words, beside a strip that draws them.
import type { Board, BoardDay } from '../core/booking/board.ts';
import { type Html, html } from '../kernel/html.ts';
import { dayWords, isShown, pictureWords } from '../messages/pictures.fr.ts';
import { webWords as words } from '../messages/web.fr.ts';
import { sentenceCase } from '../messages/words.fr.ts';
import { type Place, type Space, spaceOf } from '../place/model.ts';
import { type Around, placePage } from './layout.ts';
import { axis, type Span, spanOf, strip } from './strip.ts';

export interface Week {
  readonly monday: Temporal.PlainDate;
  readonly boards: readonly Board[];
  readonly now: Temporal.ZonedDateTime;
  /** Mondays that can be looked at. */
  readonly previous: Temporal.PlainDate | undefined;
  readonly next: Temporal.PlainDate | undefined;
}

const row = (day: BoardDay, space: Space, { capacitySeats }: Board, span: Span, now: Temporal.ZonedDateTime): Html => {
  const isToday = day.date.equals(now.toPlainDate());
  return html`<tr${isToday ? html` class="is-today"` : ''}>
<th scope="row">${words.dayName(day.date)}${isToday ? html`<br><span class="tag">${words.today}</span>` : ''}</th>
<td>${day.cells.length === 0 ? '' : strip(day, capacitySeats, span, now)}<p>${sentenceCase(dayWords(day, space, capacitySeats))}</p></td>
</tr>
`;
};

const spaceSection = (place: Place, board: Board, span: Span, week: string, now: Temporal.ZonedDateTime): Html => {
  const space = spaceOf(place, board.spaceKey);
  if (!space) return html``;
  const days = board.days.filter((day) => isShown(place, space, day));
  return html`<section class="week" aria-labelledby="espace-${space.key}">
<h2 id="espace-${space.key}">${space.name}</h2>
<p class="meta">${words.space(space).map((said) => html`<span>${sentenceCase(said)}</span>`)}</p>
<table>
<caption class="unseen">${words.tableOf(space, week)}</caption>
<thead><tr><th scope="col">${words.dayColumn}</th><th scope="col"><span class="unseen">${words.takenColumn}</span>${axis(span)}</th></tr></thead>
<tbody>
${days.map((day) => row(day, space, board, span, now))}</tbody>
</table>
</section>
`;
};

const otherWeeks = ({ path }: Around, { previous, next }: Week): Html => {
  const to = (monday: Temporal.PlainDate, label: string, rel: string) =>
    html`<li><a rel="${rel}" href="${path(`/espaces?semaine=${monday.toString()}`)}">${label}</a></li>\n`;
  return html`<nav class="weeks" aria-label="${words.otherWeeks}">
<ul>
${previous ? to(previous, words.previousWeek, 'prev') : ''}${next ? to(next, words.nextWeek, 'next') : ''}</ul>
</nav>
`;
};

const officesSection = ({ spaces }: Place): Html => {
  const offices = spaces.filter(({ use }) => use.by === 'lease');
  if (offices.length === 0) return html``;
  return html`<section class="offices">
<h2>${words.offices}</h2>
<ul>
${offices.map((space) => html`<li><strong>${space.name}</strong>, ${words.space(space).join(', ')}</li>\n`)}</ul>
</section>
`;
};

/** The weekend is not named where it is always closed. */
const lastShown = (place: Place, { monday, boards }: Week): Temporal.PlainDate => {
  const dates = boards.flatMap(({ spaceKey, days }) => {
    const space = spaceOf(place, spaceKey);
    return space ? days.filter((day) => isShown(place, space, day)).map(({ date }) => date) : [];
  });
  return dates.toSorted(Temporal.PlainDate.compare).at(-1) ?? monday.add({ days: 6 });
};

/** When nothing opens all week, strips are as wide as a working day. */
const USUAL: Span = { from: 9, to: 18 };

export const spacesPage = (around: Around, week: Week): string => {
  const { place } = around;
  const title = pictureWords.weekOf(week.monday, lastShown(place, week));
  const span = spanOf(week.boards) ?? USUAL;
  return placePage(
    around,
    { title: `${words.spacesTitle}, ${title}`, here: 'espaces' },
    html`<h1><span class="eyebrow">${words.spacesTitle}</span> ${title}</h1>
${otherWeeks(around, week)}<p class="legend">${words.legend}</p>
<div class="weeks-of">
${week.boards.map((board) => spaceSection(place, board, span, title, week.now))}</div>
${officesSection(place)}`,
  );
};

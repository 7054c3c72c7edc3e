// The first page of a place: how it stands today, and its agenda.
import { eventKinds } from '../core/agenda/model.ts';
import type { PlaceNow, SpaceNow } from '../core/showing/model.ts';
import { type Html, html } from '../kernel/html.ts';
import { exceptionsToCome } from '../messages/hours.fr.ts';
import { closureLine, openDetail, openWord, spaceState, spaceUntil, todayIs } from '../messages/showing.fr.ts';
import { kindSlugs, webWords as words } from '../messages/web.fr.ts';
import { sentenceCase } from '../messages/words.fr.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { agendaList, type Listing } from './agenda.ts';
import { type Around, feedLink, placePage } from './layout.ts';
import { axis, spanOf, strip } from './strip.ts';

export const openBadge = ({ openness, now }: PlaceNow): Html =>
  html`<p class="openness ${openness.open ? 'is-open' : 'is-closed'}"><strong>${openWord(openness)}</strong> <span>${openDetail(openness, now)}</span></p>`;

const spaceCard = (place: Place, state: SpaceNow, shown: PlaceNow): Html => {
  const board = shown.boards.find(({ spaceKey }) => spaceKey === state.spaceKey);
  const [day] = board?.days ?? [];
  const span = spanOf(shown.boards);
  return html`<li class="space is-${state.state}">
<h3>${spaceOf(place, state.spaceKey)?.name ?? state.spaceKey}</h3>
<p><strong>${sentenceCase(spaceState(place, state))}</strong> <span>${spaceUntil(state)}</span></p>
${board && day && span && day.cells.length > 0 ? html`${strip(day, board.capacitySeats, span, shown.now)}${axis(span)}\n` : ''}</li>
`;
};

/** What is not as usual in the days to come, in sentences. */
export const notes = (place: Place, { closures, now }: PlaceNow, days: number): readonly string[] => {
  const until = now.add({ days }).toInstant();
  const near = closures.filter(({ start }) => Temporal.Instant.compare(start, until) < 0);
  const hours = {
    ...place.hours,
    exceptions: place.hours.exceptions.filter(
      ({ from }) => Temporal.PlainDate.compare(from, now.toPlainDate().add({ days })) < 0,
    ),
  };
  return [
    ...near.map((closure) => `${closureLine(place, closure)}.`),
    ...exceptionsToCome(hours, now.toPlainDate()).map((said) => `${sentenceCase(said)}.`),
  ];
};

/** As far ahead as people plan. */
const NOTED_DAYS = 60;

const notesSection = (place: Place, shown: PlaceNow): Html => {
  const said = notes(place, shown, NOTED_DAYS);
  if (said.length === 0) return html``;
  return html`<section class="notes" aria-labelledby="a-noter">
<h2 id="a-noter">${words.toNote}</h2>
<ul>
${said.map((line) => html`<li>${line}</li>\n`)}</ul>
</section>
`;
};

const todaySection = (place: Place, shown: PlaceNow): Html => html`<section class="today" aria-labelledby="etat">
<h1 id="etat"><span class="eyebrow">${todayIs(shown.now)}</span> ${place.name}</h1>
${openBadge(shown)}
<h2>${words.freeNow}</h2>
<ul class="spaces">
${shown.spaces.map((state) => spaceCard(place, state, shown))}</ul>
</section>
`;

const subscribeSection = ({ path }: Around): Html => html`<section class="subscribe" aria-labelledby="abonnement">
<h2 id="abonnement">${words.subscribe}</h2>
<p>${words.subscribeHow}</p>
<ul>
<li><a href="${path('/agenda.ics')}">${words.wholeAgenda}</a></li>
${eventKinds.map((kind) => html`<li><a href="${path(`/agenda-${kindSlugs[kind]}.ics`)}">${words.kindFeed(kind)}</a></li>\n`)}</ul>
</section>
`;

const nextLink = ({ path }: Around, { next }: Listing): Html =>
  next === undefined
    ? html``
    : html`<p class="later"><a href="${path(`/?depuis=${next.toString()}`)}" rel="next">${words.later(next)}</a></p>\n`;

const feeds = ({ place, path }: Around): Html =>
  html`${eventKinds.map((kind) => feedLink(path(`/agenda-${kindSlugs[kind]}.ics`), words.kindFeedTitle(place, kind)))}`;

export const homePage = (around: Around, shown: PlaceNow, listing: Listing): string =>
  placePage(
    around,
    { title: words.agenda, here: 'agenda', more: feeds(around) },
    html`${todaySection(around.place, shown)}${notesSection(around.place, shown)}<section class="agenda" aria-labelledby="agenda">
<h2 id="agenda">${words.toCome}</h2>
${listing.events.length === 0 ? html`<p>${words.noEvent}</p>\n` : agendaList(around, listing)}${nextLink(around, listing)}</section>
${subscribeSection(around)}`,
  );

/** The agenda from a day on. */
export const laterPage = (around: Around, listing: Listing): string =>
  placePage(
    around,
    { title: `${words.agenda}, ${words.fromDate(listing.from)}`, here: undefined },
    html`<section class="agenda">
<h1><span class="eyebrow">${words.agenda}</span> ${words.fromDate(listing.from)}</h1>
<h2>${words.toCome}</h2>
${listing.events.length === 0 ? html`<p>${words.noEventLater}</p>\n` : agendaList(around, listing)}${nextLink(around, listing)}<p><a href="${around.path('/')}">${words.backToNow}</a></p>
</section>
`,
  );

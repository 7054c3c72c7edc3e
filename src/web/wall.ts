// The wall screen: read from three metres, by people who pass. It asks for itself again, and keeps what it shows when
// nobody answers (src/web/assets/ecran.js).
import type { Event } from '../core/agenda/model.ts';
import type { PlaceNow, SpaceNow } from '../core/showing/model.ts';
import { type Html, html } from '../kernel/html.ts';
import { eventHours, eventState, eventWhere, slotWords } from '../messages/event.fr.ts';
import { spaceState, spaceUntil, todayIs } from '../messages/showing.fr.ts';
import { webWords as words } from '../messages/web.fr.ts';
import { hour, sentenceCase, shortDay } from '../messages/words.fr.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { assetsVersion, wallScript } from './assets.ts';
import { notes, openBadge } from './home.ts';
import { type Around, document } from './layout.ts';
import { spanOf, strip } from './strip.ts';

export interface Wall {
  readonly shown: PlaceNow;
  /** Under way or to come, by start. */
  readonly events: readonly Event[];
}

/** Without its script the page still asks for itself, as often. */
const EVERY_SECONDS = 60;
/** What the screen holds, in rem of its style: nothing may fall off it. */
const ROOM = 28;
const LEFT_OUT = 3;
const NOTED_DAYS = 7;

/** A title of more characters takes a second line. */
const heightOf = ({ title }: Event): number => (title.length > 30 ? 7 : 5);

/** As many as fit, and how much room they take, that of `saying` how many are left out included. */
const fitting = (
  events: readonly Event[],
  { room, saying }: { readonly room: number; readonly saying: number },
): { readonly shown: readonly Event[]; readonly used: number } => {
  const all = events.reduce((sum, event) => sum + heightOf(event), 0);
  if (all <= room) return { shown: events, used: all };
  const shown: Event[] = [];
  let used = saying;
  for (const event of events) {
    if (used + heightOf(event) > room) break;
    shown.push(event);
    used += heightOf(event);
  }
  return { shown, used };
};

const spaceRow = (place: Place, state: SpaceNow, { boards, now }: PlaceNow): Html => {
  const board = boards.find(({ spaceKey }) => spaceKey === state.spaceKey);
  const [day] = board?.days ?? [];
  const span = spanOf(boards);
  return html`<li class="space is-${state.state}">
<h3>${spaceOf(place, state.spaceKey)?.name ?? state.spaceKey}</h3>
<p><strong>${sentenceCase(spaceState(place, state))}</strong> <span>${spaceUntil(state)}</span></p>
${board && day && span && day.cells.length > 0 ? strip(day, board.capacitySeats, span, now) : ''}
</li>
`;
};

/** A line each. */
const whenOf = (event: Event, now: Temporal.ZonedDateTime): readonly string[] => {
  if (event.start.toPlainDate().equals(now.toPlainDate())) return [eventHours(event)];
  if (Temporal.ZonedDateTime.compare(event.start, now) <= 0) return [sentenceCase(words.underWay)];
  return [sentenceCase(shortDay(event.start)), hour(event.start)];
};

const item = (place: Place, event: Event, now: Temporal.ZonedDateTime): Html => html`<li class="event">
<p class="when">${whenOf(event, now).map((line) => html`<span>${line}</span> `)}</p>
<div>
<h3>${event.title}</h3>
<p class="meta">${[slotWords(event), eventWhere(place, event), eventState(event)].flatMap((said) => (said === undefined ? [] : [html`<span>${said}</span>`]))}</p>
</div>
</li>
`;

const list = (
  place: Place,
  events: readonly Event[],
  left: number,
  now: Temporal.ZonedDateTime,
  none: string,
): Html => {
  if (events.length === 0) return html`<p class="none">${none}</p>\n`;
  return html`<ul>
${events.map((event) => item(place, event, now))}</ul>
${left > 0 ? html`<p class="more">${words.andMore(left)}</p>\n` : ''}`;
};

const main = (place: Place, { shown, events }: Wall): Html => {
  const tomorrow = shown.now.startOfDay().add({ days: 1 });
  const isToday = ({ start }: Event) => Temporal.ZonedDateTime.compare(start, tomorrow) < 0;
  const [today, toCome] = [events.filter(isToday), events.filter((event) => !isToday(event))];
  // Today comes first; of what comes, what is not shown is a click away, or a step away.
  const ofToday = fitting(today, { room: ROOM - (toCome.length > 0 ? 7 : 0), saying: LEFT_OUT });
  const next = fitting(toCome, { room: ROOM - ofToday.used, saying: 0 }).shown;
  const said = notes(place, shown, NOTED_DAYS);
  return html`<main id="contenu" data-version="${assetsVersion}">
<header>
<h1>${place.name}</h1>
<p class="date">${todayIs(shown.now)}</p>
<p class="clock" id="heure" data-zone="${place.timeZone}" data-now="${String(shown.now.epochMilliseconds)}">${hour(shown.now)}</p>
</header>
<section class="state" aria-labelledby="etat">
<h2 id="etat" class="unseen">${words.freeNow}</h2>
${openBadge(shown)}
<ul class="spaces">
${shown.spaces.map((state) => spaceRow(place, state, shown))}</ul>
${said.length === 0 ? '' : html`<p class="notes">${said[0] ?? ''}${said.length > 1 ? ` ${words.andMore(said.length - 1)}` : ''}</p>\n`}</section>
<section class="agenda">
<h2>${words.today}</h2>
${list(place, ofToday.shown, today.length - ofToday.shown.length, shown.now, words.nothingToday)}<h2>${words.toCome}</h2>
${list(place, next, 0, shown.now, words.nothingToCome)}</section>
</main>
`;
};

export const wallPage = ({ place, path }: Around, wall: Wall): string =>
  document(
    {
      title: words.wallTitle(place),
      look: 'wall',
      more: html`<noscript><meta http-equiv="refresh" content="${String(EVERY_SECONDS)}"></noscript>
<script src="${wallScript.path}" defer data-page="${path('/ecran')}"></script>
`,
    },
    html`${main(place, wall)}<p id="absence" class="absence" role="status" hidden>${words.lastSeen} <span></span></p>
`,
  );

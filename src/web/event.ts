// The page of one event: its card, and how to come.
import type { Event } from '../core/agenda/model.ts';
import { type Html, html } from '../kernel/html.ts';
import { eventCard } from '../messages/event.fr.ts';
import { webWords as words } from '../messages/web.fr.ts';
import { blocksHtml } from './blocks.ts';
import { type Around, placePage } from './layout.ts';

const toCome = (event: Event, now: Temporal.ZonedDateTime): boolean =>
  event.cancelledAt === undefined && Temporal.ZonedDateTime.compare(now, event.end) < 0;

const comingSection = (event: Event): Html => html`<section class="coming" aria-labelledby="participer">
<h2 id="participer">${words.signUp}</h2>
${
  event.feedKey === undefined
    ? html`<p>${words.signUpHow}</p>
<p><code>${words.signUpLine(event.id)}</code></p>
`
    : html`<p>${words.fromElsewhere}</p>\n`
}</section>
`;

export const eventPage = (around: Around, event: Event, now: Temporal.ZonedDateTime): string =>
  placePage(
    around,
    { title: event.title, here: undefined },
    html`<article class="event-page${event.cancelledAt === undefined ? '' : ' is-cancelled'}">
${blocksHtml(eventCard(around.place, event))}<p class="actions">${toCome(event, now) ? html`<a class="action" href="${around.path(`/evenements/${event.id}.ics`)}">${words.addToCalendar}</a> ` : ''}<a href="${around.path('/')}">${words.seeAgenda}</a></p>
${toCome(event, now) ? comingSection(event) : ''}</article>
`,
  );

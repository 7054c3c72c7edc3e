// The agenda as pages list it: so many events at a time, by whole days, then where the rest begins.
import type { Event } from '../core/agenda/model.ts';
import type { AgendaRoom } from '../core/agenda/usecases.ts';
import { type Html, html } from '../kernel/html.ts';
import { eventDays, eventHours, eventState, eventWhere, kindNames, slotWords } from '../messages/event.fr.ts';
import { webWords as words } from '../messages/web.fr.ts';
import { day, sentenceCase } from '../messages/words.fr.ts';
import type { Place } from '../place/model.ts';
import type { Around } from './layout.ts';

const AT_A_TIME = 40;
/** Nothing is announced further ahead. */
const AHEAD = { years: 2 } as const;

export interface Listing {
  readonly from: Temporal.PlainDate;
  readonly events: readonly Event[];
  /** Where what is not listed begins; undefined: all is. */
  readonly next: Temporal.PlainDate | undefined;
}

/** What is under way or to come at `from`; later pages list only what begins there. */
export const listingFrom = async (
  agenda: AgendaRoom,
  place: Place,
  from: Temporal.ZonedDateTime,
  begun: 'too' | 'not',
): Promise<Listing> => {
  const date = from.toPlainDate();
  const end = from.add(AHEAD).toInstant();
  const isListed = ({ start }: Event) => begun === 'too' || Temporal.ZonedDateTime.compare(from, start) <= 0;
  const found = await agenda.between(place, { start: from.toInstant(), end, limit: AT_A_TIME + 1, cancelled: true });
  const events = found.filter(isListed);
  const last = found.length > AT_A_TIME ? found.at(-1)?.start.toPlainDate() : undefined;
  if (last === undefined) return { from: date, events, next: undefined };
  const whole = events.filter(({ start }) => Temporal.PlainDate.compare(start.toPlainDate(), last) < 0);
  if (whole.length > 0) return { from: date, events: whole, next: last };
  // One day alone holds more than that: all of it, and then the next.
  const next = last.add({ days: 1 });
  const morning = next.toZonedDateTime(place.timeZone).toInstant();
  const ofDay = await agenda.between(place, { start: from.toInstant(), end: morning, cancelled: true });
  return { from: date, events: ofDay.filter(isListed), next };
};

const meta = (place: Place, event: Event): readonly Html[] =>
  [slotWords(event), eventWhere(place, event), event.cancelledAt === undefined ? eventState(event) : undefined].flatMap(
    (said) => (said === undefined ? [] : [html`<span>${said}</span>`]),
  );

export const eventItem = ({ place, path }: Around, event: Event): Html => html`<li class="event">
<p class="when"><time datetime="${event.start.toString({ timeZoneName: 'never', smallestUnit: 'minute' })}">${eventHours(event)}</time></p>
<div>
<h4><a href="${path(`/evenements/${event.id}`)}">${event.title}</a></h4>
<p class="meta">${event.kind === 'other' ? '' : html`<span>${sentenceCase(kindNames[event.kind].one)}</span>`}${
  event.cancelledAt === undefined ? '' : html`<strong class="cancelled">${words.cancelled}</strong>`
}${meta(place, event)}</p>
</div>
</li>
`;

/** By day, each under its name. */
export const agendaList = (around: Around, { events, from }: Listing): Html =>
  html`${eventDays(events, from).map(
    ({ date, events: ofDay }) => html`<section class="day">
<h3>${sentenceCase(day(date))}</h3>
<ul>
${ofDay.map((event) => eventItem(around, event))}</ul>
</section>
`,
  )}`;

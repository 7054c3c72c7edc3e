// The pages of a place, and its calendars.
import { type Context, Hono } from 'hono';
import { type EventKind, eventKinds } from '../core/agenda/model.ts';
import type { Core } from '../core/core.ts';
import type { Clock } from '../kernel/time.ts';
import { eventsCalendar } from '../messages/event-calendar.fr.ts';
import { kindSlugs, webWords as words } from '../messages/web.fr.ts';
import type { Place } from '../place/model.ts';
import { listingFrom } from './agenda.ts';
import { notFound, show } from './answers.ts';
import { eventPage } from './event.ts';
import { WALL_POLICY } from './headers.ts';
import { homePage, laterPage } from './home.ts';
import type { Kept } from './kept.ts';
import type { Around } from './layout.ts';
import { spacesPage } from './spaces.ts';
import { wallPage } from './wall.ts';

export interface PlaceParts {
  readonly core: Pick<Core, 'agenda' | 'showing' | 'staff'>;
  /** As its file says. */
  readonly file: Place;
  readonly clock: Clock;
  readonly kept: Kept;
}

const { compare } = Temporal.PlainDate;

/** Weeks ahead that can be looked at: a year of bookings. */
const WEEKS = 52;
/** A calendar that looks after a holiday still learns what was cancelled meanwhile. */
const FEED = { back: { months: 3 }, ahead: { years: 2 } } as const;
const WALL_EVENTS = 20;
/** What an integer of the database holds. */
const MOST_NUMBERED = 2 ** 31 - 1;

const dateIn = (typed: string | undefined): Temporal.PlainDate | undefined => {
  if (typed === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(typed)) return undefined;
  try {
    return Temporal.PlainDate.from(typed);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });

export const placeRoutes = ({ core, file, clock, kept }: PlaceParts): Hono => {
  const { agenda, showing } = core;
  /** With its hours as the last version said. */
  const placeNow = (): Place => core.staff.openings.current(file);
  const around = (): Around => ({ place: placeNow(), path: (page) => showing.path(file, page) });
  const present = (): Temporal.ZonedDateTime => clock.now().toZonedDateTimeISO(file.timeZone);
  const nameOf = (page: string): string => showing.path(file, `/${page}`);
  /** Time changes what is shown as well: each minute is another version. */
  const versionOf = async (first: Temporal.PlainDate, last: Temporal.PlainDate): Promise<string> =>
    `${await showing.version(file, { first, last })} ${present().toString({ smallestUnit: 'minute' })}`;

  const home = async (c: Context): Promise<Response> => {
    const now = present();
    const make = async () => homePage(around(), await showing.now(file), await listingFrom(agenda, file, now, 'too'));
    const version = await versionOf(now.toPlainDate(), now.toPlainDate());
    return show(c, kept, { name: nameOf(''), version, make, type: 'text/html' });
  };

  const later = async (c: Context, from: Temporal.PlainDate): Promise<Response> => {
    const today = present().toPlainDate();
    const make = async () =>
      laterPage(around(), await listingFrom(agenda, file, from.toZonedDateTime(file.timeZone), 'not'));
    return show(c, kept, {
      name: nameOf(`?depuis=${from.toString()}`),
      version: await versionOf(today, today),
      make,
      type: 'text/html',
    });
  };

  const spaces = async (c: Context): Promise<Response> => {
    const now = present();
    const first = mondayOf(now.toPlainDate());
    const typed = c.req.query('semaine');
    const asked = typed === undefined ? first : dateIn(typed);
    const monday = asked && mondayOf(asked);
    const last = first.add({ weeks: WEEKS });
    if (!monday || compare(monday, first) < 0 || compare(monday, last) > 0) return notFound(c, words.noSuchWeek);
    const days = { first: monday, last: monday.add({ days: 6 }) };
    const make = async () =>
      spacesPage(around(), {
        monday,
        now,
        boards: await showing.boards(placeNow(), days),
        previous: compare(monday, first) > 0 ? monday.subtract({ weeks: 1 }) : undefined,
        next: compare(monday, last) < 0 ? monday.add({ weeks: 1 }) : undefined,
      });
    const version = await versionOf(days.first, days.last);
    return show(c, kept, { name: nameOf(`espaces?${monday.toString()}`), version, make, type: 'text/html' });
  };

  const wall = async (c: Context): Promise<Response> => {
    const now = present();
    const make = async () => {
      const span = { start: now.toInstant(), end: now.add(FEED.ahead).toInstant() };
      const events = await agenda.between(file, { ...span, limit: WALL_EVENTS });
      return wallPage(around(), { shown: await showing.now(file), events });
    };
    const version = await versionOf(now.toPlainDate(), now.toPlainDate());
    const headers = { 'Content-Security-Policy': WALL_POLICY };
    return show(c, kept, { name: nameOf('ecran'), version, make, type: 'text/html', headers });
  };

  const pageOf = ({ id }: { readonly id: number }) => showing.address(file, `/evenements/${id}`);

  const feed =
    (kind: EventKind | undefined) =>
    async (c: Context): Promise<Response> => {
      const now = present();
      const name = kind === undefined ? words.feedTitle(file) : words.kindFeedTitle(file, kind);
      const make = async () => {
        const span = { start: now.subtract(FEED.back).toInstant(), end: now.add(FEED.ahead).toInstant() };
        const events = await agenda.between(file, { ...span, cancelled: true, ...(kind && { kinds: [kind] }) });
        return eventsCalendar(file, events, { stamp: clock.now(), name, pageOf });
      };
      const version = `${await agenda.revision(file)} ${now.toPlainDate().toString()}`;
      return show(c, kept, { name: nameOf(`agenda ${kind ?? ''}`), version, make, type: 'text/calendar' });
    };

  const event = async (c: Context, typed: string, as: 'page' | 'file'): Promise<Response> => {
    const id = Number(typed);
    const found = id <= MOST_NUMBERED ? await agenda.numbered(file, id) : undefined;
    if (!found) return notFound(c, words.noSuchEvent);
    const today = present().toPlainDate();
    const version = await versionOf(today, today);
    if (as === 'page') {
      const make = async () => eventPage(around(), found, present());
      return show(c, kept, { name: nameOf(`evenements/${id}`), version, make, type: 'text/html' });
    }
    const make = async () => eventsCalendar(file, [found], { stamp: clock.now(), pageOf });
    const headers = { 'Content-Disposition': `attachment; filename="evenement-${id}.ics"` };
    return show(c, kept, { name: nameOf(`evenements/${id}.ics`), version, make, type: 'text/calendar', headers });
  };

  const routes = new Hono({ strict: false });
  routes.get('/', (c) => {
    const typed = c.req.query('depuis');
    const from = dateIn(typed);
    if (typed === undefined) return home(c);
    return from ? later(c, from) : notFound(c);
  });
  routes.get('/espaces', spaces);
  routes.get('/ecran', wall);
  routes.get('/agenda.ics', feed(undefined));
  for (const kind of eventKinds) routes.get(`/agenda-${kindSlugs[kind]}.ics`, feed(kind));
  routes.get('/evenements/:id{[0-9]+}', (c) => event(c, c.req.param('id'), 'page'));
  routes.get('/evenements/:file{[0-9]+\\.ics}', (c) => event(c, c.req.param('file').replace('.ics', ''), 'file'));
  return routes;
};

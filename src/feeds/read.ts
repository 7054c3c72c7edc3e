// A calendar's text → what happens, occurrence by occurrence: recurrences with their exceptions, and the zones of each.
import ICAL from 'ical.js';
import { tzlib_get_ical_block as zoneBlock } from 'timezones-ical-library';
import type { FeedEvent, FeedProblem } from '../core/feeds/model.ts';
import type { Interval } from '../kernel/interval.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

export interface Window extends Interval {
  /** Of hours that say no zone, and of whole days. */
  readonly timeZone: string;
}

/** A rule may go on for ever, at each second: nobody announces so much. */
const MOST_STEPS = 20_000;
const MOST_EVENTS = 1_000;

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** A zone by its IANA name is ours, whatever rules the file carries for it; under another name, the file's own rules hold. */
const instantOf = (time: ICAL.Time, timeZone: string): Temporal.Instant => {
  const { year, month, day, hour, minute, second } = time;
  const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
  if (time.isDate) return local.toPlainDate().toZonedDateTime(timeZone).toInstant();
  const tzid = time.zone?.tzid ?? 'floating';
  if (tzid === 'UTC' || tzid === 'Z') return local.toZonedDateTime('UTC').toInstant();
  if (tzid === 'floating') return local.toZonedDateTime(timeZone).toInstant();
  if (isZone(tzid)) return local.toZonedDateTime(tzid).toInstant();
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000);
};

/** Many calendars name a zone by its IANA name and carry no rules for it: the library must know them, or it forgets the name. */
const learnZones = (text: string): void => {
  for (const [, name = ''] of text.matchAll(/;TZID="?([^":;\r\n]{1,64})"?[:;]/g)) {
    if (ICAL.TimezoneService.has(name) || !isZone(name)) continue;
    const [block] = zoneBlock(name);
    if (block) ICAL.TimezoneService.register(new ICAL.Timezone(new ICAL.Component(ICAL.parse(block))), name);
  }
};

const textOf = (value: string | null, most: number): string | undefined => {
  const text = value?.trim().slice(0, most);
  return text === undefined || text === '' ? undefined : text;
};

const occurrence = (
  item: ICAL.Event,
  { start, end, name }: { readonly start: ICAL.Time; readonly end: ICAL.Time; readonly name: string },
  timeZone: string,
): FeedEvent | undefined => {
  const title = textOf(item.summary, 200);
  const [from, to] = [instantOf(start, timeZone), instantOf(end, timeZone)];
  if (title === undefined || Temporal.Instant.compare(from, to) >= 0) return undefined;
  return {
    uid: name,
    title,
    description: textOf(item.description, 2000),
    location: textOf(item.location, 200),
    start: from,
    end: to,
    cancelled: item.component.getFirstPropertyValue('status')?.toString().toUpperCase() === 'CANCELLED',
  };
};

const isWithin = ({ start, end }: Interval, window: Interval): boolean =>
  Temporal.Instant.compare(start, window.end) < 0 && Temporal.Instant.compare(end, window.start) > 0;

const occurrencesOf = (item: ICAL.Event, window: Window): readonly FeedEvent[] => {
  if (!item.isRecurring()) {
    const only = occurrence(item, { start: item.startDate, end: item.endDate, name: item.uid }, window.timeZone);
    return only && isWithin(only, window) ? [only] : [];
  }
  const found: FeedEvent[] = [];
  const iterator = item.iterator();
  for (let step = 0; step < MOST_STEPS && found.length < MOST_EVENTS; step++) {
    const next = iterator.next();
    if (!next) break;
    const { item: said, startDate, endDate, recurrenceId } = item.getOccurrenceDetails(next);
    const each = occurrence(
      said,
      { start: startDate, end: endDate, name: `${item.uid} ${recurrenceId.toString()}` },
      window.timeZone,
    );
    // One that was moved may come before those that follow: only the rule's own time says that the end is reached.
    if (Temporal.Instant.compare(instantOf(next, window.timeZone), window.end) >= 0) break;
    if (each && isWithin(each, window)) found.push(each);
  }
  return found;
};

const isPublic = (component: ICAL.Component): boolean =>
  !['PRIVATE', 'CONFIDENTIAL'].includes(component.getFirstPropertyValue('class')?.toString().toUpperCase() ?? 'PUBLIC');

/** One that can't be read is left out; the others are read. */
const itemsOf = (component: ICAL.Component, exceptions: readonly ICAL.Component[], window: Window) => {
  try {
    return occurrencesOf(new ICAL.Event(component, { exceptions: [...exceptions], strictExceptions: true }), window);
  } catch {
    return [];
  }
};

/** In order of time, within the window. */
export const readFeed = (text: string, window: Window): Result<readonly FeedEvent[], FeedProblem> => {
  let calendar: ICAL.Component;
  try {
    learnZones(text);
    calendar = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return fail({ code: 'feed.not_a_calendar' });
  }
  if (calendar.name !== 'vcalendar') return fail({ code: 'feed.not_a_calendar' });
  const components = calendar.getAllSubcomponents('vevent').filter(isPublic);
  const isException = (each: ICAL.Component) => each.hasProperty('recurrence-id');
  const exceptionsOf = (uid: unknown) =>
    components.filter((each) => isException(each) && each.getFirstPropertyValue('uid') === uid);
  const events = components
    .filter((each) => !isException(each))
    .flatMap((each) => itemsOf(each, exceptionsOf(each.getFirstPropertyValue('uid')), window));
  const known = new Map(events.map((event) => [event.uid, event]));
  return ok([...known.values()].sort((a, b) => Temporal.Instant.compare(a.start, b.start)).slice(0, MOST_EVENTS));
};

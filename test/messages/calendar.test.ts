// What a calendar is given, read back by another parser than the one that wrote it.
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Booking } from '../../src/core/booking/model.ts';
import { bookingsCalendar } from '../../src/messages/calendar.fr.ts';
import { mijoteuse } from '../place/fixture.ts';

const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Paris]`);
const stamp = Temporal.Instant.from('2026-11-23T09:00:00Z');

const booking = (id: number, start: string, end: string, rest: Partial<Booking> = {}): Booking => ({
  id,
  memberId: 1,
  spaceKey: 'coworking',
  start: at(start),
  end: at(end),
  people: 1,
  equipment: [],
  purpose: undefined,
  cancelledAt: undefined,
  sequence: 0,
  ...rest,
});

const parsed = (text: string) => {
  const root = new ICAL.Component(ICAL.parse(text));
  const zones = root.getAllSubcomponents('vtimezone');
  for (const zone of zones) ICAL.TimezoneService.register(new ICAL.Timezone({ component: zone, tzid: 'Europe/Paris' }));
  return { root, zones, events: root.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) };
};

const utc = (time: { toUnixTime(): number }): string =>
  Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString();

describe('a calendar file', () => {
  test('says a booking at its own instant, with its time zone, its stable name and its version', () => {
    const text = bookingsCalendar(
      mijoteuse,
      [
        booking(12, '2026-11-24T09:00', '2026-11-24T12:30', {
          sequence: 2,
          purpose: 'Réunion, atelier; « chorale »\nà 4',
        }),
      ],
      { stamp },
    );
    const { root, zones, events } = parsed(text);
    expect(root.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(zones.map((zone) => zone.getFirstPropertyValue('tzid'))).toEqual(['Europe/Paris']);
    const [event] = events;
    expect([event?.uid, event?.sequence]).toEqual(['reservation-12@la-mijoteuse.mijote', 2]);
    expect(event && [utc(event.startDate), utc(event.endDate)]).toEqual([
      '2026-11-24T08:00:00Z',
      '2026-11-24T11:30:00Z',
    ]);
    expect(event?.startDate.zone?.tzid).toBe('Europe/Paris');
    expect(event?.summary).toBe('Espace de coworking, La Mijoteuse');
    expect(event?.description).toBe('Réunion, atelier; « chorale »\nà 4');
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(event?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-23T09:00:00Z');
  });

  test('keeps the hour on the wall when the clocks change', () => {
    const series = ['2026-10-20', '2026-10-27', '2027-03-23', '2027-03-30'].map((date, index) =>
      booking(index + 1, `${date}T09:00`, `${date}T12:30`),
    );
    const { events } = parsed(bookingsCalendar(mijoteuse, series, { stamp }));
    expect(events.map(({ startDate }) => utc(startDate).slice(11, 16))).toEqual(['07:00', '08:00', '08:00', '07:00']);
    expect(events.map(({ startDate: { hour, minute } }) => [hour, minute])).toEqual(Array(4).fill([9, 0]));
  });

  test('takes away what is cancelled', () => {
    const cancelled = booking(3, '2026-11-24T09:00', '2026-11-24T12:30', { cancelledAt: stamp, sequence: 1 });
    const { events } = parsed(bookingsCalendar(mijoteuse, [cancelled], { stamp }));
    expect(events.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual(['CANCELLED']);
  });

  test('no line is longer than the standard lets it', () => {
    const long = booking(1, '2026-11-24T09:00', '2026-11-24T12:30', { purpose: 'é'.repeat(300) });
    const text = bookingsCalendar(mijoteuse, [long], { stamp });
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(parsed(text).events[0]?.description).toBe('é'.repeat(300));
  });
});

import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/agenda/model.ts';
import {
  isStillOn,
  momentsDue,
  momentsOf,
  nextOccurrence,
  occurrencesDue,
} from '../../../src/core/announcements/moments.ts';
import { mijoteuse } from '../../place/fixture.ts';

const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Paris');
const at = (text: string) => local(text).toInstant();
const said = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString({ smallestUnit: 'minute' });

const event = (start: string, hours = 2): Event => ({
  id: 7,
  placeId: mijoteuse.id,
  seriesId: undefined,
  kind: 'gathering',
  title: 'Café des porteurs',
  description: undefined,
  theme: undefined,
  edition: undefined,
  objectives: [],
  start: local(start),
  end: local(start).add({ hours }),
  spaceKey: undefined,
  location: undefined,
  capacity: undefined,
  organiserId: undefined,
  feedKey: undefined,
  partnerKey: undefined,
  slotMinutes: undefined,
  cancelledAt: undefined,
  cancelledBecause: undefined,
  sequence: 0,
  going: 0,
  waiting: 0,
  maybe: 0,
  seatsLeft: undefined,
});

describe('an event is announced on the clocks of the place', () => {
  test.each([
    ['a Thursday', '2026-11-26T09:30', ['2026-11-19T09:00', '2026-11-25T09:00', '2026-11-26T08:30']],
    ['the day that has 23 hours', '2027-03-28T10:00', ['2027-03-21T09:00', '2027-03-27T09:00', '2027-03-28T09:00']],
    ['the day after it', '2027-03-29T10:00', ['2027-03-22T09:00', '2027-03-28T09:00', '2027-03-29T09:00']],
    ['the day that has 25 hours', '2026-10-25T10:00', ['2026-10-18T09:00', '2026-10-24T09:00', '2026-10-25T09:00']],
  ])('on %s', (_, start, moments) => {
    expect(momentsOf(mijoteuse, event(start)).map(({ due }) => said(due))).toEqual(moments);
  });

  test('each is of use until a time of its own, and stands until the event is over', () => {
    const all = momentsOf(mijoteuse, event('2026-11-26T09:30'));
    expect(all.map(({ expiresAt }) => said(expiresAt))).toEqual([
      '2026-11-20T09:00',
      '2026-11-25T20:00',
      '2026-11-26T09:30',
    ]);
    expect(new Set(all.map(({ liveUntil }) => said(liveUntil)))).toEqual(new Set(['2026-11-26T11:30']));
  });

  test('not before it had its times, nor two days after the moment', () => {
    const thursday = event('2026-11-26T09:30');
    const due = (since: string, now: string) =>
      momentsDue(mijoteuse, { event: thursday, since: at(since) }, at(now)).map(({ announced }) => announced);
    expect(due('2026-11-01T10:00', '2026-11-19T09:00')).toEqual(['announced.event_in_week']);
    expect(due('2026-11-19T09:01', '2026-11-19T10:00')).toEqual([]);
    expect(due('2026-11-01T10:00', '2026-11-21T09:00')).toEqual([]);
    expect(due('2026-11-01T10:00', '2026-11-26T08:45')).toEqual(['announced.event_tomorrow', 'announced.event_soon']);
  });

  test('its key says the day: on another one it is announced again', () => {
    const [first] = momentsOf(mijoteuse, event('2026-11-26T09:30'));
    const key = `${first?.key} slack/T1/C1`;
    expect(isStillOn(key, event('2026-11-26T14:00'))).toBe(true);
    expect(isStillOn(key, event('2026-12-03T09:30'))).toBe(false);
  });
});

describe('what is said of days', () => {
  test.each([
    ['agenda', '2026-11-30T08:29', []],
    ['agenda', '2026-11-30T08:30', ['agenda 2026-11-30']],
    ['agenda', '2026-12-02T08:29', ['agenda 2026-11-30']],
    ['agenda', '2026-12-02T08:30', []],
    ['aujourdhui', '2026-11-27T08:45', ['aujourdhui 2026-11-27', 'aujourdhui 2026-11-26']],
    ['aujourdhui', '2026-11-28T10:00', ['aujourdhui 2026-11-27']],
    ['mois-ess', '2026-11-30T09:00', ['mois-ess 2026-11-30']],
    ['mois-ess', '2026-12-07T09:00', []],
  ] as const)('%s is owed on %s: %j', (kind, now, keys) => {
    expect(occurrencesDue(mijoteuse, kind, at(now)).map(({ key }) => key)).toEqual(keys);
  });

  test.each([
    ['agenda', '2026-11-30T08:30', '2026-12-07T08:30'],
    ['aujourdhui', '2026-11-27T09:00', '2026-11-30T08:45'],
    ['aujourdhui', '2026-12-24T09:00', '2026-12-28T08:45'],
    ['mois-ess', '2026-11-30T10:00', '2027-11-01T09:00'],
  ] as const)('%s next leaves after %s on %s', (kind, now, next) => {
    const found = nextOccurrence(mijoteuse, kind, at(now));
    expect(found && said(found.due)).toBe(next);
  });
});

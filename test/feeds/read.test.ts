import { describe, expect, test } from 'vitest';
import { readFeed } from '../../src/feeds/read.ts';

const at = (local: string, zone = 'Europe/Paris') =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();

const window = { start: at('2026-10-01T00:00'), end: at('2027-05-01T00:00'), timeZone: 'Europe/Paris' };

const calendar = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//a partner//FR', ...lines, 'END:VCALENDAR', ''].join('\r\n');

const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:1@bge', ...lines, 'END:VEVENT'];

const read = (text: string) => {
  const found = readFeed(text, window);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

const shown = (text: string, zone = 'Europe/Paris') =>
  read(text).map(({ title, start, end }) => {
    const [from, to] = [start, end].map((each) => each.toZonedDateTimeISO(zone).toPlainDateTime().toString());
    return `${from} ${to} ${title}`;
  });

describe('a partner’s calendar', () => {
  test('an event keeps its hours in a zone that the file names and does not describe', () => {
    const text = calendar(
      ...event(
        'SUMMARY:Réunion',
        'DTSTART;TZID=Europe/Paris:20261126T140000',
        'DTEND;TZID=Europe/Paris:20261126T160000',
      ),
    );
    expect(shown(text)).toEqual(['2026-11-26T14:00:00 2026-11-26T16:00:00 Réunion']);
  });

  test('in UTC, in the zone of another country, without a zone: the same instant, the place’s hour for the last', () => {
    const text = calendar(
      ...event('SUMMARY:a', 'DTSTART:20261126T130000Z', 'DURATION:PT1H'),
      ...event('SUMMARY:b', 'DTSTART;TZID=America/Montreal:20261126T080000', 'DURATION:PT1H').map((line) =>
        line.replace('UID:1', 'UID:2'),
      ),
      ...event('SUMMARY:c', 'DTSTART:20261126T140000', 'DURATION:PT1H').map((line) => line.replace('UID:1', 'UID:3')),
    );
    expect(shown(text).map((line) => line.slice(0, 19))).toEqual(Array(3).fill('2026-11-26T14:00:00'));
  });

  test('a zone under a name of its own goes by the rules that the file carries', () => {
    const text = calendar(
      'BEGIN:VTIMEZONE',
      'TZID:Romance Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
      ...event('SUMMARY:Atelier', 'DTSTART;TZID=Romance Standard Time:20270415T100000', 'DURATION:PT90M'),
    );
    expect(shown(text)).toEqual(['2027-04-15T10:00:00 2027-04-15T11:30:00 Atelier']);
  });

  test('a day without hours is the place’s whole day, also the one of 25 hours', () => {
    const text = calendar(...event('SUMMARY:Forum', 'DTSTART;VALUE=DATE:20261025', 'DTEND;VALUE=DATE:20261026'));
    const [forum] = read(text);
    expect(forum?.end.since(forum.start).total('hours')).toBe(25);
  });

  test('what comes back keeps its wall-clock hour over the change of clock, without the day that is left out', () => {
    const text = calendar(
      ...event(
        'SUMMARY:Permanence',
        'DTSTART;TZID=Europe/Paris:20261019T093000',
        'DTEND;TZID=Europe/Paris:20261019T113000',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE;TZID=Europe/Paris:20261102T093000',
      ),
    );
    expect(shown(text).map((line) => line.slice(0, 19))).toEqual([
      '2026-10-19T09:30:00',
      '2026-10-26T09:30:00',
      '2026-11-09T09:30:00',
    ]);
  });

  test('one occurrence that was moved and renamed is itself, and only it', () => {
    const text = calendar(
      ...event(
        'SUMMARY:Café',
        'DTSTART;TZID=Europe/Paris:20261105T090000',
        'DURATION:PT1H',
        'RRULE:FREQ=WEEKLY;COUNT=3',
      ),
      ...event(
        'SUMMARY:Café, exceptionnellement vendredi',
        'RECURRENCE-ID;TZID=Europe/Paris:20261112T090000',
        'DTSTART;TZID=Europe/Paris:20261113T090000',
        'DURATION:PT1H',
      ),
    );
    expect(shown(text)).toEqual([
      '2026-11-05T09:00:00 2026-11-05T10:00:00 Café',
      '2026-11-13T09:00:00 2026-11-13T10:00:00 Café, exceptionnellement vendredi',
      '2026-11-19T09:00:00 2026-11-19T10:00:00 Café',
    ]);
    expect(new Set(read(text).map(({ uid }) => uid)).size).toBe(3);
  });

  test('read a month later, an occurrence has the same name', () => {
    const text = calendar(
      ...event('SUMMARY:Café', 'DTSTART;TZID=Europe/Paris:20260101T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'),
    );
    const later = readFeed(text, { ...window, start: at('2026-12-01T00:00') });
    const names = new Set(read(text).map(({ uid }) => uid));
    expect(later.ok && later.value.every(({ uid }) => names.has(uid))).toBe(true);
    expect(names.size).toBe(31);
  });

  test('what is private, has no title or no length is left out; the rest is read', () => {
    const text = calendar(
      ...event('SUMMARY:Rendez-vous de Mme D.', 'CLASS:PRIVATE', 'DTSTART:20261126T130000Z', 'DURATION:PT1H'),
      ...event('DTSTART:20261126T130000Z', 'DURATION:PT1H').map((line) => line.replace('UID:1', 'UID:2')),
      ...event('SUMMARY:Vide', 'DTSTART:20261126T130000Z', 'DTEND:20261126T130000Z').map((line) =>
        line.replace('UID:1', 'UID:3'),
      ),
      ...event('SUMMARY:Sans début').map((line) => line.replace('UID:1', 'UID:4')),
      ...event('SUMMARY:Public', 'DTSTART:20261126T130000Z', 'DURATION:PT1H').map((line) =>
        line.replace('UID:1', 'UID:5'),
      ),
    );
    expect(read(text).map(({ title }) => title)).toEqual(['Public']);
  });

  test('a cancelled one says so', () => {
    const text = calendar(...event('SUMMARY:Annulé', 'STATUS:CANCELLED', 'DTSTART:20261126T130000Z', 'DURATION:PT1H'));
    expect(read(text)).toMatchObject([{ title: 'Annulé', cancelled: true }]);
  });

  test('each second for ever does not hold the house up', () => {
    const text = calendar(...event('SUMMARY:x', 'DTSTART:20261126T130000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'));
    const before = performance.now();
    expect(read(text).length).toBeLessThanOrEqual(1000);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test.each(['', '<!doctype html><title>404</title>', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'])(
    'what is no calendar is said to be none: %j',
    (text) => {
      const found = readFeed(text, window);
      expect(found).toEqual({ ok: false, error: { code: 'feed.not_a_calendar' } });
    },
  );
});

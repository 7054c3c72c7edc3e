import ICAL from 'ical.js';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createCore } from '../../src/core/core.ts';
import { syncResources } from '../../src/core/ledger/store.ts';
import { feedName } from '../../src/messages/calendar.fr.ts';
import { personalCalendar } from '../../src/messages/event-calendar.fr.ts';
import { asks, bookingOf } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';
import { openTestDatabase } from '../support/database.ts';
import { openWebHouse } from '../support/web.ts';

const db = await openTestDatabase();
let now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const clock = { now: () => now };
const core = createCore({ db, places: [mijoteuse], clock, publicUrl: 'https://mijote.exemple.fr' });
const house = await openWebHouse(db, {
  calendarOf: async (secret) => {
    const followed = await core.calendar.followed(secret);
    return followed && personalCalendar(followed.place, followed, { stamp: now, name: feedName(followed.place) });
  },
});
afterAll(async () => {
  await house.web.close();
  await db.close();
});
beforeEach(async () => {
  await db.reset();
  now = Temporal.Instant.from('2026-11-23T09:00:00Z');
  await syncResources(db, [mijoteuse], now);
});

const person = (name: string) =>
  core.people.resolve({
    placeId: mijoteuse.id,
    platform: 'terminal',
    workspace: 'here',
    userId: name,
    displayName: name,
  });
const pathOf = (address: string | undefined) => new URL(address ?? 'http://nowhere/').pathname;
const { get } = house;
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
const ask = asks(mijoteuse);

describe('the personal calendar', () => {
  test('is at a secret address that stays, and shows one’s bookings and nobody else’s', async () => {
    const [lea, karim] = [await person('lea'), await person('karim')];
    await core.booking.book(lea, ask('coworking', '2026-11-24', '9:00', '12:30'), 'a');
    await core.booking.book(karim, ask('coworking', '2026-11-25', '9:00', '12:30'), 'b');
    const address = await core.calendar.address(lea);
    expect(address).toMatch(/^https:\/\/mijote\.exemple\.fr\/moi\/[\w-]{32}\.ics$/);
    expect(await core.calendar.address(lea)).toBe(address);
    expect(await core.calendar.address(karim)).not.toBe(address);

    const answer = await get(pathOf(address));
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-cache',
    ]);
    const events = eventsOf(await answer.text());
    expect(events.map(({ uid, startDate: { hour } }) => [uid, hour])).toEqual([
      ['reservation-1@la-mijoteuse.mijote', 9],
    ]);
  });

  test('follows what becomes of a booking: moved, then cancelled', async () => {
    const lea = await person('lea');
    const { id } = bookingOf(await core.booking.book(lea, ask('coworking', '2026-11-24', '9:00', '12:30'), 'a'));
    const path = pathOf(await core.calendar.address(lea));
    const event = async () => eventsOf(await (await get(path)).text())[0];
    expect((await event())?.sequence).toBe(0);
    const { start, end } = ask('coworking', '2026-11-25', '14:00', '16:00');
    const nothing = { spaceKey: undefined, people: undefined, equipment: undefined, purpose: undefined };
    await core.booking.change(lea, id, { ...nothing, when: { start, end, bareDay: false } }, 'b');
    const moved = await event();
    expect([moved?.sequence, moved?.startDate.day, moved?.startDate.hour]).toEqual([1, 25, 14]);
    await core.booking.cancel(lea, id, 'c');
    const gone = await event();
    expect([gone?.sequence, gone?.component.getFirstPropertyValue('status')]).toEqual([2, 'CANCELLED']);
  });

  test('shows what one comes to, what one may come to, and takes away what is cancelled', async () => {
    const [lea, karim] = [await person('lea'), await person('karim')];
    const going = await addEvent(db, { title: 'Café', capacity: 1 });
    const maybe = await addEvent(db, { title: 'Balade', start: '2026-11-28T10:00', location: 'Parc Duroch' });
    await core.signups.answer(lea, going, 'going');
    await core.signups.answer(lea, maybe, 'maybe');
    await core.signups.answer(karim, going, 'going');
    const shown = async (who: typeof lea) =>
      eventsOf(await (await get(pathOf(await core.calendar.address(who)))).text()).map((event) => [
        event.uid,
        event.summary,
        event.startDate.hour,
        event.sequence,
        event.component.getFirstPropertyValue('status'),
      ]);
    expect(await shown(lea)).toEqual([
      ['evenement-1@la-mijoteuse.mijote', 'Café', 9, 0, 'CONFIRMED'],
      ['evenement-2@la-mijoteuse.mijote', 'Balade', 10, 0, 'TENTATIVE'],
    ]);
    // In line: it is not theirs yet.
    expect(await shown(karim)).toEqual([['evenement-1@la-mijoteuse.mijote', 'Café', 9, 0, 'TENTATIVE']]);
    now = now.add({ minutes: 1 });
    await core.signups.answer(lea, going, 'not_going');
    expect(await shown(karim)).toEqual([['evenement-1@la-mijoteuse.mijote', 'Café', 9, 0, 'CONFIRMED']]);
    await db.pool.query('UPDATE event SET cancelled_at = now(), sequence = 1 WHERE id = 1');
    expect(await shown(karim)).toEqual([['evenement-1@la-mijoteuse.mijote', 'Café', 9, 1, 'CANCELLED']]);
  });

  test('changes its address on demand: the one before answers no more', async () => {
    const lea = await person('lea');
    const before = pathOf(await core.calendar.address(lea));
    const after = pathOf(await core.calendar.newAddress(lea));
    expect(after).not.toBe(before);
    expect([(await get(before)).status, (await get(after)).status]).toEqual([404, 200]);
  });

  test.each([
    '/moi/.ics',
    `/moi/${'a'.repeat(32)}.ics`,
    `/moi/${'a'.repeat(65)}.ics`,
    '/moi/..%2f..%2fetc.ics',
    '/moi/secret',
  ])('%s is nobody’s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('is only read', async () => {
    const address = await core.calendar.address(await person('lea'));
    expect((await get(pathOf(address), { method: 'POST' })).status).toBe(405);
  });

  test('forgets what is long over', async () => {
    const lea = await person('lea');
    await core.booking.book(lea, ask('coworking', '2026-11-24', '9:00', '12:30'), 'a');
    const path = pathOf(await core.calendar.address(lea));
    now = now.add({ hours: 24 * 100 });
    expect(eventsOf(await (await get(path)).text())).toEqual([]);
  });

  test('when the database is down it says to come back, rather than that there is nothing', async () => {
    await using down = await openWebHouse(db, { calendarOf: () => Promise.reject(new Error('no database')) });
    const answer = await down.get('/moi/abc.ics');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    // The log has the pattern of the address: the address itself is a secret.
    expect(down.broken.join()).toMatch(/^a page could not be made \/moi\/:file/);
    expect(down.broken.join()).not.toContain('abc');
  });

  test('has no address where the house has no public one', async () => {
    const closed = createCore({ db, places: [mijoteuse], clock });
    const lea = await person('lea');
    expect([await closed.calendar.address(lea), await closed.calendar.newAddress(lea)]).toEqual([undefined, undefined]);
  });
});

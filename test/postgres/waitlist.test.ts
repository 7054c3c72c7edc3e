// The waiting list in a storm: many connections free, take, pass and push at once, and the line is kept.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Booking } from '../../src/core/booking/model.ts';
import type { Actor } from '../../src/core/people/model.ts';
import { asks, bookingOf, codeOf, openDesk } from '../core/booking/desk.ts';
import { overbooked } from '../support/ledger.ts';
import { smallPlace } from '../support/small-place.ts';

const place = smallPlace();
const desk = await openDesk(place, { maxConnections: 18 });
const { core, db } = desk;
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

const thursday = (people = 1) => asks(place)('desks', '2026-11-26', '14:00', '16:00', { people });
let ids = 0;
const nextId = () => {
  ids += 1;
  return `s${ids}`;
};
const actors = (prefix: string, count: number): Promise<readonly Actor[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => desk.person(`${prefix}${index}`)));

const statesInLine = async () =>
  (await db.prisma.waitlistEntry.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(
    ({ state }) => state,
  );

/** Nobody who could have something was forgotten: looking again changes nothing. */
const expectNobodyForgotten = async () => {
  const before = await statesInLine();
  await db.pool.query(`SELECT offer_what_is_free('small-place', key, '-infinity', 'infinity') FROM resource`);
  expect(await statesInLine()).toEqual(before);
};

test('ten give up their seats at once while twenty push: the seats go to the first ten in line, and to nobody else', async () => {
  const holders = await actors('holder', 10);
  const bookings: Booking[] = [];
  for (const holder of holders) bookings.push(bookingOf(await core.booking.book(holder, thursday(), nextId())));
  const line = await actors('waiter', 25);
  for (const waiter of line) await core.waitlist.wait(waiter, thursday());
  const walkers = await actors('walker', 20);

  const pushed = walkers.flatMap((walker) =>
    [1, 2, 3].map(() => core.booking.book(walker, thursday(), nextId()).then(codeOf)),
  );
  const freed = holders.map((holder, index) => core.booking.cancel(holder, bookings[index]?.id ?? 0, nextId()));
  const [codes, outcomes] = [await Promise.all(pushed), await Promise.all(freed)];
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(new Set(codes)).toEqual(new Set(['booking.full']));
  expect(await statesInLine()).toEqual([...Array(10).fill('offered'), ...Array(15).fill('waiting')]);
  expect(await overbooked(db.prisma)).toEqual([]);
  await expectNobodyForgotten();
});

test('offers taken, passed, left and expired at once, again and again: no seat is had twice, the line moves in order, nobody pushes in', async () => {
  const crowd = await desk.person('crowd');
  const booking = bookingOf(await core.booking.book(crowd, thursday(10), nextId()));
  const line = await actors('waiter', 40);
  const waits: number[] = [];
  for (const waiter of line) {
    const outcome = await core.waitlist.wait(waiter, thursday());
    if (!outcome.ok) throw new Error(outcome.error.code);
    waits.push(outcome.value.id);
  }
  const walkers = await actors('walker', 6);
  await core.booking.cancel(crowd, booking.id, nextId());

  const answers: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const open = await db.prisma.waitlistEntry.findMany({ where: { state: 'offered' }, orderBy: { id: 'asc' } });
    const acts = open.flatMap(({ id }, index): readonly Promise<unknown>[] => {
      const waiter = line[waits.indexOf(id)];
      if (!waiter) throw new Error('an offer to nobody');
      // One in three takes it, and the same press comes twice; the others give it up in two ways at once.
      if (index % 3 === 0) {
        const press = nextId();
        return [core.waitlist.take(waiter, id, press), core.waitlist.take(waiter, id, press)];
      }
      return [core.waitlist.pass(waiter, id), core.waitlist.leave(waiter, id), core.waitlist.due(place)];
    });
    const pushed = walkers.map((walker) => core.booking.book(walker, thursday(), nextId()).then(codeOf));
    await Promise.all(acts);
    answers.push(...(await Promise.all(pushed)));
    expect(await overbooked(db.prisma)).toEqual([]);
    await expectNobodyForgotten();
  }
  expect(new Set(answers)).toEqual(new Set(['booking.full']));
  const states = await statesInLine();
  const firstWaiting = states.indexOf('waiting');
  expect(states.slice(firstWaiting).every((state) => state === 'waiting')).toBe(true);
  const taken = states.filter((state) => state === 'taken').length;
  const offered = states.filter((state) => state === 'offered').length;
  expect(taken + offered).toBe(10);
  expect(await db.prisma.booking.count({ where: { cancelledAt: null } })).toBe(taken);
  expect(await db.prisma.occupation.count({ where: { kind: 'hold', releasedAt: null } })).toBe(offered);
});

test('people come to wait in the very moment in which seats are freed: each is offered one, or waits for one that is not there', async () => {
  for (let round = 0; round < 8; round += 1) {
    await desk.reset();
    const crowd = await actors('crowd', 5);
    const bookings: Booking[] = [];
    for (const each of crowd) bookings.push(bookingOf(await core.booking.book(each, thursday(2), nextId())));
    const line = await actors('waiter', 12);
    await Promise.all([
      ...crowd.slice(0, 3).map((each, index) => core.booking.cancel(each, bookings[index]?.id ?? 0, nextId())),
      // Some before, some during, some after.
      ...line.map(async (waiter, index) => {
        await pause(index * 3);
        return core.waitlist.wait(waiter, thursday(1 + (index % 3)));
      }),
    ]);
    await expectNobodyForgotten();
    expect(await overbooked(db.prisma)).toEqual([]);
  }
});

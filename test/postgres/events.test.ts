// Events among people who book, and among one another, many at once on a real PostgreSQL.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { asks, openDesk } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';
import { overbooked } from '../support/ledger.ts';

const desk = await openDesk(mijoteuse, { maxConnections: 18 });
const ask = asks(mijoteuse);
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

const DATE = '2026-11-26';
const at = (hour: number) =>
  Temporal.PlainDate.from(DATE).toZonedDateTime({
    timeZone: mijoteuse.timeZone,
    plainTime: new Temporal.PlainTime(hour),
  });

const wanted = (title: string, spaceKey: string, from: number, to: number) => ({
  facts: { kind: 'other' as const, title, spaceKey },
  times: [{ start: at(from), end: at(to) }],
  rule: undefined,
  reason: 'an event',
});

/** Until it is done, as someone who confirms again what has changed meanwhile. */
const insist = async (title: string, spaceKey: string, from: number, to: number): Promise<string> => {
  const ana = await desk.person('ana', 'animation');
  let outcome = await desk.core.agenda.make(ana, wanted(title, spaceKey, from, to), title);
  for (let tries = 0; outcome.ok && outcome.value.kind === 'proposal' && tries < 40; tries += 1)
    outcome = await desk.core.agenda.confirm(ana, outcome.value.planId);
  return outcome.ok ? outcome.value.kind : outcome.error.code;
};

test('an event made in the middle of people who book: nobody is left inside it', async () => {
  const people = await Promise.all(Array.from({ length: 40 }, (_, index) => desk.person(`p${index}`)));
  const booking = people.map((actor, index) =>
    desk.core.booking.book(
      actor,
      ask('coworking', DATE, `${9 + (index % 8)}:00`, `${10 + (index % 8)}:00`),
      `b${index}`,
    ),
  );
  const making = insist('event', 'coworking', 9, 18);
  await Promise.all(booking);
  expect(await making).toBe('carried');
  expect(await desk.db.prisma.booking.count({ where: { cancelledAt: null } })).toBe(0);
  const held = await desk.db.prisma.occupation.findMany({ where: { releasedAt: null }, select: { kind: true } });
  expect(new Set(held.map(({ kind }) => kind))).toEqual(new Set(['event']));
  expect(await overbooked(desk.db.prisma)).toEqual([]);
});

test('twelve events at once for one space: one has it, the others are told whose it is', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, index) => insist(`event ${index}`, 'convivialite', 10, 12)),
  );
  expect(outcomes.filter((outcome) => outcome === 'carried')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'event.space_taken')).toHaveLength(11);
  expect(await desk.db.prisma.event.count()).toBe(1);
});

test('an event that moves back and forth while people book: never two in a room', async () => {
  const ana = await desk.person('ana', 'animation');
  expect(await insist('event', 'expression', 9, 11)).toBe('carried');
  const move = async (from: number, request: string) => {
    const times = {
      is: 'exact' as const,
      start: at(from).toInstant().toString(),
      end: at(from + 2)
        .toInstant()
        .toString(),
    };
    const change = { eventId: 1, reach: 'one' as const, changes: { set: {}, unset: [] }, times, reason: 'it moves' };
    let outcome = await desk.core.agenda.change(ana, change, request);
    for (let tries = 0; outcome.ok && outcome.value.kind === 'proposal' && tries < 40; tries += 1)
      outcome = await desk.core.agenda.confirm(ana, outcome.value.planId);
  };
  const moving = (async () => {
    for (let turn = 0; turn < 6; turn += 1) await move(turn % 2 === 0 ? 14 : 9, `m${turn}`);
  })();
  const people = await Promise.all(Array.from({ length: 24 }, (_, index) => desk.person(`p${index}`)));
  await Promise.all(
    people.map((actor, index) =>
      desk.core.booking.book(
        actor,
        ask('expression', DATE, `${9 + (index % 8)}:00`, `${10 + (index % 8)}:00`),
        `b${index}`,
      ),
    ),
  );
  await moving;
  expect(await overbooked(desk.db.prisma)).toEqual([]);
  const held = await desk.db.prisma.occupation.findMany({ where: { kind: 'event', releasedAt: null } });
  expect(held).toHaveLength(1);
});

test('people sign up while places are taken away and given back: never more than there are, and nobody is lost', async () => {
  const ana = await desk.person('ana', 'animation');
  expect(await insist('event', 'convivialite', 9, 11)).toBe('carried');
  const resize = async (capacity: number, request: string) => {
    const change = {
      eventId: 1,
      reach: 'one' as const,
      changes: { set: { capacity }, unset: [] },
      times: undefined,
      reason: 'x',
    };
    let outcome = await desk.core.agenda.change(ana, change, request);
    for (let tries = 0; outcome.ok && outcome.value.kind === 'proposal' && tries < 40; tries += 1)
      outcome = await desk.core.agenda.confirm(ana, outcome.value.planId);
    return outcome.ok;
  };
  expect(await resize(20, 'first')).toBe(true);
  const people = await Promise.all(Array.from({ length: 24 }, (_, index) => desk.person(`p${index}`)));
  const resizing = (async () => {
    for (const [turn, capacity] of [5, 12, 3, 18, 8].entries()) await resize(capacity, `c${turn}`);
  })();
  await Promise.all(people.map((actor) => desk.core.signups.answer(actor, 1, 'going')));
  await resizing;
  const event = await desk.core.agenda.numbered(mijoteuse, 1);
  expect(event).toMatchObject({ capacity: 8, going: 8, waiting: 16 });
});

// Appointments in a storm: many connections want the last slot, give theirs up, take what is offered, all at once.
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../src/core/people/model.ts';
import { standingOf } from '../core/appointments/standing.ts';
import { openDesk } from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';
import { addEvent } from '../support/agenda.ts';

const desk = await openDesk(mijoteuse, { maxConnections: 18 });
const { core, db } = desk;
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

let requests = 0;
const requestId = (): string => {
  requests += 1;
  return `storm ${requests}`;
};
const NINE = Temporal.PlainTime.from('09:00');
const NOTHING_WRONG = { doubled: 0, twice: 0, keptTaken: 0, keptLater: 0 };

const session = (start: string, hours: number): Promise<number> =>
  addEvent(db, { kind: 'session', start, hours, partnerKey: 'bge', slotMinutes: 60, location: 'Ici' });
const people = (count: number): Promise<readonly Actor[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => desk.person(`p${index}`)));

const book = async (actor: Actor, eventId: number, hour: Temporal.PlainTime, moves = false): Promise<string> => {
  const outcome = await core.appointments.book(actor, { eventId, hour }, { moves, requestId: requestId() });
  return outcome.ok ? outcome.value.done : outcome.error.code;
};
const counted = (codes: readonly string[], code: string): number => codes.filter((each) => each === code).length;

test('twenty want the last slot at once, half of them to move there: one has it, and nobody lost what they had', async () => {
  const [one, many] = [await session('2026-11-26T09:00', 1), await session('2026-12-03T08:00', 10)];
  const actors = await people(20);
  const movers = actors.slice(0, 10);
  for (const [index, mover] of movers.entries())
    expect(await book(mover, many, Temporal.PlainTime.from({ hour: 8 + index }))).toBe('made');
  const codes = await Promise.all(actors.map((actor) => book(actor, one, NINE, true)));
  expect(counted(codes, 'made') + counted(codes, 'moved')).toBe(1);
  expect(counted(codes, 'appointment.taken')).toBe(19);
  const { rows } = await db.pool.query<{ n: number }>(
    "SELECT count(*)::integer AS n FROM event_signup WHERE answer = 'going'",
  );
  expect(rows[0]?.n).toBe(counted(codes, 'moved') === 1 ? 10 : 11);
  expect(await standingOf(db)).toEqual(NOTHING_WRONG);
});

test('the same person presses on every connection, for two sessions: they have one appointment', async () => {
  const ids = [await session('2026-11-26T09:00', 3), await session('2026-12-03T09:00', 3)];
  const [lea] = await people(1);
  if (!lea) throw new Error('someone');
  const codes = await Promise.all(Array.from({ length: 18 }, (_, index) => book(lea, ids[index % 2] ?? 0, NINE)));
  expect(counted(codes, 'made')).toBe(1);
  expect(await standingOf(db)).toEqual(NOTHING_WRONG);
});

test('slots are given up while others push and others come to wait: what was freed is kept for the line, and nobody in it is forgotten', async () => {
  const id = await session('2026-11-26T08:00', 8);
  const actors = await people(30);
  const [holders, early, late, walkers] = [
    actors.slice(0, 8),
    actors.slice(8, 12),
    actors.slice(12, 16),
    actors.slice(16),
  ];
  for (const [index, holder] of holders.entries()) await book(holder, id, Temporal.PlainTime.from({ hour: 8 + index }));
  for (const waiter of early) await core.appointments.wait(waiter, 'bge');
  const [codes] = await Promise.all([
    Promise.all(walkers.map((walker, index) => book(walker, id, Temporal.PlainTime.from({ hour: 8 + (index % 4) })))),
    Promise.all(holders.slice(0, 4).map((holder) => core.appointments.cancel(holder, id, requestId()))),
    Promise.all(late.map((waiter) => core.appointments.wait(waiter, 'bge'))),
  ]);
  expect(new Set(codes)).toEqual(new Set(['appointment.taken']));
  expect(await standingOf(db)).toEqual(NOTHING_WRONG);
  const offered = async () =>
    (await db.prisma.sessionWait.findMany({ where: { state: 'offered' }, orderBy: { id: 'asc' } })).map(
      ({ memberId }) => memberId,
    );
  expect(await offered()).toEqual(early.map(({ memberId }) => memberId));

  // All at once: two take, two pass, and each presses twice.
  const waits = await db.prisma.sessionWait.findMany({ where: { state: 'offered' }, orderBy: { id: 'asc' } });
  await Promise.all(
    waits.flatMap(({ id: waitId }, index): readonly Promise<unknown>[] => {
      const waiter = early[index];
      if (!waiter) throw new Error('an offer to nobody');
      const press = requestId();
      return index % 2 === 0
        ? [core.appointments.take(waiter, waitId, press), core.appointments.take(waiter, waitId, press)]
        : [core.appointments.pass(waiter, waitId), core.appointments.pass(waiter, waitId)];
    }),
  );
  expect(await standingOf(db)).toEqual(NOTHING_WRONG);
  expect((await offered()).length).toBe(2);
  const { rows } = await db.pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM event_signup WHERE answer = 'going'`,
  );
  expect(rows[0]?.n).toBe(6);
});

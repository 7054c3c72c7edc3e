// Appointments asked of the core itself: what always holds, whatever people do, in whatever order.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/core/people/model.ts';
import { refusalOf } from '../../../src/db/refusal.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { addEvent } from '../../support/agenda.ts';
import { openDesk } from '../booking/desk.ts';
import { standingOf } from './standing.ts';

const desk = await openDesk(mijoteuse);
afterAll(() => desk.db.close());
beforeEach(() => desk.reset());
const { core, db } = desk;

let requests = 0;
const requestId = (): string => {
  requests += 1;
  return `appointment ${requests}`;
};

const at = (hour: string) => Temporal.PlainTime.from(hour.padStart(5, '0'));
const session = (start: string, hours = 3): Promise<number> =>
  addEvent(db, {
    title: 'Permanence',
    kind: 'session',
    start,
    hours,
    partnerKey: 'bge',
    slotMinutes: 45,
    location: 'Ici',
  });

const books = async (actor: Actor, eventId: number, hour: string, moves = false): Promise<string> => {
  const outcome = await core.appointments.book(actor, { eventId, hour: at(hour) }, { moves, requestId: requestId() });
  return outcome.ok ? outcome.value.done : outcome.error.code;
};

const moveSession = async (eventId: number, minutes: number, longer = 0): Promise<string> => {
  try {
    await db.prisma.$transaction([
      db.prisma.$executeRaw`SELECT set_config('mijote.now', ${desk.now().toInstant().toString()}, true)`,
      db.prisma.$executeRaw`
        UPDATE event SET starts_at = starts_at + ${minutes} * interval '1 minute',
          ends_at = ends_at + ${minutes + longer} * interval '1 minute',
          capacity = floor(extract(epoch FROM ends_at - starts_at + ${longer} * interval '1 minute') / 60 / slot_minutes)
        WHERE id = ${eventId}`,
    ]);
    return 'moved';
  } catch (error) {
    return refusalOf(error)?.code ?? String(error);
  }
};

const slotsHeld = async (eventId: number): Promise<readonly string[]> => {
  const { rows } = await db.pool.query<{ at: string }>(
    `SELECT to_char(slot_at AT TIME ZONE 'Europe/Paris', 'HH24:MI') AS at FROM event_signup
     WHERE event_id = $1 AND answer = 'going' ORDER BY slot_at`,
    [eventId],
  );
  return rows.map((row) => row.at);
};

describe('one slot, one person', () => {
  test('the last slot is one’s; the other is told the nearest, and keeps what they had', async () => {
    const [lea, karim] = [await desk.person('lea'), await desk.person('karim')];
    const first = await session('2026-11-26T09:00', 1);
    const other = await session('2026-12-03T09:00');
    expect(await books(karim, other, '9:45')).toBe('made');
    expect(await books(lea, first, '9:00')).toBe('made');
    const refused = await core.appointments.book(
      karim,
      { eventId: first, hour: at('9:00') },
      { moves: true, requestId: requestId() },
    );
    expect(refused).toMatchObject({ ok: false, error: { code: 'appointment.taken' } });
    if (!refused.ok && 'others' in refused.error)
      expect(refused.error.others.map(({ slot }) => slot.start.toPlainTime().toString())).toEqual([
        '09:00:00',
        '10:30:00',
        '11:15:00',
      ]);
    expect(await slotsHeld(other)).toEqual(['09:45']);
  });

  test('off the grid, past, cancelled, by seat or unknown: refused each for its own reason, and nothing is written', async () => {
    const lea = await desk.person('lea');
    const first = await session('2026-11-26T09:00');
    const begun = await session('2026-11-23T09:15');
    const seats = await addEvent(db, { partnerKey: 'urscop', location: 'Ici', capacity: 3 });
    const gone = await session('2026-11-27T09:00');
    await db.pool.query("UPDATE event SET cancelled_at = '2026-11-23T08:00Z' WHERE id = $1", [gone]);
    expect(await books(lea, first, '9:30')).toBe('appointment.no_such_slot');
    expect(await books(lea, begun, '9:15')).toBe('appointment.begun');
    expect(await books(lea, begun, '10:45')).toBe('made');
    expect(await books(lea, gone, '9:00')).toBe('signup.cancelled');
    expect(await books(lea, seats, '9:30')).toBe('appointment.by_seat');
    expect(await books(lea, 999, '9:00')).toBe('event.not_found');
    expect((await core.signups.answer(lea, first, 'going')).ok).toBe(false);
    expect(await slotsHeld(first)).toEqual([]);
  });

  test('the same request twice does it once, even when it was undone in between', async () => {
    const lea = await desk.person('lea');
    const id = await session('2026-11-26T09:00');
    const asked = { eventId: id, hour: at('9:45') };
    const how = { moves: false, requestId: 'the very same' };
    expect(await core.appointments.book(lea, asked, how)).toMatchObject({ ok: true, value: { done: 'made' } });
    expect(await core.appointments.book(lea, asked, how)).toMatchObject({ ok: true, value: { done: 'same' } });
    expect((await core.appointments.cancel(lea, id, requestId())).ok).toBe(true);
    expect((await core.appointments.book(lea, asked, how)).ok).toBe(false);
    expect(await slotsHeld(id)).toEqual([]);
  });

  test('appointments move with their session, even onto one another’s hours; a session that would lose one is not shortened', async () => {
    const [lea, karim] = [await desk.person('lea'), await desk.person('karim')];
    const id = await session('2026-11-26T09:00');
    await books(lea, id, '9:00');
    await books(karim, id, '9:45');
    expect(await moveSession(id, 45)).toBe('moved');
    expect(await slotsHeld(id)).toEqual(['09:45', '10:30']);
    await moveSession(id, -90);
    expect(await slotsHeld(id)).toEqual(['08:15', '09:00']);
    expect(await moveSession(id, 0, -120)).toBe('slots_lost');
    expect(await moveSession(id, 0, -90)).toBe('moved');
    expect(await slotsHeld(id)).toEqual(['08:15', '09:00']);
  });
});

describe('an earlier slot', () => {
  const offeredTo = async (): Promise<readonly string[]> => {
    const { rows } = await db.pool.query<{ name: string }>(
      `SELECT display_name AS name FROM session_wait JOIN member ON member.id = member_id WHERE state = 'offered'`,
    );
    return rows.map(({ name }) => name);
  };

  test('is offered in order, to whom it is earlier; no answer within the time offers it to the next; the last frees it', async () => {
    const people = await Promise.all(['lea', 'karim', 'ana', 'noe'].map((name) => desk.person(name)));
    const [lea, karim, ana, noe] = people;
    if (!lea || !karim || !ana || !noe) throw new Error('someone is missing');
    const id = await session('2026-11-26T09:00');
    await books(ana, id, '9:00');
    await books(karim, id, '9:45');
    await books(lea, id, '10:30');
    await core.appointments.wait(ana, 'bge');
    await core.appointments.wait(lea, 'bge');
    await core.appointments.wait(noe, 'bge');
    await core.appointments.cancel(karim, id, requestId());
    // Ana’s is earlier still.
    expect(await offeredTo()).toEqual(['lea']);
    const [planned] = await core.appointments.due(mijoteuse);
    if (!planned) throw new Error('nobody is told');
    expect((await core.appointments.offered({ ...planned, id: 1 }))?.own?.slot.start.hour).toBe(10);
    desk.at('2026-11-23T10:29');
    await core.appointments.due(mijoteuse);
    expect(await offeredTo()).toEqual(['lea']);
    desk.at('2026-11-23T10:31');
    await core.appointments.due(mijoteuse);
    expect(await offeredTo()).toEqual(['noe']);
    const [wait] = await core.appointments.waits(noe);
    expect((await core.appointments.pass(noe, wait?.id ?? 0)).ok).toBe(true);
    expect(await offeredTo()).toEqual([]);
    expect(await books(karim, id, '9:45')).toBe('made');
  });

  test('that begins before one could answer is not offered: it stays free, and they wait on', async () => {
    const [lea, karim] = [await desk.person('lea'), await desk.person('karim')];
    desk.at('2026-11-25T21:30');
    const id = await session('2026-11-26T08:00');
    await books(karim, id, '8:00');
    await core.appointments.wait(lea, 'bge');
    await core.appointments.cancel(karim, id, requestId());
    expect(await core.appointments.due(mijoteuse)).toEqual([]);
    expect(await offeredTo()).toEqual([]);
    expect((await core.appointments.waits(lea)).map(({ state }) => state)).toEqual(['waiting']);
    expect(await books(karim, id, '8:00')).toBe('made');
  });

  test('of a session that is called off is no longer kept, and its people wait on', async () => {
    const [lea, karim] = [await desk.person('lea'), await desk.person('karim')];
    const id = await session('2026-11-26T09:00');
    await books(karim, id, '9:00');
    await core.appointments.wait(lea, 'bge');
    await core.appointments.cancel(karim, id, requestId());
    expect(await offeredTo()).toEqual(['lea']);
    await db.pool.query("UPDATE event SET cancelled_at = '2026-11-23T09:00Z' WHERE id = $1", [id]);
    expect((await core.appointments.waits(lea)).map(({ state }) => state)).toEqual(['waiting']);
  });
});

test('whatever people do: no slot has two people, nobody has two, what is kept is free and earlier than what they have', async () => {
  let seed = 11;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const actors: Actor[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) actors.push(await desk.person(name));
  const sessions = [await session('2026-11-26T09:00', 2), await session('2026-11-27T09:00', 2)];
  const grid = ['9:00', '9:45', '9:00', '9:45', '10:30'];
  const done = new Set<string>();
  for (let round = 0; round < 120; round += 1) {
    const actor = actors[random(actors.length)];
    const eventId = sessions[random(sessions.length)];
    const hour = grid[random(grid.length)];
    if (!actor || eventId === undefined || hour === undefined) throw new Error('nobody of that number');
    const [wait] = await core.appointments.waits(actor);
    const act = random(8);
    if (wait?.offered && act < 3)
      done.add((await core.appointments.take(actor, wait.id, requestId())).ok ? 'taken' : 'over');
    else if (wait?.offered && act < 6) done.add((await core.appointments.pass(actor, wait.id)).ok ? 'passed' : 'over');
    else if (act < 4) done.add(await books(actor, eventId, hour, random(2) === 0));
    else if (act < 6) done.add((await core.appointments.cancel(actor, eventId, requestId())).ok ? 'cancelled' : 'none');
    else if (act === 6) done.add((await core.appointments.wait(actor, 'bge')).ok ? 'waits' : 'not');
    else await moveSession(eventId, random(2) === 0 ? 45 : -45);
    expect(await standingOf(db), `round ${round}`).toEqual({ doubled: 0, twice: 0, keptTaken: 0, keptLater: 0 });
  }
  expect([...done]).toEqual(expect.arrayContaining(['made', 'moved', 'cancelled', 'waits', 'taken', 'passed']));
});

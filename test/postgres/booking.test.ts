// Many people at once through the booking room, on a real PostgreSQL, over sixteen connections.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BookingChanges } from '../../src/core/booking/model.ts';
import { closeSpaces } from '../../src/core/closures/usecases.ts';
import type { Actor } from '../../src/core/people/model.ts';
import { refusalOf } from '../../src/db/refusal.ts';
import {
  alternativesIn,
  asks,
  bookingOf,
  codeOf,
  type Desk,
  openDesk,
  refusalIn,
  withPolicy,
} from '../core/booking/desk.ts';
import { mijoteuse } from '../place/fixture.ts';
import { overbooked } from '../support/ledger.ts';

const TUESDAY = '2026-11-24';
const CONNECTIONS = 16;

// A storm books more than a person may in a week.
const place = withPolicy(mijoteuse, 'coworking', { quotaPerWeek: undefined });
const ask = asks(place);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(place, { maxConnections: CONNECTIONS });
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

const people = (count: number): Promise<readonly Actor[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => desk.person(`person ${index}`)));

const tally = (codes: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/** Bookings that stand hold what they say, those that are cancelled hold nothing. */
const unfaithful = () =>
  desk.db.prisma.$queryRaw<unknown[]>`
    SELECT booking.id, booking.cancelled_at, booking.starts_at, booking.people, held.*
    FROM booking LEFT JOIN LATERAL (
      SELECT count(*) AS rows, min(starts_at) AS held_from, max(ends_at) AS held_to, max(seats) AS seats FROM occupation
      WHERE kind = 'booking' AND source_id = booking.id AND released_at IS NULL AND resource_key = booking.space_key
    ) AS held ON true
    WHERE CASE WHEN cancelled_at IS NULL
      THEN held.rows <> 1 OR held_from <> booking.starts_at OR held_to <> booking.ends_at
        OR (space_key = 'coworking' AND held.seats <> people)
      ELSE held.rows <> 0 END`;

test('two hundred people want the last seat: one gets it, the others get alternatives that are free', async () => {
  const everyone = await people(200);
  bookingOf(
    await desk.core.booking.book(
      await desk.person('crowd'),
      ask('coworking', TUESDAY, '9:00', '18:00', { people: 9 }),
      'crowd',
    ),
  );
  const outcomes = await Promise.all(
    everyone.map((person, index) =>
      desk.core.booking.book(person, ask('coworking', TUESDAY, '9:00', '12:30'), `last seat ${index}`),
    ),
  );
  expect(tally(outcomes.map(codeOf))).toEqual({ ok: 1, 'booking.full': 199 });
  for (const outcome of outcomes.filter(({ ok }) => !ok)) {
    const refused = refusalIn(outcome);
    expect(refused).toMatchObject({ capacitySeats: 10, peakSeats: 10 });
    expect(alternativesIn(refused)).toEqual([
      'coworking 2026-11-24 12:30-16:00',
      'expression 2026-11-24 09:00-12:30',
      'coworking 2026-11-25 09:00-12:30',
    ]);
  }
  expect(await overbooked(desk.db.prisma)).toEqual([]);
  expect(await desk.db.prisma.booking.count()).toBe(2);
});

test('whoever writes, from wherever: an insert over capacity is refused by the database itself', async () => {
  await desk.core.booking.book(
    await desk.person('crowd'),
    ask('coworking', TUESDAY, '9:00', '12:00', { people: 10 }),
    'crowd',
  );
  const insert = (from: string, to: string) =>
    desk.db.pool.query(
      `INSERT INTO occupation (place_id, resource_key, starts_at, ends_at, seats, whole, kind, source_id)
       VALUES ('la-mijoteuse', 'coworking', $1, $2, 1, false, 'event', 1)`,
      [`${TUESDAY}T${from}+01:00`, `${TUESDAY}T${to}+01:00`],
    );
  const error: unknown = await insert('11:30', '13:00').catch((thrown: unknown) => thrown);
  expect(refusalOf(error)).toMatchObject({ code: 'full', resourceKey: 'coworking', capacity: 10, peak: 10, wanted: 1 });
  await insert('12:00', '13:00');
  const move: unknown = await desk.db.pool
    .query("UPDATE occupation SET starts_at = starts_at - interval '1 hour' WHERE kind = 'event'")
    .catch((thrown: unknown) => thrown);
  expect(refusalOf(move)).toMatchObject({ code: 'full' });
});

describe('the same request at once', () => {
  test('makes one booking, and every answer is that booking', async () => {
    const lea = await desk.person('lea');
    const request = ask('coworking', TUESDAY, '9:00', '12:00');
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => desk.core.booking.book(lea, request, 'same')));
    expect(new Set(outcomes.map((outcome) => bookingOf(outcome).id)).size).toBe(1);
    expect(await desk.db.prisma.booking.count()).toBe(1);
    expect(await desk.db.prisma.occupation.count()).toBe(1);
  });

  test('cancels, restores and changes once, and is answered alike', async () => {
    const lea = await desk.person('lea');
    const { id } = bookingOf(await desk.core.booking.book(lea, ask('coworking', TUESDAY, '9:00', '12:00'), 'a'));
    const eight = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 8 }, act));
    const cancelled = await eight(() => desk.core.booking.cancel(lea, id, 'cancel'));
    expect(tally(cancelled.map(codeOf))).toEqual({ ok: 8 });
    const restored = await eight(() => desk.core.booking.restore(lea, id, 'restore'));
    expect(tally(restored.map(codeOf))).toEqual({ ok: 8 });
    const { start, end } = ask('coworking', TUESDAY, '14:00', '16:00');
    const changes = {
      spaceKey: undefined,
      when: { start, end, bareDay: false },
      people: 2,
      equipment: undefined,
      purpose: undefined,
    };
    const changed = await eight(() => desk.core.booking.change(lea, id, changes, 'change'));
    expect(tally(changed.map(codeOf))).toEqual({ ok: 8 });
    expect(await desk.db.prisma.audit.count({ where: { subject: `booking ${id}` } })).toBe(4);
    expect(changed.map((outcome) => bookingOf(outcome).sequence)).toEqual(Array.from({ length: 8 }, () => 3));
    expect(await unfaithful()).toEqual([]);
  });

  test('two rooms, one kitchen: whoever is first has it', async () => {
    const [lea, staff] = [await desk.person('lea'), await desk.person('noe', 'animation')];
    for (let round = 0; round < 10; round += 1) {
      const date = `2026-12-${String(round + 1).padStart(2, '0')}`;
      const outcomes = await Promise.all([
        desk.core.booking.book(staff, ask('convivialite', date, '10:00', '12:00'), `whole ${round}`),
        desk.core.booking.book(lea, ask('cuisine', date, '11:00', '13:00'), `kitchen ${round}`),
      ]);
      const codes = outcomes.map(codeOf).sort();
      expect(['booking.closed,booking.closed', 'booking.taken,ok']).toContain(codes.join());
    }
  });
});

describe('a storm', () => {
  const nothing: BookingChanges = {
    spaceKey: undefined,
    when: undefined,
    people: undefined,
    equipment: undefined,
    purpose: undefined,
  };

  test('of changes and cancellations of one booking leaves it holding exactly what it says', async () => {
    const lea = await desk.person('lea');
    for (let round = 0; round < 12; round += 1) {
      const date = Temporal.PlainDate.from('2026-12-01').add({ days: round }).toString();
      const made = await desk.core.booking.book(lea, ask('coworking', date, '9:00', '10:00'), `made ${round}`);
      if (!made.ok) continue;
      const { id } = bookingOf(made);
      const change = (n: number) => {
        const { start, end } = ask('coworking', date, `${10 + n}:00`, `${11 + n}:00`);
        const changes = { ...nothing, when: { start, end, bareDay: false }, people: n + 1 };
        return desk.core.booking.change(lea, id, changes, `change ${round} ${n}`);
      };
      const acts = [0, 1, 2, 3, 4, 5].map(change);
      const cancel = desk.core.booking.cancel(lea, id, `cancel ${round}`);
      const codes = [...(await Promise.all(acts)).map(codeOf), codeOf(await cancel)];
      expect(codes.at(-1)).toBe('ok');
      for (const code of codes) expect(['ok', 'booking.already_cancelled']).toContain(code);
      expect(await unfaithful(), `round ${round}: ${codes}`).toEqual([]);
    }
  });

  test('of everything at once never takes more than there is, and every booking holds what it says', async () => {
    const everyone = await people(24);
    const spaces = ['coworking', 'coworking', 'coworking', 'expression', 'cuisine'] as const;
    // Every person does many things one after the other; all of them at once.
    let seed = 20_261_123;
    const below = (bound: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % bound;
    };
    const codes: string[] = [];
    const live = async (person: Actor, n: number) => {
      const hour = 9 + below(7);
      const request = ask(
        spaces[below(spaces.length)] ?? 'coworking',
        TUESDAY,
        `${hour}:00`,
        `${hour + 1 + below(2)}:00`,
        {
          people: 1 + below(4),
        },
      );
      for (let step = 0; step < 12; step += 1) {
        const key = `${n} ${step}`;
        const own = await desk.core.booking.toCome(person);
        const one = own[below(Math.max(1, own.length))];
        switch (one ? below(4) : 0) {
          case 0:
            codes.push(`book ${codeOf(await desk.core.booking.book(person, request, key))}`);
            break;
          case 1:
            if (one) codes.push(`cancel ${codeOf(await desk.core.booking.cancel(person, one.id, key))}`);
            if (one) codes.push(`restore ${codeOf(await desk.core.booking.restore(person, one.id, `${key} back`))}`);
            break;
          default:
            if (one) {
              const from = 9 + below(8);
              const { start, end } = ask(one.spaceKey, TUESDAY, `${from}:00`, `${from + 1}:00`);
              const changes = { ...nothing, when: { start, end, bareDay: false }, people: 1 + below(4) };
              codes.push(`change ${codeOf(await desk.core.booking.change(person, one.id, changes, key))}`);
            }
        }
      }
    };
    const staff = async () => {
      for (let round = 0; round < 6; round += 1) {
        const { start, end } = ask('cuisine', TUESDAY, `${9 + round}:00`, `${9 + round}:30`);
        const request = {
          spaceKeys: ['coworking', 'cuisine'],
          reason: 'works',
          start: start.toInstant(),
          end: end.toInstant(),
        };
        const outcome = await closeSpaces(desk.db, place, request, { actorId: undefined, now: desk.now().toInstant() });
        codes.push(`close ${outcome.ok ? 'ok' : outcome.error.code}`);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    };
    await Promise.all([...everyone.map(live), staff()]);
    expect(await overbooked(desk.db.prisma)).toEqual([]);
    expect(await unfaithful()).toEqual([]);
    const counts = tally(codes);
    expect(counts['close ok']).toBe(6);
    for (const happened of ['book ok', 'book booking.full', 'change ok', 'cancel ok', 'restore ok'])
      expect(counts, JSON.stringify(counts)).toHaveProperty([happened]);
  });
});

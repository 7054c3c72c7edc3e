// What the members of a structure may book in a week, all together, as the core and the database keep it.
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { syncResources } from '../../../src/core/ledger/store.ts';
import type { Actor } from '../../../src/core/people/model.ts';
import type { StructureFailure } from '../../../src/core/structures/model.ts';
import type { Result } from '../../../src/kernel/result.ts';
import { smallPlace } from '../../support/small-place.ts';
import {
  alternativesIn,
  asks,
  bookingOf,
  codeOf,
  type Desk,
  openDesk,
  refusalIn,
  withPolicy,
} from '../booking/desk.ts';

const place = withPolicy(smallPlace(), 'desks', { structureQuotaPerWeek: 2 });
const ask = asks(place);

let desk: Desk;
let ana: Actor;
beforeAll(async () => {
  desk = await openDesk(place);
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(async () => {
  await desk.reset();
  ana = await desk.person('ana', 'animation');
});

let requests = 0;
const nextId = (): string => {
  requests += 1;
  return `request ${requests}`;
};
const structures = () => desk.core.staff.structures;

const done = <T>(outcome: Result<T, StructureFailure>): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.error.code}`);
  return outcome.value;
};

const members = async (structure: string, ...names: readonly string[]): Promise<readonly Actor[]> => {
  const all = await structures().all(ana);
  if (all.ok && !all.value.some(({ name }) => name === structure)) done(await structures().create(ana, structure));
  const people: Actor[] = [];
  for (const name of names) {
    people.push(await desk.person(name));
    done(await structures().admit(ana, `${name} — ${structure}`));
  }
  return people;
};

/** `day`: of the week of Monday 23 November 2026; 7 is the next Monday. */
const on = (day: number, from = '10:00', to = '11:00') =>
  ask('desks', Temporal.PlainDate.from('2026-11-23').add({ days: day }).toString(), from, to);

const book = (who: Actor, day: number, from?: string, to?: string) =>
  desk.core.booking.book(who, on(day, from, to), nextId());

const week = async (structure: string) =>
  done(await structures().card(ana, structure)).week.find(({ spaceKey }) => spaceKey === 'desks');

describe('the quota', () => {
  test('is shared by all the members; the refusal says whose it is, and offers the next week', async () => {
    const [lea, karim] = await members('Les Copains', 'lea', 'karim');
    if (!lea || !karim) throw new Error('two were named');
    expect(codeOf(await book(lea, 1))).toBe('ok');
    expect(codeOf(await book(karim, 2))).toBe('ok');
    const refused = refusalIn(await book(lea, 3));
    expect(refused).toMatchObject({
      code: 'booking.over_structure_quota',
      structure: 'Les Copains',
      quotaPerWeek: 2,
      spaceKey: 'desks',
    });
    expect(refused.code === 'booking.over_structure_quota' && refused.monday.toString()).toBe('2026-11-23');
    const [first] = alternativesIn(refused).filter((stay) => stay.startsWith('desks'));
    expect(first).toBe('desks 2026-11-30 10:00-11:00');
    expect(codeOf(await book(await desk.person('noe'), 3))).toBe('ok');
    expect(codeOf(await book(karim, 7))).toBe('ok');
    expect(await week('Les Copains')).toMatchObject({ used: 2, perWeek: 2, isOwn: false });
  });

  test('begins on Monday on the place’s own clocks, whatever UTC says', async () => {
    const [lea, karim] = await members('Les Copains', 'lea', 'karim');
    if (!lea || !karim) throw new Error('two were named');
    await book(lea, 1);
    await book(lea, 2);
    const { rows } = await desk.db.pool.query<{ structure: number }>('SELECT id AS structure FROM structure');
    const insert = (from: string) =>
      desk.db.pool.query(
        `INSERT INTO booking (place_id, member_id, space_key, starts_at, ends_at, people, whole, request_id, created_at)
         VALUES ($1, $2, 'desks', $3, $3::timestamptz + interval '30 minutes', 1, false, $3, now()) RETURNING structure_id`,
        [place.id, karim.memberId, from],
      );
    await expect(insert('2026-11-29T23:15:00+01:00')).rejects.toMatchObject({ code: 'MJ005' });
    // A quarter past midnight in Paris is still Sunday in UTC.
    expect((await insert('2026-11-30T00:15:00+01:00')).rows).toEqual([{ structure_id: rows[0]?.structure }]);
  });

  test('is not touched by what the staff books for guests, nor by another space', async () => {
    const [lea] = await members('Les Copains', 'lea', 'ana');
    if (!lea) throw new Error('she was named');
    for (const day of [1, 2, 3]) {
      const guest = { ...on(day), guestName: 'Mme Diallo' };
      expect(codeOf(await desk.core.booking.book(ana, guest, nextId()))).toBe('ok');
    }
    expect(await week('Les Copains')).toMatchObject({ used: 0 });
    await book(lea, 1);
    await book(lea, 2);
    expect(codeOf(await book(lea, 3))).toBe('booking.over_structure_quota');
    expect(codeOf(await desk.core.booking.book(lea, ask('lounge', '2026-11-26', '10:00', '11:00'), nextId()))).toBe(
      'ok',
    );
  });

  test('counts what is cancelled no more; taking it back is checked again', async () => {
    const [lea, karim] = await members('Les Copains', 'lea', 'karim');
    if (!lea || !karim) throw new Error('two were named');
    const first = bookingOf(await book(lea, 1));
    await book(lea, 2);
    await desk.core.booking.cancel(lea, first.id, nextId());
    expect(codeOf(await book(karim, 3))).toBe('ok');
    expect(codeOf(await desk.core.booking.restore(lea, first.id, nextId()))).toBe('booking.over_structure_quota');
  });

  test('a booking moves freely in its week, and to another only where there is room', async () => {
    const [lea] = await members('Les Copains', 'lea');
    if (!lea) throw new Error('she was named');
    const first = bookingOf(await book(lea, 1));
    await book(lea, 2);
    await book(lea, 8);
    await book(lea, 9);
    const moved = (day: number) => {
      const { start, end } = on(day);
      const changes = { spaceKey: undefined, people: undefined, equipment: undefined, purpose: undefined };
      return desk.core.booking.change(lea, first.id, { ...changes, when: { start, end, bareDay: false } }, nextId());
    };
    expect(codeOf(await moved(3))).toBe('ok');
    const refused = refusalIn(await moved(10));
    expect(refused.code).toBe('booking.over_structure_quota');
    // What is offered can be had: its own week, or one with room, never the full one.
    expect(
      alternativesIn(refused).every((stay) => !/2026-(11-30|12-0[1-6])/.test(stay) || !stay.startsWith('desks')),
    ).toBe(true);
  });

  test('holds for a series, occurrence by occurrence', async () => {
    const [lea, karim] = await members('Les Copains', 'lea', 'karim');
    if (!lea || !karim) throw new Error('two were named');
    await book(karim, 1);
    const days = [2, 3, 8, 9, 10].map((day) => on(day));
    const request = {
      spaceKey: 'desks',
      people: 1,
      equipment: [],
      purpose: undefined,
      occurrences: days.map(({ start, end }) => ({ start, end, bareDay: false })),
    };
    const checked = await desk.core.series.check(lea, request);
    const booked = await desk.core.series.book(lea, request, nextId());
    if (!checked.ok || !booked.ok) throw new Error('some were possible');
    expect(checked.value.impossible.map(({ failure }) => failure.code)).toEqual([
      'booking.over_structure_quota',
      'booking.over_structure_quota',
    ]);
    expect(booked.value.bookings.map(({ start }) => start.toPlainDate().toString())).toEqual([
      '2026-11-25',
      '2026-12-01',
      '2026-12-02',
    ]);
  });

  test('holds for who takes a place that was kept for them; the next in line is asked', async () => {
    const [lea, karim] = await members('Les Copains', 'lea', 'karim');
    const [noe, zoe] = [await desk.person('noe'), await desk.person('zoe')];
    if (!lea || !karim) throw new Error('two were named');
    const everySeat = { ...on(3), people: 10 };
    const full = bookingOf(await desk.core.booking.book(noe, everySeat, nextId()));
    const wait = await desk.core.waitlist.wait(lea, everySeat);
    await desk.core.waitlist.wait(zoe, everySeat);
    await book(lea, 1);
    await book(karim, 2);
    await desk.core.booking.cancel(noe, full.id, nextId());
    if (!wait.ok) throw new Error('she waits');
    expect(await desk.core.waitlist.take(lea, wait.value.id, nextId())).toMatchObject({
      error: { code: 'booking.over_structure_quota' },
    });
    const { rows } = await desk.db.pool.query('SELECT state FROM waitlist_entry ORDER BY id');
    expect(rows).toEqual([{ state: 'stale' }, { state: 'offered' }]);
  });

  test('one’s own quota is told first', async () => {
    const strict = withPolicy(place, 'desks', { quotaPerWeek: 1, structureQuotaPerWeek: 1 });
    await syncResources(desk.db, [strict], desk.now().toInstant());
    const [lea] = await members('Les Copains', 'lea');
    if (!lea) throw new Error('she was named');
    await book(lea, 1);
    expect(codeOf(await book(lea, 2))).toBe('booking.over_quota');
    await syncResources(desk.db, [place], desk.now().toInstant());
  });
});

describe('what the staff changes', () => {
  test('a quota of its own, none at all, none, then the usual one', async () => {
    const [lea] = await members('Les Copains', 'lea');
    if (!lea) throw new Error('she was named');
    const set = async (quota: number | 'usual' | 'unlimited') =>
      done(await structures().setQuota(ana, 'Les Copains', 'desks', quota)).former;
    expect(await set(3)).toBe('usual');
    for (const day of [1, 2, 3]) await book(lea, day);
    expect(codeOf(await book(lea, 4))).toBe('booking.over_structure_quota');
    expect(await set('unlimited')).toBe(3);
    expect(codeOf(await book(lea, 4))).toBe('ok');
    expect(await set(0)).toBe('unlimited');
    expect(codeOf(await book(lea, 8))).toBe('booking.over_structure_quota');
    expect(await set('usual')).toBe(0);
    expect(codeOf(await book(lea, 8))).toBe('ok');
  });

  test('a lower quota takes nothing back, says which weeks are over, and lets bookings move in their week', async () => {
    const [lea] = await members('Les Copains', 'lea');
    if (!lea) throw new Error('she was named');
    const first = bookingOf(await book(lea, 1));
    await book(lea, 2);
    const { overruns } = done(await structures().setQuota(ana, 'Les Copains', 'desks', 1));
    expect(overruns).toMatchObject([{ spaceKey: 'desks', booked: 2, perWeek: 1 }]);
    expect(overruns[0]?.monday.toString()).toBe('2026-11-23');
    expect(await desk.core.booking.toCome(lea)).toHaveLength(2);
    const { start, end } = on(4);
    const changes = { spaceKey: undefined, people: undefined, equipment: undefined, purpose: undefined };
    const moved = await desk.core.booking.change(
      lea,
      first.id,
      { ...changes, when: { start, end, bareDay: false } },
      nextId(),
    );
    expect(codeOf(moved)).toBe('ok');
  });

  test('who goes to another structure takes along what is to come, and leaves what has been', async () => {
    const [lea, karim] = await members('Les Copains', 'lea', 'karim');
    if (!lea || !karim) throw new Error('two were named');
    await book(lea, 0, '11:00', '12:00');
    await book(lea, 2);
    desk.at('2026-11-24T10:00');
    await members('Les Voisins', 'zoe');
    const placed = done(await structures().admit(ana, 'lea Les Voisins'));
    expect(placed).toMatchObject({ kind: 'placed', former: { name: 'Les Copains' }, overruns: [] });
    expect(await week('Les Copains')).toMatchObject({ used: 1 });
    expect(await week('Les Voisins')).toMatchObject({ used: 1 });
    expect(codeOf(await book(karim, 3))).toBe('ok');
    expect(codeOf(await book(karim, 4))).toBe('booking.over_structure_quota');
  });

  test('who comes with more than there is room for keeps it, and the week is said to be over', async () => {
    const lea = await desk.person('lea');
    for (const day of [1, 2, 3]) await book(lea, day);
    done(await structures().create(ana, 'Les Copains'));
    const placed = done(await structures().admit(ana, 'lea Les Copains'));
    expect(placed.kind === 'placed' && placed.overruns).toMatchObject([{ booked: 3, perWeek: 2 }]);
    expect(codeOf(await book(lea, 4))).toBe('booking.over_structure_quota');
    done(await structures().dismiss(ana, 'lea'));
    expect(codeOf(await book(lea, 4))).toBe('ok');
    expect(await week('Les Copains')).toMatchObject({ used: 0 });
  });

  test('closed, it counts for nothing; brought back, it has its people and its week again', async () => {
    const [lea] = await members('Les Copains', 'lea');
    if (!lea) throw new Error('she was named');
    await book(lea, 1);
    await book(lea, 2);
    done(await structures().close(ana, 'Les Copains'));
    expect(await structures().mine(lea)).toBeUndefined();
    expect(codeOf(await book(lea, 3))).toBe('ok');
    done(await structures().create(ana, 'les copains'));
    expect(await structures().restore(ana, 'Les Copains')).toMatchObject({ error: { code: 'structure.name_taken' } });
    done(await structures().rename(ana, 'les copains — Les Copines'));
    expect(done(await structures().restore(ana, 'Les Copains')).members).toMatchObject([{ name: 'lea' }]);
    expect(codeOf(await book(lea, 4))).toBe('booking.over_structure_quota');
  });

  test('each act is a line of the log, without a name; nobody but the staff does any', async () => {
    const [lea] = await members('Les Copains', 'lea');
    if (!lea) throw new Error('she was named');
    done(await structures().setQuota(ana, 'Les Copains', 'desks', 5));
    done(await structures().rename(ana, 'Les Copains — Les Copines'));
    done(await structures().dismiss(ana, 'lea'));
    done(await structures().close(ana, 'Les Copines'));
    done(await structures().restore(ana, 'Les Copines'));
    const { rows } = await desk.db.pool.query(
      "SELECT action, detail::text AS detail FROM audit WHERE action LIKE 'structure.%' ORDER BY id",
    );
    expect(rows.map(({ action }) => action)).toEqual(
      ['made', 'joined', 'quota', 'renamed', 'left', 'closed', 'restored'].map((act) => `structure.${act}`),
    );
    expect(rows.map(({ detail }) => detail).join()).not.toMatch(/lea|cop/i);
    const refusals = [
      await structures().all(lea),
      await structures().card(lea, 'Les Copines'),
      await structures().create(lea, 'Les Miens'),
      await structures().rename(lea, 'Les Copines — Les Miens'),
      await structures().admit(lea, 'lea Les Copines'),
      await structures().dismiss(lea, 'lea'),
      await structures().setQuota(lea, 'Les Copines', 'desks', 99),
      await structures().close(lea, 'Les Copines'),
      await structures().restore(lea, 'Les Copines'),
    ];
    expect(refusals.map((outcome) => !outcome.ok && outcome.error.code)).toEqual(
      refusals.map(() => 'people.not_allowed'),
    );
  });
});

test('whatever members do, and whoever comes and goes, no booking ever takes a structure beyond its quota', async () => {
  const PEOPLE = ['lea', 'karim', 'noe', 'zoe'] as const;
  const who = fc.nat({ max: PEOPLE.length - 1 });
  const day = fc.constantFrom(1, 2, 3, 4, 8, 9, 10, 11);
  const operation = fc.oneof(
    { weight: 8, arbitrary: fc.record({ does: fc.constant('book' as const), who, day }) },
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constantFrom('cancel' as const, 'restore' as const), who, pick: fc.nat() }),
    },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('move' as const), who, pick: fc.nat(), day }) },
    {
      weight: 1,
      arbitrary: fc.record({ does: fc.constant('place' as const), who, to: fc.constantFrom('A', 'B', '') }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('quota' as const),
        to: fc.constantFrom('A', 'B'),
        quota: fc.nat({ max: 4 }),
      }),
    },
  );
  /** Bookings beyond the quota, by structure and week. */
  const beyond = async (): Promise<ReadonlyMap<string, number>> => {
    const { rows } = await desk.db.pool.query<{ week: string; over: number }>(
      `SELECT structure_id || ' ' || space_key || ' ' || date_trunc('week', starts_at AT TIME ZONE 'Europe/Paris') AS week,
         (count(*) - structure_quota_in(structure_id, place_id, space_key))::integer AS over
       FROM booking WHERE cancelled_at IS NULL AND structure_id IS NOT NULL AND NOT for_guest
       GROUP BY structure_id, place_id, space_key, 1
       HAVING count(*) > structure_quota_in(structure_id, place_id, space_key)`,
    );
    return new Map(rows.map(({ week: key, over }) => [key, over]));
  };
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 60, maxLength: 60 }), async (operations) => {
      await desk.reset();
      ana = await desk.person('ana', 'animation');
      await members('A', 'lea', 'karim');
      await members('B', 'noe', 'zoe');
      const people = await Promise.all(PEOPLE.map((name) => desk.person(name)));
      const mine = async (index: number, pick: number) => {
        const { rows } = await desk.db.pool.query<{ id: number }>(
          'SELECT id FROM booking WHERE member_id = $1 ORDER BY id',
          [people[index]?.memberId],
        );
        return rows[pick % Math.max(1, rows.length)]?.id ?? 0;
      };
      for (const each of operations) {
        const before = await beyond();
        const person = people['who' in each ? each.who : 0];
        if (!person) throw new Error('nobody');
        const name = PEOPLE['who' in each ? each.who : 0] ?? '';
        switch (each.does) {
          case 'book':
            met.add(codeOf(await book(person, each.day)));
            break;
          case 'cancel':
            await desk.core.booking.cancel(person, await mine(each.who, each.pick), nextId());
            break;
          case 'restore':
            met.add(
              `restore ${codeOf(await desk.core.booking.restore(person, await mine(each.who, each.pick), nextId()))}`,
            );
            break;
          case 'move': {
            const { start, end } = on(each.day, '14:00', '15:00');
            const changes = { spaceKey: undefined, people: undefined, equipment: undefined, purpose: undefined };
            const when = { start, end, bareDay: false };
            const id = await mine(each.who, each.pick);
            met.add(`move ${codeOf(await desk.core.booking.change(person, id, { ...changes, when }, nextId()))}`);
            break;
          }
          case 'place':
            if (each.to === '') await structures().dismiss(ana, name);
            else done(await structures().admit(ana, `${name} ${each.to}`));
            continue;
          case 'quota':
            done(await structures().setQuota(ana, each.to, 'desks', each.quota));
            continue;
        }
        for (const [key, over] of await beyond()) expect(over, key).toBeLessThanOrEqual(before.get(key) ?? 0);
      }
    }),
    { seed: 20_261_123, numRuns: 6, endOnFailure: true },
  );
  for (const one of [
    'ok',
    'booking.over_structure_quota',
    'move ok',
    'move booking.over_structure_quota',
    'restore ok',
  ])
    expect(met).toContain(one);
}, 60_000);

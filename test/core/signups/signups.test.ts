// Whatever is answered, and whatever becomes of the places: never more people than places, the line in its order, nobody lost.
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCore } from '../../../src/core/core.ts';
import { syncResources } from '../../../src/core/ledger/store.ts';
import type { Actor } from '../../../src/core/people/model.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { addEvent } from '../../support/agenda.ts';
import { openTestDatabase } from '../../support/database.ts';

const db = await openTestDatabase();
let now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const core = createCore({ db, places: [mijoteuse], clock: { now: () => now } });
afterAll(() => db.close());
beforeEach(() => db.reset());

const NAMES = ['lea', 'karim', 'ana', 'noe', 'zoe', 'eli'] as const;
const WISHES = ['going', 'maybe', 'not_going'] as const;

const people = (): Promise<readonly Actor[]> =>
  Promise.all(
    NAMES.map((name) =>
      core.people.resolve({
        placeId: mijoteuse.id,
        platform: 'terminal',
        workspace: 'here',
        userId: name,
        displayName: name,
      }),
    ),
  );

/** As the staff’s change is written: the triggers are told the time. */
const setPlaces = async (places: number | null): Promise<boolean> => {
  try {
    await db.prisma.$transaction([
      db.prisma.$executeRaw`SELECT set_config('mijote.now', ${now.toString()}, true)`,
      db.prisma.$executeRaw`UPDATE event SET capacity = ${places}::integer`,
    ]);
    return true;
  } catch (error) {
    expect(String(error)).toContain('more people');
    return false;
  }
};

interface Entry {
  readonly member: number;
  answer: 'going' | 'waiting' | 'maybe' | 'not_going';
  promoted: boolean;
}

/** The same, as a child would do it with a list and a pencil. */
const naive = (first: number | null) => {
  let places = first;
  let entries: Entry[] = [];
  const going = () => entries.filter(({ answer }) => answer === 'going').length;
  const fill = (present?: number): void => {
    for (const entry of entries) {
      if (entry.answer !== 'waiting' || (places !== null && going() >= places)) continue;
      entry.answer = 'going';
      entry.promoted = entry.member !== present;
    }
  };
  return {
    answer: (member: number, wish: (typeof WISHES)[number]): void => {
      const known = entries.find((entry) => entry.member === member);
      if (known && (known.answer === wish || (wish === 'going' && known.answer === 'waiting'))) return;
      entries = entries.filter((entry) => entry.member !== member);
      entries.push({ member, answer: wish === 'going' ? 'waiting' : wish, promoted: false });
      fill(member);
    },
    set: (wanted: number | null): boolean => {
      if (wanted !== null && wanted < going()) return false;
      places = wanted;
      fill();
      return true;
    },
    state: () =>
      [...entries]
        .sort((a, b) => a.member - b.member)
        .map(({ member, answer, promoted }) => ({ member, answer, promoted: answer === 'going' && promoted })),
  };
};

const anyAct = fc.oneof(
  fc.record({ who: fc.nat(NAMES.length - 1), wish: fc.constantFrom(...WISHES) }),
  fc.record({ who: fc.nat(NAMES.length - 1), wish: fc.constant('going' as const) }),
  fc.record({ places: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 8 }) }),
);

test('any sequence of answers and of places goes as a list and a pencil would have it', async () => {
  const actors = await people();
  await syncResources(db, [mijoteuse], now);
  await fc.assert(
    fc.asyncProperty(
      fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 8 }),
      fc.array(anyAct, { minLength: 1, maxLength: 25 }),
      async (places, acts) => {
        await db.pool.query('DELETE FROM event');
        const eventId = await addEvent(db, { spaceKey: null });
        await setPlaces(places);
        const model = naive(places);
        for (const act of acts) {
          now = now.add({ seconds: 1 });
          if ('places' in act) {
            expect(await setPlaces(act.places)).toBe(model.set(act.places));
          } else {
            const actor = actors[act.who];
            if (!actor) throw new Error('nobody of that number');
            const outcome = await core.signups.answer(actor, eventId, act.wish);
            expect(outcome.ok).toBe(true);
            model.answer(actor.memberId, act.wish);
          }
          const { rows } = await db.pool.query(
            'SELECT member_id AS member, answer, promoted_at IS NOT NULL AND answer = $1 AS promoted FROM event_signup ORDER BY member_id',
            ['going'],
          );
          expect(rows).toEqual(model.state());
        }
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

test('one’s place in the line is the number of those before', async () => {
  const [lea, karim, ana, noe] = await people();
  if (!lea || !karim || !ana || !noe) throw new Error('four people');
  const eventId = await addEvent(db, { spaceKey: null, capacity: 1 });
  const ahead: (number | undefined)[] = [];
  for (const actor of [lea, karim, ana, noe]) {
    now = now.add({ seconds: 1 });
    const outcome = await core.signups.answer(actor, eventId, 'going');
    ahead.push(outcome.ok ? outcome.value.standing.ahead : undefined);
  }
  expect(ahead).toEqual([0, 0, 1, 2]);
  now = now.add({ seconds: 1 });
  await core.signups.answer(karim, eventId, 'not_going');
  const seen = await core.signups.see(noe, eventId);
  expect(seen.ok && seen.value.standing).toEqual({ answer: 'waiting', ahead: 1 });
});

test('whoever is erased leaves their place to the first in line, who is told', async () => {
  const [lea, karim] = await people();
  if (!lea || !karim) throw new Error('two people');
  const eventId = await addEvent(db, { spaceKey: null, capacity: 1 });
  await core.signups.answer(lea, eventId, 'going');
  now = now.add({ seconds: 1 });
  await core.signups.answer(karim, eventId, 'going');
  now = now.add({ seconds: 1 });
  await db.prisma.$transaction([
    db.prisma.$executeRaw`SELECT set_config('mijote.now', ${now.toString()}, true)`,
    db.prisma.$executeRaw`DELETE FROM member WHERE id = ${lea.memberId}`,
  ]);
  const told = await core.signups.promoted(mijoteuse);
  expect(told.map(({ to, kind }) => ({ to, kind }))).toEqual([
    { to: { memberId: karim.memberId }, kind: 'event.promoted' },
  ]);
});

test('another place’s event is not found, whoever asks by its number', async () => {
  const [lea] = await people();
  if (!lea) throw new Error('someone');
  const eventId = await addEvent(db, { placeId: 'elsewhere', spaceKey: null });
  for (const outcome of [await core.signups.answer(lea, eventId, 'going'), await core.signups.see(lea, eventId)])
    expect(outcome.ok ? '' : outcome.error.code).toBe('event.not_found');
});

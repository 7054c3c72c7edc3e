// Events and bookings share the ledger: whatever the order in which they are made, moved and cancelled, no two of them
// are in one space at one time.
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Carried, Proposal } from '../../../src/core/impact/model.ts';
import { overbooked } from '../../support/ledger.ts';
import { smallPlace } from '../../support/small-place.ts';
import { asks, openDesk } from '../booking/desk.ts';

const place = smallPlace();
const desk = await openDesk(place);
const ask = asks(place);
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

const DATE = '2026-11-26';
const SPACES = ['desks', 'lounge', 'kitchen', 'pantry'] as const;

const at = (hour: number) =>
  Temporal.PlainDate.from(DATE).toZonedDateTime({ timeZone: place.timeZone, plainTime: new Temporal.PlainTime(hour) });

const hours = fc.tuple(fc.integer({ min: 9, max: 16 }), fc.integer({ min: 1, max: 2 }));
const space = fc.constantFrom(...SPACES);
const step = fc.oneof(
  fc.record({ does: fc.constant('book' as const), space, hours, people: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ does: fc.constant('unbook' as const), which: fc.nat(7) }),
  fc.record({ does: fc.constant('make' as const), space, hours, confirms: fc.boolean() }),
  fc.record({
    does: fc.constant('move' as const),
    which: fc.nat(5),
    space: fc.option(space, { nil: undefined }),
    hours,
    confirms: fc.boolean(),
  }),
  fc.record({ does: fc.constant('cancel' as const), which: fc.nat(5) }),
  fc.record({ does: fc.constant('close' as const), space, hours }),
);

interface Held {
  readonly resource: string;
  readonly kind: string;
  readonly source: number;
}

/** An event and anything else that hold one space at one time. */
const collisions = async (): Promise<readonly Held[]> =>
  (
    await desk.db.pool.query<Held>(`
      SELECT one.resource_key AS resource, other.kind, other.source_id AS source FROM occupation AS one
      JOIN occupation AS other ON other.resource_key = one.resource_key AND other.id <> one.id
        AND other.released_at IS NULL AND other.starts_at < one.ends_at AND one.starts_at < other.ends_at
      WHERE one.kind = 'event' AND one.released_at IS NULL`)
  ).rows;

/** Events whose hold is not what they say: none when cancelled, all of their hours otherwise. */
const misheld = async (): Promise<readonly unknown[]> =>
  (
    await desk.db.pool.query(`
      SELECT event.id FROM event LEFT JOIN occupation ON occupation.kind = 'event' AND source_id = event.id
        AND resource_key = space_key AND released_at IS NULL
        AND occupation.starts_at <= event.starts_at AND occupation.ends_at >= event.ends_at
      WHERE event.space_key IS NOT NULL AND (cancelled_at IS NULL) <> (occupation.id IS NOT NULL)`)
  ).rows;

type Outcome = { readonly ok: true; readonly value: Carried | Proposal } | { readonly ok: false };

test('no booking is where an event is, in any order of making, moving, cancelling and closing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await desk.reset();
      const { agenda, booking, staff } = desk.core;
      const ana = await desk.person('ana', 'animation');
      const bookings: { readonly actor: typeof ana; readonly id: number }[] = [];
      const eventIds = async () =>
        (await desk.db.pool.query<{ id: number }>('SELECT id FROM event ORDER BY id')).rows.map(({ id }) => id);
      const settle = async (outcome: Outcome, confirms: boolean) => {
        if (outcome.ok && outcome.value.kind === 'proposal' && confirms)
          await agenda.confirm(ana, outcome.value.planId);
      };
      for (const [index, each] of steps.entries()) {
        const request = `r${index}`;
        switch (each.does) {
          case 'book': {
            const actor = await desk.person(`p${index}`);
            const [from, length] = each.hours;
            const asked = ask(each.space, DATE, `${from}:00`, `${from + length}:00`, {
              people: each.space === 'desks' ? each.people : 1,
            });
            const booked = await booking.book(actor, asked, request);
            if (booked.ok && booked.value.kind === 'booked') bookings.push({ actor, id: booked.value.booking.id });
            break;
          }
          case 'unbook': {
            const mine = bookings[each.which];
            if (mine) await booking.cancel(mine.actor, mine.id, request);
            break;
          }
          case 'make': {
            const [from, length] = each.hours;
            const asked = {
              facts: { kind: 'other' as const, title: `event ${index}`, spaceKey: each.space },
              times: [{ start: at(from), end: at(from + length) }],
              rule: undefined,
              reason: 'an event',
            };
            await settle(await agenda.make(ana, asked, request), each.confirms);
            break;
          }
          case 'move': {
            const eventId = (await eventIds())[each.which];
            if (eventId === undefined) break;
            const [from, length] = each.hours;
            const change = {
              eventId,
              reach: 'one' as const,
              changes: { set: each.space === undefined ? {} : { spaceKey: each.space }, unset: [] },
              times: {
                is: 'exact' as const,
                start: at(from).toInstant().toString(),
                end: at(from + length)
                  .toInstant()
                  .toString(),
              },
              reason: 'it moves',
            };
            await settle(await agenda.change(ana, change, request), each.confirms);
            break;
          }
          case 'cancel': {
            const eventId = (await eventIds())[each.which];
            if (eventId === undefined) break;
            await settle(await agenda.cancel(ana, { eventId, reach: 'one', reason: 'x' }, request), true);
            break;
          }
          case 'close': {
            const [from, length] = each.hours;
            const act = {
              act: 'close' as const,
              spaceKeys: [each.space],
              start: at(from).toInstant().toString(),
              end: at(from + length)
                .toInstant()
                .toString(),
              reason: 'x',
            };
            await settle(await staff.impact.propose(ana, act), true);
            break;
          }
        }
        expect(await collisions()).toEqual([]);
        expect(await misheld()).toEqual([]);
      }
      expect(await overbooked(desk.db.prisma)).toEqual([]);
      const live = await desk.db.pool.query(
        "SELECT id FROM booking WHERE cancelled_at IS NOT NULL AND EXISTS (SELECT FROM occupation WHERE kind = 'booking' AND source_id = booking.id AND released_at IS NULL)",
      );
      expect(live.rows).toEqual([]);
    }),
    { numRuns: 20 },
  );
}, 90_000);

test('the same request again is the same event', async () => {
  const ana = await desk.person('ana', 'animation');
  const asked = {
    facts: { kind: 'other' as const, title: 'one', spaceKey: 'lounge' },
    times: [{ start: at(10), end: at(12) }],
    rule: undefined,
    reason: 'x',
  };
  const first = await desk.core.agenda.make(ana, asked, 'twice');
  const again = await desk.core.agenda.make(ana, asked, 'twice');
  expect(again).toMatchObject({
    ok: true,
    value: { kind: 'carried', id: first.ok && first.value.kind === 'carried' ? first.value.id : 0 },
  });
  expect(await desk.db.prisma.event.count()).toBe(1);
});

test('a partner confirms what is theirs, and not an act of the staff', async () => {
  const [ana, noe, lea] = [
    await desk.person('ana', 'animation'),
    await desk.person('noe', 'partenaire'),
    await desk.person('lea'),
  ];
  const closing = {
    act: 'close' as const,
    spaceKeys: ['desks'],
    start: at(9).toInstant().toString(),
    end: at(10).toInstant().toString(),
    reason: 'x',
  };
  const { agenda, staff, booking } = desk.core;
  expect(await staff.impact.propose(noe, closing)).toMatchObject({ ok: false, error: { code: 'people.not_allowed' } });
  const proposed = await staff.impact.propose(ana, closing);
  if (!proposed.ok) throw new Error(proposed.error.code);
  expect(await agenda.confirm(noe, proposed.value.planId)).toMatchObject({ error: { code: 'plan.not_found' } });

  await booking.book(lea, ask('lounge', DATE, '10:00', '11:00'), 'b');
  const facts = { kind: 'other' as const, title: 'theirs', spaceKey: 'lounge' };
  const asked = { facts, times: [{ start: at(10), end: at(12) }], rule: undefined, reason: 'x' };
  expect(await agenda.make(lea, asked, 'c')).toMatchObject({
    error: { code: 'people.not_allowed', needed: 'partenaire' },
  });
  const theirs = await agenda.make(noe, asked, 'd');
  if (!theirs.ok || theirs.value.kind !== 'proposal') throw new Error('nothing was to be confirmed');
  const other = await desk.person('zoe', 'partenaire');
  expect(await agenda.confirm(other, theirs.value.planId)).toMatchObject({ error: { code: 'plan.not_found' } });
  expect(await agenda.confirm(noe, theirs.value.planId)).toMatchObject({ ok: true, value: { kind: 'carried' } });
  const moved = {
    eventId: 1,
    reach: 'one' as const,
    changes: { set: { title: 'x' }, unset: [] },
    times: undefined,
    reason: 'x',
  };
  expect(await agenda.change(other, moved, 'e')).toMatchObject({ error: { code: 'event.not_yours' } });
  expect(await agenda.change(noe, moved, 'f')).toMatchObject({ ok: true });
});

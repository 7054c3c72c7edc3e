// Who is offered what is freed, whatever frees it: a cancellation, a move, a closure that is lifted, a capacity that is raised.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { BookingRequest } from '../../../src/core/booking/model.ts';
import { closeSpaces, lift } from '../../../src/core/closures/usecases.ts';
import { syncResources } from '../../../src/core/ledger/store.ts';
import type { Actor } from '../../../src/core/people/model.ts';
import { smallPlace } from '../../support/small-place.ts';
import { asks, bookingOf, codeOf, openDesk, withPolicy, withSpace } from '../booking/desk.ts';

const place = smallPlace();
const desk = await openDesk(place);
const { core, db } = desk;
const ask = asks(place);
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

let requests = 0;
const nextId = () => {
  requests += 1;
  return `w${requests}`;
};
const book = async (actor: Actor, request: BookingRequest) =>
  bookingOf(await core.booking.book(actor, request, nextId()));
const wait = async (actor: Actor, request: BookingRequest) => {
  const outcome = await core.waitlist.wait(actor, request);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
};
/** `name: state`, in the order of the line. */
const line = async () =>
  (
    await db.prisma.waitlistEntry.findMany({
      include: { member: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    })
  ).map(({ member, state }) => `${member.displayName}: ${state}`);

const people = <const N extends readonly string[]>(...names: N) =>
  Promise.all(names.map((name) => desk.person(name))) as Promise<{ -readonly [K in keyof N]: Actor }>;
const seats = (count: number) => ask('desks', '2026-11-26', '14:00', '16:00', { people: count });

describe('first in line', () => {
  test('the first whose whole request fits is offered the place; those before who want more keep waiting', async () => {
    const [lea, big, small, late] = await people('lea', 'big', 'small', 'late');
    const { id } = await book(lea, seats(1));
    await book(await desk.person('crowd'), seats(9));
    for (const [actor, count] of [
      [big, 3],
      [small, 1],
      [late, 1],
    ] as const)
      await wait(actor, seats(count));
    await core.booking.cancel(lea, id, nextId());
    expect(await line()).toEqual(['big: waiting', 'small: offered', 'late: waiting']);
  });

  test('several seats freed at once go down the line as far as they last', async () => {
    const [crowd, a, b, c] = await people('crowd', 'a', 'b', 'c');
    const { id } = await book(crowd, seats(10));
    for (const actor of [a, b, c]) await wait(actor, seats(4));
    await core.booking.cancel(crowd, id, nextId());
    expect(await line()).toEqual(['a: offered', 'b: offered', 'c: waiting']);
  });

  test('what is given up by one goes to the next, and to nobody else in between', async () => {
    const [lea, a, b, walker] = await people('lea', 'a', 'b', 'walker');
    const { id } = await book(lea, seats(10));
    const first = await wait(a, seats(10));
    await wait(b, seats(10));
    await core.booking.cancel(lea, id, nextId());
    expect(codeOf(await core.booking.book(walker, seats(1), nextId()))).toBe('booking.full');
    await core.waitlist.pass(a, first.id);
    expect(await line()).toEqual(['a: passed', 'b: offered']);
    expect(codeOf(await core.booking.book(walker, seats(1), nextId()))).toBe('booking.full');
  });
});

describe('whatever frees it', () => {
  test('a booking that is moved, or made smaller', async () => {
    const [lea, a] = await people('lea', 'a');
    const booking = await book(lea, seats(10));
    await wait(a, seats(2));
    const nothing = { spaceKey: undefined, when: undefined, equipment: undefined, purpose: undefined };
    await core.booking.change(lea, booking.id, { ...nothing, people: 9 }, nextId());
    expect(await line()).toEqual(['a: waiting']);
    await core.booking.change(lea, booking.id, { ...nothing, people: 8 }, nextId());
    expect(await line()).toEqual(['a: offered']);
  });

  test('a piece of equipment', async () => {
    const [lea, a] = await people('lea', 'a');
    const withComputers = (count: number) => ({ ...seats(1), equipment: [{ key: 'computer', count }] });
    const { id } = await book(lea, withComputers(2));
    await wait(a, withComputers(1));
    await core.booking.cancel(lea, id, nextId());
    expect(await line()).toEqual(['a: offered']);
  });

  test('a whole space, with the time that it needs before and after, and what is inside it', async () => {
    const [lea, karim, a] = await people('lea', 'karim', 'a');
    const kitchen = await book(lea, ask('kitchen', '2026-11-26', '16:00', '16:30'));
    const pantry = await book(karim, ask('pantry', '2026-11-26', '13:30', '14:00'));
    await wait(a, ask('lounge', '2026-11-26', '14:00', '16:00'));
    await core.booking.cancel(lea, kitchen.id, nextId());
    expect(await line()).toEqual(['a: waiting']);
    await core.booking.cancel(karim, pantry.id, nextId());
    expect(await line()).toEqual(['a: offered']);
  });

  test('a closure that is lifted; and a closure takes back what is offered, with one’s place in the line', async () => {
    const [lea, a, b] = await people('lea', 'a', 'b');
    const { id } = await book(lea, seats(10));
    for (const actor of [a, b]) await wait(actor, seats(10));
    await core.booking.cancel(lea, id, nextId());
    const now = desk.now().toInstant();
    const day = Temporal.PlainDate.from('2026-11-26');
    const closed = await closeSpaces(
      db,
      place,
      {
        spaceKeys: ['desks'],
        start: day.toZonedDateTime(place.timeZone).toInstant(),
        end: day.add({ days: 1 }).toZonedDateTime(place.timeZone).toInstant(),
        reason: 'works',
      },
      { actorId: undefined, now },
    );
    expect(await line()).toEqual(['a: waiting', 'b: waiting']);
    if (!closed.ok) throw new Error(closed.error.code);
    await lift(db, place, closed.value.closureId, { actorId: undefined, now });
    expect(await line()).toEqual(['a: offered', 'b: waiting']);
  });

  test('a capacity that is raised in the place file', async () => {
    const [lea, a, b] = await people('lea', 'a', 'b');
    await book(lea, seats(10));
    for (const actor of [a, b]) await wait(actor, seats(1));
    const larger = withSpace(place, 'desks', (space) =>
      space.use.by === 'seat' ? { ...space, use: { ...space.use, capacitySeats: 11 } } : space,
    );
    await syncResources(db, [larger], desk.now().toInstant());
    expect(await line()).toEqual(['a: offered', 'b: waiting']);
  });

  test('just before one comes to wait: it is offered at once', async () => {
    const [lea, a] = await people('lea', 'a');
    const { id } = await book(lea, seats(10));
    await core.booking.cancel(lea, id, nextId());
    const offered = await wait(a, seats(1));
    expect(offered.state).toBe('offered');
    expect(offered.expiresAt?.since(desk.now().toInstant()).total('minutes')).toBe(30);
  });
});

describe('taking it', () => {
  test('is done once: the same press again gives the same booking, and the hold is gone', async () => {
    const [lea, a] = await people('lea', 'a');
    const { id } = await book(lea, seats(10));
    const entry = await wait(a, seats(10));
    await core.booking.cancel(lea, id, nextId());
    const [once, twice] = [
      await core.waitlist.take(a, entry.id, 'press'),
      await core.waitlist.take(a, entry.id, 'press'),
    ];
    expect(once.ok && twice.ok && once.value.booking.id === twice.value.booking.id).toBe(true);
    expect(await db.prisma.occupation.count({ where: { kind: 'hold' } })).toBe(0);
    expect(await db.prisma.booking.count({ where: { cancelledAt: null } })).toBe(1);
  });

  test('someone else’s offer is not found; one that is not made yet, or is over, is said as such', async () => {
    const [lea, a, b] = await people('lea', 'a', 'b');
    const { id } = await book(lea, seats(10));
    const entry = await wait(a, seats(10));
    expect(await core.waitlist.take(b, entry.id, nextId())).toMatchObject({ error: { code: 'waitlist.not_found' } });
    expect(await core.waitlist.take(a, entry.id, nextId())).toMatchObject({ error: { code: 'waitlist.not_offered' } });
    await core.booking.cancel(lea, id, nextId());
    await core.waitlist.leave(a, entry.id);
    expect(await core.waitlist.take(a, entry.id, nextId())).toMatchObject({ error: { code: 'waitlist.over' } });
  });

  test('who may not have it any more is told why, and the next in line is asked', async () => {
    const strict = withPolicy(place, 'desks', { quotaPerWeek: 1 });
    await syncResources(db, [strict], desk.now().toInstant());
    const [lea, a, b] = await people('lea', 'a', 'b');
    const { id } = await book(lea, seats(10));
    const entry = await wait(a, seats(10));
    await wait(b, seats(10));
    await book(a, ask('desks', '2026-11-25', '14:00', '16:00'));
    await core.booking.cancel(lea, id, nextId());
    expect(await core.waitlist.take(a, entry.id, nextId())).toMatchObject({ error: { code: 'booking.over_quota' } });
    expect(await line()).toEqual(['a: stale', 'b: offered']);
  });

  test('the same wish twice is one place in the line; a wish against the house rules is none', async () => {
    const [lea, a] = await people('lea', 'a');
    await book(lea, seats(10));
    const [first, again] = [await wait(a, seats(1)), await wait(a, seats(1))];
    expect(again.id).toBe(first.id);
    expect(await core.waitlist.wait(a, ask('desks', '2026-11-22', '14:00', '16:00'))).toMatchObject({
      error: { code: 'booking.past' },
    });
    expect(await core.waitlist.wait(lea, seats(1))).toMatchObject({ error: { code: 'booking.already' } });
  });
});

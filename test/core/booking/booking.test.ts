import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BookingChanges } from '../../../src/core/booking/model.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { alternativesIn, asks, bookingOf, codeOf, type Desk, openDesk, refusalIn, said } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(mijoteuse);
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.reset());

const ask = asks(mijoteuse);
const TUESDAY = '2026-11-24';

const unchanged: BookingChanges = {
  spaceKey: undefined,
  when: undefined,
  people: undefined,
  equipment: undefined,
  purpose: undefined,
};

/** Ten people's worth of coworking, or fewer, held by someone else. */
const fill = async (people: number, from = '9:00', to = '18:00', date = TUESDAY) =>
  bookingOf(
    await desk.core.booking.book(
      await desk.person(`crowd ${date} ${from}`),
      ask('coworking', date, from, to, { people }),
      `fill ${date} ${from}`,
    ),
  );

describe('booking', () => {
  test('gives back what was booked, and how many others are expected', async () => {
    await fill(3, '9:00', '10:00');
    await fill(2, '10:00', '12:00');
    const lea = await desk.person('lea');
    const outcome = await desk.core.booking.book(
      lea,
      ask('coworking', TUESDAY, '9:00', '12:30', {
        people: 2,
        equipment: [{ key: 'ordinateur', count: 1 }],
        purpose: 'devis',
      }),
      'r1',
    );
    const booking = bookingOf(outcome);
    expect(outcome).toMatchObject({ ok: true, value: { kind: 'booked', others: 3 } });
    expect(await desk.core.booking.find(lea, booking.id)).toEqual({ ok: true, value: booking });
    expect(booking).toMatchObject({ memberId: lea.memberId, people: 2, purpose: 'devis', sequence: 0 });
    expect(booking.equipment).toEqual([{ key: 'ordinateur', count: 1 }]);
    expect(said(booking)).toBe('coworking 2026-11-24 09:00-12:30');
  });

  test('the same request again is the same booking, given again', async () => {
    const lea = await desk.person('lea');
    const request = ask('coworking', TUESDAY, '9:00', '12:00');
    const first = await desk.core.booking.book(lea, request, 'same');
    expect(await desk.core.booking.book(lea, request, 'same')).toEqual(first);
    expect(await desk.db.prisma.booking.count()).toBe(1);
    expect(await desk.db.prisma.occupation.count()).toBe(1);
  });

  test('the same request again is answered as before, even when the rules would refuse it by now', async () => {
    const lea = await desk.person('lea');
    const request = ask('coworking', TUESDAY, '9:00', '12:00');
    const first = await desk.core.booking.book(lea, request, 'same');
    desk.at('2026-11-24T15:00');
    expect(await desk.core.booking.book(lea, request, 'same')).toEqual(first);
    expect(codeOf(await desk.core.booking.book(lea, request, 'another'))).toBe('booking.past');
  });

  test('a request that was refused can be made again once there is room', async () => {
    const [lea, crowd] = [await desk.person('lea'), await fill(10)];
    const request = ask('coworking', TUESDAY, '9:00', '12:00');
    expect(codeOf(await desk.core.booking.book(lea, request, 'same'))).toBe('booking.full');
    const crowded = await desk.person(`crowd ${TUESDAY} 9:00`);
    expect(codeOf(await desk.core.booking.cancel(crowded, crowd.id, 'leave'))).toBe('ok');
    expect(codeOf(await desk.core.booking.book(lea, request, 'same'))).toBe('ok');
  });

  test('the last seat goes to one; the other is told what is taken', async () => {
    await fill(9);
    const [lea, karim] = [await desk.person('lea'), await desk.person('karim')];
    expect(codeOf(await desk.core.booking.book(lea, ask('coworking', TUESDAY, '9:00', '12:30'), 'a'))).toBe('ok');
    const refused = refusalIn(await desk.core.booking.book(karim, ask('coworking', TUESDAY, '9:00', '10:00'), 'b'));
    expect(refused).toMatchObject({ code: 'booking.full', capacitySeats: 10, peakSeats: 10, wantedSeats: 1 });
    expect(alternativesIn(refused)).toEqual([
      'coworking 2026-11-24 12:30-13:30',
      'expression 2026-11-24 09:00-10:00',
      'coworking 2026-11-25 09:00-10:00',
    ]);
  });

  test('one who has a seat at that time is shown the booking that they have', async () => {
    const lea = await desk.person('lea');
    const first = bookingOf(await desk.core.booking.book(lea, ask('coworking', TUESDAY, '9:00', '12:00'), 'a'));
    const again = refusalIn(await desk.core.booking.book(lea, ask('coworking', TUESDAY, '11:30', '14:00'), 'b'));
    expect(again).toMatchObject({ code: 'booking.already', booking: { id: first.id }, alternatives: [] });
    expect(codeOf(await desk.core.booking.book(lea, ask('coworking', TUESDAY, '12:00', '14:00'), 'c'))).toBe('ok');
    expect(codeOf(await desk.core.booking.book(lea, ask('expression', TUESDAY, '9:00', '10:00'), 'd'))).toBe('ok');
  });

  test('five bookings a week in coworking, no more: another week or another space is proposed', async () => {
    const lea = await desk.person('lea');
    for (const [index, hour] of ['9:00', '10:00', '11:00', '12:00', '13:00'].entries()) {
      const to = `${Number.parseInt(hour, 10) + 1}:00`;
      const outcome = await desk.core.booking.book(lea, ask('coworking', TUESDAY, hour, to), `q${index}`);
      expect(codeOf(outcome)).toBe('ok');
    }
    const refused = refusalIn(await desk.core.booking.book(lea, ask('coworking', '2026-11-26', '9:00', '10:00'), 'q5'));
    expect(refused).toMatchObject({ code: 'booking.over_quota', quotaPerWeek: 5 });
    expect(refused.code === 'booking.over_quota' && refused.monday.toString()).toBe('2026-11-23');
    expect(alternativesIn(refused)).toEqual([
      'expression 2026-11-26 09:00-10:00',
      'coworking 2026-11-30 09:00-10:00',
      'coworking 2026-12-01 09:00-10:00',
    ]);
    expect(codeOf(await desk.core.booking.book(lea, ask('coworking', '2026-11-30', '9:00', '10:00'), 'q6'))).toBe('ok');
    expect(
      codeOf(
        await desk.core.booking.book(await desk.person('karim'), ask('coworking', '2026-11-26', '9:00', '10:00'), 'q7'),
      ),
    ).toBe('ok');
  });

  test('two computers are two: a third is refused though there are seats', async () => {
    const computer = { equipment: [{ key: 'ordinateur', count: 1 }] };
    const both = { equipment: [{ key: 'ordinateur', count: 2 }] };
    const book = async (name: string, rest: object, from = '9:00', to = '12:00') =>
      desk.core.booking.book(await desk.person(name), ask('coworking', TUESDAY, from, to, rest), name);
    expect(codeOf(await book('lea', computer))).toBe('ok');
    const refused = refusalIn(await book('karim', both));
    expect(refused).toMatchObject({ code: 'booking.equipment_taken', equipmentKey: 'ordinateur', count: 2, free: 1 });
    expect(alternativesIn(refused)).toEqual([
      'coworking 2026-11-24 12:00-15:00',
      'coworking 2026-11-25 09:00-12:00',
      'coworking 2026-11-26 09:00-12:00',
    ]);
    expect(codeOf(await book('karim', computer))).toBe('ok');
    expect(codeOf(await book('ana', computer, '11:30', '13:00'))).toBe('booking.equipment_taken');
    expect(codeOf(await book('ana', {}, '11:30', '13:00'))).toBe('ok');
  });

  test('no computer is none, however it is said, and a crowd that no number holds is refused', async () => {
    const lea = await desk.person('lea');
    const none = ask('coworking', TUESDAY, '9:00', '12:00', { equipment: [{ key: 'ordinateur', count: 0 }] });
    const booking = bookingOf(await desk.core.booking.book(lea, none, 'a'));
    expect(booking.equipment).toEqual([]);
    const changes = { ...unchanged, equipment: none.equipment };
    expect(codeOf(await desk.core.booking.change(lea, booking.id, changes, 'b'))).toBe('ok');
    for (const people of [1_000_000, 3_000_000_000, Number.MAX_SAFE_INTEGER]) {
      const crowd = ask('expression', TUESDAY, '9:00', '12:00', { people });
      expect(codeOf(await desk.core.booking.book(lea, crowd, `crowd ${people}`))).toBe('booking.too_many_people');
    }
  });

  test('an office is let, not booked: another space is proposed', async () => {
    const lea = await desk.person('lea');
    const refused = refusalIn(await desk.core.booking.book(lea, ask('bureau-1', TUESDAY, '9:00', '10:00'), 'a'));
    expect(refused.code).toBe('booking.leased');
    expect(alternativesIn(refused)).toContain('coworking 2026-11-24 09:00-10:00');
  });
});

describe('a space taken whole', () => {
  test('takes what is inside it, and is refused when that is taken', async () => {
    const [lea, staff] = [await desk.person('lea'), await desk.person('noe', 'animation')];
    const room = (from: string, to: string) => ask('convivialite', TUESDAY, from, to);
    const kitchen = (from: string, to: string) => ask('cuisine', TUESDAY, from, to);
    expect(codeOf(await desk.core.booking.book(staff, room('9:00', '11:00'), 'a'))).toBe('ok');
    expect(codeOf(await desk.core.booking.book(lea, kitchen('10:00', '12:00'), 'b'))).toBe('booking.taken');
    expect(codeOf(await desk.core.booking.book(lea, kitchen('11:00', '12:00'), 'c'))).toBe('ok');
    expect(codeOf(await desk.core.booking.book(staff, room('11:30', '13:00'), 'd'))).toBe('booking.taken');
    expect(codeOf(await desk.core.booking.book(staff, room('12:00', '13:00'), 'e'))).toBe('ok');
  });

  test('needs the staff’s agreement where the place says so; the staff books it directly', async () => {
    const request = ask('convivialite', TUESDAY, '9:00', '11:00');
    const asked = bookingOf(await desk.core.booking.book(await desk.person('lea'), request, 'a'));
    expect(asked.approval).toBe('waiting');
    const ana = await desk.person('ana', 'admin');
    expect(codeOf(await desk.core.booking.book(ana, request, 'b'))).toBe('booking.taken');
    const later = ask('convivialite', TUESDAY, '14:00', '16:00');
    expect(bookingOf(await desk.core.booking.book(ana, later, 'c')).approval).toBeUndefined();
  });

  test('asked for a bare day, shows its free times, and takes nothing', async () => {
    const [lea, karim] = [await desk.person('lea'), await desk.person('karim')];
    bookingOf(await desk.core.booking.book(karim, ask('expression', TUESDAY, '10:00', '11:00'), 'a'));
    const outcome = await desk.core.booking.book(
      lea,
      ask('expression', TUESDAY, '9:00', '18:00', { bareDay: true }),
      'b',
    );
    if (!outcome.ok || outcome.value.kind !== 'free_times') throw new Error('free times were expected');
    expect(outcome.value.free.map(said)).toEqual([
      'expression 2026-11-24 09:00-10:00',
      'expression 2026-11-24 11:00-18:00',
    ]);
    expect(outcome.value.proposals.map(said)).toEqual([
      'expression 2026-11-24 09:00-10:00',
      'expression 2026-11-24 11:00-15:00',
      'expression 2026-11-24 11:00-12:30',
      'expression 2026-11-24 12:00-14:00',
      'expression 2026-11-24 13:30-17:30',
    ]);
    expect(await desk.db.prisma.booking.count()).toBe(1);
    for (const [index, stay] of outcome.value.proposals.entries()) {
      const asked = { ...ask('expression', TUESDAY, '9:00', '10:00'), ...stay };
      const booked = bookingOf(await desk.core.booking.book(lea, asked, `p${index}`));
      await desk.core.booking.cancel(lea, booked.id, `c${index}`);
    }
  });

  test('asked for a day that is taken whole, proposes a seat elsewhere and other days', async () => {
    await desk.close(['expression'], '2026-11-24T08:00', '2026-11-24T20:00');
    const lea = await desk.person('lea');
    const request = ask('expression', TUESDAY, '9:00', '18:00', { bareDay: true });
    const refused = refusalIn(await desk.core.booking.book(lea, request, 'a'));
    expect(refused.code).toBe('booking.taken');
    expect(alternativesIn(refused)).toEqual([
      'coworking 2026-11-24 09:00-18:00',
      'expression 2026-11-25 09:00-13:00',
      'expression 2026-11-26 09:00-13:00',
    ]);
  });
});

describe('a change', () => {
  const moved = (from: string, to: string): BookingChanges => {
    const { start, end } = ask('coworking', TUESDAY, from, to);
    return { ...unchanged, when: { start, end, bareDay: false } };
  };

  test('moves the booking, and gives the old times back', async () => {
    const lea = await desk.person('lea');
    const { id } = bookingOf(await desk.core.booking.book(lea, ask('coworking', TUESDAY, '9:00', '12:00'), 'a'));
    const booking = bookingOf(await desk.core.booking.change(lea, id, moved('11:00', '14:00'), 'b'));
    expect(said(booking)).toBe('coworking 2026-11-24 11:00-14:00');
    expect(booking.sequence).toBe(1);
    const { spaces } = await desk.core.booking.available(lea, { spaceKey: 'coworking', when: undefined });
    expect(spaces).toMatchObject([{ stretches: [{ freeSeats: 10 }] }]);
    expect(await desk.core.booking.find(lea, id)).toEqual({ ok: true, value: booking });
  });

  test('that is refused keeps the old times', async () => {
    const lea = await desk.person('lea');
    const kept = bookingOf(await desk.core.booking.book(lea, ask('coworking', TUESDAY, '9:00', '12:00'), 'a'));
    await fill(10, '14:00', '18:00');
    const refused = refusalIn(await desk.core.booking.change(lea, kept.id, moved('13:00', '16:00'), 'b'));
    expect(refused.code).toBe('booking.full');
    // Its own times are free for itself.
    expect(alternativesIn(refused)[0]).toBe('coworking 2026-11-24 11:00-14:00');
    expect(await desk.core.booking.find(lea, kept.id)).toEqual({ ok: true, value: kept });
    expect(await desk.db.prisma.occupation.count({ where: { kind: 'booking', sourceId: kept.id } })).toBe(1);
  });

  test('touches what it names and nothing else; another space has other equipment', async () => {
    const lea = await desk.person('lea');
    const request = ask('coworking', TUESDAY, '9:00', '12:00', {
      people: 2,
      equipment: [{ key: 'ordinateur', count: 2 }],
      purpose: 'devis',
    });
    const { id } = bookingOf(await desk.core.booking.book(lea, request, 'a'));
    const more = bookingOf(await desk.core.booking.change(lea, id, { ...unchanged, people: 3 }, 'b'));
    expect(more).toMatchObject({ people: 3, equipment: request.equipment, purpose: 'devis' });
    const elsewhere = { ...unchanged, spaceKey: 'expression', purpose: '' };
    const other = bookingOf(await desk.core.booking.change(lea, id, elsewhere, 'c'));
    expect(other).toMatchObject({ spaceKey: 'expression', people: 3, equipment: [], purpose: undefined });
  });

  test('asked twice by the same request is made once', async () => {
    const lea = await desk.person('lea');
    const { id } = bookingOf(await desk.core.booking.book(lea, ask('coworking', TUESDAY, '9:00', '12:00'), 'a'));
    const first = await desk.core.booking.change(lea, id, moved('10:00', '12:00'), 'b');
    expect(await desk.core.booking.change(lea, id, moved('10:00', '12:00'), 'b')).toEqual(first);
    expect(bookingOf(first).sequence).toBe(1);
  });

  test('of a whole space to a bare day shows the free times, its own among them', async () => {
    const lea = await desk.person('lea');
    const { id } = bookingOf(await desk.core.booking.book(lea, ask('expression', TUESDAY, '9:00', '12:00'), 'a'));
    const { start, end } = ask('expression', TUESDAY, '9:00', '18:00');
    const outcome = await desk.core.booking.change(lea, id, { ...unchanged, when: { start, end, bareDay: true } }, 'b');
    expect(outcome.ok && outcome.value.kind === 'free_times' && outcome.value.free.map(said)).toEqual([
      'expression 2026-11-24 09:00-18:00',
    ]);
  });
});

describe('a cancellation', () => {
  const book = async (name: string, requestId = 'a') => {
    const person = await desk.person(name);
    const outcome = await desk.core.booking.book(person, ask('coworking', TUESDAY, '9:00', '12:00'), requestId);
    return { person, id: bookingOf(outcome).id };
  };

  test('frees the seat, and can be taken back for five minutes', async () => {
    const { person, id } = await book('lea');
    expect(codeOf(await desk.core.booking.cancel(person, id, 'b'))).toBe('ok');
    expect(await desk.core.booking.toCome(person)).toEqual([]);
    desk.at('2026-11-23T10:05');
    const back = await desk.core.booking.restore(person, id, 'c');
    expect(back).toMatchObject({
      ok: true,
      value: { kind: 'booked', others: 0, booking: { id, cancelledAt: undefined } },
    });
    expect(await desk.core.booking.toCome(person)).toHaveLength(1);
  });

  test('after five minutes stays', async () => {
    const { person, id } = await book('lea');
    await desk.core.booking.cancel(person, id, 'b');
    desk.at('2026-11-23T10:05:01');
    expect(codeOf(await desk.core.booking.restore(person, id, 'c'))).toBe('booking.restore_too_late');
  });

  test('whose seat was taken meanwhile is answered with alternatives', async () => {
    const { person, id } = await book('lea');
    await desk.core.booking.cancel(person, id, 'b');
    await fill(10, '9:00', '12:00');
    const refused = refusalIn(await desk.core.booking.restore(person, id, 'c'));
    expect(refused.code).toBe('booking.full');
    expect(alternativesIn(refused)[0]).toBe('coworking 2026-11-24 12:00-15:00');
    expect(codeOf(await desk.core.booking.cancel(person, id, 'd'))).toBe('booking.already_cancelled');
  });

  test('takes back the computer too, and what a change had given up stays given up', async () => {
    const lea = await desk.person('lea');
    const request = ask('coworking', TUESDAY, '9:00', '12:00', { equipment: [{ key: 'ordinateur', count: 2 }] });
    const { id } = bookingOf(await desk.core.booking.book(lea, request, 'a'));
    await desk.core.booking.change(lea, id, { ...unchanged, equipment: [{ key: 'ordinateur', count: 1 }] }, 'b');
    const cancelled = await desk.core.booking.cancel(lea, id, 'c');
    expect(cancelled).toMatchObject({ ok: true, value: { equipment: [{ key: 'ordinateur', count: 1 }] } });
    const back = bookingOf(await desk.core.booking.restore(lea, id, 'd'));
    expect(back.equipment).toEqual([{ key: 'ordinateur', count: 1 }]);
    const held = await desk.db.prisma.occupation.findMany({
      where: { releasedAt: null },
      orderBy: { resourceKey: 'asc' },
    });
    expect(held.map(({ resourceKey, seats }) => `${resourceKey} ${seats}`)).toEqual([
      'coworking 1',
      'coworking/ordinateur 1',
    ]);
  });

  test('or a restoration asked twice by the same request is done once, and answered alike', async () => {
    const { person, id } = await book('lea');
    const cancelled = await desk.core.booking.cancel(person, id, 'b');
    expect(await desk.core.booking.cancel(person, id, 'b')).toEqual(cancelled);
    expect(codeOf(await desk.core.booking.cancel(person, id, 'c'))).toBe('booking.already_cancelled');
    const restored = await desk.core.booking.restore(person, id, 'd');
    expect(await desk.core.booking.restore(person, id, 'd')).toEqual(restored);
    expect(codeOf(await desk.core.booking.restore(person, id, 'e'))).toBe('booking.not_cancelled');
    expect(await desk.db.prisma.audit.count({ where: { action: { startsWith: 'booking.' } } })).toBe(3);
  });

  test('makes room for another one of the week’s bookings', async () => {
    const { person, id } = await book('lea');
    for (const hour of [12, 13, 14, 15])
      bookingOf(
        await desk.core.booking.book(person, ask('coworking', TUESDAY, `${hour}:00`, `${hour + 1}:00`), `h${hour}`),
      );
    await desk.core.booking.cancel(person, id, 'b');
    expect(codeOf(await desk.core.booking.book(person, ask('coworking', TUESDAY, '16:00', '17:00'), 'h16'))).toBe('ok');
    expect(codeOf(await desk.core.booking.restore(person, id, 'c'))).toBe('booking.over_quota');
  });
});

describe('someone else’s booking', () => {
  test('is not found, whatever one would do with it; nor is one that never was', async () => {
    const [lea, karim] = [await desk.person('lea'), await desk.person('karim')];
    const booking = bookingOf(await desk.core.booking.book(lea, ask('coworking', TUESDAY, '9:00', '12:00'), 'a'));
    for (const id of [booking.id, 987_654]) {
      expect(codeOf(await desk.core.booking.find(karim, id))).toBe('booking.not_found');
      expect(codeOf(await desk.core.booking.cancel(karim, id, 'b'))).toBe('booking.not_found');
      expect(codeOf(await desk.core.booking.restore(karim, id, 'c'))).toBe('booking.not_found');
      expect(codeOf(await desk.core.booking.change(karim, id, { ...unchanged, people: 2 }, 'd'))).toBe(
        'booking.not_found',
      );
    }
    expect(await desk.core.booking.find(lea, booking.id)).toEqual({ ok: true, value: booking });
    expect(await desk.core.booking.toCome(karim)).toEqual([]);
  });
});

describe('the clock changes', () => {
  test.each([
    ['in autumn', '2026-10-22T10:00', '2026-10-23', '2026-10-26', '+01:00'],
    // Monday 29 March 2027 is Easter Monday.
    ['in spring', '2027-03-25T10:00', '2027-03-26', '2027-03-30', '+02:00'],
  ])('over a week-end %s: the next free day has the same hours on the clock', async (_, now, friday, next, offset) => {
    desk.at(now);
    await fill(10, '9:00', '18:00', friday);
    const lea = await desk.person('lea');
    const refused = refusalIn(await desk.core.booking.book(lea, ask('coworking', friday, '9:00', '12:00'), 'a'));
    expect(alternativesIn(refused)).toEqual([
      `expression ${friday} 09:00-12:00`,
      `coworking ${next} 09:00-12:00`,
      `coworking ${Temporal.PlainDate.from(next).add({ days: 1 })} 09:00-12:00`,
    ]);
    const booking = bookingOf(await desk.core.booking.book(lea, ask('coworking', next, '9:00', '12:00'), 'b'));
    expect(booking.start.offset).toBe(offset);
    expect(await desk.core.booking.find(lea, booking.id)).toEqual({ ok: true, value: booking });
  });
});

test('every write leaves its line in the audit log: who, what, when, and never why', async () => {
  const lea = await desk.person('lea');
  const request = ask('coworking', TUESDAY, '9:00', '12:00', { purpose: 'rendez-vous médical' });
  const { id } = bookingOf(await desk.core.booking.book(lea, request, 'a'));
  await desk.core.booking.change(lea, id, { ...unchanged, people: 2 }, 'b');
  await desk.core.booking.cancel(lea, id, 'c');
  await desk.core.booking.restore(lea, id, 'd');
  await desk.core.booking.cancel(lea, 987_654, 'e');
  const rows = await desk.db.prisma.audit.findMany({ where: { subject: `booking ${id}` }, orderBy: { id: 'asc' } });
  expect(rows.map(({ action, actorId, placeId }) => [action, actorId, placeId])).toEqual(
    ['booking.made', 'booking.changed', 'booking.cancelled', 'booking.restored'].map((action) => [
      action,
      lea.memberId,
      'la-mijoteuse',
    ]),
  );
  expect(rows[1]?.detail).toEqual({
    space: 'coworking',
    start: '2026-11-24T09:00:00+01:00',
    end: '2026-11-24T12:00:00+01:00',
    people: 2,
  });
  expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toContain('médical');
});

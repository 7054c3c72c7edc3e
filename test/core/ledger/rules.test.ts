import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsBeyond, claimsOf, closingClaims, peak, resourcesOf } from '../../../src/core/ledger/rules.ts';
import { smallPlace, spaceNamed } from '../../support/small-place.ts';

const place = smallPlace();
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).toInstant();
const morning = { start: at('2026-11-24T09:00'), end: at('2026-11-24T12:00') };

const plain = (claims: ReturnType<typeof claimsOf>) =>
  claims.map(({ resourceKey, start, end, seats, whole }) => [
    resourceKey,
    start.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString(),
    end.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString(),
    whole ? 'whole' : seats,
  ]);

describe('what the ledger counts', () => {
  test('a seat space counts its seats, any other counts one, counted equipment counts its units', () => {
    expect(resourcesOf(place).map(({ key, kind, capacity }) => [key, kind, capacity])).toEqual([
      ['desks', 'space', 10],
      ['desks/computer', 'equipment', 2],
      ['lounge', 'space', 1],
      ['kitchen', 'space', 1],
      ['pantry', 'space', 1],
      ['office', 'space', 1],
    ]);
  });
});

describe('what a wish claims beside a booking that it would move', () => {
  const claim = (from: string, to: string, seats: number, whole = false) => ({
    resourceKey: 'desks',
    start: at(`2026-11-24T${from}`),
    end: at(`2026-11-24T${to}`),
    seats,
    whole,
  });

  test.each([
    ['what it does not hold yet', claim('10:00', '13:00', 2), claim('09:00', '12:00', 2), [['12:00', '13:00', 2]]],
    [
      'both ends of a longer stay',
      claim('08:00', '13:00', 1),
      claim('09:00', '12:00', 2),
      [
        ['08:00', '09:00', 1],
        ['12:00', '13:00', 1],
      ],
    ],
    ['nothing that it holds', claim('09:00', '11:00', 2), claim('09:00', '12:00', 2), []],
    ['all of it, of more seats', claim('10:00', '13:00', 3), claim('09:00', '12:00', 2), [['10:00', '13:00', 3]]],
    [
      'all of it, elsewhere',
      { ...claim('10:00', '13:00', 1), resourceKey: 'lounge' },
      claim('09:00', '12:00', 2),
      [['10:00', '13:00', 1]],
    ],
    [
      'all of a room, from a seat',
      claim('10:00', '11:00', 10, true),
      claim('09:00', '12:00', 10),
      [['10:00', '11:00', 'whole']],
    ],
  ] as const)('%s', (_, wanted, held, left) => {
    expect(
      plain(claimsBeyond([wanted], [held])).map(([, from, to, seats]) => [
        String(from).slice(11, 16),
        String(to).slice(11, 16),
        seats,
      ]),
    ).toEqual(left);
  });
});

describe('what a booking claims', () => {
  test('seats and the equipment asked for, without the buffers', () => {
    const claims = claimsOf(place, spaceNamed(place, 'desks'), morning, { seats: 3 }, [{ key: 'computer', count: 2 }]);
    expect(plain(claims)).toEqual([
      ['desks', '2026-11-24T09:00:00', '2026-11-24T12:00:00', 3],
      ['desks/computer', '2026-11-24T09:00:00', '2026-11-24T12:00:00', 2],
    ]);
  });

  test('a space taken whole takes what is inside it at any depth, with its buffers', () => {
    expect(plain(claimsOf(place, spaceNamed(place, 'lounge'), morning, { whole: true }, []))).toEqual([
      ['lounge', '2026-11-24T08:45:00', '2026-11-24T12:30:00', 'whole'],
      ['kitchen', '2026-11-24T08:45:00', '2026-11-24T12:30:00', 'whole'],
      ['pantry', '2026-11-24T08:45:00', '2026-11-24T12:30:00', 'whole'],
    ]);
  });

  test('a space that is not shared by seat is taken whole, whatever the heads', () => {
    expect(plain(claimsOf(place, spaceNamed(place, 'pantry'), morning, { seats: 40 }, []))).toEqual([
      ['pantry', '2026-11-24T09:00:00', '2026-11-24T12:00:00', 'whole'],
    ]);
  });

  test('the room around is left free: the kitchen does not take the lounge', () => {
    const keys = claimsOf(place, spaceNamed(place, 'kitchen'), morning, { whole: true }, []).map((c) => c.resourceKey);
    expect(keys).toEqual(['kitchen', 'pantry']);
  });

  test('a shared space taken whole takes each of its seats', () => {
    expect(claimsOf(place, spaceNamed(place, 'desks'), morning, { whole: true }, [])).toMatchObject([
      { seats: 10, whole: true },
    ]);
  });
});

describe('long claims', () => {
  test('are cut at local midnights, the day of 25 hours too', () => {
    const autumn = { start: at('2026-10-24T18:00'), end: at('2026-10-26T10:00') };
    expect(plain(closingClaims(place, ['pantry'], autumn))).toEqual([
      ['pantry', '2026-10-24T18:00:00', '2026-10-25T00:00:00', 'whole'],
      ['pantry', '2026-10-25T00:00:00', '2026-10-26T00:00:00', 'whole'],
      ['pantry', '2026-10-26T00:00:00', '2026-10-26T10:00:00', 'whole'],
    ]);
  });

  test('closing a space and the one inside it claims each once', () => {
    const keys = closingClaims(place, ['lounge', 'kitchen'], morning).map(({ resourceKey }) => resourceKey);
    expect(keys).toEqual(['lounge', 'kitchen', 'pantry']);
  });

  test('whatever their length, the pieces follow one another, fill it, and none is over 25 h', () => {
    const hour = fc.integer({ min: 0, max: 24 * 365 * 10 });
    const zone = fc.constantFrom('Europe/Paris', 'America/Martinique', 'Indian/Reunion', 'Pacific/Noumea');
    fc.assert(
      fc.property(hour, fc.integer({ min: 1, max: 24 * 40 }), zone, (from, length, timeZone) => {
        const start = Temporal.Instant.from('2024-01-01T00:00Z').add({ hours: from });
        const end = start.add({ hours: length });
        const pieces = closingClaims({ ...place, timeZone }, ['pantry'], { start, end });
        expect(pieces[0]?.start.equals(start)).toBe(true);
        expect(pieces.at(-1)?.end.equals(end)).toBe(true);
        for (const [index, piece] of pieces.entries()) {
          expect(piece.start.until(piece.end).total('hours')).toBeLessThanOrEqual(25);
          const next = pieces[index + 1];
          if (next !== undefined) expect(next.start.equals(piece.end)).toBe(true);
        }
      }),
    );
  });
});

describe('peak', () => {
  const hours = (start: number, end: number, seats: number, whole = false) => ({
    start: at('2026-11-24T00:00').add({ hours: start }),
    end: at('2026-11-24T00:00').add({ hours: end }),
    seats,
    whole,
  });

  test('counts those present at once, not those who come by', () => {
    expect(peak([hours(9, 10, 4), hours(10, 11, 5), hours(11, 12, 6)], hours(9, 12, 0), 10)).toBe(6);
  });

  test('someone who leaves at noon frees the seat of someone who comes at noon', () => {
    expect(peak([hours(9, 12, 10)], hours(12, 13, 0), 10)).toBe(0);
  });

  test('what is taken whole takes it all', () => {
    expect(peak([hours(9, 10, 1, true)], hours(8, 18, 0), 10)).toBe(10);
  });

  test('equals a count of every hour', () => {
    const stay = fc
      .tuple(fc.nat(23), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), fc.boolean())
      .map(([start, length, seats, whole]) => hours(start, start + length, seats, whole));
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 12 }), stay, (taken, within) => {
        const counts = Array.from({ length: 30 }, (_, hour) => hours(hour, hour + 1, 0)).map((slot) =>
          Temporal.Instant.compare(slot.start, within.start) >= 0 && Temporal.Instant.compare(slot.end, within.end) <= 0
            ? taken
                .filter(
                  ({ start, end }) =>
                    Temporal.Instant.compare(start, slot.start) <= 0 && Temporal.Instant.compare(end, slot.end) >= 0,
                )
                .reduce((sum, { seats, whole }) => sum + (whole ? 10 : seats), 0)
            : 0,
        );
        expect(peak(taken, within, 10)).toBe(Math.max(0, ...counts));
      }),
    );
  });
});

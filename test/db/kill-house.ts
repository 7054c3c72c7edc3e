// One person who books many half hours, one after the other: the same request always asks for the same one.
import { createCore } from '../../src/core/core.ts';
import { syncResources } from '../../src/core/ledger/store.ts';
import type { Database } from '../../src/db/open.ts';
import { bookingOf, withPolicy } from '../core/booking/desk.ts';
import { smallPlace } from '../support/small-place.ts';

export const BOOKINGS = 200;

const HALF_HOURS_A_DAY = 18;
const place = {
  ...withPolicy(smallPlace(), 'desks', { horizonDays: 700 }),
  hours: { ...smallPlace().hours, closedOnPublicHolidays: false },
};
const now = Temporal.ZonedDateTime.from('2026-11-23T08:00[Europe/Paris]');

/** Monday to Friday, from nine to six. */
const stayOf = (n: number) => {
  const day = Math.floor(n / HALF_HOURS_A_DAY);
  const start = now
    .add({ days: 7 * Math.floor(day / 5) + (day % 5) })
    .withPlainTime('09:00')
    .add({ minutes: 30 * (n % HALF_HOURS_A_DAY) });
  return { start, end: start.add({ minutes: 30 }) };
};

export const openKillHouse = async (db: Database) => {
  await syncResources(db, [place], now.toInstant());
  const { booking, people } = createCore({ db, places: [place], clock: { now: () => now.toInstant() } });
  const lea = await people.resolve({
    placeId: place.id,
    platform: 'terminal',
    workspace: 'here',
    userId: 'lea',
    displayName: 'Léa',
  });
  return {
    /** `3-17`: the eighteenth booking of the fourth round. The number of the booking. */
    book: async (requestId: string): Promise<number> => {
      const [round = 0, n = 0] = requestId.split('-').map(Number);
      const asked = { bareDay: false, people: 2, equipment: [{ key: 'computer', count: 1 }], purpose: undefined };
      const request = { spaceKey: 'desks', ...stayOf(round * BOOKINGS + n), ...asked };
      return bookingOf(await booking.book(lea, request, requestId)).id;
    },
  };
};

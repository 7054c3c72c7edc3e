// The booking room on a database of its own, with a clock that the test holds.

import type {
  Booked,
  Booking,
  BookingFailure,
  BookingRequest,
  FreeTimes,
  Stay,
} from '../../../src/core/booking/model.ts';
import { type Core, createCore } from '../../../src/core/core.ts';
import { closingClaims } from '../../../src/core/ledger/rules.ts';
import { occupationsInsert, syncResources } from '../../../src/core/ledger/store.ts';
import type { Actor } from '../../../src/core/people/model.ts';
import { Prisma } from '../../../src/db/generated/client.ts';
import type { Result } from '../../../src/kernel/result.ts';
import type { Place, Role, Space, SpaceKey } from '../../../src/place/model.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

export interface Desk extends AsyncDisposable {
  readonly db: TestDatabase;
  readonly core: Core;
  readonly place: Place;
  /** Local time of the place: `2026-11-23T10:00`. */
  at(local: string): void;
  now(): Temporal.ZonedDateTime;
  /** The same name is the same person. */
  person(name: string, ...roles: Role[]): Promise<Actor>;
  /** Empties the database, writes the place again, and sets the clock back. */
  reset(): Promise<void>;
  /** A closure, as the ledger holds it. */
  close(spaceKeys: readonly SpaceKey[], from: string, to: string): Promise<void>;
}

/** Monday 23 November 2026, 10:00, unless the test says otherwise. */
export const openDesk = async (
  place: Place,
  { at = '2026-11-23T10:00', maxConnections = 10 }: { readonly at?: string; readonly maxConnections?: number } = {},
): Promise<Desk> => {
  const db = await openTestDatabase({ maxConnections });
  const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(place.timeZone);
  let now = local(at);
  const core = createCore({ db, places: [place], clock: { now: () => now.toInstant() } });
  await syncResources(db, [place], now.toInstant());

  return {
    db,
    core,
    place,
    at: (text) => {
      now = local(text);
    },
    now: () => now,
    person: async (name, ...roles) => {
      const actor = await core.people.resolve({
        placeId: place.id,
        platform: 'terminal',
        workspace: 'here',
        userId: name,
        displayName: name,
      });
      return { ...actor, roles: new Set([...actor.roles, ...roles]) };
    },
    reset: async () => {
      await db.reset();
      now = local(at);
      await syncResources(db, [place], now.toInstant());
    },
    close: async (spaceKeys, from, to) => {
      const interval = { start: local(from).toInstant(), end: local(to).toInstant() };
      const claims = closingClaims(place, spaceKeys, interval);
      await db.prisma.$executeRaw`
        WITH made AS (
          INSERT INTO closure (place_id, starts_at, ends_at, reason, created_at)
          VALUES (${place.id}, ${interval.start.toString()}::timestamptz, ${interval.end.toString()}::timestamptz, 'works', now())
          RETURNING id, place_id
        ) ${occupationsInsert(claims, { kind: 'closure', from: Prisma.sql`made` })}`;
    },
    [Symbol.asyncDispose]: () => db.close(),
  };
};

/** `asks(place)('coworking', '2026-11-24', '9:00', '12:00', { people: 3 })`. */
export const asks =
  ({ timeZone }: Place) =>
  (spaceKey: SpaceKey, date: string, from: string, to: string, rest: Partial<BookingRequest> = {}): BookingRequest => {
    const on = (time: string) =>
      Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time.padStart(5, '0') });
    return {
      spaceKey,
      start: on(from),
      end: on(to),
      bareDay: false,
      people: 1,
      equipment: [],
      purpose: undefined,
      ...rest,
    };
  };

/** « coworking 2026-11-24 09:00-12:00 ». */
export const said = ({ spaceKey, start, end }: Stay): string =>
  `${spaceKey} ${start.toPlainDate()} ${start.toPlainTime().toString({ smallestUnit: 'minute' })}-${end
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })}`;

type Outcome = Result<Booked | FreeTimes, BookingFailure>;

export const bookingOf = (outcome: Outcome): Booking => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.error.code}`);
  if (outcome.value.kind !== 'booked') throw new Error('free times were shown, and nothing was booked');
  return outcome.value.booking;
};

export const refusalIn = (outcome: Result<unknown, BookingFailure>): BookingFailure => {
  if (outcome.ok) throw new Error('it was not refused');
  return outcome.error;
};

export const codeOf = (outcome: Result<unknown, BookingFailure>): string => (outcome.ok ? 'ok' : outcome.error.code);

export const alternativesIn = (failure: BookingFailure): readonly string[] => {
  if (!('alternatives' in failure)) throw new Error(`${failure.code} has no alternatives`);
  return failure.alternatives.map(said);
};

/** The same place with something else in one of its spaces. */
export const withSpace = (place: Place, key: SpaceKey, change: (space: Space) => Space): Place => ({
  ...place,
  spaces: place.spaces.map((space) => (space.key === key ? change(space) : space)),
});

export const withPolicy = (
  place: Place,
  key: SpaceKey,
  policy: Partial<Extract<Space['use'], { policy: unknown }>['policy']>,
): Place =>
  withSpace(place, key, (space) =>
    space.use.by === 'lease' ? space : { ...space, use: { ...space.use, policy: { ...space.use.policy, ...policy } } },
  );

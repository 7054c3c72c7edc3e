// A secret address at which someone's calendar follows their bookings and events.
import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Booking } from '../booking/model.ts';
import type { Actor } from '../people/model.ts';
import type { Attendance } from '../signups/model.ts';
import { attendancesOf } from '../signups/store.ts';
import { bookingsSince, memberOfHash, replaceSecret, type Secret, secretOf } from './store.ts';

/** Cancelled ones too: a calendar has to take them away. */
export interface Followed {
  readonly place: Place;
  readonly bookings: readonly Booking[];
  /** What they come to, wait for, or may come to. */
  readonly attendances: readonly Attendance[];
}

export interface CalendarRoom {
  /** The person's address, made when they had none; undefined when the house has no public address. */
  address(actor: Actor): Promise<string | undefined>;
  /** Another address: the one before answers no more. */
  newAddress(actor: Actor): Promise<string | undefined>;
  /** What that secret shows: undefined when it is nobody's. */
  followed(secret: string): Promise<Followed | undefined>;
}

interface Parts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
  readonly publicUrl: string | undefined;
}

const BYTES = 24;
/** A calendar that looks after a holiday still learns what was cancelled meanwhile. */
const KEPT = { hours: 24 * 90 } as const;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const newSecret = (): Secret => {
  const secret = randomBytes(BYTES).toString('base64url');
  return { secret, hash: hashOf(secret) };
};

export const createCalendar = ({ db, places, clock, publicUrl }: Parts): CalendarRoom => {
  const addressOf = (secret: string): string | undefined =>
    publicUrl === undefined ? undefined : `${publicUrl}/moi/${secret}.ics`;

  return {
    address: async ({ memberId }) =>
      publicUrl === undefined ? undefined : addressOf(await secretOf(db.prisma, memberId, newSecret(), clock.now())),

    newAddress: async ({ memberId }) => {
      if (publicUrl === undefined) return undefined;
      const made = newSecret();
      await replaceSecret(db.prisma, memberId, made, clock.now());
      return addressOf(made.secret);
    },

    followed: async (secret) => {
      const member = await memberOfHash(db.prisma, hashOf(secret));
      const place = member && places.get(member.placeId);
      if (!member || !place) return undefined;
      const scope = { placeId: place.id, timeZone: place.timeZone };
      const { memberId } = member;
      const from = clock.now().subtract(KEPT);
      return {
        place,
        bookings: await bookingsSince(db.prisma, scope, memberId, from),
        attendances: await attendancesOf(db.prisma, scope, { memberId, from, cancelled: true }),
      };
    },
  };
};

// Who acts on several bookings, and what they are judged beside: read outside a transaction to show, inside one to decide.
import type { Queries } from '../../db/direct.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type Place, type Role, spaceOf } from '../../place/model.ts';
import type { Act } from '../booking/act.ts';
import { isTheirs } from '../booking/changes.ts';
import { claimsOfStay, takenIn } from '../booking/free.ts';
import type { Booking, BookingFailure, BookingRequest } from '../booking/model.ts';
import { approvalOf } from '../booking/rules.ts';
import { bookingById, bookingsFrom } from '../booking/store.ts';
import type { Claim } from '../ledger/model.ts';
import { occupancy } from '../ledger/store.ts';
import type { Actor } from '../people/model.ts';
import { shareOf } from '../structures/share.ts';
import type { Reach } from './model.ts';
import { isReached, type Standing, spanOf } from './rules.ts';
import { bookingsOfSeries } from './store.ts';
import type { Taking } from './takings.ts';

export interface Asking {
  readonly place: Place;
  readonly actor: Actor;
  readonly now: Temporal.ZonedDateTime;
}

export const scopeOf = ({ place }: Asking) => ({ placeId: place.id, timeZone: place.timeZone });

export const actOf = ({ actor, now }: Asking, requestId: string): Act => ({
  memberId: actor.memberId,
  placeId: actor.placeId,
  requestId,
  now: now.toInstant(),
});

const claimsFor = (place: Place, request: BookingRequest): readonly Claim[] => {
  const space = spaceOf(place, request.spaceKey);
  return space ? claimsOfStay(place, space, request) : [];
};

export const claimsOfAll = (place: Place, requests: readonly BookingRequest[]): readonly Claim[] =>
  requests.flatMap((request) => claimsFor(place, request));

export const takingOf = (place: Place, request: BookingRequest, bookingId?: number): Taking => ({
  bookingId,
  start: request.start,
  end: request.end,
  claims: claimsFor(place, request),
});

/** Who must agree; of one that moves, again. */
export const agreementFor = ({ place, actor }: Asking, request: BookingRequest): Role | undefined => {
  const space = spaceOf(place, request.spaceKey);
  const role = space && approvalOf(space, actor, request);
  return role === 'as before' ? undefined : role;
};

/** Who must agree to some of them. */
export const agreementOn = (asking: Asking, requests: readonly BookingRequest[]): Role | undefined =>
  requests.map((request) => agreementFor(asking, request)).find((role) => role !== undefined);

/** `except`: bookings that are being changed, which are not in their own way. */
export const standingFor = async (
  db: Queries,
  asking: Asking,
  requests: readonly BookingRequest[],
  except: readonly number[] = [],
): Promise<Standing> => {
  const { place, actor, now } = asking;
  const span = spanOf(requests) ?? { start: now, end: now };
  const monday = span.start.subtract({ days: span.start.dayOfWeek - 1 }).startOfDay();
  const keys = new Set(claimsOfAll(place, requests).map(({ resourceKey }) => resourceKey));
  // A day more on both sides: what is held just outside may need time before or after.
  const within = { start: span.start.subtract({ days: 1 }).toInstant(), end: span.end.add({ days: 1 }).toInstant() };
  const rows = await occupancy(db, place.id, [...keys], within);
  const own = await bookingsFrom(db, scopeOf(asking), actor.memberId, monday.toInstant());
  // What moves stays in its week: its structure has counted it there already.
  const share =
    except.length > 0 ? undefined : await shareOf(db, place, { memberId: actor.memberId, from: monday.toInstant() });
  return {
    place,
    actor,
    now,
    share,
    taken: takenIn(
      place,
      rows.filter(({ kind, sourceId }) => kind !== 'booking' || !except.includes(sourceId)),
    ),
    own: own.filter(({ id }) => !except.includes(id)),
  };
};

/** The occurrences that an act on one of them reaches, cancelled ones too; someone else's is not found. */
export const reachedBy = async (
  db: Queries,
  asking: Asking,
  id: number,
  reach: Reach,
): Promise<Result<{ readonly anchor: Booking; readonly bookings: readonly Booking[] }, BookingFailure>> => {
  const anchor = await bookingById(db, scopeOf(asking), id);
  if (!anchor || !isTheirs(anchor, asking.actor)) return fail({ code: 'booking.not_found' });
  const all =
    anchor.seriesId === undefined
      ? [anchor]
      : await bookingsOfSeries(db, scopeOf(asking), anchor.seriesId, anchor.memberId);
  return ok({ anchor, bookings: all.filter((booking) => isReached(booking, anchor, reach)) });
};

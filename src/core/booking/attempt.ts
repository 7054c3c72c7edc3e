// One attempt at a booking: the house rules, then the checked write; what either refuses comes back with what could be
// had instead.
import type { Database } from '../../db/open.ts';
import { type Refusal, refusalOf } from '../../db/refusal.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type Space, spaceOf } from '../../place/model.ts';
import { eventHolding } from '../agenda/holding.ts';
import { reasonOfClosure } from '../closures/store.ts';
import type { Booked, BookingFailure, BookingRequest, FreeTimes, RuleFailure, Stay, WriteFailure } from './model.ts';
import { type Asking, alternatives, freeTimesOn } from './proposals.ts';
import { firstBroken } from './rules.ts';
import { bookingById } from './store.ts';

export type BookedOrRefused = Result<Booked, BookingFailure>;

interface Writing {
  /** Throws what the database refuses. */
  write(space: Space): Promise<BookedOrRefused>;
  /** What this same request did before, if it did: asked when the rules would refuse it now. */
  before(): Promise<BookedOrRefused | undefined>;
}

const withAlternatives = async (
  db: Database,
  request: BookingRequest,
  failure: RuleFailure | WriteFailure,
  asking: Asking,
) => {
  const { spaceKey } = request;
  // The person has what they want: it is theirs to change.
  const instead = failure.code === 'booking.already' ? [] : await alternatives(db, request, failure, asking);
  return fail({ ...failure, spaceKey, alternatives: instead });
};

const writeFailure = async (
  db: Database,
  refusal: Refusal,
  { spaceKey, people, equipment }: BookingRequest,
  space: Space,
  { place }: Asking,
): Promise<WriteFailure> => {
  switch (refusal.code) {
    case 'full': {
      const wanted = equipment.find(({ key }) => refusal.resourceKey === `${spaceKey}/${key}`);
      const { capacity, peak } = refusal;
      if (wanted) {
        const free = Math.max(0, capacity - peak);
        return { code: 'booking.equipment_taken', equipmentKey: wanted.key, count: wanted.count, free };
      }
      return space.use.by === 'seat'
        ? { code: 'booking.full', capacitySeats: capacity, peakSeats: peak, wantedSeats: people }
        : { code: 'booking.taken' };
    }
    case 'already': {
      const booking = await bookingById(db.prisma, { placeId: place.id, timeZone: place.timeZone }, refusal.bookingId);
      if (!booking) throw new Error(`booking ${refusal.bookingId} stands in the way, and is not there`);
      return { code: 'booking.already', booking };
    }
    case 'over_quota':
      return { code: 'booking.over_quota', spaceKey, quotaPerWeek: refusal.quotaPerWeek, monday: refusal.monday };
    case 'over_structure_quota': {
      const { structure, quotaPerWeek, monday } = refusal;
      return { code: 'booking.over_structure_quota', spaceKey, structure, quotaPerWeek, monday };
    }
    case 'below_taken':
      throw new Error('a booking lowers no capacity');
    case 'no_slot':
    case 'slots_lost':
      throw new Error('a booking is no appointment');
  }
};

/** Where the staff closed the space, or an event holds it, nobody's booking is in the way: it is said what is. */
const publicInstead = async (
  db: Database,
  { spaceKey, start, end, bareDay }: BookingRequest,
  { place }: Asking,
  { code, alternatives: instead }: { readonly code: string; readonly alternatives: readonly Stay[] },
) => {
  if (code !== 'booking.full' && code !== 'booking.taken') return undefined;
  const times = { start: start.toInstant(), end: end.toInstant() };
  const because = await reasonOfClosure(db.prisma, place.id, spaceKey, times);
  if (because !== undefined)
    return fail({ code: 'booking.closed' as const, start, end, bareDay, because, spaceKey, alternatives: instead });
  const event = await eventHolding(db.prisma, place.id, spaceKey, times);
  return event === undefined
    ? undefined
    : fail({ code: 'booking.taken' as const, event, spaceKey, alternatives: instead });
};

/** Runs `write`; what the database refuses becomes a failure with alternatives. */
export const written = async (
  db: Database,
  request: BookingRequest,
  space: Space,
  asking: Asking,
  write: () => Promise<BookedOrRefused>,
): Promise<BookedOrRefused> => {
  try {
    return await retrying(write);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const refused = await withAlternatives(
      db,
      request,
      await writeFailure(db, refusal, request, space, asking),
      asking,
    );
    return (await publicInstead(db, request, asking, refused.error)) ?? refused;
  }
};

/** A whole space asked for a bare day: not a refusal yet, but a choice of hours. */
const asksForHours = ({ bareDay }: BookingRequest, { use }: Space, broken: RuleFailure | undefined): boolean =>
  bareDay &&
  use.by === 'whole' &&
  (broken === undefined || broken.code === 'booking.too_long' || broken.code === 'booking.off_step');

export const attempt = async (
  db: Database,
  request: BookingRequest,
  asking: Asking,
  { write, before }: Writing,
): Promise<Result<Booked | FreeTimes, BookingFailure>> => {
  const { place, actor, now } = asking;
  const space = spaceOf(place, request.spaceKey);
  if (!space || space.use.by === 'lease')
    return withAlternatives(db, request, { code: 'booking.leased', spaceKey: request.spaceKey }, asking);
  const broken = firstBroken(request, { place, space, policy: space.use.policy, actor, now, mayWait: true });
  if (asksForHours(request, space, broken)) {
    const times = await freeTimesOn(db, request, space, asking);
    return times.free.length > 0 ? ok(times) : withAlternatives(db, request, { code: 'booking.taken' }, asking);
  }
  if (broken) return (await before()) ?? withAlternatives(db, request, broken, asking);
  return written(db, request, space, asking, () => write(space));
};

// Asking for an agreement, and giving it: the first answer counts, and nobody answers for themselves. An answer decides
// on all that was asked for together.
import type { Queries } from '../../db/direct.ts';
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Booking } from '../booking/model.ts';
import { displace } from '../closures/store.ts';
import type { DeliveryKind, Planned } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import { insertPlanned } from '../deliveries/store.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import type { Answer, ApprovalFailure, ApprovalRequest, Card } from './model.ts';
import { stillToDecide, whyNotAnswerable } from './rules.ts';
import {
  cardsOf,
  claimCard,
  insertCard,
  lockHeld,
  lockRequest,
  overdueRequests,
  requestOf,
  uncarded,
  unclaimCard,
  waitingRequests,
  writeAnswer,
} from './store.ts';

export interface ApprovalsRoom {
  /** Those that wait for an answer, by start. A booking of a request, here and below, stands for all of it. */
  waiting(actor: Actor): Promise<Result<readonly ApprovalRequest[], PeopleFailure>>;
  accept(actor: Actor, bookingId: number): Promise<Result<ApprovalRequest, ApprovalFailure>>;
  refuse(actor: Actor, bookingId: number, reason: string): Promise<Result<ApprovalRequest, ApprovalFailure>>;
  /** The request that a booking is part of, as it stands; undefined when there is none. */
  request(place: Place, bookingId: number): Promise<ApprovalRequest | undefined>;
  /** Gives back what nobody answered before it began. */
  expire(place: Place): Promise<void>;
  /** Carries each request whose cards are behind to `show`, one instance at a time; what throws is tried again later. */
  showCards(
    place: Place,
    show: (request: ApprovalRequest, known: readonly Card[]) => Promise<readonly Card[]>,
  ): Promise<void>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

const KINDS: Readonly<Record<Answer, DeliveryKind>> = {
  accepted: 'booking.accepted',
  refused: 'booking.refused',
  expired: 'booking.unanswered',
};

/** Nobody wrote a reason: the answer says it all. */
const UNANSWERED = '';

export const createApprovals = ({ db, clock, places }: Parts): ApprovalsRoom => {
  const placeOf = (placeId: string): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };

  const scopeOf = ({ id, timeZone }: Place) => ({ placeId: id, timeZone });

  const toldOf = (place: Place, bookings: readonly Booking[], answer: Answer, now: Temporal.Instant) =>
    bookings.slice(0, 1).map(
      ({ id, sequence, memberId, end }): Planned => ({
        placeId: place.id,
        key: `booking ${id} ${answer}, ${sequence}`,
        to: { memberId },
        kind: KINDS[answer],
        subjectId: id,
        due: outOfQuietHours(now, place),
        expiresAt: (bookings.at(-1)?.end ?? end).toInstant(),
      }),
    );

  /** One answer of the staff is told once, of all that it decides; what lapses, each in its own time. */
  const told = (place: Place, bookings: readonly Booking[], answer: Answer, now: Temporal.Instant) =>
    answer === 'expired'
      ? bookings.flatMap((booking) => toldOf(place, [booking], answer, now))
      : toldOf(place, bookings, answer, now);

  /** All of it is locked before anything is looked at; what was asked again meanwhile is another request. */
  const lockedRequest = async (tx: Queries, place: Place, bookingId: number): Promise<ApprovalRequest | undefined> => {
    const seen = await requestOf(tx, scopeOf(place), bookingId);
    const ids = seen?.bookings.map(({ id }) => id) ?? [bookingId];
    await lockHeld(tx, place.id, ids);
    await lockRequest(tx, ids);
    const request = await requestOf(tx, scopeOf(place), bookingId);
    const bookings = request?.bookings.filter(({ id }) => ids.includes(id)) ?? [];
    return request && { ...request, bookings: bookings.length > 0 ? bookings : request.bookings };
  };

  /** `blocked`: why it can't be, looked at once nobody else can answer any more. */
  const answer = (
    place: Place,
    bookingId: number,
    given: { readonly answer: Answer; readonly reason: string | undefined; readonly actorId: number | undefined },
    blocked: (request: ApprovalRequest, now: Temporal.Instant) => ApprovalFailure | undefined,
  ): Promise<Result<ApprovalRequest, ApprovalFailure>> =>
    retrying(() =>
      db.prisma.$transaction(async (tx) => {
        const now = clock.now();
        const request = await lockedRequest(tx, place, bookingId);
        if (!request) return fail({ code: 'approval.not_found' });
        const failure = blocked(request, now);
        if (failure) return fail(failure);
        const doer = { placeId: place.id, actorId: given.actorId, at: now };
        const decided = stillToDecide(request, now);
        const bookings =
          given.answer === 'expired' ? request.bookings.filter((each) => !decided.includes(each)) : decided;
        const ids = bookings.map(({ id }) => id);
        if (given.reason !== undefined)
          await displace(
            tx,
            ids.map((sourceId) => ({ kind: 'booking', sourceId })),
            doer,
            given.reason,
          );
        await writeAnswer(tx, ids, given.answer, doer);
        await insertPlanned(tx, told(place, bookings, given.answer, now), now);
        return ok({ ...request, bookings, answer: given.answer });
      }),
    );

  const answered = async (actor: Actor, bookingId: number, kind: Answer, reason: string | undefined) => {
    const refused = notOfStaff(actor);
    if (refused) return fail(refused);
    const given = { answer: kind, reason, actorId: actor.memberId };
    return answer(placeOf(actor.placeId), bookingId, given, (request, now) => whyNotAnswerable(request, actor, now));
  };

  return {
    waiting: async (actor) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      return ok(await waitingRequests(db.prisma, scopeOf(placeOf(actor.placeId)), clock.now()));
    },
    accept: (actor, bookingId) => answered(actor, bookingId, 'accepted', undefined),
    refuse: (actor, bookingId, reason) => answered(actor, bookingId, 'refused', reason),

    request: (place, bookingId) => requestOf(db.prisma, scopeOf(place), bookingId),

    expire: async (place) => {
      for (const { booking } of await overdueRequests(db.prisma, scopeOf(place), clock.now()))
        await answer(place, booking.id, { answer: 'expired', reason: UNANSWERED, actorId: undefined }, (request) =>
          request.waits ? undefined : { code: 'approval.cancelled' },
        );
    },

    showCards: async (place, show) => {
      for (const request of await uncarded(db.prisma, scopeOf(place), clock.now())) {
        const { id } = request.booking;
        if (!(await claimCard(db.prisma, id))) continue;
        const known = await cardsOf(db.prisma, id);
        try {
          for (const card of await show(request, known)) await insertCard(db.prisma, id, card);
        } catch (error) {
          await unclaimCard(db.prisma, id, known.length > 0);
          throw error;
        }
      }
    },
  };
};

// Asking for an agreement, and giving it: the first answer counts, and nobody answers for themselves.
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import { displace } from '../closures/store.ts';
import type { DeliveryKind, Planned } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import { insertPlanned } from '../deliveries/store.ts';
import type { Actor } from '../people/model.ts';
import type { Answer, ApprovalFailure, ApprovalRequest, Card } from './model.ts';
import { whyNotAnswerable } from './rules.ts';
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
  /** Those that wait for an answer, by start. */
  waiting(actor: Actor): Promise<readonly ApprovalRequest[]>;
  accept(actor: Actor, bookingId: number): Promise<Result<ApprovalRequest, ApprovalFailure>>;
  refuse(actor: Actor, bookingId: number, reason: string): Promise<Result<ApprovalRequest, ApprovalFailure>>;
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

  const told = (place: Place, { booking }: ApprovalRequest, answer: Answer, now: Temporal.Instant): Planned => ({
    placeId: place.id,
    key: `booking ${booking.id} ${answer}, ${booking.sequence}`,
    memberId: booking.memberId,
    kind: KINDS[answer],
    subjectId: booking.id,
    due: outOfQuietHours(now, place),
    expiresAt: booking.end.toInstant(),
  });

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
        await lockHeld(tx, place.id, bookingId);
        await lockRequest(tx, bookingId);
        const request = await requestOf(tx, scopeOf(place), bookingId);
        if (!request) return fail({ code: 'approval.not_found' });
        const failure = blocked(request, now);
        if (failure) return fail(failure);
        const doer = { placeId: place.id, actorId: given.actorId, at: now };
        if (given.reason !== undefined)
          await displace(tx, [{ kind: 'booking', sourceId: bookingId }], doer, given.reason);
        await writeAnswer(tx, bookingId, given.answer, doer);
        await insertPlanned(tx, [told(place, request, given.answer, now)], now);
        return ok({ ...request, answer: given.answer });
      }),
    );

  const answered = (actor: Actor, bookingId: number, kind: Answer, reason: string | undefined) =>
    answer(placeOf(actor.placeId), bookingId, { answer: kind, reason, actorId: actor.memberId }, (request, now) =>
      whyNotAnswerable(request, actor, now),
    );

  return {
    waiting: (actor) => waitingRequests(db.prisma, scopeOf(placeOf(actor.placeId)), clock.now()),
    accept: (actor, bookingId) => answered(actor, bookingId, 'accepted', undefined),
    refuse: (actor, bookingId, reason) => answered(actor, bookingId, 'refused', reason),

    expire: async (place) => {
      for (const { booking } of await overdueRequests(db.prisma, scopeOf(place), clock.now()))
        await answer(place, booking.id, { answer: 'expired', reason: UNANSWERED, actorId: undefined }, (request) =>
          request.answer !== undefined || request.booking.cancelledAt ? { code: 'approval.cancelled' } : undefined,
        );
    },

    showCards: async (place, show) => {
      for (const request of await uncarded(db.prisma, scopeOf(place), clock.now())) {
        const { id, cancelledAt } = request.booking;
        const says = request.answer !== undefined || cancelledAt !== undefined ? 'settled' : 'waiting';
        if (!(await claimCard(db.prisma, id, says))) continue;
        try {
          for (const card of await show(request, await cardsOf(db.prisma, id))) await insertCard(db.prisma, id, card);
        } catch (error) {
          await unclaimCard(db.prisma, id, says);
          throw error;
        }
      }
    },
  };
};

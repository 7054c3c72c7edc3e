// Waiting for a place that is taken, being offered it, and taking it or not.
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import { type Place, spaceOf } from '../../place/model.ts';
import { answerTime } from '../../place/telling.ts';
import { askedFor } from '../booking/changes.ts';
import { claimsOfStay } from '../booking/free.ts';
import type { Booked, BookingFailure } from '../booking/model.ts';
import type { Asking } from '../booking/proposals.ts';
import { firstBroken } from '../booking/rules.ts';
import { bookingById, bookingOfRequest, bookingsFrom, companyAlongside, wasCarriedOut } from '../booking/store.ts';
import type { Delivery, Planned } from '../deliveries/model.ts';
import { claimsBeyond } from '../ledger/rules.ts';
import type { Actor } from '../people/model.ts';
import type { Wait, WaitFailure, WaitRequest } from './model.ts';
import { endWait, expireWaits, insertWait, markTold, offerOf, openWaits, untoldOffers, waitById } from './store.ts';
import { movable, takeOffer } from './taking.ts';

export interface WaitlistRoom {
  /** In line; or offered at once, when it was freed in the meantime. */
  wait(actor: Actor, request: WaitRequest): Promise<Result<Wait, BookingFailure>>;
  /** A booking of theirs that waited for these times is moved; else another is made. */
  take(actor: Actor, id: number, requestId: string): Promise<Result<Booked, BookingFailure | WaitFailure>>;
  /** No to the offer: the next in line is asked. */
  pass(actor: Actor, id: number): Promise<Result<Wait, WaitFailure>>;
  leave(actor: Actor, id: number): Promise<Result<Wait, WaitFailure>>;
  /** What they wait for, by start. */
  mine(actor: Actor): Promise<readonly Wait[]>;
  /** Ends what is over, and says what is to be told of what is then offered. */
  due(place: Place): Promise<readonly Planned[]>;
  /** The offer, whose time begins now; undefined when it no longer stands. */
  offered(delivery: Delivery): Promise<Wait | undefined>;
  /** Its person cannot be told: the next in line is asked. */
  unheard(delivery: Delivery): Promise<void>;
}

interface Parts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
}

const { compare } = Temporal.ZonedDateTime;

export const createWaitlist = ({ db, places, clock }: Parts): WaitlistRoom => {
  const placeOf = ({ placeId }: Pick<Actor, 'placeId'>): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };
  const scopeOf = (someone: Pick<Actor, 'placeId'>) => ({
    placeId: someone.placeId,
    timeZone: placeOf(someone).timeZone,
  });
  const owned = async (actor: Actor, id: number): Promise<Wait | undefined> => {
    const wait = await waitById(db.prisma, scopeOf(actor), id);
    return wait?.memberId === actor.memberId ? wait : undefined;
  };
  const stands = (wait: Wait): WaitFailure =>
    wait.state === 'waiting' ? { code: 'waitlist.not_offered', wait } : { code: 'waitlist.over', wait };

  /** Tells the offer, or lets it go on waiting: undefined when it is not offered as that number. */
  const told = async (placeId: string, id: number, offer: number): Promise<Wait | undefined> => {
    const now = clock.now();
    const until = now.add(answerTime(placeOf({ placeId })));
    if (!(await markTold(db.prisma, id, { offer, now, until }))) return undefined;
    return waitById(db.prisma, scopeOf({ placeId }), id);
  };

  const end = async (actor: Actor, id: number, state: 'passed' | 'left'): Promise<Result<Wait, WaitFailure>> => {
    const wait = await owned(actor, id);
    if (!wait) return fail({ code: 'waitlist.not_found' });
    if (state === 'passed' && wait.state === 'waiting') return fail(stands(wait));
    const done = await retrying(() => endWait(db.prisma, { placeId: actor.placeId, id }, state, clock.now()));
    // Said twice, it was said the first time.
    return done || wait.state === state ? ok({ ...wait, state }) : fail(stands(wait));
  };

  return {
    wait: async (actor, wish) => {
      const place = placeOf(actor);
      const request = askedFor(wish);
      const now = clock.now();
      const { spaceKey } = request;
      const space = spaceOf(place, spaceKey);
      if (!space || space.use.by === 'lease') return fail({ code: 'booking.leased', spaceKey, alternatives: [] });
      const at = now.toZonedDateTimeISO(place.timeZone);
      const broken = firstBroken(request, { place, space, policy: space.use.policy, actor, now: at, mayWait: true });
      if (broken) return fail({ ...broken, spaceKey, alternatives: [] });
      const moves = await movable(db.prisma, { ...actor, bookingId: wish.bookingId }, place, at);
      if (wish.bookingId !== undefined && !moves) return fail({ code: 'booking.not_found' });
      const own = await bookingsFrom(db.prisma, scopeOf(actor), actor.memberId, now);
      const booking = own.find(
        (each) =>
          each.id !== moves?.id &&
          each.spaceKey === spaceKey &&
          compare(each.start, request.end) < 0 &&
          compare(request.start, each.end) < 0,
      );
      if (booking) return fail({ code: 'booking.already', booking, spaceKey, alternatives: [] });
      const held = moves && spaceOf(place, moves.spaceKey);
      const claims = claimsBeyond(claimsOfStay(place, space, request), held ? claimsOfStay(place, held, moves) : []);
      const id = await retrying(() =>
        insertWait(db.prisma, { ...actor, now }, { ...request, bookingId: moves?.id }, claims),
      );
      const wait = (await told(place.id, id, await offerOf(db.prisma, id))) ?? (await owned(actor, id));
      if (!wait) throw new Error('a place in the line was taken, and is not there');
      return ok(wait);
    },

    take: async (actor, id, requestId) => {
      const wait = await owned(actor, id);
      if (!wait) return fail({ code: 'waitlist.not_found' });
      const place = placeOf(actor);
      const asking: Asking = { place, actor, now: clock.now().toZonedDateTimeISO(place.timeZone) };
      const outcome = await takeOffer(db, wait, asking, requestId);
      if (outcome === 'not offered') {
        const act = { placeId: place.id, memberId: actor.memberId, requestId, now: clock.now() };
        const before = await bookingOfRequest(db.prisma, scopeOf(actor), act);
        const isMoved = wait.bookingId !== undefined && (await wasCarriedOut(db.prisma, act));
        const booking = isMoved ? await bookingById(db.prisma, scopeOf(actor), wait.bookingId) : before;
        if (!booking) return fail(stands((await owned(actor, id)) ?? wait));
        return ok({ kind: 'booked', booking, ...(await companyAlongside(db.prisma, booking)) });
      }
      // They may not have it any more (a quota, another booking): it is not kept from those who wait.
      if (!outcome.ok) await retrying(() => endWait(db.prisma, { placeId: place.id, id }, 'stale', clock.now()));
      return outcome;
    },

    pass: (actor, id) => end(actor, id, 'passed'),
    leave: (actor, id) => end(actor, id, 'left'),
    mine: (actor) => openWaits(db.prisma, scopeOf(actor), { memberId: actor.memberId, from: clock.now() }),

    due: async (place) => {
      const now = clock.now();
      await retrying(() => expireWaits(db.prisma, place.id, now));
      const offers = await untoldOffers(db.prisma, place.id);
      return offers.map(({ id, memberId, offer, start }) => ({
        placeId: place.id,
        key: `waitlist.offer wait ${id} ${offer}`,
        to: { memberId },
        kind: 'waitlist.offer',
        subjectId: id,
        due: now,
        expiresAt: start,
      }));
    },

    offered: ({ placeId, subjectId, key }) => told(placeId, subjectId, Number(key.split(' ').at(-1))),

    unheard: async ({ placeId, subjectId }) => {
      await retrying(() => endWait(db.prisma, { placeId, id: subjectId }, 'expired', clock.now()));
    },
  };
};

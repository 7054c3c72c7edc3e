// Waiting for an earlier slot of a partner, or for any; being offered one.
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import { answerTime } from '../../place/telling.ts';
import type { Event } from '../agenda/model.ts';
import { eventNumbered } from '../agenda/store.ts';
import type { Delivery, Planned } from '../deliveries/model.ts';
import type { Actor } from '../people/model.ts';
import {
  endWait,
  expireOffers,
  insertWait,
  isLineEmpty,
  leaveMet,
  markTold,
  untoldOffers,
  withdrawUntold,
} from './line-store.ts';
import type { Appointment, AppointmentFailure, Offer, Session, SessionWait } from './model.ts';
import { firstAnswerable, freeOf, isToCome } from './rules.ts';
import { isOpenWait, openedSince, openWaits, waitNumbered } from './store.ts';
import type { Parts } from './usecases.ts';

/** `free`: what could be had now, earlier than what they have. */
export interface Waiting {
  readonly partnerKey: string;
  readonly waitId: number;
  readonly isNew: boolean;
  readonly own: Appointment | undefined;
  readonly free: readonly Appointment[];
}

type WaitOutcome = Result<SessionWait, AppointmentFailure>;

export interface LineRoom {
  /** Said twice, it was said the first time. */
  wait(actor: Actor, partnerKey: string): Promise<Result<Waiting, AppointmentFailure>>;
  /** No to the offer: the next in line is asked. */
  pass(actor: Actor, waitId: number): Promise<WaitOutcome>;
  leave(actor: Actor, waitId: number): Promise<WaitOutcome>;
  /** What they wait for, by when they asked. */
  waits(actor: Actor): Promise<readonly SessionWait[]>;
  /** Ends what is over, and says what is to be told of what is then offered or announced. */
  due(place: Place): Promise<readonly Planned[]>;
  /** The offer, whose time begins now; undefined when it no longer stands. */
  offered(delivery: Delivery): Promise<Offer | undefined>;
  /** Its person cannot be told: the next in line is asked. */
  unheard(delivery: Delivery): Promise<void>;
  /** A session by seat, for whoever still waits for that partner. */
  opened(delivery: Delivery): Promise<Event | undefined>;
}

interface Known {
  sessions(actor: Actor, partnerKey: string): Promise<readonly Session[]>;
  mine(actor: Actor): Promise<readonly Appointment[]>;
}

const MOST_FREE = 5;

export const createLine = ({ db, places, clock }: Parts, { sessions, mine }: Known): LineRoom => {
  const placeOf = (placeId: string): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };
  const scopeOf = (placeId: string) => ({ placeId, timeZone: placeOf(placeId).timeZone });

  const ownWith = async (actor: Actor, partnerKey: string): Promise<Appointment | undefined> =>
    (await mine(actor)).find(({ event }) => event.partnerKey === partnerKey);

  const end = async (actor: Actor, id: number, state: 'passed' | 'left'): Promise<WaitOutcome> => {
    const wait = await waitNumbered(db.prisma, scopeOf(actor.placeId), id);
    if (wait?.memberId !== actor.memberId) return fail({ code: 'session_wait.not_found' });
    if (state === 'passed' && wait.state === 'waiting') return fail({ code: 'session_wait.not_offered' });
    const done = await retrying(() => endWait(db, { placeId: actor.placeId, id }, state, clock.now()));
    // Said twice, it was said the first time.
    return done || wait.state === state ? ok({ ...wait, state }) : fail({ code: 'session_wait.over' });
  };

  return {
    wait: async (actor, partnerKey) => {
      const partner = placeOf(actor.placeId).partners.find(({ key }) => key === partnerKey);
      if (!partner) return fail({ code: 'partners.unknown' });
      if (partner.link === 'developing') return fail({ code: 'partners.developing', partnerKey });
      const { placeId, memberId } = actor;
      const wish = { placeId, memberId, partnerKey, now: clock.now() };
      const { id, isNew } = await retrying(() => insertWait(db, wish));
      const own = await ownWith(actor, partnerKey);
      // Read once they are in line: what comes free from now on is offered to them.
      const free = freeOf(await sessions(actor, partnerKey)).filter(
        ({ slot }) => !own || Temporal.ZonedDateTime.compare(slot.start, own.slot.start) < 0,
      );
      return ok({ partnerKey, waitId: id, isNew, own, free: free.slice(0, MOST_FREE) });
    },

    pass: (actor, id) => end(actor, id, 'passed'),
    leave: (actor, id) => end(actor, id, 'left'),
    waits: ({ placeId, memberId }) => openWaits(db.prisma, scopeOf(placeId), memberId),

    due: async (place) => {
      const now = clock.now();
      // It is asked after each command.
      if (await isLineEmpty(db.prisma, place.id)) return [];
      await retrying(() => expireOffers(db, place.id, now));
      await retrying(() => leaveMet(db, place.id, now));
      await withdrawUntold(db.prisma, place.id, firstAnswerable(place, now, answerTime(place)));
      const offers = await untoldOffers(db.prisma, place.id);
      const opened = await openedSince(db.prisma, place.id, now);
      return [
        ...offers.map(
          ({ id, memberId, offer, start }): Planned => ({
            placeId: place.id,
            key: `session.offer wait ${id} ${offer}`,
            to: { memberId },
            kind: 'session.offer',
            subjectId: id,
            due: now,
            expiresAt: start,
          }),
        ),
        ...opened.map(
          ({ waitId, memberId, eventId, start }): Planned => ({
            placeId: place.id,
            key: `session.opened wait ${waitId} event ${eventId}`,
            to: { memberId },
            kind: 'session.opened',
            subjectId: eventId,
            due: now,
            expiresAt: start,
          }),
        ),
      ];
    },

    offered: async ({ placeId, subjectId, key }) => {
      const now = clock.now();
      const until = now.add(answerTime(placeOf(placeId)));
      if (!(await markTold(db.prisma, subjectId, { offer: Number(key.split(' ').at(-1)), now, until })))
        return undefined;
      const wait = await waitNumbered(db.prisma, scopeOf(placeId), subjectId);
      if (!wait?.offered) return undefined;
      const own = await ownWith({ placeId, memberId: wait.memberId, roles: new Set() }, wait.partnerKey);
      return { wait, offered: wait.offered, own };
    },

    unheard: async ({ placeId, subjectId }) => {
      await retrying(() => endWait(db, { placeId, id: subjectId }, 'expired', clock.now()));
    },

    opened: async ({ placeId, subjectId, to }) => {
      const event = await eventNumbered(db.prisma, scopeOf(placeId), subjectId);
      if (!event?.partnerKey || !('memberId' in to) || event.cancelledAt !== undefined) return undefined;
      if (!isToCome(event, clock.now())) return undefined;
      return (await isOpenWait(db.prisma, placeId, to.memberId, event.partnerKey)) ? event : undefined;
    },
  };
};

// Telling channels what is on. What is due is read from the agenda and from what channels follow, at each tick: an event that
// moved needs nothing undone, and a tick that was missed is made up by the next.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import { eventNumbered } from '../agenda/store.ts';
import type { Channel, Delivery, Failed, Planned } from '../deliveries/model.ts';
import { isChannelTrouble } from '../deliveries/model.ts';
import { dropUnsaid } from '../deliveries/store.ts';
import type { OpeningsRoom } from '../openings/usecases.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { holds, notOfStaff } from '../people/rules.ts';
import type { ShowingRoom } from '../showing/usecases.ts';
import { digestOf } from './digests.ts';
import type { AnnouncedEvent, AnnouncementKind, Digest, Programme, Stopped, Subscription, Where } from './model.ts';
import { isStillOn, type ProgrammeKind } from './moments.ts';
import { createPlanning } from './planning.ts';
import { createPreviews, type Preview } from './previews.ts';
import { createProgrammes } from './programmes.ts';
import { announcedKindsOf, stoppedNotices } from './rules.ts';
import {
  deleteSubscription,
  disableChannel,
  insertSubscription,
  needStaff,
  stoppedSince,
  subscriptionsOf,
} from './store.ts';

export interface AnnouncementsRoom {
  /** Whether that changed anything. */
  follow(actor: Actor, kind: AnnouncementKind, where: Where): Promise<Result<boolean, PeopleFailure>>;
  stop(actor: Actor, kind: AnnouncementKind, where: Where): Promise<Result<boolean, PeopleFailure>>;
  /** What each channel of the place follows, or followed until nothing could be said there. */
  followed(actor: Actor): Promise<Result<readonly Subscription[], PeopleFailure>>;
  /** What would be said now, and when it next is. */
  preview(actor: Actor, kind: AnnouncementKind): Promise<Result<Preview, PeopleFailure>>;
  /** The same, for whoever runs the program. */
  foreseen(place: Place, kind: AnnouncementKind): Promise<Preview>;
  /** What is due now and is not planned yet. */
  due(place: Place, kind: AnnouncementKind): Promise<readonly Planned[]>;
  programme(place: Place, kind: ProgrammeKind, due: Temporal.Instant): Promise<Programme>;
  digest(place: Place, due: Temporal.Instant): Promise<Digest>;
  /** Undefined when it was cancelled before it was announced, or is no more. */
  eventOf(place: Place, delivery: Pick<Delivery, 'subjectId' | 'due' | 'key'>): Promise<AnnouncedEvent | undefined>;
  /** Nothing can be said there, or whoever was to be told cannot be. */
  unheard(delivery: Delivery, reason: Failed): Promise<void>;
  /** What whoever asked for announcements is to be told, where they have stopped. */
  stopped(place: Place): Promise<readonly Planned[]>;
  /** Undefined when someone has put it right since. */
  stoppedOf(place: Place, delivery: Pick<Delivery, 'subjectId'>): Promise<Stopped | undefined>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly openings: OpeningsRoom;
  readonly showing: Pick<ShowingRoom, 'address'>;
}

/** What the veilleuses are told of is theirs to have in their channel. */
const mayNotFollow = (actor: Actor, kind: AnnouncementKind): PeopleFailure | undefined =>
  kind === 'veilleuses' && holds(actor, 'veilleuse') ? undefined : notOfStaff(actor);

/** How long after it that is worth telling. */
const TOLD_WITHIN = { hours: 48 } as const;

export const createAnnouncements = ({ db, clock, openings, showing }: Parts): AnnouncementsRoom => {
  const { places } = openings;
  const programme = createProgrammes({ db, openings, showing });
  const planning = createPlanning({ db, programme });
  const previews = createPreviews({ db, programme });
  const foreseen: AnnouncementsRoom['foreseen'] = (place, kind) => previews(openings.current(place), kind, clock.now());

  const forget = (placeId: string, at: Channel, kinds: readonly AnnouncementKind[] | undefined) =>
    dropUnsaid(db.prisma, placeId, at, { kinds: announcedKindsOf(kinds), now: clock.now() });

  return {
    follow: async (actor, kind, where) => {
      const refused = mayNotFollow(actor, kind);
      if (refused) return fail(refused);
      const { placeId, memberId: actorId } = actor;
      return ok(await insertSubscription(db.prisma, where, { placeId, actorId, kind, now: clock.now() }));
    },

    stop: async (actor, kind, { at }) => {
      const refused = mayNotFollow(actor, kind);
      if (refused) return fail(refused);
      const { placeId, memberId: actorId } = actor;
      const stopped = await deleteSubscription(db.prisma, at, { placeId, actorId, kind, now: clock.now() });
      if (stopped) await forget(placeId, at, [kind]);
      return ok(stopped);
    },

    followed: async (actor) => {
      const refused = notOfStaff(actor);
      return refused ? fail(refused) : ok(await subscriptionsOf(db.prisma, actor.placeId));
    },

    preview: async (actor, kind) => {
      const refused = mayNotFollow(actor, kind);
      if (refused) return fail(refused);
      const place = places.get(actor.placeId);
      if (!place) throw new Error(`a member of ${actor.placeId}, a place that is not served`);
      return ok(await foreseen(place, kind));
    },

    foreseen,
    due: (place, kind) => planning(openings.current(place), kind, clock.now()),
    programme,
    digest: (place, due) => digestOf(db.direct, openings.current(place), due),

    eventOf: async (file, { subjectId, due, key }) => {
      const place = openings.current(file);
      const event = await eventNumbered(db.prisma, { placeId: place.id, timeZone: place.timeZone }, subjectId);
      if (!event || (event.cancelledAt && Temporal.Instant.compare(event.cancelledAt, due) <= 0)) return undefined;
      return { place, event, isMoved: !isStillOn(key, event) };
    },

    unheard: async ({ placeId, to, kind, subjectId }, reason) => {
      if ('channel' in to && isChannelTrouble(reason)) {
        await disableChannel(db.prisma, placeId, to.channel, { because: reason, now: clock.now() });
        await forget(placeId, to.channel, undefined);
      }
      if ('memberId' in to && kind === 'announcements.stopped') await needStaff(db.prisma, placeId, subjectId);
    },

    stopped: async (place) =>
      stoppedNotices(place, await stoppedSince(db.prisma, place.id, clock.now().subtract(TOLD_WITHIN))),

    stoppedOf: async ({ id: placeId }, { subjectId }) => {
      const all = await subscriptionsOf(db.prisma, placeId);
      const one = all.find(({ id }) => id === subjectId);
      if (!one?.stopped) return undefined;
      const { at, name, stopped } = one;
      const same = all.filter(
        (other) =>
          other.stopped &&
          other.createdBy === one.createdBy &&
          other.at.platform === at.platform &&
          other.at.workspace === at.workspace &&
          other.at.channel === at.channel,
      );
      return { at, name, because: stopped.because, kinds: same.map(({ kind }) => kind) };
    },
  };
};

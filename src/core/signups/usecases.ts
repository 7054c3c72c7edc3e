// Coming to what is on, or not; and what those who come are told of it.
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Event, EventFailure } from '../agenda/model.ts';
import type { Delivery, Planned } from '../deliveries/model.ts';
import { keysOfMember } from '../partners/store.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { recalledWithin } from '../reminders/rules.ts';
import { wantsReminders } from '../reminders/store.ts';
import type { Answered, Attendance, Attendee, Notice, Seen, SignupFailure, Wish } from './model.ts';
import {
  eventRemindersDue,
  isReminderOf,
  mayAnswer,
  maySeeNames,
  promotionNotice,
  sequenceIn,
  stillComes,
} from './rules.ts';
import { attendanceOf, attendancesOf, attendeesOf, othersOf, writeAnswer } from './store.ts';
import { expectedWithin, lastMoveOf, promotedIn } from './telling-store.ts';

export interface SignupsRoom {
  /** Said twice, it was said the first time. */
  answer(actor: Actor, eventId: number, wish: Wish): Promise<Result<Answered, EventFailure | SignupFailure>>;
  see(actor: Actor, eventId: number): Promise<Result<Seen, EventFailure>>;
  /** Who comes, by name, for its organiser and the staff; that they looked is written down. */
  attendees(
    actor: Actor,
    eventId: number,
  ): Promise<Result<{ readonly event: Event; readonly attendees: readonly Attendee[] }, EventFailure | PeopleFailure>>;
  /** What they come to, wait for or may come to, by start. */
  mine(actor: Actor): Promise<readonly Attendance[]>;
  /** Those to whom a place came free, told or not. */
  promoted(place: Place): Promise<readonly Planned[]>;
  /** What is to be recalled by now to those who come, told or not. */
  reminders(place: Place): Promise<readonly Planned[]>;
  /** The event, for whom the delivery is; undefined when it no longer has anything to say to them. */
  noticeOf(delivery: Delivery): Promise<Notice | undefined>;
}

interface Parts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
}

const OTHERS_SHOWN = 10;

export const createSignups = ({ db, places, clock }: Parts): SignupsRoom => {
  const scopeOf = (placeId: string) => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return { placeId, timeZone: place.timeZone };
  };
  const attendance = ({ placeId, memberId }: Actor, eventId: number): Promise<Attendance | undefined> =>
    attendanceOf(db.prisma, scopeOf(placeId), { eventId, memberId });

  const maySee = async (event: Event, actor: Actor): Promise<boolean> =>
    maySeeNames(event, actor, await keysOfMember(db.prisma, actor.placeId, actor.memberId));

  return {
    answer: async (actor, eventId, wish) => {
      const { placeId, memberId } = actor;
      const now = clock.now();
      const seen = await attendance(actor, eventId);
      if (!seen) return fail({ code: 'event.not_found' });
      const refused = mayAnswer(seen.event, now);
      if (refused) return fail(refused);
      const written = await retrying(() => writeAnswer(db, { placeId, eventId, memberId, clock }, wish));
      const stands = await attendance(actor, eventId);
      if (!stands) return fail({ code: 'event.not_found' });
      // Cancelled in between: nothing was written.
      const since = written ? undefined : mayAnswer(stands.event, now);
      if (since) return fail(since);
      return ok({ ...stands, changed: written !== undefined, gaveUp: written?.before === 'going' });
    },

    see: async (actor, eventId) => {
      const seen = await attendance(actor, eventId);
      if (!seen) return fail({ code: 'event.not_found' });
      const others = await othersOf(db.prisma, scopeOf(actor.placeId), seen.event, {
        from: clock.now(),
        limit: OTHERS_SHOWN,
      });
      return ok({ ...seen, maySeeNames: await maySee(seen.event, actor), others });
    },

    attendees: async (actor, eventId) => {
      const seen = await attendance(actor, eventId);
      if (!seen) return fail({ code: 'event.not_found' });
      if (!(await maySee(seen.event, actor))) return fail({ code: 'people.not_allowed', needed: 'animation' });
      const { placeId, memberId } = actor;
      return ok({
        event: seen.event,
        attendees: await attendeesOf(db, { placeId, eventId, memberId, now: clock.now() }),
      });
    },

    mine: ({ placeId, memberId }) =>
      attendancesOf(db.prisma, scopeOf(placeId), { memberId, from: clock.now(), cancelled: false }),

    promoted: async ({ id }) => {
      const now = clock.now();
      return (await promotedIn(db.prisma, id, now)).map((each) => promotionNotice(each, now));
    },

    reminders: async (place) => {
      const now = clock.now();
      const expected = await expectedWithin(db.prisma, scopeOf(place.id), recalledWithin(place, now));
      return expected.flatMap((each) => eventRemindersDue(each, place, now));
    },

    noticeOf: async ({ placeId, to, kind, key, subjectId }) => {
      if (!('memberId' in to)) return undefined;
      const { memberId } = to;
      const scope = scopeOf(placeId);
      const seen = await attendanceOf(db.prisma, scope, { eventId: subjectId, memberId });
      if (!seen) return undefined;
      const { event, standing } = seen;
      const told = { ...seen, was: undefined };
      const isToCome = event.cancelledAt === undefined;
      switch (kind) {
        case 'event.promoted':
          return stillComes(seen, clock.now()) ? told : undefined;
        case 'event.reminder':
          return stillComes(seen, clock.now()) &&
            isReminderOf(key, seen.own) &&
            (await wantsReminders(db.prisma, memberId))
            ? told
            : undefined;
        case 'event.moved': {
          const move = await lastMoveOf(db.prisma, scope, subjectId);
          // Moved again since: that one is told, not this.
          return isToCome && move?.sequence === sequenceIn(key) ? { ...seen, was: move.was } : undefined;
        }
        case 'event.cancelled':
          return isToCome ? undefined : told;
        case 'event.unseated':
          return isToCome && standing.answer === 'waiting' ? told : undefined;
        default:
          return undefined;
      }
    },
  };
};

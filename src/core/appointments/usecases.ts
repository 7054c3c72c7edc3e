// Having a date with a partner: seeing when, taking a slot, moving it, giving it up.
import type { Database } from '../../db/open.ts';
import { refusalOf } from '../../db/refusal.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import { type Slot, slotAt } from '../agenda/slots.ts';
import type { Actor } from '../people/model.ts';
import { createLine, type LineRoom } from './line.ts';
import type { Appointment, AppointmentFailure, Asked, Made, Session } from './model.ts';
import { freeOf, isSame, nearest, slotOfHour } from './rules.ts';
import { ownSessions, sessionNumbered, sessionsBetween, waitNumbered } from './store.ts';
import { acceptOffer, giveUp, writeAppointment } from './writing-store.ts';

export interface AppointmentsRoom extends LineRoom {
  /** Those of six weeks, of this partner or of all, by start. */
  sessions(actor: Actor, partnerKey: string | undefined): Promise<readonly Session[]>;
  /** Undefined: no session of that number, cancelled ones and those of all at once included. */
  session(actor: Actor, eventId: number): Promise<Session | undefined>;
  /** Those that they have, by start. */
  mine(actor: Actor): Promise<readonly Appointment[]>;
  /** `moves`: what they have with that partner goes there; it is theirs until it has. */
  book(
    actor: Actor,
    asked: Asked,
    how: { readonly moves: boolean; readonly requestId: string },
  ): Promise<Result<Made, AppointmentFailure>>;
  /** What they gave up, now or before. */
  cancel(actor: Actor, eventId: number, requestId: string): Promise<Result<Appointment, AppointmentFailure>>;
  /** What was offered; what they had with that partner goes there. */
  take(actor: Actor, waitId: number, requestId: string): Promise<Result<Made, AppointmentFailure>>;
}

export interface Parts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly clock: Clock;
}

export const SHOWN_AHEAD = { hours: 24 * 42 } as const;

export const createAppointments = (parts: Parts): AppointmentsRoom => {
  const { db, places, clock } = parts;
  const scopeOf = ({ placeId }: Pick<Actor, 'placeId'>) => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return { placeId, timeZone: place.timeZone };
  };
  const viewer = ({ memberId }: Actor) => ({ memberId, now: clock.now() });

  const sessions: AppointmentsRoom['sessions'] = (actor, partnerKey) => {
    const now = clock.now();
    return sessionsBetween(db.prisma, scopeOf(actor), viewer(actor), {
      start: now,
      end: now.add(SHOWN_AHEAD),
      partnerKeys: partnerKey === undefined ? undefined : [partnerKey],
    });
  };
  const session: AppointmentsRoom['session'] = (actor, id) =>
    sessionNumbered(db.prisma, scopeOf(actor), viewer(actor), id);

  const mine: AppointmentsRoom['mine'] = async (actor) =>
    (await ownSessions(db.prisma, scopeOf(actor), viewer(actor))).flatMap(({ event, own }) =>
      own ? [{ event, slot: own }] : [],
    );

  /** Of the same partner, near what was wanted. */
  const others = async (actor: Actor, { event }: Session, wanted: Temporal.Instant): Promise<readonly Appointment[]> =>
    nearest(freeOf(await sessions(actor, event.partnerKey)), wanted);

  /** What stands once it was tried. */
  const outcomeOf = async (
    actor: Actor,
    found: Session,
    slot: Slot,
    write: () => ReturnType<typeof acceptOffer>,
  ): Promise<Result<Made, AppointmentFailure>> => {
    const { event } = found;
    const near = () => others(actor, found, slot.start.toInstant());
    try {
      const outcome = await retrying(write);
      switch (outcome) {
        case undefined:
          return fail({ code: 'session_wait.over' });
        case 'made':
        case 'moved':
        case 'same':
          return ok({ event, slot, done: outcome });
        case 'replayed':
          // What it did may have been undone since.
          return isSame((await session(actor, event.id))?.own, slot)
            ? ok({ event, slot, done: 'same' })
            : fail({ code: 'appointment.not_found' });
        case 'begun':
          return fail({ code: 'appointment.begun', event, others: await near() });
        case 'cancelled':
          return fail({ code: 'signup.cancelled', event });
        case 'already': {
          const own = (await mine(actor)).find((each) => each.event.partnerKey === event.partnerKey);
          // Given up in between: they may ask again.
          return own
            ? fail({ code: 'appointment.already', own, wanted: { event, slot } })
            : fail({ code: 'appointment.not_found' });
        }
      }
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.code !== 'no_slot') throw error;
      return refusal.reason === 'off_grid'
        ? fail({ code: 'appointment.no_such_slot', event, others: await near() })
        : fail({ code: 'appointment.taken', event, slot, others: await near() });
    }
  };

  const actOf = ({ placeId, memberId }: Actor, requestId: string) => ({ placeId, memberId, requestId, clock });

  return {
    ...createLine(parts, { sessions, mine }),
    sessions,
    session,
    mine,

    book: async (actor, { eventId, hour }, { moves, requestId }) => {
      const found = await session(actor, eventId);
      if (!found) return fail({ code: 'event.not_found' });
      const { event } = found;
      if (event.cancelledAt !== undefined) return fail({ code: 'signup.cancelled', event });
      if (event.feedKey !== undefined) return fail({ code: 'signup.elsewhere', event });
      if (event.slotMinutes === undefined) return fail({ code: 'appointment.by_seat', event });
      const slot = slotOfHour(event, hour);
      if (!slot) {
        const wanted = event.start.withPlainTime(hour).toInstant();
        return fail({ code: 'appointment.no_such_slot', event, others: await others(actor, found, wanted) });
      }
      const wanted = { eventId, slotAt: slot.start.toInstant(), moves };
      return outcomeOf(actor, found, slot, () => writeAppointment(db, actOf(actor, requestId), wanted));
    },

    cancel: async (actor, eventId, requestId) => {
      const found = await session(actor, eventId);
      if (!found) return fail({ code: 'appointment.not_found' });
      const { event } = found;
      if (event.slotMinutes === undefined) return fail({ code: 'appointment.by_seat', event });
      const given = await retrying(() => giveUp(db, actOf(actor, requestId), eventId));
      if (given === 'begun') return fail({ code: 'appointment.begun', event, others: [] });
      const slot = given && slotAt(event, given);
      return slot ? ok({ event, slot }) : fail({ code: 'appointment.not_found' });
    },

    take: async (actor, waitId, requestId) => {
      const wait = await waitNumbered(db.prisma, scopeOf(actor), waitId);
      if (wait?.memberId !== actor.memberId) return fail({ code: 'session_wait.not_found' });
      if (wait.state === 'waiting') return fail({ code: 'session_wait.not_offered' });
      const { offered } = wait;
      const found = offered && (await session(actor, offered.event.id));
      if (!offered || !found) return fail({ code: 'session_wait.over' });
      if (isSame(found.own, offered.slot)) return ok({ ...offered, done: 'same' });
      return outcomeOf(actor, found, offered.slot, () => acceptOffer(db, actOf(actor, requestId), waitId));
    },
  };
};

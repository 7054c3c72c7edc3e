// Deciding of events, impact first: made, changed and cancelled at once where nobody loses anything, else shown and
// confirmed. The staff decide of all of them, partners of their own.
import type { Database } from '../../db/open.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import { alternatives } from '../booking/proposals.ts';
import type { Carried, ImpactFailure, Proposal } from '../impact/model.ts';
import type { ImpactRoom } from '../impact/usecases.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type {
  EventAct,
  EventActFailure,
  EventFacts,
  EventReach,
  EventRule,
  FactChanges,
  NewEventTimes,
} from './acts.ts';
import type { Event } from './model.ts';
import { changeable, reachedBy } from './reach.ts';
import { MOST_EVENTS, objectivesOf } from './rules.ts';
import { eventsToCome } from './writing.ts';

/** `reason`: told to those who make room. Without objectives: those that its kind serves. */
export interface NewEvent {
  readonly facts: Omit<EventFacts, 'objectives'>;
  readonly times: readonly { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime }[];
  readonly rule: EventRule | undefined;
  readonly reason: string;
}

export interface EventChange {
  readonly eventId: number;
  readonly reach: EventReach;
  readonly changes: FactChanges;
  readonly times: NewEventTimes | undefined;
  /** Told to those who come. */
  readonly because?: string | undefined;
  readonly reason: string;
}

export interface EventCancelling {
  readonly eventId: number;
  readonly reach: EventReach;
  readonly reason: string | undefined;
}

type Decided = Result<Carried | Proposal, ImpactFailure>;

export interface DecisionsRoom {
  /** `requestId`, here and below: the same twice is done once, and answered again. */
  make(actor: Actor, asked: NewEvent, requestId: string): Promise<Decided>;
  change(actor: Actor, change: EventChange, requestId: string): Promise<Decided>;
  /** Those who signed up are told why: without a reason it is asked for. */
  cancel(actor: Actor, cancelling: EventCancelling, requestId: string): Promise<Decided>;
  confirm(actor: Actor, planId: number): Promise<Decided>;
  /** The event, when the actor may change it. */
  changeable(actor: Actor, id: number): Promise<Result<Event, EventActFailure>>;
  /** Those of its series to come, itself included, that the actor may change. */
  ofSeries(actor: Actor, id: number): Promise<Result<readonly Event[], EventActFailure>>;
  /** Those to come that the actor may change, by start. */
  toChange(actor: Actor): Promise<readonly Event[]>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly impact: ImpactRoom;
}

const MOST_LISTED = 100;

export const createDecisions = ({ db, clock, places, impact }: Parts): DecisionsRoom => {
  const placeOf = ({ placeId }: Actor): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };

  const asking = (actor: Actor) => ({ actor, now: clock.now() });

  /** What a refused event could have as it is, disturbing nobody. */
  const withAlternatives = async (actor: Actor, decided: Decided): Promise<Decided> => {
    if (decided.ok || decided.error.code !== 'event.space_taken') return decided;
    const place = placeOf(actor);
    const { spaceKey, start, end } = decided.error;
    const request = { spaceKey, start, end, bareDay: false, people: 1, equipment: [], purpose: undefined };
    const now = clock.now().toZonedDateTimeISO(place.timeZone);
    // Nobody's: what the actor has booked for themselves is not in the way of an event.
    const nobody = { memberId: 0, placeId: place.id, roles: new Set(['animation' as const]) };
    const free = await alternatives(db, request, { code: 'booking.taken' }, { place, actor: nobody, now });
    return fail({ ...decided.error, alternatives: free });
  };

  const carried = async (actor: Actor, act: EventAct, requestId: string): Promise<Decided> =>
    withAlternatives(actor, await impact.carry(actor, act, requestId));

  return {
    make: async (actor, { facts, times, rule, reason }, requestId) => {
      if (times.length > MOST_EVENTS) return fail({ code: 'event.too_many', count: times.length, most: MOST_EVENTS });
      return carried(
        actor,
        {
          act: 'event.make',
          facts: { ...facts, objectives: objectivesOf(placeOf(actor), facts.kind) },
          times: times.map(({ start, end }) => ({
            start: start.toInstant().toString(),
            end: end.toInstant().toString(),
          })),
          rule,
          reason,
          requestId,
        },
        requestId,
      );
    },

    change: (actor, change, requestId) => carried(actor, { act: 'event.change', ...change }, requestId),

    cancel: async (actor, cancelling, requestId) => {
      const reached = await reachedBy(db.prisma, placeOf(actor), asking(actor), cancelling);
      // A request that was carried out is answered again, though nothing is left to cancel.
      const people = reached.ok
        ? reached.value.reduce((sum, { going, waiting, maybe }) => sum + going + waiting + maybe, 0)
        : 0;
      const [event] = reached.ok ? reached.value : [];
      if (event && people > 0 && cancelling.reason === undefined)
        return fail({ code: 'event.reason_needed', event, people });
      return carried(actor, { act: 'event.cancel', ...cancelling }, requestId);
    },

    confirm: async (actor, planId) => withAlternatives(actor, await impact.confirm(actor, planId)),

    changeable: (actor, id) => changeable(db.prisma, placeOf(actor), asking(actor), id),
    ofSeries: (actor, id) => reachedBy(db.prisma, placeOf(actor), asking(actor), { eventId: id, reach: 'all' }),

    toChange: async (actor) => {
      const { id: placeId, timeZone } = placeOf(actor);
      const memberId = holds(actor, 'animation') ? undefined : actor.memberId;
      return eventsToCome(db.prisma, { placeId, timeZone }, { from: clock.now(), memberId, limit: MOST_LISTED });
    },
  };
};

// Impact first: what an act of the staff would take from others is shown; « Confirmer » does that and nothing else. When
// something changed in between, the new impact is shown instead.
import type { Queries } from '../../db/direct.ts';
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Booking } from '../booking/model.ts';
import { type Asking, alternatives } from '../booking/proposals.ts';
import { insertPlanned } from '../deliveries/store.ts';
import { breakdownsFrom } from '../equipment/store.ts';
import { lockResources } from '../ledger/store.ts';
import type { OpeningsRoom } from '../openings/usecases.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { type Effect, heldBy } from './effect.ts';
import { type Acting, effectOf, roleFor } from './effects.ts';
import type { Carried, ImpactFailure, Proposal, StaffAct, Taken, Toll, Touched } from './model.ts';
import { eventNotices, noticesOf } from './notices.ts';
import { isHarmless, withoutDoer } from './rules.ts';
import {
  among,
  insertPlan,
  lockPlan,
  namedBookings,
  type Outcome,
  type Plan,
  planDone,
  planOfRequest,
  seenOf,
} from './store.ts';

export interface ImpactRoom {
  /** Writes nothing but the plan. */
  propose(actor: Actor, act: StaffAct, requestId?: string): Promise<Result<Proposal, ImpactFailure>>;
  /** Done at once where nobody loses anything, else shown. The same request again is answered the same. */
  carry(actor: Actor, act: StaffAct, requestId: string): Promise<Result<Carried | Proposal, ImpactFailure>>;
  confirm(actor: Actor, planId: number): Promise<Result<Carried | Proposal, ImpactFailure>>;
  /** What a person is told of a booking that the house took back; undefined when it did not. */
  takenFrom(placeId: string, bookingId: number): Promise<Taken | undefined>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** As their files say. */
  readonly files: readonly Place[];
  readonly openings: OpeningsRoom;
}

/** A series of events is many writes. */
const PATIENCE = { maxWait: 10_000, timeout: 30_000 } as const;

type Weighed = Result<{ readonly effect: Effect; readonly toll: Toll }, ImpactFailure>;

/** What was done is said again; whom it touched was told then. */
const again = ({ act }: Plan, outcome: Outcome): Result<Carried, ImpactFailure> =>
  ok({ kind: 'carried', act, ...outcome, events: [], occurrences: undefined });

export const createImpact = ({ db, clock, files, openings }: Parts): ImpactRoom => {
  const fileOf = (placeId: string): Place => {
    const file = files.find(({ id }) => id === placeId);
    if (!file) throw new Error(`a member of ${placeId}, a place that is not served`);
    return file;
  };

  const scopeOf = (place: Place) => ({ placeId: place.id, timeZone: place.timeZone });

  const actingOf = (actor: Actor): Acting => {
    const file = fileOf(actor.placeId);
    return { actor, file, place: openings.current(file), now: clock.now() };
  };

  const weigh = async (tx: Queries, acting: Acting, act: StaffAct): Promise<Weighed> => {
    const effect = await effectOf(tx, acting, act);
    if (!effect.ok) return effect;
    if (Temporal.Instant.compare(effect.value.end, acting.now) <= 0) return fail({ code: 'plan.past' });
    await lockResources(tx, acting.file.id, effect.value.claims);
    const toll = await effect.value.toll(tx);
    return toll.ok ? ok({ effect: effect.value, toll: withoutDoer(toll.value, acting.actor) }) : toll;
  };

  /** As anyone may book: what is offered must be had by whoever was displaced. */
  const insteadOf = (place: Place, { booking }: Pick<Touched, 'booking'>, besides: Asking['besides'] = []) =>
    alternatives(
      db,
      { ...booking, bareDay: false },
      { code: 'booking.taken' },
      {
        place,
        actor: { memberId: booking.memberId, placeId: place.id, roles: new Set(['membre']) },
        now: clock.now().toZonedDateTimeISO(place.timeZone),
        except: booking.id,
        besides,
      },
    );

  const breakdownDuring = async (place: Place, { spaceKey, start, end }: Booking): Promise<string> => {
    const known = await breakdownsFrom(db.prisma, scopeOf(place), start.toInstant());
    const { compare } = Temporal.ZonedDateTime;
    return known.findLast((each) => each.spaceKey === spaceKey && compare(each.start, end) < 0)?.reason ?? '';
  };

  const propose: ImpactRoom['propose'] = async (actor, act, requestId) => {
    const needed = roleFor(act);
    if (!holds(actor, needed)) return fail({ code: 'people.not_allowed', needed });
    const acting = actingOf(actor);
    const { file } = acting;
    const weighed = await retrying(() => db.prisma.$transaction((tx) => weigh(tx, acting, act), PATIENCE));
    if (!weighed.ok) return weighed;
    const { effect, toll } = weighed.value;
    const { bookings, events, occurrences } = toll;
    const named = await namedBookings(db.prisma, scopeOf(file), among(bookings.map(({ bookingId }) => bookingId)));
    const touched: Touched[] = [];
    for (const { booking, name } of named) {
      const loses = bookings.find(({ bookingId }) => bookingId === booking.id)?.loses ?? 'booking';
      const instead = await insteadOf(effect.after, { booking }, heldBy(effect));
      const shown = holds(actor, 'animation') ? name : undefined;
      touched.push({ bookingId: booking.id, loses, booking, name: shown, alternatives: instead });
    }
    const plan = { placeId: file.id, madeBy: actor.memberId, act, seen: seenOf(toll), now: acting.now, requestId };
    const planId = await insertPlan(db.prisma, plan);
    return ok({ kind: 'proposal', planId, act, touched, events, occurrences });
  };

  type Confirmed =
    | Result<Carried, ImpactFailure>
    | { readonly ok: true; readonly value: { readonly kind: 'changed'; readonly act: StaffAct } };

  const carryOut = async (tx: Queries, acting: Acting, planId: number): Promise<Confirmed> => {
    const { actor, file, now } = acting;
    const plan = await lockPlan(tx, file.id, planId);
    // What a partner does is theirs to confirm, or the staff's.
    if (!plan || (plan.madeBy !== actor.memberId && !holds(actor, 'animation')))
      return fail({ code: 'plan.not_found' });
    const needed = roleFor(plan.act);
    if (!holds(actor, needed)) return fail({ code: 'people.not_allowed', needed });
    if (plan.isDone) return fail({ code: 'plan.done' });
    const weighed = await weigh(tx, acting, plan.act);
    if (!weighed.ok) return weighed;
    const { effect, toll } = weighed.value;
    if (seenOf(toll) !== plan.seen) return ok({ kind: 'changed', act: plan.act });
    const bookings = await namedBookings(tx, scopeOf(file), among(toll.bookings.map(({ bookingId }) => bookingId)));
    const id = await effect.write(tx, toll, { placeId: file.id, actorId: actor.memberId, at: now });
    const notices = [...noticesOf(file, toll.bookings, bookings, { id, now }), ...eventNotices(file, toll, now)];
    await insertPlanned(tx, notices, now);
    const outcome = { id, touched: toll.bookings.length };
    await planDone(tx, planId, outcome, now);
    const { events, occurrences } = toll;
    return ok({ kind: 'carried', act: plan.act, ...outcome, events, occurrences });
  };

  const confirm: ImpactRoom['confirm'] = async (actor, planId) => {
    const acting = actingOf(actor);
    const done = await retrying(() => db.prisma.$transaction((tx) => carryOut(tx, acting, planId), PATIENCE));
    if (!done.ok) return done;
    if (done.value.kind === 'changed') return propose(actor, done.value.act);
    await openings.refresh(acting.file.id);
    return ok(done.value);
  };

  return {
    propose,
    confirm,

    carry: async (actor, act, requestId) => {
      const before = await planOfRequest(db.prisma, actor.placeId, requestId);
      if (before?.outcome) return again(before, before.outcome);
      const proposed = await propose(actor, before?.act ?? act, requestId);
      if (!proposed.ok || !isHarmless(proposed.value)) return proposed;
      const done = await confirm(actor, proposed.value.planId);
      if (done.ok || done.error.code !== 'plan.done') return done;
      // The same request, at the same moment: the other one did it.
      const other = await planOfRequest(db.prisma, actor.placeId, requestId);
      return other?.outcome ? again(other, other.outcome) : done;
    },

    takenFrom: async (placeId, bookingId) => {
      const place = openings.current(fileOf(placeId));
      const [named] = await namedBookings(db.prisma, scopeOf(place), among([bookingId]));
      if (!named) return undefined;
      const { booking } = named;
      if (booking.cancelledAt === undefined)
        return { booking, reason: await breakdownDuring(place, booking), alternatives: [] };
      return { booking, reason: booking.withdrawnBecause ?? '', alternatives: await insteadOf(place, { booking }) };
    },
  };
};

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
import { bookingById } from '../booking/store.ts';
import { closingEffect } from '../closures/effect.ts';
import { insertPlanned } from '../deliveries/store.ts';
import { breakingEffect } from '../equipment/effect.ts';
import { breakdownsFrom } from '../equipment/store.ts';
import { withdrawingEffect } from '../handling/effect.ts';
import { lockResources } from '../ledger/store.ts';
import { openingNamed, unopeningEffect } from '../openings/effect.ts';
import { openingsFrom } from '../openings/store.ts';
import type { OpeningsRoom } from '../openings/usecases.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { type Doer, type Effect, heldBy } from './effect.ts';
import type { Carried, ImpactFailure, Loss, Proposal, StaffAct, Taken, Touched } from './model.ts';
import { noticesOf } from './notices.ts';
import { among, insertPlan, lockPlan, namedBookings, planDone, seenOf } from './store.ts';

export interface ImpactRoom {
  /** Writes nothing but the plan. */
  propose(actor: Actor, act: StaffAct): Promise<Result<Proposal, ImpactFailure>>;
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

/** Whether it takes what others lose, or only gives it back. */
const holdsAfter = ({ act }: StaffAct): boolean => act === 'close' || act === 'break';

const NOT_ALLOWED = { code: 'people.not_allowed', needed: 'animation' } as const;

type Weighed = Result<{ readonly effect: Effect; readonly losses: readonly Loss[] }, ImpactFailure>;

export const createImpact = ({ db, clock, files, openings }: Parts): ImpactRoom => {
  const fileOf = (placeId: string): Place => {
    const file = files.find(({ id }) => id === placeId);
    if (!file) throw new Error(`a member of ${placeId}, a place that is not served`);
    return file;
  };

  const scopeOf = (place: Place) => ({ placeId: place.id, timeZone: place.timeZone });

  const effectOf = async (tx: Queries, file: Place, act: StaffAct): Promise<Result<Effect, ImpactFailure>> => {
    const place = openings.current(file);
    switch (act.act) {
      case 'close':
        return ok(closingEffect(place, act));
      case 'break':
        return ok(breakingEffect(place, act));
      case 'withdraw': {
        const booking = await bookingById(tx, scopeOf(file), act.bookingId);
        return booking ? ok(withdrawingEffect(place, booking, act.reason)) : fail({ code: 'booking.not_found' });
      }
      case 'unopen': {
        const standing = await openingsFrom(tx, scopeOf(file), clock.now());
        const named = openingNamed(standing, act.openingId);
        return named.ok ? ok(unopeningEffect(file, standing, named.value, act.reason)) : named;
      }
    }
  };

  const weigh = async (tx: Queries, file: Place, act: StaffAct): Promise<Weighed> => {
    const effect = await effectOf(tx, file, act);
    if (!effect.ok) return effect;
    if (Temporal.Instant.compare(effect.value.end, clock.now()) <= 0) return fail({ code: 'plan.past' });
    await lockResources(tx, file.id, effect.value.claims);
    const losses = await effect.value.losses(tx);
    return losses.ok ? ok({ effect: effect.value, losses: losses.value }) : losses;
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

  const propose: ImpactRoom['propose'] = async (actor, act) => {
    const { placeId, memberId } = actor;
    if (!holds(actor, 'animation')) return fail(NOT_ALLOWED);
    const file = fileOf(placeId);
    const weighed = await retrying(() => db.prisma.$transaction((tx) => weigh(tx, file, act)));
    if (!weighed.ok) return weighed;
    const { effect, losses } = weighed.value;
    const named = await namedBookings(db.prisma, scopeOf(file), among(losses.map(({ bookingId }) => bookingId)));
    const besides = holdsAfter(act) ? heldBy(effect, act.act === 'close' ? 'closure' : 'maintenance') : [];
    const touched: Touched[] = [];
    for (const { booking, name } of named) {
      const loses = losses.find(({ bookingId }) => bookingId === booking.id)?.loses ?? 'booking';
      const instead = await insteadOf(effect.after, { booking }, besides);
      touched.push({ bookingId: booking.id, loses, booking, name, alternatives: instead });
    }
    const seen = seenOf(losses);
    const planId = await insertPlan(db.prisma, { placeId, madeBy: memberId, act, seen, now: clock.now() });
    return ok({ kind: 'proposal', planId, act, touched });
  };

  type Confirmed =
    | Result<Carried, ImpactFailure>
    | { readonly ok: true; readonly value: { readonly kind: 'changed'; readonly act: StaffAct } };

  const carryOut = async (tx: Queries, file: Place, doer: Doer, planId: number): Promise<Confirmed> => {
    const plan = await lockPlan(tx, file.id, planId);
    if (!plan) return fail({ code: 'plan.not_found' });
    if (plan.isDone) return fail({ code: 'plan.done' });
    const weighed = await weigh(tx, file, plan.act);
    if (!weighed.ok) return weighed;
    const { effect, losses } = weighed.value;
    if (seenOf(losses) !== plan.seen) return ok({ kind: 'changed', act: plan.act });
    const bookings = await namedBookings(tx, scopeOf(file), among(losses.map(({ bookingId }) => bookingId)));
    const id = await effect.write(tx, losses, doer);
    await insertPlanned(tx, noticesOf(file, losses, bookings, { id, now: doer.at }), doer.at);
    await planDone(tx, planId, doer.at);
    return ok({ kind: 'carried', act: plan.act, id, touched: losses.length });
  };

  return {
    propose,

    confirm: async (actor, planId) => {
      if (!holds(actor, 'animation')) return fail(NOT_ALLOWED);
      const file = fileOf(actor.placeId);
      const doer = { placeId: file.id, actorId: actor.memberId, at: clock.now() };
      const done = await retrying(() => db.prisma.$transaction((tx) => carryOut(tx, file, doer, planId)));
      if (!done.ok) return done;
      if (done.value.kind === 'changed') return propose(actor, done.value.act);
      await openings.refresh(file.id);
      return ok(done.value);
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

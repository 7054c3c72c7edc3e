// Which effect an act has, and who may do it.
import type { Queries } from '../../db/direct.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Place, Role } from '../../place/model.ts';
import { cancellingEffect } from '../agenda/cancelling.ts';
import { changingEffect } from '../agenda/changing.ts';
import { makingEffect } from '../agenda/making.ts';
import { reachedAmong, reachedBy } from '../agenda/reach.ts';
import { bookingById } from '../booking/store.ts';
import { closingEffect } from '../closures/effect.ts';
import { breakingEffect } from '../equipment/effect.ts';
import { withdrawingEffect } from '../handling/effect.ts';
import { openingNamed, unopeningEffect } from '../openings/effect.ts';
import { openingsFrom } from '../openings/store.ts';
import type { Actor } from '../people/model.ts';
import type { Effect } from './effect.ts';
import type { ImpactFailure, StaffAct } from './model.ts';

/** Partners hold events of their own: whose an event is, is asked of the event. */
export const roleFor = ({ act }: StaffAct): Role => {
  switch (act) {
    case 'event.make':
    case 'event.change':
    case 'event.cancel':
    case 'event.away':
      return 'partenaire';
    case 'close':
    case 'break':
    case 'withdraw':
    case 'unopen':
      return 'animation';
  }
};

export interface Acting {
  readonly actor: Actor;
  /** As its file says. */
  readonly file: Place;
  /** With its hours of now. */
  readonly place: Place;
  readonly now: Temporal.Instant;
}

export const effectOf = async (
  tx: Queries,
  { actor, file, place, now }: Acting,
  act: StaffAct,
): Promise<Result<Effect, ImpactFailure>> => {
  const scope = { placeId: file.id, timeZone: file.timeZone };
  switch (act.act) {
    case 'event.make':
      return ok(makingEffect(place, act, now));
    case 'event.change': {
      const reached = await reachedBy(tx, place, { actor, now }, act);
      return reached.ok ? ok(changingEffect(place, act, reached.value, now)) : reached;
    }
    case 'event.cancel': {
      const reached = await reachedBy(tx, place, { actor, now }, act);
      return reached.ok ? ok(cancellingEffect(place, act, reached.value, now)) : reached;
    }
    case 'event.away': {
      const reached = await reachedAmong(tx, place, { actor, now }, act.eventIds);
      return reached.ok ? ok(cancellingEffect(place, act, reached.value, now)) : reached;
    }
    case 'close':
      return ok(closingEffect(place, act));
    case 'break':
      return ok(breakingEffect(place, act));
    case 'withdraw': {
      const booking = await bookingById(tx, scope, act.bookingId);
      return booking ? ok(withdrawingEffect(place, booking, act.reason)) : fail({ code: 'booking.not_found' });
    }
    case 'unopen': {
      const standing = await openingsFrom(tx, scope, now);
      const named = openingNamed(standing, act.openingId);
      return named.ok ? ok(unopeningEffect(file, standing, named.value, act.reason)) : named;
    }
  }
};

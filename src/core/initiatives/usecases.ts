// Initiatives, as veilleuses note them and follow them. Their card in a channel follows what is written (live deliveries).
import { fail } from '../../kernel/result.ts';
import { initiativesOf } from '../../place/initiatives.ts';
import type { Place } from '../../place/model.ts';
import type { Planned } from '../deliveries/model.ts';
import { insertPlanned } from '../deliveries/store.ts';
import type { Actor } from '../people/model.ts';
import { type ActsRoom, createActs } from './acts.ts';
import { createChanging, notOfVeilleuses, type Outcome, type Parts } from './changing.ts';
import { createFollowing, type FollowingRoom } from './following.ts';
import { insertStep } from './history-store.ts';
import { createLooking, type LookingRoom } from './looking.ts';
import type { Noting } from './model.ts';
import { lockRequest, nextNumber } from './numbering-store.ts';
import { objectivesFor } from './rules.ts';
import { idOfRequest, initiativeWithId, insertInitiative, silentSince } from './store.ts';
import { cardPlanned, newsPlanned } from './telling.ts';
import { createTold, type ToldRoom } from './told.ts';

export interface InitiativesRoom extends ActsRoom, FollowingRoom, LookingRoom, ToldRoom {
  /** The same request again gives the same one. */
  note(actor: Actor, noting: Noting): Outcome;
  /** What everyone may read of it; one that was merged is found by the other. */
  find(actor: Actor, number: number): Outcome;
  publish(actor: Actor, number: number, channel: Noting['channel']): Outcome;
  /** Whose veilleuses are to be asked for news. */
  silent(place: Place): Promise<readonly Planned[]>;
}

export const createInitiatives = (parts: Parts): InitiativesRoom => {
  const { db, clock } = parts;
  const changes = createChanging(parts);
  const { placeOf, found, find, mergeIn } = changes;

  return {
    ...createActs(parts, changes),
    ...createFollowing(parts, changes),
    ...createLooking(parts, changes),
    ...createTold(parts, changes),
    find,

    note: async (actor, noting) => {
      const refused = notOfVeilleuses(actor);
      if (refused) return fail(refused);
      const { placeId, memberId: authorId } = actor;
      const place = placeOf(actor);
      const now = clock.now();
      const { sketch, requestId, channel, mergeInto } = noting;
      if (mergeInto !== undefined && !(await found(db.prisma, placeId, mergeInto)))
        return fail({ code: 'initiative.unknown', number: mergeInto });
      const number = await db.prisma.$transaction(async (tx) => {
        await lockRequest(tx, placeId, requestId);
        const known = await idOfRequest(tx, placeId, requestId);
        const again = known === undefined ? undefined : await initiativeWithId(tx, placeId, known);
        if (again) return again.number;
        const next = await nextNumber(tx, placeId, 'initiative');
        const objectives = objectivesFor(place, sketch);
        const id = await insertInitiative(tx, noting, { placeId, number: next, authorId, now, objectives });
        await insertStep(tx, id, { placeId, number: next, authorId, kind: 'noted', now });
        if (mergeInto !== undefined) await mergeIn(tx, actor, next, mergeInto);
        else if (channel) await insertPlanned(tx, [cardPlanned(placeId, id, channel, now)], now);
        return next;
      });
      return find(actor, number);
    },

    publish: async (actor, number, channel) => {
      const refused = notOfVeilleuses(actor);
      if (refused) return fail(refused);
      const one = await find(actor, number);
      if (one.ok && channel) {
        const now = clock.now();
        await insertPlanned(db.prisma, [cardPlanned(actor.placeId, one.value.id, channel, now)], now);
      }
      return one;
    },

    silent: async (place) => {
      const { silence } = initiativesOf(place);
      const now = clock.now();
      const all = await silentSince(db.prisma, place.id, now.subtract(silence));
      return all.flatMap((one) =>
        one.ownerId === undefined
          ? []
          : [newsPlanned(place.id, one, { memberId: one.ownerId, kind: 'initiative.silent', now, silence })],
      );
    },
  };
};

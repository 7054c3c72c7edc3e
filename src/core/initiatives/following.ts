// Who follows an initiative, and who knows it: the latter agree to be named to its veilleuse.
import { fail, ok, type Result } from '../../kernel/result.ts';
import { forgetUnsaid, insertPlanned, keysPlanned } from '../deliveries/store.ts';
import type { Actor } from '../people/model.ts';
import type { Changing, Parts } from './changing.ts';
import { deleteFollower, followerNamed, insertFollower } from './followers-store.ts';
import type { Followed, Following, InitiativeFailure } from './model.ts';
import { acquaintancePlanned, NAMED_AFTER } from './telling.ts';

export interface FollowingRoom {
  /** Or no longer; `wanted`: undefined, the contrary of what they did. */
  follow(
    actor: Actor,
    number: number,
    kind: Following,
    wanted?: boolean | undefined,
  ): Promise<Result<Followed, InitiativeFailure>>;
}

export const createFollowing = ({ db, clock }: Parts, { find, locked }: Changing): FollowingRoom => ({
  follow: async (actor, number, kind, wanted) => {
    const { placeId, memberId } = actor;
    const now = clock.now();
    const done = await db.prisma.$transaction(async (tx) => {
      const one = await locked(tx, placeId, number);
      if (!one) return undefined;
      const did = (await followerNamed(tx, one.id, { memberId, kind })) !== undefined;
      const isOn = wanted ?? !did;
      const planned = kind === 'knows' && isOn ? acquaintancePlanned(placeId, one, { memberId, now }) : undefined;
      if (did && !isOn) await deleteFollower(tx, one.id, { memberId, kind });
      if (!did && isOn) {
        await insertFollower(tx, one.id, { memberId, kind, now });
        // Whoever changed their mind before it was told, and again since, is named after all.
        if (planned) await forgetUnsaid(tx, placeId, planned.key);
      }
      const isTold = planned !== undefined && !(await keysPlanned(tx, placeId, [planned.key])).has(planned.key);
      if (isTold) await insertPlanned(tx, [planned], now);
      return { isOn, namedIn: isTold ? NAMED_AFTER : undefined };
    });
    const one = await find(actor, number);
    if (!one.ok) return one;
    return done ? ok({ initiative: one.value, ...done }) : fail({ code: 'initiative.unknown', number });
  },
});

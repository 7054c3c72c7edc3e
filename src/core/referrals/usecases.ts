// Being put in touch with a partner: what the person agrees to, what the partner answers, what time does to it, and what the
// staff sees of those whom every partner refused.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import { type AnswersRoom, createAnswers } from './answers.ts';
import { type ConsentsRoom, createConsents } from './consents.ts';
import type { Referral, ReferralFailure, Refused } from './model.ts';
import { createPassing, type PassingRoom } from './passing.ts';
import { refusedIn, writeFollowed } from './refused-store.ts';
import { referralsOf } from './store.ts';

export interface ReferralsRoom extends ConsentsRoom, AnswersRoom, PassingRoom {
  /** For the staff: those whom every partner refused, who wait first. The look is in the log. */
  refused(actor: Actor): Promise<Result<readonly Refused[], PeopleFailure>>;
  /** The staff looks after it, by the number of that row. */
  follow(actor: Actor, id: number): Promise<Result<void, ReferralFailure>>;
  /** For the staff: someone’s, the last ones first. */
  ofMember(actor: Actor, memberId: number): Promise<Result<readonly Referral[], PeopleFailure>>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

export interface ReferralParts extends Pick<Parts, 'db' | 'clock'> {
  placeOf(placeId: string): Place;
}

export const createReferrals = ({ db, clock, places }: Parts): ReferralsRoom => {
  const placeOf = (placeId: string): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };
  const parts: ReferralParts = { db, clock, placeOf };
  const looking = ({ placeId, memberId }: Actor) => ({ placeId, actorId: memberId, now: clock.now() });

  return {
    ...createConsents(parts),
    ...createAnswers(parts),
    ...createPassing(parts),

    refused: async (actor) => {
      const refused = notOfStaff(actor);
      return refused ? fail(refused) : ok(await refusedIn(db.prisma, looking(actor)));
    },

    follow: async (actor, id) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      return (await writeFollowed(db.prisma, id, looking(actor)))
        ? ok(undefined)
        : fail({ code: 'referral.not_found' });
    },

    ofMember: async (actor, memberId) => {
      const refused = notOfStaff(actor);
      return refused ? fail(refused) : ok(await referralsOf(db.prisma, actor.placeId, memberId));
    },
  };
};

// The partner's side: what they received, and their answers. Whoever does not speak for it finds nothing of that number.
import { fail, ok, type Result } from '../../kernel/result.ts';
import { each } from '../deliveries/staff-recipients.ts';
import { insertPlanned } from '../deliveries/store.ts';
import { keysOfMember } from '../partners/store.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { insertMessage } from './messages-store.ts';
import type { Answered, Received, Referral, ReferralAnswer, ReferralFailure } from './model.ts';
import { heraldsOf, refusedNotice } from './recipients.ts';
import { isOpen, turnOf } from './rules.ts';
import { lockMember, noteViewed, receivedBy, receivedNumbered, writeAnswer } from './store.ts';
import { tell } from './telling.ts';
import type { ReferralParts } from './usecases.ts';

type Outcome<T> = Promise<Result<T, ReferralFailure>>;

/** For whom a number stands, on the partner’s side: someone speaks for it, or the staff passes on. */
export interface Seen {
  readonly referral: Received;
  readonly isSpokenFor: boolean;
}

export interface AnswersRoom {
  /** Open ones, then those closed lately: of the partners one speaks for, of all for the staff. The look is in the log. */
  received(actor: Actor): Outcome<readonly Received[]>;
  look(actor: Actor, id: number): Outcome<Seen>;
  /** `reason`: of whoever declines. */
  answer(actor: Actor, id: number, answer: ReferralAnswer, reason?: string): Outcome<Answered>;
  /** By the person to the partner, or back; until it is closed. */
  write(actor: Actor, id: number, words: string): Outcome<Referral>;
}

/** How long what is closed still stands in the list. */
const CLOSED_FOR = { hours: 24 * 30 } as const;

const notAllowed = fail({ code: 'people.not_allowed', needed: 'partenaire' } as const);

export const createAnswers = ({ db, clock, placeOf }: ReferralParts): AnswersRoom => {
  const isStaff = (actor: Actor): boolean => holds(actor, 'animation');

  /** Undefined: of another partner, of another place, or of nobody. */
  const theirs = async (actor: Actor, id: number): Promise<Received | undefined> => {
    const referral = await receivedNumbered(db.prisma, actor.placeId, id);
    if (!referral || isStaff(actor)) return referral;
    const keys = await keysOfMember(db.prisma, actor.placeId, actor.memberId);
    return keys.has(referral.partnerKey) ? referral : undefined;
  };

  return {
    received: async (actor) => {
      if (!holds(actor, 'partenaire')) return notAllowed;
      const { placeId, memberId: actorId } = actor;
      const now = clock.now();
      const partnerKeys = isStaff(actor) ? undefined : [...(await keysOfMember(db.prisma, placeId, actorId))];
      const closedSince = now.subtract(CLOSED_FOR);
      return ok(await receivedBy(db.prisma, { placeId, actorId, partnerKeys, closedSince, now }));
    },

    look: async (actor, id) => {
      if (!holds(actor, 'partenaire')) return notAllowed;
      const referral = await theirs(actor, id);
      if (!referral) return fail({ code: 'referral.not_found' });
      const { placeId, memberId: actorId } = actor;
      await noteViewed(db.prisma, { placeId, actorId, now: clock.now() }, id);
      const { toldTo } = await heraldsOf(db.prisma, placeId, referral.partnerKey);
      return ok({ referral, isSpokenFor: toldTo === 'partner' });
    },

    answer: async (actor, id, answer, reason) => {
      if (!holds(actor, 'partenaire')) return notAllowed;
      const known = await theirs(actor, id);
      if (!known) return fail({ code: 'referral.not_found' });
      if (answer === 'declined' && (reason ?? '').trim() === '') return fail({ code: 'referral.reason_needed' });
      const { memberId: by, placeId } = actor;
      const [now, place] = [clock.now(), placeOf(placeId)];
      const because = answer === 'declined' ? reason?.trim() : undefined;
      return db.prisma.$transaction(async (tx): Outcome<Answered> => {
        await lockMember(tx, known.memberId);
        const referral = (await receivedNumbered(tx, placeId, id)) ?? known;
        const turn = turnOf(referral.state, answer, isStaff(actor) || referral.takenById === by);
        switch (turn) {
          case 'already':
            return ok({ referral, isNew: false });
          case 'taken':
            return fail({ code: 'referral.taken_by_other', by: referral.takenBy, at: referral.takenAt ?? now });
          case 'closed': {
            const { state, closedBy, closedAt } = referral;
            return fail({
              code: 'referral.closed',
              state,
              by: state === 'stopped' ? undefined : closedBy,
              at: closedAt ?? now,
            });
          }
          case 'write':
            break;
        }
        await writeAnswer(tx, { id, answer, reason: because, by, now });
        const kind = answer === 'taken' ? 'referral.taken' : 'referral.closed';
        const told = { place, kind, subjectId: id, step: answer, due: now } as const;
        await insertPlanned(tx, tell(each([referral.memberId]), told), now);
        await insertPlanned(tx, await refusedNotice(tx, place, referral.memberId, now), now);
        return ok({ referral: (await receivedNumbered(tx, placeId, id)) ?? referral, isNew: true });
      });
    },

    write: async (actor, id, words) => {
      const { placeId, memberId: authorId } = actor;
      const numbered = await receivedNumbered(db.prisma, placeId, id);
      const isPerson = numbered?.memberId === authorId;
      const referral = isPerson ? numbered : holds(actor, 'partenaire') ? await theirs(actor, id) : undefined;
      if (!referral) return fail({ code: 'referral.not_found' });
      const [now, place] = [clock.now(), placeOf(placeId)];
      return db.prisma.$transaction(async (tx): Outcome<Referral> => {
        await lockMember(tx, referral.memberId);
        const { state, closedAt, takenById, partnerKey } = (await receivedNumbered(tx, placeId, id)) ?? referral;
        if (!isOpen(state)) return fail({ code: 'referral.closed', state, by: undefined, at: closedAt ?? now });
        const saying = { placeId, referralId: id, authorId, fromPartner: !isPerson, words, now };
        const subjectId = await insertMessage(tx, saying);
        const { memberIds } = await heraldsOf(tx, placeId, partnerKey);
        // Whoever took it is answered; the others are left in peace.
        const partner = takenById !== undefined && memberIds.includes(takenById) ? [takenById] : memberIds;
        const to = isPerson ? partner : [referral.memberId];
        const told = { place, kind: 'referral.message', subjectId, step: 'said', due: now } as const;
        await insertPlanned(tx, tell(each(to), told), now);
        return ok(referral);
      });
    },
  };
};

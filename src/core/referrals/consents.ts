// The person's side: what would be shared, their consent, what became of it, and taking it back.
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { OrientationAnswers } from '../../place/orienting.ts';
import type { Partner } from '../../place/partner.ts';
import { CLOSED_AFTER } from '../../place/referring.ts';
import { each } from '../deliveries/staff-recipients.ts';
import { insertPlanned } from '../deliveries/store.ts';
import { open as openFollowup, stop as stopFollowup } from '../followups/opening-store.ts';
import { shownName } from '../names/store.ts';
import { withdrawContacts } from '../orientation/contacts-store.ts';
import { stillOffered } from '../orientation/rules.ts';
import { deleteDraft, draftFor } from '../orientation/store.ts';
import type { Actor } from '../people/model.ts';
import type { Proposal, Referral, ReferralFailure, Satisfaction, Sent, SharedWish, Stopped } from './model.ts';
import { deleteProposals, proposalNumbered, proposalTo, writeProposal } from './proposals-store.ts';
import { heraldsOf } from './recipients.ts';
import { answersShared, isOpen, nameShared, sharedFrom, workingInstant } from './rules.ts';
import { insertReferral, lockMember, referralsOf, refusersOf, withdraw, writeSatisfaction } from './store.ts';
import { tell } from './telling.ts';
import type { ReferralParts } from './usecases.ts';

type Outcome<T> = Promise<Result<T, ReferralFailure>>;

export interface ConsentsRoom {
  /** Whom one may be put in touch with. */
  proposable(actor: Actor): readonly Partner[];
  /** What would be shared with that partner: kept for a day, and nothing leaves. */
  propose(actor: Actor, partnerKey: string, wish: SharedWish): Outcome<Proposal>;
  /** To what that proposal says, at this instant. */
  agree(actor: Actor, proposalId: number): Outcome<Sent>;
  /** The last ones first. */
  mine(actor: Actor): Promise<readonly Referral[]>;
  /** Withdraws that consent. */
  stop(actor: Actor, id: number): Outcome<Stopped>;
  /** Withdraws all of them, and forgets what was said: the project stops. */
  stopAll(actor: Actor): Promise<Stopped>;
  /** Undefined: passed over. The first answer holds. */
  rate(actor: Actor, id: number, satisfaction: Satisfaction | undefined): Outcome<{ readonly isNew: boolean }>;
  /** What was shared of their orientation, for another one. */
  answersOf(actor: Actor, id: number): Outcome<OrientationAnswers>;
  /** Partners that are not to be proposed to them again. */
  refusers(actor: Actor): Promise<ReadonlySet<string>>;
}

const KEPT_FOR = { hours: 24 } as const;

export const createConsents = ({ db, clock, placeOf }: ReferralParts): ConsentsRoom => {
  const partnerOf = (actor: Actor, partnerKey: string): Result<Partner, ReferralFailure> => {
    const partner = placeOf(actor.placeId).partners.find(({ key }) => key === partnerKey);
    if (!partner) return fail({ code: 'referral.no_partner' });
    return partner.link === 'developing' ? fail({ code: 'referral.developing', partnerKey }) : ok(partner);
  };

  const own = async (actor: Actor, id: number): Promise<Referral | undefined> =>
    (await referralsOf(db.prisma, actor.placeId, actor.memberId)).find((referral) => referral.id === id);

  /** Partners hear that it stopped, and nothing more. */
  const stopping = (actor: Actor, id: number | undefined): Promise<Stopped> => {
    const { placeId, memberId } = actor;
    const [now, place] = [clock.now(), placeOf(placeId)];
    return db.prisma.$transaction(async (tx) => {
      await lockMember(tx, memberId);
      const standing = (await referralsOf(tx, placeId, memberId)).filter(
        (referral) => referral.withdrawnAt === undefined && (id === undefined || referral.id === id),
      );
      const withdrawn = await withdraw(tx, { placeId, memberId, now }, id);
      const opened = standing.filter(({ state }) => isOpen(state));
      for (const referral of opened) {
        const { memberIds } = await heraldsOf(tx, placeId, referral.partnerKey);
        const over = { place, kind: 'referral.over', subjectId: referral.id, step: 'stopped', due: now } as const;
        await insertPlanned(tx, tell(each(memberIds), over), now);
      }
      if (id === undefined) {
        await deleteProposals(tx, { placeId, memberId });
        await deleteDraft(tx, memberId);
        await withdrawContacts(tx, memberId);
        await stopFollowup(tx, { placeId, memberId, now });
      }
      return { partnerKeys: opened.map(({ partnerKey }) => partnerKey), withdrawn };
    });
  };

  return {
    proposable: ({ placeId }) => placeOf(placeId).partners.filter(({ link }) => link !== 'developing'),

    propose: async (actor, partnerKey, wish) => {
      const { placeId, memberId } = actor;
      const partner = partnerOf(actor, partnerKey);
      if (!partner.ok) return partner;
      const now = clock.now();
      const { as, displayName } = await shownName(db.prisma, memberId);
      const draft = stillOffered(placeOf(placeId), await draftFor(db.prisma, memberId, now));
      const before = (await proposalTo(db.prisma, actor, partnerKey, now))?.shared;
      const name = nameShared(displayName, as);
      const shared = sharedFrom({ name, answers: answersShared(draft.answers), before }, wish);
      const id = await writeProposal(db.prisma, actor, { partnerKey, shared }, now.add(KEPT_FOR));
      const { toldTo } = await heraldsOf(db.prisma, placeId, partnerKey);
      return ok({ id, partnerKey, shared, isSpokenFor: toldTo === 'partner' });
    },

    agree: async (actor, proposalId) => {
      const { placeId, memberId } = actor;
      const now = clock.now();
      const proposal = await proposalNumbered(db.prisma, actor, proposalId, now);
      if (!proposal) return fail({ code: 'referral.proposal_gone' });
      const { partnerKey, shared } = proposal;
      const partner = partnerOf(actor, partnerKey);
      if (!partner.ok) return partner;
      const place = placeOf(placeId);
      const sent = await db.prisma.$transaction(async (tx) => {
        await lockMember(tx, memberId);
        const { toldTo, memberIds } = await heraldsOf(tx, placeId, partnerKey);
        const id = await insertReferral(tx, { placeId, memberId, partnerKey, shared, now });
        if (id === undefined) return { isNew: false, toldTo };
        await openFollowup(tx, { placeId, memberId, because: 'referral', now });
        const expiresAt = workingInstant(now, CLOSED_AFTER, place);
        const told = { place, kind: 'referral.sent', subjectId: id, step: 'sent', due: now, expiresAt } as const;
        await insertPlanned(tx, tell(each(memberIds), told), now);
        return { isNew: true, toldTo };
      });
      const referral = (await referralsOf(db.prisma, placeId, memberId)).find(
        (known) => known.partnerKey === partnerKey && isOpen(known.state),
      );
      return referral ? ok({ referral, ...sent }) : fail({ code: 'referral.not_found' });
    },

    mine: ({ placeId, memberId }) => referralsOf(db.prisma, placeId, memberId),

    stop: async (actor, id) => {
      const referral = await own(actor, id);
      if (!referral) return fail({ code: 'referral.not_found' });
      if (referral.withdrawnAt) return fail({ code: 'referral.nothing_to_stop' });
      return ok(await stopping(actor, id));
    },

    stopAll: (actor) => stopping(actor, undefined),

    rate: async (actor, id, satisfaction) => {
      const referral = await own(actor, id);
      if (!referral) return fail({ code: 'referral.not_found' });
      if (referral.state !== 'helped') return fail({ code: 'referral.not_helped' });
      const { memberId } = actor;
      return ok({ isNew: await writeSatisfaction(db.prisma, { id, memberId, satisfaction, now: clock.now() }) });
    },

    answersOf: async (actor, id) => {
      const referral = await own(actor, id);
      return referral ? ok(referral.shared.answers ?? {}) : fail({ code: 'referral.not_found' });
    },

    refusers: ({ placeId, memberId }) => refusersOf(db.prisma, placeId, memberId),
  };
};

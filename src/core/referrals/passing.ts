// What time does to referrals: partners are reminded, what nobody answers is closed with an apology, and what is closed is
// forgotten. And what is still true of it when something is about to be said.

import { keepingOf } from '../../place/keeping.ts';
import type { Place } from '../../place/model.ts';
import { ASKED_AFTER, CLOSED_AFTER, REMINDED_AFTER } from '../../place/referring.ts';
import type { Delivery, Planned } from '../deliveries/model.ts';
import { each } from '../deliveries/staff-recipients.ts';
import { insertPlanned } from '../deliveries/store.ts';
import { speakerIds } from '../partners/store.ts';
import { staffOf } from '../people/store.ts';
import { messageNumbered } from './messages-store.ts';
import type { Received, Said } from './model.ts';
import { deleteExpiredProposals } from './proposals-store.ts';
import { heraldsOf, refusedNotice } from './recipients.ts';
import { isRefusedByAll, refusedOf } from './refused-store.ts';
import { isOpen, workingInstant } from './rules.ts';
import { expire, lockMember, receivedNumbered } from './store.ts';
import { tell } from './telling.ts';
import type { ReferralParts } from './usecases.ts';
import { type Waiting, waitingIn } from './waiting-store.ts';

export interface Told {
  readonly referral: Received;
  /** Someone speaks for the partner: it is theirs to answer, and not the staff's to pass on. */
  readonly isSpokenFor: boolean;
  /** Nobody is left who could answer the person: the staff looks after it. */
  readonly isRefusedByAll: boolean;
}

export interface PassingRoom {
  /** Closes what was left without an answer, forgets what nobody agreed to in a day; what partners are to be reminded of by now, told or not. */
  due(place: Place): Promise<readonly Planned[]>;
  /** Undefined: it has nothing to say any more, or not to them. */
  told(place: Place, delivery: Pick<Delivery, 'kind' | 'subjectId' | 'to'>): Promise<Told | undefined>;
  said(place: Place, delivery: Pick<Delivery, 'subjectId' | 'to'>): Promise<Said | undefined>;
  isRefusedByAll(place: Place, delivery: Pick<Delivery, 'subjectId'>): Promise<boolean>;
}

const isPast = (instant: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(instant, now) <= 0;

export const createPassing = ({ db, clock }: ReferralParts): PassingRoom => {
  /** When it is closed for want of a word. */
  const endOf = ({ sentAt, takenAt }: Waiting, place: Place): Temporal.Instant =>
    takenAt === undefined ? workingInstant(sentAt, CLOSED_AFTER, place) : takenAt.add(keepingOf(place).referrals);

  const close = async (place: Place, { id, memberId, partnerKey }: Waiting, now: Temporal.Instant): Promise<void> => {
    await db.prisma.$transaction(async (tx) => {
      await lockMember(tx, memberId);
      if (!(await expire(tx, id, now))) return;
      const told = { place, subjectId: id, step: 'expired', due: now } as const;
      const speakers = await speakerIds(tx, place.id, partnerKey);
      await insertPlanned(
        tx,
        [
          ...tell(each([memberId]), { ...told, kind: 'referral.closed' }),
          ...tell(each(speakers), { ...told, kind: 'referral.over' }),
          ...(await refusedNotice(tx, place, memberId, now)),
        ],
        now,
      );
    });
  };

  const reminders = async (place: Place, waiting: Waiting, now: Temporal.Instant): Promise<readonly Planned[]> => {
    const { id: subjectId, sentAt, takenAt, takenById, partnerKey } = waiting;
    const steps =
      takenAt === undefined
        ? REMINDED_AFTER.map((count, index) => ({
            kind: 'referral.reminder' as const,
            step: `reminder ${count}`,
            due: workingInstant(sentAt, count, place),
            expiresAt: workingInstant(sentAt, REMINDED_AFTER[index + 1] ?? CLOSED_AFTER, place),
          }))
        : [
            {
              kind: 'referral.news' as const,
              step: 'news',
              due: workingInstant(takenAt, ASKED_AFTER, place),
              expiresAt: endOf(waiting, place),
            },
          ];
    const past = steps.filter(({ due }) => isPast(due, now));
    if (past.length === 0) return [];
    const { memberIds } = await heraldsOf(db.prisma, place.id, partnerKey);
    const to = takenById !== undefined && memberIds.includes(takenById) ? [takenById] : memberIds;
    return past.flatMap((step) => tell(each(to), { place, subjectId, ...step }));
  };

  /** Whoever speaks for the partner, and the staff. */
  const mayRead = async (placeId: string, { partnerKey }: Received, to: Delivery['to']): Promise<boolean> =>
    'memberId' in to &&
    [...(await speakerIds(db.prisma, placeId, partnerKey)), ...(await staffOf(db.prisma, placeId))].includes(
      to.memberId,
    );

  const isStillTrue = ({ state, withdrawnAt }: Received, kind: Delivery['kind']): boolean => {
    switch (kind) {
      case 'referral.sent':
      case 'referral.reminder':
        return state === 'sent';
      case 'referral.news':
      case 'referral.taken':
        return state === 'taken';
      case 'referral.closed':
        return !isOpen(state) && withdrawnAt === undefined;
      case 'referral.over':
        return state === 'stopped' || state === 'expired';
      default:
        return false;
    }
  };

  return {
    due: async (place) => {
      const now = clock.now();
      await deleteExpiredProposals(db.prisma, place.id, now);
      const planned: Planned[] = [];
      for (const waiting of await waitingIn(db.prisma, place.id)) {
        if (isPast(endOf(waiting, place), now)) await close(place, waiting, now);
        else planned.push(...(await reminders(place, waiting, now)));
      }
      return planned;
    },

    told: async (place, { kind, subjectId, to }) => {
      const referral = await receivedNumbered(db.prisma, place.id, subjectId);
      if (!referral || !isStillTrue(referral, kind)) return undefined;
      const isOfPerson = kind === 'referral.taken' || kind === 'referral.closed';
      const isTheirs = isOfPerson
        ? 'memberId' in to && to.memberId === referral.memberId
        : await mayRead(place.id, referral, to);
      if (!isTheirs) return undefined;
      const { toldTo } = await heraldsOf(db.prisma, place.id, referral.partnerKey);
      const refused = await refusedOf(db.prisma, place.id, referral.memberId);
      return { referral, isSpokenFor: toldTo === 'partner', isRefusedByAll: refused !== undefined };
    },

    said: async (place, { subjectId, to }) => {
      const said = await messageNumbered(db.prisma, place.id, subjectId);
      if (!said || !('memberId' in to)) return undefined;
      if (said.fromPartner) return said.referral.memberId === to.memberId ? said : undefined;
      const received = await receivedNumbered(db.prisma, place.id, said.referral.id);
      return received && (await mayRead(place.id, received, to)) ? said : undefined;
    },

    isRefusedByAll: ({ id }, { subjectId }) => isRefusedByAll(db.prisma, id, subjectId),
  };
};

// Being put in touch with a partner, as time passes: its partner is reminded, silence ends it; and what is then said of it.
import type { Core } from '../core/core.ts';
import type { Delivery } from '../core/deliveries/model.ts';
import {
  newsReply,
  overReply,
  receivedReply,
  refusedByAllReply,
  reminderReply,
} from '../messages/referral-partner.fr.ts';
import { closedReply, saidReply, takenReply } from '../messages/referral-steps.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import type { Job } from './job.ts';

export const referralJob = ({ referrals }: Core): Job => ({
  name: 'referrals',
  runs: 'claimed',
  onlyPlans: false,
  run: (place) => referrals.due(place),
});

/** Undefined: there is nothing left to say. */
export const referralWords = async (
  { referrals }: Core,
  place: Place,
  delivery: Delivery,
): Promise<Reply | undefined> => {
  if (delivery.kind === 'referral.refused_by_all')
    return (await referrals.isRefusedByAll(place, delivery)) ? refusedByAllReply() : undefined;
  if (delivery.kind === 'referral.message') {
    const said = await referrals.said(place, delivery);
    return said && saidReply(place, said);
  }
  const told = await referrals.told(place, delivery);
  if (!told) return undefined;
  const { referral, isSpokenFor, isRefusedByAll } = told;
  switch (delivery.kind) {
    case 'referral.sent':
      return receivedReply(place, referral, isSpokenFor);
    case 'referral.reminder':
      return reminderReply(place, referral, isSpokenFor);
    case 'referral.news':
      return newsReply(place, referral, isSpokenFor);
    case 'referral.over':
      return overReply(place, referral);
    case 'referral.taken':
      return takenReply(place, referral);
    case 'referral.closed':
      return closedReply(place, referral, isRefusedByAll);
    default:
      return undefined;
  }
};

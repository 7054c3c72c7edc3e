// A referral: a person put in touch with a partner, with their consent to that partner and to what is shared, and no more.
import type { Condition } from '../../place/orientation.ts';
import type { PeopleFailure } from '../people/model.ts';

export type ReferralState =
  /** Nobody has answered. */
  | 'sent'
  | 'taken'
  | 'declined'
  /** The partner tried, and reached nobody. */
  | 'unreachable'
  | 'helped'
  /** By the person. */
  | 'stopped'
  /** Nobody answered in time, or nothing was heard of it any more. */
  | 'expired';

/** What a partner answers. */
export type ReferralAnswer = Extract<ReferralState, 'taken' | 'declined' | 'unreachable' | 'helped'>;

export type Satisfaction = 'full' | 'partly' | 'none';

/** Of an orientation, by question. Never who one is: that was said for oneself alone. */
export type SharedAnswers = Readonly<Partial<Record<Condition | 'district', readonly string[]>>>;

/** All that a partner learns of someone, as they agreed to it. */
export interface Shared {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** In their own words. */
  readonly note?: string | undefined;
  readonly answers?: SharedAnswers | undefined;
}

/** Once it is closed, the answers at most. */
export type Remaining = { readonly [K in keyof Shared]?: Shared[K] | undefined };

/** What someone adds to what is shared; what is not said stays as it was proposed before. */
export interface SharedWish {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly note?: string | undefined;
  /** Whether the answers of their orientation go with it. */
  readonly withAnswers?: boolean | undefined;
  /** Begins again from the least. */
  readonly afresh?: boolean | undefined;
}

/** What a card shows before someone agrees. Its number changes with what it says. */
export interface Proposal {
  readonly id: number;
  readonly partnerKey: string;
  readonly shared: Shared;
  /** Someone speaks for the partner: it is told by the bot, else by hand. */
  readonly isSpokenFor: boolean;
}

export interface Referral {
  readonly id: number;
  readonly memberId: number;
  readonly partnerKey: string;
  readonly state: ReferralState;
  readonly shared: Remaining;
  readonly consentedAt: Temporal.Instant;
  readonly withdrawnAt: Temporal.Instant | undefined;
  readonly takenAt: Temporal.Instant | undefined;
  readonly closedAt: Temporal.Instant | undefined;
  /** Why the partner declined. */
  readonly reason: string | undefined;
  readonly satisfaction: Satisfaction | undefined;
  readonly ratedAt: Temporal.Instant | undefined;
}

/** As the partner sees it: who took it among them, and by which accounts the person can be written to. */
export interface Received extends Referral {
  readonly takenBy: string | undefined;
  readonly takenById: number | undefined;
  readonly closedBy: string | undefined;
  readonly accounts: readonly { readonly platform: string; readonly userId: string }[];
}

/** Who was told: those who speak for the partner, the staff in their stead, or nobody yet. */
export type ToldTo = 'partner' | 'staff' | 'nobody';

export interface Sent {
  readonly referral: Referral;
  /** False: it was under way already. */
  readonly isNew: boolean;
  readonly toldTo: ToldTo;
}

export interface Answered {
  readonly referral: Received;
  /** False: it had been answered so already. */
  readonly isNew: boolean;
}

export interface Stopped {
  /** Those that were open. */
  readonly partnerKeys: readonly string[];
  /** Those whose consent was withdrawn, closed ones included. */
  readonly withdrawn: number;
}

/** Someone whom every partner refused, by the last of their referrals. */
export interface Refused {
  readonly id: number;
  readonly memberId: number;
  readonly name: string;
  readonly since: Temporal.Instant;
  readonly referrals: readonly {
    readonly partnerKey: string;
    readonly state: ReferralState;
    readonly reason: string | undefined;
  }[];
  /** Who of the staff looks after it. */
  readonly followedBy: string | undefined;
}

export interface Said {
  readonly referral: Referral;
  readonly fromPartner: boolean;
  readonly words: string;
  readonly author: string;
}

export type ReferralFailure =
  | { readonly code: 'referral.not_found' }
  | { readonly code: 'referral.no_partner' }
  /** Its link with the place is being developed: nothing is promised. */
  | { readonly code: 'referral.developing'; readonly partnerKey: string }
  /** What a card showed is no longer what would be shared. */
  | { readonly code: 'referral.proposal_gone' }
  /** A colleague of theirs looks after it. */
  | { readonly code: 'referral.taken_by_other'; readonly by: string | undefined; readonly at: Temporal.Instant }
  | {
      readonly code: 'referral.closed';
      readonly state: ReferralState;
      readonly by: string | undefined;
      readonly at: Temporal.Instant;
    }
  | { readonly code: 'referral.reason_needed' }
  | { readonly code: 'referral.not_helped' }
  | { readonly code: 'referral.nothing_to_stop' }
  | PeopleFailure;

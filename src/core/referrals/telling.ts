// What people are told of a referral, each thing once, by its number and its step. Pure: who they are is given.
import type { Place } from '../../place/model.ts';
import type { DeliveryKind, Planned, Recipient } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';

type ReferralKind = Extract<DeliveryKind, `referral.${string}`>;

interface Telling {
  readonly place: Place;
  readonly kind: ReferralKind;
  readonly subjectId: number;
  /** What happened, as the key says it: « taken », « reminder 5 ». */
  readonly step: string;
  readonly due: Temporal.Instant;
  /** Undefined: a week later. */
  readonly expiresAt?: Temporal.Instant;
}

const USEFUL_FOR = { hours: 24 * 7 } as const;

const nameOf = (to: Recipient): string => ('memberId' in to ? String(to.memberId) : to.channel.platform);

export const tell = (recipients: readonly Recipient[], telling: Telling): readonly Planned[] => {
  const { place, kind, subjectId, step } = telling;
  const due = outOfQuietHours(telling.due, place);
  return recipients.map((to) => ({
    placeId: place.id,
    key: `${kind} ${subjectId} ${step}, ${nameOf(to)}`,
    to,
    kind,
    subjectId,
    due,
    expiresAt: telling.expiresAt ?? due.add(USEFUL_FOR),
  }));
};

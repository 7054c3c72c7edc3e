// Waiting for a place that is taken: who is in line, and who is being offered it.
import type { Stay, WantedEquipment } from '../booking/model.ts';

export type WaitState = 'waiting' | 'offered' | 'taken' | 'passed' | 'expired' | 'left' | 'stale';

export interface Wait extends Stay {
  readonly id: number;
  readonly memberId: number;
  readonly people: number;
  readonly equipment: readonly WantedEquipment[];
  readonly purpose: string | undefined;
  readonly state: WaitState;
  /** Until when an offer stands; undefined until its person is told of it. */
  readonly expiresAt: Temporal.Instant | undefined;
  /** How many wait for the same space at the same time, and came before. */
  readonly ahead: number;
}

export type WaitFailure =
  | { readonly code: 'waitlist.not_found' }
  /** Not now: they are in line. */
  | { readonly code: 'waitlist.not_offered'; readonly wait: Wait }
  /** It was offered, and is no longer: its time is over, or they gave it up. */
  | { readonly code: 'waitlist.over'; readonly wait: Wait };

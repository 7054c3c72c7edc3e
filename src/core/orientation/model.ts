// Orientation: whom to see for one's project, and why. The bot proposes and never decides.
import type { Question } from '../../place/orientation.ts';
import type { OrientationAnswers, Reason } from '../../place/orienting.ts';
import type { Partner } from '../../place/partner.ts';
import type { Event } from '../agenda/model.ts';
import type { Slot } from '../agenda/slots.ts';

/** What someone has said so far, until it is forgotten. */
export interface OrientationDraft {
  readonly answers: OrientationAnswers;
  /** Partners that they named themselves. */
  readonly named: readonly string[];
  /** Questions that they left, answered or not. */
  readonly passed: readonly Question[];
  /** When they agreed to say which publics they are of. */
  readonly publicsAgreedAt: Temporal.Instant | undefined;
}

export const EMPTY: OrientationDraft = { answers: {}, named: [], passed: [], publicsAgreedAt: undefined };

/** `name`: they named it themselves. */
export type Because = Reason | { readonly question: 'name' };

export interface Suggestion {
  readonly partner: Partner;
  /** Never empty. */
  readonly because: readonly Because[];
  /** Its link with the place is being developed: it is told, and no session is promised. */
  readonly isInformation: boolean;
}

export interface SuggestionWithSession extends Suggestion {
  /** The next one of theirs that is announced and has a place left. */
  readonly session: Event | undefined;
  /** By appointment, the first slot of it that they can have. */
  readonly slot: Slot | undefined;
}

export type ContactWish = 'talk' | 'callback';

/** What became of someone's wish to be contacted. */
export interface AskedContact {
  /** False: they had asked already, and wait. */
  readonly isNew: boolean;
  /** Whether anyone of the staff could be told; else they see it when they look. */
  readonly isTold: boolean;
  readonly at: Temporal.Instant;
}

export type OrientationFailure =
  /** The place has no orientation. */
  | { readonly code: 'orientation.none' }
  /** A button of another time, or a word of their own. */
  | { readonly code: 'orientation.unknown_answer' }
  | { readonly code: 'orientation.consent_needed' };

// The follow-up of those who were oriented: one file a person, for the staff who accompanies them, and for themselves.
import type { ContactWish } from '../orientation/model.ts';
import type { PeopleFailure } from '../people/model.ts';
import type { Attendance } from '../sessions/model.ts';

/** What opened it: they asked to be contacted, or agreed that a partner be told of them. */
export type OpenedBecause = ContactWish | 'referral';

export type FollowupState = 'new' | 'contacted' | 'supported' | 'created' | 'closed';
export type OpenState = Exclude<FollowupState, 'closed'>;

/** Why the staff closes one. */
export type StaffClosing = 'helped' | 'elsewhere' | 'silent' | 'other';
/** `stopped`: the person’s own word. */
export type Closing = StaffClosing | 'stopped';

/** Of whom something is expected now. */
export type Turn = 'staff' | 'partner' | 'person' | 'nobody';

export interface NextStep {
  readonly words: string;
  readonly due: Temporal.PlainDate | undefined;
}

export interface Named {
  readonly memberId: number;
  readonly name: string;
}

export interface Followup {
  readonly id: number;
  readonly person: Named;
  readonly state: FollowupState;
  readonly openedAt: Temporal.Instant;
  readonly follower: Named | undefined;
  readonly nextStep: NextStep | undefined;
  readonly closedAt: Temporal.Instant | undefined;
  readonly closedBecause: Closing | undefined;
  /** Moved by each change. */
  readonly version: number;
  /** What they asked for, and nobody answered yet. */
  readonly wishes: readonly ContactWish[];
  /** Partners who were told of them, and did not answer. */
  readonly unanswered: number;
  /** A partner expects them. */
  readonly hasAppointment: boolean;
}

export interface FollowupInLine extends Followup {
  readonly turn: Turn;
}

export interface Note {
  readonly id: number;
  readonly at: Temporal.Instant;
  /** Undefined: they are gone. */
  readonly author: string | undefined;
  readonly words: string;
}

export type Happened =
  | { readonly what: 'asked'; readonly because: OpenedBecause }
  | { readonly what: 'state'; readonly state: FollowupState; readonly because: Closing | undefined }
  | { readonly what: 'note' }
  /** Undefined: it was done, or taken away. */
  | { readonly what: 'step'; readonly due: Temporal.PlainDate | undefined; readonly isSet: boolean }
  | { readonly what: 'handed'; readonly to: string | undefined }
  | { readonly what: 'stopped' };

export interface Change {
  readonly at: Temporal.Instant;
  /** Of the staff; undefined: the person, or someone who is gone. */
  readonly by: string | undefined;
  readonly happened: Happened;
}

export interface Visit {
  readonly partnerKey: string;
  readonly start: Temporal.Instant;
  readonly attendance: Attendance;
}

export interface FollowupFile extends FollowupInLine {
  /** The oldest first; none of someone who stopped. */
  readonly notes: readonly Note[];
  readonly changes: readonly Change[];
  readonly visits: readonly Visit[];
}

/** What is kept of oneself. */
export interface OwnFile extends Omit<FollowupFile, 'notes'> {
  readonly notes: number;
}

/** What the staff does of one, and is shown again: `seen` is the version that was shown; undefined: whatever it is. */
export type FollowupAct =
  | { readonly act: 'state'; readonly state: OpenState }
  | { readonly act: 'close'; readonly because: StaffClosing }
  | { readonly act: 'plan'; readonly step: NextStep }
  | { readonly act: 'done' }
  | { readonly act: 'hand'; readonly to: number };

export interface QueueWish {
  /** Undefined: all that are open. */
  readonly state: FollowupState | undefined;
  readonly isMine: boolean;
  /** From 1. */
  readonly page: number;
}

/** Some of the queue, and how many there are. */
export interface QueuePage {
  readonly files: readonly FollowupInLine[];
  readonly before: number;
  readonly total: number;
}

export type FollowupFailure =
  | PeopleFailure
  | { readonly code: 'followup.not_found' }
  /** Someone else acted meanwhile: nothing was done. */
  | { readonly code: 'followup.moved'; readonly file: FollowupFile }
  | { readonly code: 'followup.closed'; readonly id: number }
  /** The person’s own word is not undone by the staff. */
  | { readonly code: 'followup.stopped' }
  | { readonly code: 'followup.not_of_staff' }
  | { readonly code: 'followup.step_past' }
  | { readonly code: 'followup.note_gone' };

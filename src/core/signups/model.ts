// Who comes to what is on: an answer a person, a place in a line where there is no room.
import type { Answer, Event } from '../agenda/model.ts';
import type { Slot } from '../agenda/slots.ts';

/** What can be answered: whoever wants to come gets in line, and the line moves at once where there is room. */
export type Wish = 'going' | 'maybe' | 'not_going';

/** What someone answered; `ahead`: how many wait before them, of those in line. */
export interface Standing {
  readonly answer: Answer | undefined;
  readonly ahead: number;
  /** Of a session by appointment, the one that is theirs. */
  readonly slot: Slot | undefined;
}

export interface Attendance {
  readonly event: Event;
  /** At the times at which they come: those of their appointment, where they have one. */
  readonly own: Event;
  readonly standing: Standing;
}

export interface Answered extends Attendance {
  /** False: they had answered that already. */
  readonly changed: boolean;
  /** They had a place, which is now someone else's or anyone's. */
  readonly gaveUp: boolean;
}

/** One event, for one person. */
export interface Seen extends Attendance {
  /** Its organiser, or of the staff. */
  readonly maySeeNames: boolean;
  /** Of its series, those to come, by start. */
  readonly others: readonly Event[];
}

export interface Attendee {
  readonly name: string;
  readonly answer: Answer;
}

/** When and where an event was before it moved, and why it did. */
export type Was = Pick<Event, 'start' | 'end' | 'spaceKey' | 'location'> & { readonly because?: string | undefined };

/** What someone is told of an event that they had answered to. */
export interface Notice extends Attendance {
  readonly was: Was | undefined;
}

export type SignupFailure =
  | { readonly code: 'signup.begun'; readonly event: Event }
  | { readonly code: 'signup.cancelled'; readonly event: Event }
  /** It was read from someone else's calendar: one signs up there. */
  | { readonly code: 'signup.elsewhere'; readonly event: Event }
  /** Each comes at a time of their own: one takes an appointment. */
  | { readonly code: 'signup.by_slot'; readonly event: Event };

// Two initiatives or projects that were proposed to one another: what each side answered, whether they were introduced, and what
// became of it. Each is named to the other once both agreed, and not before.
import type { Reason, SheetNumber, SheetRef } from '../synergies/model.ts';

export type Side = 'first' | 'second';
export type Answer = 'yes' | 'no';
export type Outcome = 'done' | 'none';

/** Why it ended before anyone was introduced. */
export type Closing =
  | 'refused'
  /** Someone took back their agreement. */
  | 'withdrawn'
  | 'unanswered'
  /** One of them was merged, archived or hidden, sleeps, or became something else. */
  | 'gone';

export type LinkState = 'waiting' | 'agreed' | 'introduced' | Outcome | Closing;

export interface Account {
  readonly platform: string;
  readonly workspace: string;
  readonly userId: string;
}

/** One of the two, with whoever answers for it: the initiative's veilleuse, the project's owner. */
export interface LinkEnd extends SheetRef, SheetNumber {
  readonly title: string;
  /** By whom else than its owner. */
  readonly seenBy: 'team' | 'members';
  /** Undefined: nobody follows it any more. */
  readonly ownerId: number | undefined;
  readonly ownerIsTeam: boolean;
  /** As the other reads it, once both agreed. */
  readonly ownerName: string;
  readonly accounts: readonly Account[];
  /** Others may still be told of it. */
  readonly isOpen: boolean;
  readonly answer: Answer | undefined;
  /** What they chose to be reached by; undefined: where they talk to the bot. */
  readonly contact: string | undefined;
}

export interface Link {
  readonly id: number;
  readonly placeId: string;
  readonly first: LinkEnd;
  readonly second: LinkEnd;
  /** Seen from the first. */
  readonly reasons: readonly Reason[];
  readonly proposedBy: number | undefined;
  readonly proposedAt: Temporal.Instant;
  readonly introducedAt: Temporal.Instant | undefined;
  /** When both are next asked what became of it. */
  readonly askAt: Temporal.Instant | undefined;
  readonly outcome: Outcome | undefined;
  readonly closedBecause: Closing | undefined;
}

/** As one side reads it. */
export interface LinkSeen {
  readonly link: Link;
  readonly mine: LinkEnd;
  readonly other: LinkEnd;
}

/** What was proposed in some days, and what came of it. */
export interface LinkCounts {
  readonly proposed: number;
  readonly introduced: number;
  readonly done: number;
  readonly none: number;
  readonly refused: number;
}

export type LinkFailure =
  | { readonly code: 'link.not_found' }
  /** One of the two is not there for whoever asks. */
  | { readonly code: 'link.no_such_end' }
  | { readonly code: 'link.itself' }
  /** Neither is theirs, and they are not of the team. */
  | { readonly code: 'link.not_yours' }
  /** It sleeps, is archived, or is seen by its owner alone: nobody can be asked. */
  | { readonly code: 'link.end_closed' }
  /** One is shown to the team alone, and whoever answers for the other is not of it. */
  | { readonly code: 'link.hidden_end' }
  /** Nobody follows one of them. */
  | { readonly code: 'link.nobody_to_ask' }
  | { readonly code: 'link.known'; readonly state: LinkState }
  | { readonly code: 'link.over'; readonly state: LinkState }
  /** There is no agreement of theirs to take back. */
  | { readonly code: 'link.not_agreed' }
  | { readonly code: 'link.not_introduced' };

// Residents' initiatives: what is coded of them first, free words second. Whoever carries one is named nowhere: its number
// stands for it. Codes are keys of the place file.
import type { SheetCodes } from '../../place/sheet-codes.ts';
import type { Channel } from '../deliveries/model.ts';

export const initiativeStates = ['spotted', 'met', 'accompanied', 'became_project', 'dormant'] as const;
export type InitiativeState = (typeof initiativeStates)[number];

/** Whether whoever carries it agrees to be contacted. */
export const agreements = ['to_ask', 'yes', 'no'] as const;
export type Agreement = (typeof agreements)[number];

export interface Sketch extends SheetCodes {
  readonly title: string;
  /** What no code says. */
  readonly summary: string;
  readonly people: number | undefined;
}

export interface Initiative extends Sketch {
  readonly id: number;
  /** As people read it: I-042. */
  readonly number: number;
  readonly objectives: readonly string[];
  readonly agreement: Agreement;
  readonly state: InitiativeState;
  /** The veilleuse who follows it; undefined: she is no longer known. */
  readonly ownerId: number | undefined;
  /** The message that it was noted from. */
  readonly sourceLink: string | undefined;
  readonly createdAt: Temporal.Instant;
  readonly newsAt: Temporal.Instant;
  /** The number of the one that answers for it since they were merged. */
  readonly mergedInto: number | undefined;
  /** Moved by all that its card shows. */
  readonly version: number;
  readonly followers: number;
  readonly acquaintances: number;
}

/** What is changed by one press. */
export type Answered =
  | { readonly field: 'district' | 'theme' | 'stage'; readonly key: string }
  | { readonly field: 'needs' | 'offers' | 'objectives'; readonly key: string }
  | { readonly field: 'agreement'; readonly key: Agreement };

export type StepKind = 'noted' | 'state' | 'changed' | 'handed' | 'merged' | 'news';

/** What happened to it. Of one that was merged into it, with its own number. */
export interface Step {
  readonly at: Temporal.Instant;
  readonly number: number;
  readonly author: string | undefined;
  readonly kind: StepKind;
  /** The new state, the field, whom it was handed to, the number that was merged. */
  readonly detail: string | undefined;
}

export interface Note {
  readonly at: Temporal.Instant;
  readonly author: string | undefined;
  readonly words: string;
}

/** What the team reads. */
export interface Dossier {
  readonly initiative: Initiative;
  readonly owner: string | undefined;
  /** The oldest first, of those that were merged into it too. */
  readonly steps: readonly Step[];
  readonly notes: readonly Note[];
  readonly acquainted: readonly string[];
}

export interface Filter {
  readonly states?: readonly InitiativeState[] | undefined;
  readonly district?: string | undefined;
  readonly theme?: string | undefined;
  readonly ownerId?: number | undefined;
}

export interface Noting {
  readonly sketch: Sketch;
  readonly sourceLink: string | undefined;
  readonly requestId: string;
  /** Where its card is shown to everyone; undefined: nowhere. */
  readonly channel: Channel | undefined;
  /** The number of the one that it is the same as. */
  readonly mergeInto: number | undefined;
}

export interface Similar {
  readonly number: number;
  readonly title: string;
}

export type Following = 'follows' | 'knows';

export interface Followed {
  readonly initiative: Initiative;
  /** False: they no longer do. */
  readonly isOn: boolean;
  /** How long until its veilleuse is told who they are; undefined: she is not, or was. */
  readonly namedIn: Temporal.Duration | undefined;
}

/** What those who follow it are told. */
export type Moved =
  | { readonly kind: 'state' | 'handed'; readonly initiative: Initiative }
  /** `number`: of the one that is now in it. */
  | { readonly kind: 'merged'; readonly initiative: Initiative; readonly number: number };

export type InitiativeFailure =
  | { readonly code: 'initiative.unknown'; readonly number: number }
  | { readonly code: 'initiative.unknown_code' }
  | { readonly code: 'initiative.itself' }
  | { readonly code: 'initiative.not_a_veilleuse'; readonly name: string };

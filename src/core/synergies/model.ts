// Who could be of use to whom: an initiative or a project, as the matcher sees it, and what it says of two of them.

import type { SheetCodes } from '../../place/sheet-codes.ts';

export type SheetKind = 'initiative' | 'project';

export interface SheetRef {
  readonly kind: SheetKind;
  readonly id: number;
}

/** As people read it: I-042, P-007. */
export interface SheetNumber {
  readonly kind: SheetKind;
  readonly number: number;
}

/** Codes are keys of the place file. */
export interface Sheet extends SheetRef, SheetNumber, SheetCodes {
  readonly title: string;
  readonly newsAt: Temporal.Instant;
}

/** Whose eyes: the team sees what members see, and more. */
export type Audience = 'team' | 'members';

/** How alike their words are, each from 0 to 1. */
export interface Likeness {
  /** Of their titles, letter by letter: what is misspelt is alike all the same. */
  readonly titles: number;
  /** Of the stems of all their words. */
  readonly words: number;
}

/** Why two belong together, and what it weighs. */
export type Reason =
  /** The first needs what the second offers. */
  | { readonly because: 'need_met'; readonly codes: readonly string[]; readonly points: number }
  /** The first offers what the second needs. */
  | { readonly because: 'offer_wanted'; readonly codes: readonly string[]; readonly points: number }
  | { readonly because: 'theme'; readonly theme: string; readonly points: number }
  | { readonly because: 'district'; readonly district: string; readonly points: number }
  | { readonly because: 'words'; readonly points: number }
  /** One begins, the other has been there for long. */
  | { readonly because: 'stage'; readonly ahead: 'first' | 'second'; readonly points: number };

export interface Synergy {
  readonly sheet: Sheet;
  /** The sum of its reasons' points. */
  readonly score: number;
  /** Heaviest first; never empty. */
  readonly reasons: readonly Reason[];
}

/** An initiative that may be the one that someone is about to note. */
export interface LikelyDuplicate {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  /** From 0 to 1. */
  readonly score: number;
}

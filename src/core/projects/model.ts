// A project holder's sheet: what they chose to say of their project, and to whom. Codes are keys of the place file.

import type { CodeField, SheetCodes } from '../../place/sheet-codes.ts';

/** Its owner alone; the team (staff and veilleuses) too; every member. */
export const visibilities = ['private', 'team', 'members'] as const;
export type Visibility = (typeof visibilities)[number];

export interface ProjectFacts extends SheetCodes {
  readonly name: string;
  readonly pitch: string;
  readonly form: string | undefined;
}

export interface Project extends ProjectFacts {
  readonly id: number;
  /** As people read it: P-007. */
  readonly number: number;
  readonly ownerId: number;
  /** As they show it in /compte; undefined: they show none. */
  readonly owner: string | undefined;
  readonly visibility: Visibility;
  /** The one that it comes from. */
  readonly initiative: { readonly id: number; readonly number: number; readonly title: string } | undefined;
  readonly createdAt: Temporal.Instant;
  readonly archivedAt: Temporal.Instant | undefined;
}

/** What is said by one press: a code that is said again is taken back. */
export interface CodeAnswer {
  readonly field: CodeField;
  readonly key: string;
}

export interface DirectoryWish {
  readonly theme?: string | undefined;
  readonly district?: string | undefined;
  /** A code that it needs, or offers. */
  readonly need?: string | undefined;
  readonly offer?: string | undefined;
}

export interface Directory {
  readonly projects: readonly Project[];
  /** With those that the list leaves out. */
  readonly count: number;
}

export type ProjectFailure =
  | { readonly code: 'project.not_found' }
  | { readonly code: 'project.not_yours'; readonly number: number }
  | { readonly code: 'project.archived'; readonly number: number }
  | { readonly code: 'project.unknown_code' }
  | { readonly code: 'project.no_initiative' };

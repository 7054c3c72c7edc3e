// A structure: an association, a company, a cooperative that the place hosts. Its members book within a common quota.
import type { SpaceKey } from '../../place/model.ts';
import type { PeopleFailure } from '../people/model.ts';
import type { NamedMember, RolesFailure } from '../roles/model.ts';

export interface Structure {
  readonly id: number;
  readonly name: string;
}

/** One space in the running week. */
export interface WeekOfSpace {
  readonly spaceKey: SpaceKey;
  /** Undefined: no limit. */
  readonly perWeek: number | undefined;
  /** The staff set it for this structure: it is not the place file's. */
  readonly isOwn: boolean;
  readonly used: number;
}

export interface StructureCard extends Structure {
  readonly members: readonly Pick<NamedMember, 'memberId' | 'name'>[];
  readonly week: readonly WeekOfSpace[];
}

/** A week in which its members have more than it may: nothing is taken back, and nothing is added. */
export interface Overrun {
  readonly spaceKey: SpaceKey;
  readonly monday: Temporal.PlainDate;
  readonly booked: number;
  readonly perWeek: number;
}

/** `usual`: what the place file says. */
export type WeeklyQuota = number | 'usual' | 'unlimited';

/** What the members of a person's structure have, in whole weeks, and what it may have. */
export interface Share {
  readonly structure: string;
  /** A space that is not there has no limit. */
  readonly quotas: ReadonlyMap<SpaceKey, number>;
  readonly stays: readonly {
    readonly id?: number | undefined;
    readonly spaceKey: SpaceKey;
    readonly start: Temporal.ZonedDateTime;
  }[];
  /** The booking that is being changed: in its own week, it is counted already. */
  readonly moving?: number | undefined;
}

/** Which person, which structure, and what was theirs before. */
export interface Placed {
  readonly kind: 'placed';
  readonly person: NamedMember;
  readonly structure: Structure | undefined;
  readonly former: Structure | undefined;
  readonly overruns: readonly Overrun[];
}

export interface QuotaSet {
  readonly card: StructureCard;
  readonly spaceKey: SpaceKey;
  readonly former: WeeklyQuota;
  readonly overruns: readonly Overrun[];
}

/** What the staff wanted to do. */
export type StructureAct = 'create' | 'admit' | 'dismiss' | 'rename' | 'quota' | 'close' | 'restore';

export type StructureFailure =
  | { readonly code: 'structure.unknown'; readonly typed: string; readonly near: readonly string[] }
  | { readonly code: 'structure.name_taken'; readonly name: string }
  /** Something that the act needs was not said, or could not be told apart. */
  | { readonly code: 'structure.unclear'; readonly act: StructureAct }
  | { readonly code: 'structure.not_member'; readonly name: string }
  | PeopleFailure
  | RolesFailure;

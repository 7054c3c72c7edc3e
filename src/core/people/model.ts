// A person is one member with as many identities as platforms; what the rest of the core knows of them is an Actor.
import type { Role } from '../../place/model.ts';

export interface Actor {
  readonly memberId: number;
  readonly placeId: string;
  readonly roles: ReadonlySet<Role>;
}

/** Where a person comes from: the core stores it, and never reads meaning into it. */
export interface Identity {
  readonly placeId: string;
  readonly platform: string;
  readonly workspace: string;
  readonly userId: string;
  readonly displayName: string;
}

export type PeopleFailure = { readonly code: 'people.not_allowed'; readonly needed: Role };

// Who holds which role, and who may give it.
import type { Role } from '../../place/model.ts';

export type GivenRole = Exclude<Role, 'membre'>;

export interface NamedMember {
  readonly memberId: number;
  readonly name: string;
  readonly roles: readonly GivenRole[];
}

export type RolesFailure =
  | { readonly code: 'people.unknown_person'; readonly typed: string }
  | { readonly code: 'people.not_yours_to_give'; readonly role: GivenRole };

/** The ones that bear that name, when they are several. */
export interface Namesakes {
  readonly kind: 'namesakes';
  readonly people: readonly NamedMember[];
}

export interface RoleOfPerson {
  readonly kind: 'person';
  readonly person: NamedMember;
}

// Who speaks for a partner of the place.
import type { Role } from '../../place/model.ts';
import type { NamedMember } from '../roles/model.ts';

export interface Speaker {
  readonly memberId: number;
  readonly name: string;
  readonly partnerKey: string;
}

/** `withdrawn`: they speak for nobody any more, and gave their role back with it. */
export interface Named {
  readonly kind: 'named' | 'unnamed';
  readonly person: NamedMember;
  readonly partnerKey: string;
  readonly withdrawn: boolean;
}

export type PartnersFailure =
  | { readonly code: 'partners.unknown' }
  /** They speak for others, or for nobody: `keys` are theirs. */
  | { readonly code: 'partners.not_yours'; readonly partnerKey: string; readonly keys: readonly string[] }
  | { readonly code: 'partners.not_speaking'; readonly name: string; readonly partnerKey: string }
  /** Its link with the place is being developed: it holds no session. */
  | { readonly code: 'partners.developing'; readonly partnerKey: string }
  | { readonly code: 'people.not_allowed'; readonly needed: Role };

// Whom the place works with, as the core sees them.
import type { PartnerOrientation } from './orientation.ts';

export interface Partner {
  readonly key: string;
  readonly name: string;
  readonly fullName?: string | undefined;
  readonly aliases: readonly string[];
  readonly description: string | undefined;
  readonly meeting: 'individual' | 'collective' | undefined;
  readonly link: 'established' | 'regular' | 'developing';
  /** Programmes of its own that it leads people to. */
  readonly pathways?: readonly string[];
  readonly members?: readonly string[];
  readonly aims?: readonly string[];
  /** To whom it is named; undefined: to nobody. */
  readonly orientation?: PartnerOrientation | undefined;
  readonly source: string | undefined;
}

// What others may see of a person's name: nothing, unless they chose it.
import type { Stay } from '../booking/model.ts';

export type ShownName = 'hidden' | 'first' | 'full';

/** Someone who is expected, by the name that they chose to show. */
export interface NamedStay extends Stay {
  readonly name: string;
}

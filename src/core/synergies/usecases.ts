// Who could be of use to whom, as far as whoever asks may see.
import type { Database } from '../../db/open.ts';
import { initiativesOf } from '../../place/initiatives.ts';
import type { Place } from '../../place/model.ts';
import type { Actor } from '../people/model.ts';
import { audienceOf } from './audience.ts';
import { closestTo } from './closest.ts';
import type { SheetNumber, SheetRef, Synergy } from './model.ts';

export interface SynergiesRoom {
  /**
   * The closest three, best first. `except`: those already linked to it, or declined. Undefined when there is none of that
   * number for whoever asks: a project is its owner’s, and of those whom they let see it.
   */
  closest(actor: Actor, ref: SheetNumber, except?: readonly SheetRef[]): Promise<readonly Synergy[] | undefined>;
}

interface Parts {
  readonly db: Database;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

export const createSynergies = ({ db, places }: Parts): SynergiesRoom => {
  const placeOf = ({ placeId }: Actor): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };
  return {
    closest: (actor, ref, except = []) => {
      const { stages, needsOfTheme } = initiativesOf(placeOf(actor));
      const codes = { stages: stages.map(({ key }) => key), ofTheme: new Set(needsOfTheme) };
      const { placeId, memberId } = actor;
      return closestTo(db.direct, { placeId, memberId, audience: audienceOf(actor) }, ref, { codes, except });
    },
  };
};

// An initiative or a project by the number that people read, as far as whoever asks may see it.
import type { Queries } from '../../db/direct.ts';
import { initiativeNumbered } from '../initiatives/store.ts';
import type { Actor } from '../people/model.ts';
import { sees } from '../projects/rules.ts';
import { projectNumbered } from '../projects/store.ts';
import type { SheetNumber, SheetRef } from '../synergies/model.ts';

export interface NamedEnd extends SheetRef, SheetNumber {
  readonly title: string;
  readonly ownerId: number | undefined;
}

/** Undefined: there is none, or not for them. An initiative that was merged is found by the other. */
export const endFor = async (
  db: Queries,
  actor: Actor,
  { kind, number }: SheetNumber,
): Promise<NamedEnd | undefined> => {
  if (kind === 'project') {
    const project = await projectNumbered(db, actor.placeId, number);
    if (!project || !sees(actor, project)) return undefined;
    return { kind, id: project.id, number, title: project.name, ownerId: project.ownerId };
  }
  const initiative = await initiativeNumbered(db, actor.placeId, number);
  if (!initiative) return undefined;
  const { id, title, ownerId, mergedInto } = initiative;
  return mergedInto === undefined
    ? { kind, id, number, title, ownerId }
    : endFor(db, actor, { kind, number: mergedInto });
};

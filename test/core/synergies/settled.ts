// The town in a database, as the house keeps it: initiatives and projects, from which the triggers make the sheets.

import type { SheetNumber, SheetRef } from '../../../src/core/synergies/model.ts';
import type { Codes } from '../../../src/core/synergies/rules.ts';
import type { Looking } from '../../../src/core/synergies/store.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { Townsfolk } from './town.ts';

export const PLACE = 'la-mijoteuse';
const AT = '2026-11-23T09:00:00Z';

export const codes: Codes = {
  stages: ['idee', 'preparation', 'lancement', 'active'],
  ofTheme: new Set(['materiel', 'competences', 'terrain']),
};

/** A member who holds no project. */
export const LOOKING: Looking = { placeId: PLACE, audience: 'members', memberId: 0 };

export type Known = ReadonlyMap<string, SheetRef & SheetNumber>;

export const holder = async ({ prisma }: TestDatabase): Promise<number> => {
  const { id } = await prisma.member.create({
    data: { placeId: PLACE, displayName: 'someone', createdAt: new Date(AT) },
  });
  return id;
};

interface Wishes {
  readonly visibility?: 'private' | 'team' | 'members';
  readonly state?: string;
  readonly archived?: boolean;
  /** Of the initiative that a project comes from. */
  readonly initiativeId?: number;
}

/** Number and request follow from how many there are. */
export const settle = async (
  db: TestDatabase,
  ownerId: number,
  one: Townsfolk,
  wishes: Wishes = {},
): Promise<SheetRef & SheetNumber> => {
  const codes = {
    placeId: PLACE,
    theme: one.theme ?? null,
    district: one.district ?? null,
    stage: one.stage ?? null,
    needs: [...one.needs],
    offers: [...one.offers],
    createdAt: new Date(AT),
    requestId: `${one.kind} ${one.key}`,
  };
  if (one.kind === 'initiative') {
    const number = 1 + (await db.prisma.initiative.count());
    const { id } = await db.prisma.initiative.create({
      data: {
        ...codes,
        number,
        title: one.title,
        summary: one.summary,
        newsAt: new Date(AT),
        state: wishes.state ?? 'spotted',
      },
    });
    return { kind: 'initiative', id, number };
  }
  const number = 1 + (await db.prisma.project.count());
  const { id } = await db.prisma.project.create({
    data: {
      ...codes,
      number,
      name: one.title,
      pitch: one.summary,
      ownerId,
      visibility: wishes.visibility ?? 'members',
      archivedAt: wishes.archived === true ? new Date(AT) : null,
      initiativeId: wishes.initiativeId ?? null,
    },
  });
  return { kind: 'project', id, number };
};

export const settleAll = async (db: TestDatabase, town: readonly Townsfolk[]): Promise<Known> => {
  const ownerId = await holder(db);
  const known = new Map<string, SheetRef & SheetNumber>();
  for (const one of town) known.set(one.key, await settle(db, ownerId, one));
  return known;
};

// Who is told of whom: only what lives and may be seen, never twice, and never itself. What is looked for is found by its words.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closestTo, reasonsBetween } from '../../../src/core/synergies/closest.ts';
import type { Audience, SheetKind } from '../../../src/core/synergies/model.ts';
import { searchSheets } from '../../../src/core/synergies/search-store.ts';
import { initiativesOf } from '../../../src/place/initiatives.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { openTestDatabase } from '../../support/database.ts';
import { codes, holder, PLACE, settle } from './settled.ts';
import type { Townsfolk } from './town.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

let lea = 0;
beforeEach(async () => {
  await db.reset();
  lea = await holder(db);
});

const one = (kind: SheetKind, key: string, more: Partial<Townsfolk> = {}): Townsfolk => ({
  key,
  kind,
  title: key,
  summary: '',
  theme: 'reemploi',
  district: 'val-d-aran',
  stage: undefined,
  needs: [],
  offers: [],
  ...more,
});

const repair = one('initiative', 'Repair café', { needs: ['local'] });
const offering = (kind: SheetKind, key: string) => one(kind, key, { offers: ['local'] });

const namesFor = async (
  ref: { readonly kind: SheetKind; readonly number: number },
  { audience = 'members' as Audience, memberId = 0, placeId = PLACE, except = [] as const } = {},
) => {
  const found = await closestTo(db.direct, { placeId, audience, memberId }, ref, { codes, except });
  return found?.map(({ sheet }) => sheet.title);
};

describe('who is told of whom', () => {
  test('an initiative that needs a room is told of who has one, and why, heaviest first', async () => {
    const ref = await settle(db, lea, repair);
    await settle(db, lea, offering('project', 'Atelier vélo'));
    const [synergy] =
      (await closestTo(db.direct, { placeId: PLACE, audience: 'members', memberId: 0 }, ref, { codes })) ?? [];
    expect(synergy?.sheet).toMatchObject({ kind: 'project', title: 'Atelier vélo', number: 1 });
    expect(synergy?.reasons).toEqual([
      { because: 'need_met', codes: ['local'], points: 30 },
      { because: 'district', district: 'val-d-aran', points: 18 },
      { because: 'theme', theme: 'reemploi', points: 14 },
    ]);
    expect(synergy?.score).toBe(62);
  });

  test('what sleeps, became a project, was merged or archived is told to nobody', async () => {
    const ref = await settle(db, lea, repair);
    await settle(db, lea, offering('initiative', 'asleep'), { state: 'dormant' });
    await settle(db, lea, offering('initiative', 'grown'), { state: 'became_project' });
    await settle(db, lea, offering('project', 'archived'), { archived: true });
    const merged = await settle(db, lea, offering('initiative', 'merged'));
    expect(await namesFor(ref)).toEqual(['merged']);
    await db.prisma.initiative.update({ where: { id: merged.id }, data: { mergedInto: ref.id } });
    expect(await namesFor(ref)).toEqual([]);
    expect(await namesFor(merged)).toBeUndefined();
  });

  test('one that wakes up, or is no longer merged, is told of again', async () => {
    const ref = await settle(db, lea, repair);
    const { id } = await settle(db, lea, offering('initiative', 'asleep'), { state: 'dormant' });
    await db.prisma.initiative.update({ where: { id }, data: { state: 'met', mergedInto: ref.id } });
    expect(await namesFor(ref)).toEqual([]);
    await db.prisma.initiative.update({ where: { id }, data: { mergedInto: null } });
    expect(await namesFor(ref)).toEqual(['asleep']);
    await db.prisma.initiative.delete({ where: { id } });
    expect(await namesFor(ref)).toEqual([]);
  });

  test('a project is told of as far as its owner chose', async () => {
    const ref = await settle(db, lea, repair);
    await settle(db, lea, offering('project', 'secret'), { visibility: 'private' });
    await settle(db, lea, offering('project', 'the team’s'), { visibility: 'team' });
    await settle(db, lea, offering('project', 'everyone’s'), { visibility: 'members' });
    expect(await namesFor(ref, { audience: 'team' })).toEqual(['everyone’s', 'the team’s']);
    expect(await namesFor(ref, { audience: 'members' })).toEqual(['everyone’s']);
  });

  test('a private project is told its own closest, and is found by nobody else', async () => {
    const ref = await settle(db, lea, one('project', 'secret', { needs: ['local'] }), { visibility: 'private' });
    await settle(db, lea, offering('initiative', 'Hangar'));
    expect(await namesFor(ref, { memberId: lea })).toEqual(['Hangar']);
    expect(await namesFor(ref, { memberId: lea + 1, audience: 'team' })).toBeUndefined();
  });

  test('neither itself, nor the project that it became, nor one that was linked or declined', async () => {
    const { id, number } = await settle(db, lea, { ...repair, offers: ['local'] });
    await settle(db, lea, offering('project', 'its project'), { initiativeId: id });
    const linked = await settle(db, lea, offering('project', 'linked'));
    const ref = { kind: 'initiative', number } as const;
    expect(await namesFor(ref)).toEqual(['linked']);
    const looking = { placeId: PLACE, audience: 'members', memberId: 0 } as const;
    expect(await closestTo(db.direct, looking, ref, { codes, except: [linked] })).toEqual([]);
  });

  test('of two that were chosen the reasons are said, from the first; of one that may not be seen, none', async () => {
    const mine = await settle(db, lea, { ...repair, district: 'ailleurs' });
    const theirs = await settle(db, lea, offering('project', 'Atelier vélo'), { visibility: 'private' });
    const looking = { placeId: PLACE, audience: 'members', memberId: lea } as const;
    const reasons = await reasonsBetween(db.direct, looking, [theirs, mine], codes);
    expect(reasons.map(({ because }) => because)).toEqual(['offer_wanted', 'theme']);
    expect(await reasonsBetween(db.direct, { ...looking, memberId: lea + 1 }, [mine, theirs], codes)).toEqual([]);
  });

  test('another place is another town', async () => {
    const ref = await settle(db, lea, repair);
    await settle(db, lea, offering('initiative', 'Hangar'));
    expect(await namesFor(ref, { placeId: 'ailleurs' })).toBeUndefined();
  });

  test('nobody worth telling of is nobody told of', async () => {
    const ref = await settle(db, lea, repair);
    await settle(db, lea, one('initiative', 'Gym', { theme: 'sport' }));
    expect(await namesFor(ref)).toEqual([]);
  });
});

describe('looking for words', () => {
  const vocabulary = { rules: initiativesOf(mijoteuse), districts: mijoteuse.districts ?? [] };
  const find = async (words: string, audience: Audience = 'members', kind: SheetKind = 'initiative') =>
    (await searchSheets(db.direct, PLACE, { words, kind, audience, vocabulary })).map(({ title }) => title);

  beforeEach(async () => {
    await settle(
      db,
      lea,
      one('initiative', 'Jardin d’été', { theme: 'nature', summary: 'des légumes et des fêtes de quartier' }),
    );
    await settle(
      db,
      lea,
      one('initiative', 'Atelier vélo', { theme: 'mobilite', needs: ['local'], district: undefined }),
    );
    await settle(
      db,
      lea,
      one('initiative', 'Cœur de ville', { theme: 'culture', district: undefined, summary: 'jeu de piste' }),
      { state: 'dormant' },
    );
    await settle(db, lea, one('project', 'Jardin secret', { theme: 'nature' }), { visibility: 'private' });
    await settle(db, lea, one('project', 'Jardin de l’équipe', { theme: 'nature' }), { visibility: 'team' });
  });

  test.each([
    ['jardins', 'Jardin d’été'],
    ['JARDIN ete', 'Jardin d’été'],
    ['légume', 'Jardin d’été'],
    ['fête', 'Jardin d’été'],
    ['potager', 'Jardin d’été'],
    ['vélos', 'Atelier vélo'],
    ['bicyclette', 'Atelier vélo'],
    ['une salle', 'Atelier vélo'],
    ['mobilité', 'Atelier vélo'],
    ['val d’aran', 'Jardin d’été'],
    ['le jardin au Val d’Aran', 'Jardin d’été'],
    ['coeur', 'Cœur de ville'],
    ['jeux', 'Cœur de ville'],
    ['jardim', 'Jardin d’été'],
    ['ateliet velo', 'Atelier vélo'],
  ])('« %s » finds %s', async (words, title) => expect(await find(words)).toEqual([title]));

  test.each(['tricot', 'jardin vélo', 'le la les', '', '!!!', "'; DROP TABLE initiative; --", '\\ & | ! :* <->'])(
    '« %s » finds nothing, and breaks nothing',
    async (words) => expect(await find(words)).toEqual([]),
  );

  test('a project is found as far as its owner chose', async () => {
    expect(await find('jardin', 'team', 'project')).toEqual(['Jardin de l’équipe']);
    expect(await find('jardin', 'members', 'project')).toEqual([]);
  });
});

// Which names are meant, however they are put.
import { expect, test } from 'vitest';
import { nameKey, renamingIn, structuresBeside, structuresNamed } from '../../../src/core/structures/rules.ts';

const all = [
  { id: 1, name: 'Les Copains' },
  { id: 2, name: 'Les Copains du Lac' },
  { id: 3, name: 'Café d’Été' },
  { id: 4, name: 'Scop 31' },
];

test.each([
  ['Les Copains', [1]],
  ['les copains', [1]],
  ['LES COPAINS DU LAC', [2]],
  ['lac', [2]],
  ['copains', [1, 2]],
  ['cafe d ete', [3]],
  ['café', [3]],
  ['3', [3]],
  ['n° 4', [4]],
  ['31', [4]],
  ['rien', []],
  ['', []],
])('« %s » names %j', (typed, ids) => {
  expect(structuresNamed(all, typed).map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['Karim Les Copains', 1, 'Karim'],
  ['Karim — Les Copains', 1, 'Karim'],
  ['Karim dans Les Copains', 1, 'Karim'],
  ['Karim Benali chez les copains du lac', 2, 'Karim Benali'],
  ['Les Copains : Karim', 1, 'Karim'],
  ['Café d’Été Karim', 3, 'Karim'],
  ['@karim café', 3, '@karim'],
  ['12 4', 4, '12'],
  ['4 3', 3, '4'],
])('« %s » is of the structure %i, and of « %s »', (typed, id, person) => {
  const candidates = structuresBeside(all, typed).map(({ structure, rest }) => `${structure.id} ${rest}`);
  expect(candidates).toContain(`${id} ${person}`);
  expect(structuresBeside(all, typed)[0]?.structure.id).toBe(id);
});

test.each([
  ['Les Copains — Les Copines', 1, 'Les Copines'],
  ['Les Copains en Les Copines', 1, 'Les Copines'],
  ['Les Copains du Lac — Les Copains du Pré', 2, 'Les Copains du Pré'],
  ['Scop 31 → Scop 81', 4, 'Scop 81'],
  ['3 Café d’Hiver', 3, 'Café d’Hiver'],
])('« %s » renames %i « %s »', (typed, id, name) => {
  const found = renamingIn(all, typed);
  expect([found?.structure.id, found?.name]).toEqual([id, name]);
});

test('a name is compared without accents, capitals or signs', () => {
  expect(nameKey(' Café  d’Été ')).toBe(nameKey("cafe d'ete"));
  expect(nameKey('!!!')).toBe('!!!');
});

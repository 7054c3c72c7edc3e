// The words of the ESS: how they are found, and what people say to the bot that means /ess.
import { describe, expect, it, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { lookUp, namesNothing } from '../../src/chat/glossary.ts';
import { read } from '../../src/chat/read.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import { terms } from '../../src/messages/ess-glossary.fr.ts';
import { localTerms, namedHere } from '../../src/messages/ess-place.fr.ts';
import { folded } from '../../src/place/written.ts';
import { mijoteuse, tisane } from '../place/fixture.ts';

const found = (typed: string): string | readonly string[] => {
  const looked = lookUp([...terms, ...localTerms(mijoteuse)], typed);
  return 'found' in looked ? looked.found.key : looked.near.map(({ key }) => key);
};

describe('a word is found', () => {
  it.each([
    ['scop', 'scop'],
    ['SCOP', 'scop'],
    ['une scop ?', 'scop'],
    ['les scops', 'scop'],
    ['société coopérative et participative', 'scop'],
    ['societe cooperative et participative', 'scop'],
    ['cooperatve', 'cooperative'],
    ['association', 'association'],
    ['une assocation', 'association'],
    ['tiers lieux', 'tiers-lieu'],
    ['le tiers-lieu', 'tiers-lieu'],
    ['utilite sociale', 'utilite-sociale'],
    ['l’utilité sociale', 'utilite-sociale'],
    ['insertion par l activite economique', 'iae'],
    ['iae', 'iae'],
    ['silver economie', 'silver-economie'],
    ['mois de l’ESS', 'mois-de-l-ess'],
    ['bonjour, une CAE exactement, merci', 'cae'],
    ['agrément esus', 'esus'],
    ['MTCOOP', 'mtcoop'],
    ['BGE', 'bge'],
    ['pole emploi', 'france-travail'],
    ['les veilleuses', 'veilleuses'],
    ['hôtel de projet', 'leasing'],
  ])('« %s »: %s', (typed, key) => expect(found(typed)).toBe(key));

  test('one letter between two words is asked, not guessed', () =>
    expect([...found('scip')].sort()).toEqual(['scic', 'scop']));

  test('what is near is offered, what is far is not', () => {
    expect(found('fundasion')).toContain('fondation');
    expect(found('bitcoin')).toEqual([]);
  });

  it.each(['', '?', 'c’est quoi', 'l’', 'une'])('« %s » names no word', (typed) =>
    expect(namesNothing(typed)).toBe(true),
  );
});

describe('the glossary', () => {
  test('is two sentences for each word, so that it can be read', () => {
    for (const { key, words } of terms) expect([key, words.split(/(?<=\.)\s/).length]).toEqual([key, 2]);
  });

  test('gives no name to two words', () => {
    const names = terms.flatMap(({ names }) => names.map(folded));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('finds each word by each of its names', () => {
    for (const { key, names } of terms) for (const name of names) expect([name, found(name)]).toEqual([name, key]);
  });

  test('fits the menus of every platform: 25 words at most in each', () => {
    for (const kind of ['form', 'idea'])
      expect(terms.filter((term) => term.kind === kind).length).toBeLessThanOrEqual(25);
  });

  test('says who is behind a word here, and nobody where the place names nobody', () => {
    const here = (key: string) =>
      terms.filter((term) => term.key === key).flatMap((term) => namedHere(mijoteuse, term));
    expect(here('ptce').map(({ name }) => name)).toEqual(['Chrysalide']);
    expect(here('cress').map(({ name }) => name)).toEqual(['CRESS']);
    expect(here('mois-de-l-ess')[0]?.words).toContain('L’économie circulaire');
    expect(terms.flatMap((term) => namedHere(tisane, term))).toEqual([]);
  });
});

const registry = createRegistry(commands);

const person = {
  platform: 'terminal',
  workspace: 'here',
  userId: 'lea',
  displayName: 'Léa',
  isWorkspaceAdmin: async () => false,
} as const;

const heard = (line: string, by: 'mention' | 'command' = 'mention') => {
  const invocation = { id: '1', person, spot: undefined, line, fields: {}, by, wantsForm: false, canOpenForm: false };
  const reading = read(registry, invocation, mijoteuse, Temporal.Instant.from('2026-11-23T09:00Z'));
  return reading.kind === 'ready' ? { path: reading.route.path, ...reading.draft.values } : reading.kind;
};

describe('a mention is heard as', () => {
  it.each([
    ['c’est quoi l’ESS ?', { path: 'ess voir' }],
    ['C’est quoi l’ESS', { path: 'ess voir' }],
    ['l’ESS c’est quoi ?', { path: 'ess voir', mot: 'l’ESS ?' }],
    ['qu’est-ce que l’ESS ?', { path: 'ess voir' }],
    ['qu’est-ce qu’une SCOP ?', { path: 'ess voir', mot: 'SCOP ?' }],
    ['qu’est ce qu’un tiers-lieu', { path: 'ess voir', mot: 'tiers-lieu' }],
    ['dis, c’est quoi une scic ?', { path: 'ess voir' }],
    ['que veut dire PTCE ?', { path: 'ess voir', mot: 'PTCE ?' }],
    ['est-ce que mon projet relève de l’ESS ?', { path: 'ess verifier' }],
    ['vérifie mon projet', { path: 'ess verifier' }],
    ['mon association est-elle de l’ESS ?', { path: 'ess verifier' }],
    ['suis-je dans l’ESS ?', { path: 'ess verifier' }],
    ['c’est quoi une fondation dans l’ESS ?', { path: 'ess voir' }],
    ['je voudrais en savoir plus sur l’ESS', { path: 'ess voir' }],
  ])('« %s »', (line, expected) => expect(heard(line)).toMatchObject(expected));

  it.each([
    ['qu’est-ce qui est libre jeudi ?', 'dispo'],
    ['qu’est-ce que j’ai réservé ?', 'reservations voir'],
    ['je voudrais le coworking demain', 'reserver'],
    ['c’est quoi l’agenda de la semaine ?', 'agenda'],
    ['c’est quoi les horaires ?', 'lieu'],
  ])('and « %s » is still %s', (line, path) => expect(heard(line)).toMatchObject({ path }));
});

test('each word is read back from the line that its button carries', () => {
  for (const { key, name } of terms) {
    const read = heard(`ess ${name}`, 'command');
    expect(read).toMatchObject({ path: 'ess voir' });
    if (typeof read === 'object' && 'mot' in read) expect([name, found(String(read.mot))]).toEqual([name, key]);
    else throw new Error(`${name} is read as nothing`);
  }
});

test('a purpose that has one of these words is still a booking', () =>
  expect(heard('je voudrais la salle d’expression jeudi pour la définition du projet')).toMatchObject({
    path: 'reserver',
  }));

test('the answers to the five questions are read back from the line that a button carries', () => {
  expect(heard('ess verifier forme oui but non gouvernance passer benefices oui utilite non', 'command')).toEqual({
    path: 'ess verifier',
    forme: 'oui',
    but: 'non',
    gouvernance: 'passer',
    benefices: 'oui',
    utilite: 'non',
  });
});

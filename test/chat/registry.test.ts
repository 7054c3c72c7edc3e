import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type Command, type CommandGroup, defineGroup, type FromMessage } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import { aide, colour, command, howMany, peindre, remark } from './made-options.ts';

const group = (rest: Partial<CommandGroup> = {}): CommandGroup =>
  defineGroup({
    name: 'murs',
    summary: 'Les murs',
    commands: [command('voir', { said: ['mes murs'] }), command('abattre', { options: { nombre: howMany } })],
    alone: 'voir',
    ...rest,
  });

const inMenu = (name: string, entry: Partial<FromMessage> = {}): Command => ({
  ...command(name, { options: { remarque: remark, nombre: optional(howMany) } }),
  fromMessage: { label: `Dire ${name}`, text: 'remarque', link: 'remarque', ...entry },
});

const many = (count: number) => Array.from({ length: count }, (_, index) => command(`essai${index}`));
const manyOptions = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`option${index}`, optional(howMany)]));

describe('the registry refuses, at start and in words, what a platform could not honour', () => {
  test.each<[string, readonly (Command | CommandGroup)[], RegExp]>([
    ['a fifty-first command', many(51), /51 commands, 50 at most/],
    ['a name in capitals', [command('Essai')], /Essai: a name is lower-case/],
    ['a name with an accent', [command('réserver')], /réserver: a name/],
    ['a name that is read as two words', [command('aide-moi')], /aide-moi: a name/],
    ['a name of thirty-three letters', [command('a'.repeat(33))], /a name is/],
    [
      'an option’s name with a space',
      [command('essai', { options: { 'deux mots': howMany } })],
      /essai deux mots: a name/,
    ],
    [
      'a summary of a hundred and one characters',
      [command('essai', { summary: 'a'.repeat(101), title: 'essai' })],
      /essai: a summary of 101/,
    ],
    [
      'the same inside a group',
      [group({ commands: [command('voir', { summary: 'a'.repeat(101), title: 'voir' })] })],
      /murs voir: a summary of 101/,
    ],
    [
      'a form’s title of twenty-five',
      [command('essai', { title: 'a'.repeat(25), options: { nombre: howMany } })],
      /form's title, 24/,
    ],
    [
      'a label of forty-six',
      [command('essai', { options: { nombre: { ...howMany, summary: 'a'.repeat(46) } } })],
      /a label of 46/,
    ],
    ['a form of six fields', [command('essai', { options: manyOptions(6) })], /more than 5 fields/],
    [
      'a required option after an optional one',
      [command('essai', { options: { a: optional(howMany), b: colour } })],
      /required option b/,
    ],
    ['the same name twice', [command('essai'), command('essai')], /essai: declared twice/],
    [
      'the same name twice in a group',
      [group({ commands: [command('voir'), command('voir')] })],
      /murs voir: declared twice/,
    ],
    ['a sixth entry in the menu of a message', Array.from({ length: 6 }, (_, n) => inMenu(`menu${n}`)), /6 entries in/],
    ['an entry of twenty-five characters', [inMenu('menu', { label: 'a'.repeat(25) })], /from 1 to 24/],
    [
      'two entries of the same name',
      [inMenu('un', { label: 'Dire' }), inMenu('deux', { label: 'Dire' })],
      /« Dire » stands twice/,
    ],
    ['an entry that fills what is no option', [inMenu('menu', { link: 'lien' })], /fills « lien »/],
    ['an entry that fills a number', [inMenu('menu', { text: 'nombre' })], /fills « nombre »/],
    ['a group of twenty-six', [group({ commands: [command('voir'), ...many(25)] })], /murs: 26 commands, 25 at most/],
    ['a group that alone means nothing', [group({ alone: 'rien' })], /« rien » is not one of its commands/],
  ])('%s', (_, entries, sentence) => {
    expect(() => createRegistry(entries)).toThrow(sentence);
  });

  test('all of it at once, one line each', () => {
    const wrong = [command('A'), command('b', { options: { c: optional(howMany), d: colour } })];
    expect(() => createRegistry(wrong)).toThrow(/\n- A: .*\n- b: the required option d/);
  });

  test('and nothing of what this place declares', () => {
    expect(createRegistry(commands).entries).toBe(commands);
    expect(() => createRegistry([...many(48), peindre, group()])).not.toThrow();
  });
});

describe('the registry finds', () => {
  const registry = createRegistry([peindre, group(), aide]);

  test('a command by its name, a command of a group by both, a group alone by what it means', () => {
    expect(registry.find(['peindre', 'rouge'])).toMatchObject({ path: 'peindre', length: 1 });
    expect(registry.find(['murs', 'abattre', '3'])).toMatchObject({ path: 'murs abattre', length: 2 });
    expect(registry.find(['murs', 'demain'])).toMatchObject({ path: 'murs voir', length: 1 });
    expect(registry.find(['voir'])).toBeUndefined();
    expect(registry.find([])).toBeUndefined();
  });

  test('what was said to the bot, wherever it stands in the sentence', () => {
    const heard = (...words: string[]) => registry.heard(words);
    expect(heard('stp', 'peins', 'en', 'rouge')).toMatchObject({ path: 'peindre', length: 1, position: 1 });
    expect(heard('je', 'voudrais', 'peindre')).toMatchObject({ path: 'peindre', length: 3, position: 0 });
    expect(heard('montre', 'mes', 'murs')).toMatchObject({ path: 'murs voir', length: 2, position: 1 });
    expect(heard('bonsoir')).toBeUndefined();
  });

  test('the names that look like what was typed, the nearest first', () => {
    expect(registry.near('piendre')).toEqual(['peindre']);
    expect(registry.near('mur')).toEqual(['murs']);
    expect(registry.near('xyzzy')).toEqual([]);
  });
});

test('a remark is an option like another', () => {
  expect(() => createRegistry([command('essai', { options: { remarque: optional(remark) } })])).not.toThrow();
});

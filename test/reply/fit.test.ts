import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fitting, fit, type Limits } from '../../src/reply/fit.ts';
import { plain, plainLine } from '../../src/reply/plain.ts';
import { type Block, buttons, fields, heading, list, p, type Reply, say, strong } from '../../src/reply/tree.ts';

const limits: Limits = {
  blocks: 6,
  headingChars: 20,
  paragraphChars: 40,
  listItems: 5,
  fields: 3,
  buttons: 4,
  choices: 3,
  labelChars: 10,
  commandChars: 30,
  totalChars: 400,
};

const fitted = (reply: Reply, rest: Partial<Limits> = {}) => {
  const cuts: string[] = [];
  const fitting: Fitting = { more: (count) => [`… et ${count} de plus`], onCut: (what) => cuts.push(what) };
  return { reply: fit(reply, { ...limits, ...rest }, fitting), cuts };
};

const numbers = (count: number) => list(Array.from({ length: count }, (_, index) => [`numéro ${index + 1}`]));
const itemsOf = ({ blocks }: Reply, at = 0) => {
  const block = blocks[at];
  return block?.type === 'list' ? block.items.map(plainLine) : [];
};

test('what fits is left as it is', () => {
  const reply = say(
    'done',
    heading('Réservé'),
    p('Demain, de ', strong('9 h'), ' à 12 h.'),
    numbers(5),
    fields(['Quand', ['demain']]),
    buttons({ label: 'Annuler', command: 'annuler 12' }),
    { type: 'choice', label: 'Où', options: [{ label: 'Ici', hint: 'libre', command: 'a' }] },
  );
  expect(fitted(reply)).toEqual({ reply, cuts: [] });
});

describe('a list too long', () => {
  test('is shortened where everyone sees it: the last line says how many more there are', () => {
    const { reply, cuts } = fitted(say('info', numbers(12)));
    expect(itemsOf(reply)).toEqual(['numéro 1', 'numéro 2', 'numéro 3', 'numéro 4', '… et 8 de plus']);
    expect(cuts).toEqual([]);
  });

  test('is shortened further when the whole is too long, and the count stays true', () => {
    const { reply, cuts } = fitted(say('info', numbers(12), p('Fin.')), { totalChars: 50 });
    expect(itemsOf(reply)).toEqual(['numéro 1', 'numéro 2', '… et 10 de plus']);
    expect(plain(reply).length).toBeLessThanOrEqual(50);
    expect(cuts).toEqual([]);
  });

  test.each([2, 5, 6, 7, 30, 200])('of %i items never says that fewer are left out than are', (count) => {
    for (const totalChars of [40, 60, 90, 400]) {
      const items = itemsOf(fitted(say('info', numbers(count)), { totalChars }).reply);
      const [, more = '0'] = /et (\d+) de plus/.exec(items.at(-1) ?? '') ?? [];
      const shown = items.filter((item) => item.startsWith('numéro')).length;
      expect(shown + Number(more), `${count} in ${totalChars}`).toBe(count);
    }
  });
});

test('a choice too long says beneath it how many more there are', () => {
  const options = Array.from({ length: 7 }, (_, index) => ({ label: `n° ${index + 1}`, command: `prendre ${index}` }));
  const { reply, cuts } = fitted(say('question', { type: 'choice', label: 'Lequel', options }));
  expect(plain(reply)).toBe('Lequel\n• n° 1\n• n° 2\n• n° 3\n… et 4 de plus');
  expect(cuts).toEqual([]);
});

describe('anything else too long is a defect of ours: cut with an ellipsis, and reported', () => {
  test.each<[string, Block, RegExp, string]>([
    ['a heading', heading('a'.repeat(21)), /heading: 21 characters, 20/, `${'a'.repeat(19)}…`],
    ['a paragraph', p('a'.repeat(41)), /paragraph: 41 characters, 40/, `${'a'.repeat(39)}…`],
    [
      'a paragraph, inside its marks',
      p('a'.repeat(30), strong('b'.repeat(30))),
      /paragraph: 30 characters, 10/,
      `${'a'.repeat(30)}${'b'.repeat(9)}…`,
    ],
    ['an item', list([['a'.repeat(41)]]), /item/, `• ${'a'.repeat(39)}…`],
    ['a label', buttons({ label: 'Prendre cette place', command: 'x' }), /label: 19 characters, 10/, '[Prendre c…]'],
    ['a field', fields(['Quand', ['a'.repeat(41)]]), /field: 41/, `Quand\u00a0: ${'a'.repeat(39)}…`],
    [
      'the words of a picture',
      { type: 'picture', name: 'a.png', png: new Uint8Array(), words: ['a'.repeat(41)] },
      /words: 41/,
      `${'a'.repeat(39)}… [a.png]`,
    ],
  ])('%s', (_, block, report, words) => {
    const { reply, cuts } = fitted(say('info', block));
    expect(cuts).toHaveLength(1);
    expect(cuts[0]).toMatch(report);
    expect(plain(reply)).toBe(words);
  });

  test('too many buttons, fields and blocks', () => {
    const button = (n: number) => ({ label: `${n}`, command: `faire ${n}` });
    const row = (n: number) => [`${n}`, ['x']] as const;
    const { reply, cuts } = fitted(
      say(
        'info',
        buttons(...[1, 2, 3, 4, 5].map(button)),
        fields(...[1, 2, 3, 4].map(row)),
        p('a'),
        p('b'),
        p('c'),
        p('d'),
        p('e'),
      ),
    );
    expect(cuts).toEqual(['5 buttons, 4 at most', '4 fields, 3 at most', '7 blocks, 6 at most']);
    expect(reply.blocks).toHaveLength(6);
  });

  test('a command too long is reported, and never cut: another command would be run', () => {
    const long = `reserver ${'a'.repeat(40)}`;
    const { reply, cuts } = fitted(say('info', buttons({ label: 'Oui', command: long })));
    expect(cuts).toHaveLength(1);
    expect(reply.blocks[0]).toMatchObject({ buttons: [{ command: long }] });
  });

  test('the longest paragraph, when the whole is too long and no list can give', () => {
    const { reply, cuts } = fitted(say('info', p('a'.repeat(40)), p('b'.repeat(20))), { totalChars: 50 });
    expect(plain(reply)).toMatch(/^a{20,}…\nb{20}$/);
    expect(plain(reply).length).toBeLessThanOrEqual(50);
    expect(cuts).toHaveLength(1);
  });

  test('never in the middle of an emoji', () => {
    const { reply } = fitted(say('info', heading(`${'a'.repeat(18)}😀😀`)));
    expect(plain(reply)).toBe(`${'a'.repeat(18)}…`);
  });
});

test('whatever is said, what comes out keeps every limit', () => {
  const text = fc.string({ maxLength: 80 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    text.map((words) => heading(words)),
    fc.array(text, { maxLength: 4 }).map((words) => p(...words)),
    fc.array(text, { maxLength: 12 }).map((items) => list(items.map((item) => [item]))),
    fc.array(text, { maxLength: 6 }).map((rows) => fields(...rows.map((row) => [row, [row]] as const))),
    fc.array(text, { maxLength: 6 }).map((labels) => buttons(...labels.map((label) => ({ label, command: label })))),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 9 }), (blocks) => {
      const { reply } = fitted(say('info', ...blocks), { totalChars: 4000 });
      expect(reply.blocks.length).toBeLessThanOrEqual(limits.blocks);
      for (const one of reply.blocks) {
        if (one.type === 'heading') expect(one.text.length).toBeLessThanOrEqual(limits.headingChars);
        if (one.type === 'paragraph') expect(plainLine(one.line).length).toBeLessThanOrEqual(limits.paragraphChars);
        if (one.type === 'list') expect(one.items.length).toBeLessThanOrEqual(limits.listItems);
        if (one.type === 'fields') expect(one.fields.length).toBeLessThanOrEqual(limits.fields);
        if (one.type === 'buttons')
          for (const { label } of one.buttons) expect(label.length).toBeLessThanOrEqual(limits.labelChars);
      }
    }),
    { seed: 20_261_123, numRuns: 300 },
  );
});

import { describe, expect, test } from 'vitest';
import { lineOf, lineOfPath, withValues } from '../../src/chat/draft.ts';
import type { Invocation } from '../../src/chat/invocation.ts';
import { optional } from '../../src/chat/option.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { type Reading, read } from '../../src/chat/read.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import { suggestionsFor } from '../../src/chat/suggest.ts';
import { mijoteuse } from '../place/fixture.ts';
import { aide, colour, command, howMany, peindre } from './made-options.ts';

const repeindre = command('repeindre', {
  title: 'Repeindre',
  options: { numero: bookingNumber('Numéro'), couleur: optional(colour) },
  examples: ['12 vert'],
});
const registry = createRegistry([peindre, repeindre, aide]);
const now = Temporal.Instant.from('2026-11-23T09:00Z');

const reading = (line: string, rest: Partial<Invocation> = {}): Reading =>
  read(
    registry,
    {
      id: '1',
      person: {
        platform: 'terminal',
        workspace: 'here',
        userId: 'lea',
        displayName: 'Léa',
        isWorkspaceAdmin: async () => false,
      },
      spot: undefined,
      line,
      fields: {},
      by: 'command',
      wantsForm: false,
      canOpenForm: false,
      ...rest,
    },
    mijoteuse,
    now,
  );

const ready = (line: string, rest?: Partial<Invocation>) => {
  const found = reading(line, rest);
  if (found.kind !== 'ready')
    throw new Error(`${line}: ${JSON.stringify(found.kind === 'refusal' ? found.failure : found.form)}`);
  return found;
};
const form = (line: string, rest?: Partial<Invocation>) => {
  const found = reading(line, rest);
  if (found.kind !== 'form') throw new Error(`${line} opened no form: ${found.kind}`);
  return found;
};
const refusal = (line: string, rest?: Partial<Invocation>) => {
  const found = reading(line, rest);
  if (found.kind !== 'refusal') throw new Error(`${line} was not refused`);
  return found.failure;
};

describe('a line is ready to run', () => {
  test('when nothing required is missing, in whatever order it is said, with or without a slash', () => {
    for (const line of [
      'peindre rouge 2 grand atelier',
      '/peindre 2 rouge grand atelier',
      '  /Peindre ROUGE 2 grand atelier',
    ])
      expect(ready(line).draft.values, line).toEqual({ couleur: 'rouge', couches: 2, remarque: 'grand atelier' });
  });

  test('with what is absent left out', () => {
    expect(ready('peindre vert').draft.values).toEqual({ couleur: 'vert' });
  });

  test('from fields of their own, which win over the line', () => {
    const fields = { couleur: 'bleu', couches: '3', remarque: '  ' };
    expect(ready('peindre rouge', { fields }).draft.values).toMatchObject({ couleur: 'bleu', couches: 3 });
  });

  test('said to the bot in the middle of a sentence', () => {
    const { route, draft } = ready('bonjour peins en rouge', { by: 'mention' });
    expect(route.path).toBe('peindre');
    expect(draft.values.couleur).toBe('rouge');
  });

  test('and nothing at all asks for help', () => {
    expect(ready('').route.path).toBe('aide');
    expect(ready(' / ').route.path).toBe('aide');
  });
});

describe('a form opens, with what was understood and what was typed', () => {
  test('when something required is missing', () => {
    const { form: opened } = form('peindre 2');
    expect(opened).toMatchObject({ title: 'Peindre', line: 'peindre' });
    expect(opened.fields.map(({ name, value, required }) => [name, value, required])).toEqual([
      ['couleur', undefined, true],
      ['couches', '2', false],
      ['remarque', undefined, false],
    ]);
    expect(opened.fields[0]?.choices.map(({ value }) => value)).toEqual(['rouge', 'vert', 'bleu']);
  });

  test('when something could not be read, with what is wrong with it beside it', () => {
    const { form: opened } = form('peindre rouge', { fields: { couches: 'beaucoup' }, by: 'form' });
    expect(opened.fields[1]).toMatchObject({ name: 'couches', value: 'beaucoup' });
    expect(opened.fields[1]?.problem).toMatch(/beaucoup.*n’est pas un nombre entier/);
    expect(opened.fields[0]).toMatchObject({ value: 'rouge', problem: undefined });
  });

  test('when a button wants it, though nothing is missing', () => {
    expect(form('peindre rouge 2', { by: 'button', wantsForm: true }).form.fields[1]?.value).toBe('2');
  });

  test('with a booking’s number in its line, not among its fields', () => {
    const { form: opened } = form('repeindre 12 vert', { by: 'button', wantsForm: true });
    expect(opened.line).toBe('repeindre 12');
    expect(opened.fields.map(({ name }) => name)).toEqual(['couleur']);
    expect(ready(opened.line, { by: 'form', fields: { couleur: 'bleu' } }).draft.values).toEqual({
      numero: 12,
      couleur: 'bleu',
    });
  });

  test('and never shows as chosen what is not among its choices', () => {
    const { form: opened } = form('peindre', { fields: { couleur: 'mauve' } });
    expect(opened.fields[0]).toMatchObject({ value: undefined });
    expect(opened.fields[0]?.problem).toMatch(/mauve/);
  });
});

describe('a line is refused', () => {
  test('when no command has that name, with those that look like it', () => {
    expect(refusal('piendre rouge')).toEqual({
      code: 'chat.unknown_command',
      typed: 'piendre',
      suggestions: ['peindre'],
    });
    expect(refusal('blabla', { by: 'mention' })).toMatchObject({ code: 'chat.unknown_command', suggestions: [] });
  });

  test('when words are left that no option takes, with an example', () => {
    expect(refusal('repeindre 12 vert demain')).toEqual({
      code: 'chat.not_understood',
      command: 'repeindre',
      typed: 'demain',
      example: '12 vert',
    });
    expect(ready('repeindre 12 vert demain', { by: 'mention' }).draft.left).toBe('demain');
  });

  test('when it is longer than anyone writes, in the line or in a field', () => {
    expect(refusal(`peindre ${'a'.repeat(10_000)}`)).toMatchObject({ code: 'reading.too_long', limit: 2000 });
    expect(refusal('peindre', { fields: { remarque: 'a'.repeat(2_001) } })).toMatchObject({ length: 2001 });
    expect(ready('peindre rouge', { fields: { remarque: 'a'.repeat(2_000) } }).draft.values.couleur).toBe('rouge');
  });
});

describe('a request said again', () => {
  const again = (line: string) => {
    const { route, draft } = reading(line) as Extract<Reading, { readonly kind: 'ready' }>;
    return lineOf(route.path, route.command, draft);
  };

  test('is the same request', () => {
    expect(again('peindre 2 rouge grand atelier')).toBe('peindre rouge 2 — grand atelier');
    const twice = again(again('peindre 2 rouge grand atelier'));
    expect(twice).toBe('peindre rouge 2 — grand atelier');
  });

  test('with other values is the request of an alternative’s button', () => {
    const { route, draft } = ready('peindre 2 rouge grand atelier');
    expect(lineOf(route.path, route.command, withValues(draft, { couleur: 'vert' }))).toBe(
      'peindre vert 2 — grand atelier',
    );
    expect(lineOf(route.path, route.command, withValues(draft, { remarque: undefined }))).toBe('peindre rouge 2');
  });

  test('keeps the words that could not be read, so that nothing typed is lost', () => {
    const { route, draft } = form('peindre 3 mauve');
    expect(lineOf(route.path, route.command, draft)).toMatch(/^peindre mauve 3/);
    const typed = form('peindre', { fields: { couleur: 'mauve', couches: '2' } });
    expect(lineOf(typed.route.path, typed.route.command, typed.draft)).toBe('peindre mauve 2');
    expect(lineOf(route.path, route.command, withValues(draft, { couleur: 'vert' }))).toMatch(/^peindre vert 3/);
  });

  test('of another command is made from its path, and only if it exists', () => {
    const { draft } = ready('peindre rouge');
    expect(lineOfPath(registry, 'repeindre', { numero: 12, couleur: 'vert' }, draft.context)).toBe('repeindre 12 vert');
    expect(() => lineOfPath(registry, 'murs', {}, draft.context)).toThrow(/murs.*not a command/);
  });
});

describe('completions', () => {
  const query = { person: { platform: 'discord', workspace: 'g' } as const, line: 'peindre', fields: {} };

  test('are those of the option being typed', () => {
    expect(suggestionsFor(registry, { ...query, option: 'couleur', typed: 'v' }, mijoteuse, now)).toEqual([
      { label: 'VERT', value: 'vert' },
    ]);
  });

  test('are none for an option or a command that is not there, and twenty-five at most', () => {
    expect(suggestionsFor(registry, { ...query, option: 'taille', typed: '' }, mijoteuse, now)).toEqual([]);
    expect(suggestionsFor(registry, { ...query, line: 'rien', option: 'couleur', typed: '' }, mijoteuse, now)).toEqual(
      [],
    );
    const wordy = {
      ...howMany,
      suggest: () => Array.from({ length: 40 }, (_, n) => ({ label: `${n}`, value: `${n}` })),
    };
    const other = createRegistry([command('essai', { options: { nombre: wordy } })]);
    expect(
      suggestionsFor(other, { ...query, line: 'essai', option: 'nombre', typed: '' }, mijoteuse, now),
    ).toHaveLength(25);
  });
});

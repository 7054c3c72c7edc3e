// What a form takes of a message that was picked: pure, whatever the platform.
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/chat/command.ts';
import type { Invocation } from '../../src/chat/invocation.ts';
import { messageMenus, pickedFrom } from '../../src/chat/message-menu.ts';
import { optional } from '../../src/chat/option.ts';
import { messageLink } from '../../src/chat/options/message-link.ts';
import { words } from '../../src/chat/options/words.ts';
import { read } from '../../src/chat/read.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import { tokenize } from '../../src/reading/tokenize.ts';
import { mijoteuse } from '../place/fixture.ts';
import { command } from './made-options.ts';

const LINK = 'https://discord.com/channels/1/2/3';
const garder: Command = {
  ...command('garder', {
    title: 'Garder',
    options: { phrase: words('Quoi garder', 40), lien: optional(messageLink('Lien du message')) },
  }),
  fromMessage: { label: 'Garder ce message', text: 'phrase', link: 'lien' },
};
const registry = createRegistry([garder, command('aide')]);
const now = Temporal.Instant.from('2026-11-23T09:00Z');
const spot = { at: { platform: 'discord', workspace: '1', channel: '2' }, look: async () => ({}) } as const;

const formOf = (text: string, where: { readonly spot: Invocation['spot'] } = { spot }) => {
  const [menu] = messageMenus(registry.entries);
  if (!menu) throw new Error('no entry');
  const person = {
    platform: 'discord',
    workspace: '1',
    userId: 'lea',
    displayName: 'Léa',
    isWorkspaceAdmin: async () => false,
  } as const;
  const invocation = { id: '1', person, ...where, ...pickedFrom(menu, { text, link: LINK }) };
  const reading = read(registry, invocation, mijoteuse, now);
  if (reading.kind !== 'form') throw new Error(reading.kind);
  const { notice, fields } = reading.form;
  return {
    notice: notice.join(''),
    values: fields.map(({ value }) => value),
    problems: fields.map((each) => each.problem),
  };
};

test('the menu of a message names each command that stands in it, and its path', () => {
  expect(messageMenus(registry.entries)).toEqual([
    { path: 'garder', summary: 'Essai garder', label: 'Garder ce message', text: 'phrase', link: 'lien' },
  ]);
});

describe('the form takes', () => {
  test.each<[string, string, string, RegExp | '']>([
    ['the words as they are', 'Repair café', 'Repair café', ''],
    ['several lines as one', 'Repair café\nsamedi', 'Repair café samedi', ''],
    ['what fits to the letter', 'a'.repeat(40), 'a'.repeat(40), ''],
    ['the beginning of what is too long, and says so', 'a'.repeat(41), `${'a'.repeat(39)}…`, /40\u00a0caractères/],
    ['no half of a smile', `${'a'.repeat(38)}🙂🙂`, `${'a'.repeat(38)}…`, /40/],
    ['the beginning of what no line could hold', 'mot '.repeat(2_000), `${'mot '.repeat(9)}mot…`, /40/],
  ])('%s', (_, text, value, notice) => {
    const form = formOf(text);
    expect(form.values).toEqual([value, LINK]);
    expect(form.problems).toEqual([undefined, undefined]);
    expect(form.notice).toMatch(notice === '' ? /^$/ : notice);
  });

  test('nothing where there are no words, and says so', () => {
    const form = formOf(' \n');
    expect(form.values).toEqual([undefined, LINK]);
    expect(form.notice).toContain('pas de texte à reprendre');
  });

  test('no link to a private conversation, and says so', () => {
    const form = formOf('Repair café', { spot: undefined });
    expect(form.values).toEqual(['Repair café', undefined]);
    expect(form.notice).toContain('son lien n’est pas gardé');
  });
});

describe('the link of a message is', () => {
  const link = messageLink('Lien');
  const context = { place: mijoteuse, now, space: undefined };

  test.each([
    LINK,
    'https://ptb.discord.com/channels/111/222/333',
    'https://la-mijoteuse.slack.com/archives/C01AB/p1700000000000100',
    'https://la-mijoteuse.slack.com/archives/C01AB/p1700000000000100?thread_ts=1700000000.000001&cid=C01AB',
  ])('%s, in a field and in a sentence', (url) => {
    expect(link.parse(` ${url} `, context)).toEqual({ ok: true, value: url });
    const found = link.find(tokenize(`Repair café ${url} cherche un local`), context);
    expect(found.ok && found.value?.value).toBe(url);
    expect(found.ok && found.value?.sentence.tokens.filter(({ taken }) => !taken).map(({ word }) => word)).toEqual([
      'repair',
      'cafe',
      'cherche',
      'un',
      'local',
    ]);
  });

  test.each([
    'https://exemple.fr/archives/C1/p1',
    'http://discord.com/channels/1/2/3',
    `${LINK} et plus`,
    'javascript:alert(1)',
  ])('not %s', (typed) => {
    expect(link.parse(typed, context)).toEqual({ ok: false, error: { code: 'reading.not_a_message', typed } });
  });

  test('not what someone quotes after a dash', () => {
    expect(link.find(tokenize(`vu — ${LINK}`), context)).toEqual({ ok: true, value: undefined });
  });
});

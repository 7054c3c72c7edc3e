// Held against Slack's own documents, which stand beside the clone: `npm run test:specs`.
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { slackManifest } from '../../src/adapters/slack/manifest.ts';
import { talkativeChat } from '../contract/talkative-chat.ts';
import {
  blockActions,
  homeOpened,
  messageAction,
  slashCommand,
  viewActions,
  viewSubmission,
} from '../support/slack/payloads.ts';
import type { Message, OpenView, ShownHome } from '../support/slack/workspace.ts';

const read = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../../shared/specs/${path}`, import.meta.url), 'utf8'));

describe('the manifest', () => {
  it.each([{ by: 'socket' } as const, { by: 'http', publicUrl: 'https://mijote.exemple.fr' } as const])(
    'is one that Slack accepts, %j',
    async (connection) => {
      const schema = await read('slack-manifest.schema.json');
      const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema as object);
      validate(slackManifest([...talkativeChat().commands, ...commands], connection));
      expect(validate.errors).toBeNull();
      expect(validate({ features: {} })).toBe(false);
    },
  );
});

const member = { id: 'U1', name: 'lea', isAdmin: false };
const addresses = { triggerId: 't.1', responseUrl: 'https://hooks.slack.com/1' };
const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });

const message = (ephemeralFor: string | undefined): Message => ({
  channel: 'C1',
  ts: '17.1',
  thread: '17.0',
  ephemeralFor,
  metadata: undefined,
  at: 1,
  content: {
    text: 'a',
    blocks: [
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'a', text: plain('Voir'), value: 'aide', style: 'danger' },
          { type: 'static_select', action_id: 's', options: [{ text: plain('Un'), value: 'un' }] },
        ],
      },
    ],
  },
});

const view: OpenView = {
  id: 'V1',
  userId: 'U1',
  under: undefined,
  hash: 'h1',
  state: new Map([['b', 'demain']]),
  modal: {
    type: 'modal',
    callback_id: 'form',
    title: plain('Titre'),
    submit: plain('Ok'),
    close: plain('Fermer'),
    private_metadata: '{}',
    blocks: [
      { type: 'input', block_id: 'b', label: plain('Jour'), element: { type: 'plain_text_input', action_id: 'value' } },
    ],
  },
};

const page: ShownHome = {
  id: 'V2',
  userId: 'U1',
  hash: 'h2',
  home: { type: 'home', callback_id: 'home', blocks: message(undefined).content.blocks },
};

/** Paths of all keys, but those under `values`, `message.blocks` and the like, whose keys are ours. */
const paths = (value: unknown, at = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null || /(state|blocks|text|selected_option|placeholder)$/.test(at))
    return [at];
  if (Array.isArray(value)) return value.flatMap((each) => paths(each, `${at}[]`));
  return Object.entries(value).flatMap(([key, inside]) => paths(inside, at ? `${at}.${key}` : key));
};

const known = async (file: string): Promise<ReadonlySet<string>> => {
  const grown = (path: string): readonly string[] =>
    path.split('.').map((_, end, all) => all.slice(0, end + 1).join('.'));
  return new Set(paths(await read(`slack-payloads/${file}`)).flatMap(grown));
};

describe('what the loopback Slack sends', () => {
  it.each<[string, string, unknown]>([
    ['a slash command', 'SlashCommandPayload.json', slashCommand(member, 'C1', '/reserver demain', addresses)],
    ['a press', 'BlockActionPayload.json', blockActions(member, message(undefined), { button: 'Voir' }, addresses)],
    [
      'a press on an ephemeral card',
      'BlockActionPayload.json',
      blockActions(member, message('U1'), { button: 'Voir' }, addresses),
    ],
    ['a choice', 'BlockActionPayload.json', blockActions(member, message('U1'), { option: 'Un' }, addresses)],
    ['a press on a page', 'BlockActionPayload.json', viewActions(member, page, { button: 'Voir' }, 't.1')],
    [
      'a page that is opened',
      'AppHomeOpenedPayload.json',
      homeOpened(member, { channel: 'D1', tab: 'home', shown: page }, 'Ev1'),
    ],
    [
      'an entry of a message’s menu',
      'MessageShortcutPayload.json',
      messageAction(
        member,
        'carnet garder',
        { channel: 'C1', ts: '17.1', thread: '17.0', text: 'a', by: 'U2' },
        addresses,
      ),
    ],
    ['a submission', 'ViewSubmissionPayload.json', viewSubmission(member, view, 't.1')],
  ])('has, for %s, no key that Slack’s own has not', async (_, file, payload) => {
    const slackKeys = await known(file);
    expect(paths(payload).filter((path) => !slackKeys.has(path))).toEqual([]);
  });

  it('would be told apart from what Slack never sends', async () => {
    const slackKeys = await known('SlashCommandPayload.json');
    expect(paths({ command: '/a', colour: 'red' }).filter((path) => !slackKeys.has(path))).toEqual(['colour']);
  });
});

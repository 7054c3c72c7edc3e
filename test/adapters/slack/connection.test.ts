import { afterEach, describe, expect, it } from 'vitest';
import { slackAdapter } from '../../../src/adapters/slack/adapter.ts';
import type { Chat } from '../../../src/chat/adapter.ts';
import { p, say } from '../../../src/reply/tree.ts';
import { chatWith } from '../../support/slack/chat-with.ts';
import { bodyOf, type Kind, signature } from '../../support/slack/delivery.ts';
import { BOT_TOKEN, openSlack, SIGNING_SECRET } from '../../support/slack/loopback.ts';
import { connectionOf, type Mode, openSlackWorld, type SlackWorld } from '../../support/slack/world.ts';

const repeating = () =>
  chatWith(async ({ line }, { acknowledge, answer }) => {
    await acknowledge('asker');
    await answer(say('done', p(line)));
  });

const silentLog = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('connecting to Slack', () => {
  const opened: SlackWorld[] = [];
  const world = async (chat: Chat, mode: Mode): Promise<SlackWorld> => {
    const one = await openSlackWorld(chat, mode);
    opened.push(one);
    return one;
  };

  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  it.each<[string, Mode, string]>([
    ['the bot’s token is wrong', 'http', 'xoxb-wrong'],
    ['the bot’s token is wrong', 'socket', 'xoxb-wrong'],
    ['the app’s token is wrong', 'socket', BOT_TOKEN],
  ])('says in a sentence that %s (%s)', async (_, mode, botToken) => {
    const slack = await openSlack();
    const connection = mode === 'socket' ? ({ by: 'socket', appToken: 'xapp-wrong' } as const) : connectionOf(mode);
    const adapter = slackAdapter({ botToken, connection, apiUrl: slack.apiUrl, log: silentLog, onCut: () => {} });
    await expect(adapter.start(repeating())).rejects.toThrow(/^Connexion à Slack impossible\u00a0: .*invalid_auth/);
    await adapter.stop();
    await slack.close();
    slack.assertClean();
  });

  it('connects anew when Slack asks it to, and loses no event sent meanwhile', { timeout: 20_000 }, async () => {
    const chat = repeating();
    const { slack } = await world(chat, 'socket');
    slack.refresh();
    await expect.poll(() => slack.connections(), { timeout: 2_000 }).toBe(0);
    expect((await slack.person('U1', 'lea').mentions('pendant la coupure')).text).toBe('pendant la coupure');
    expect(chat.heard).toHaveLength(1);
    expect(slack.calls.filter((method) => method === 'apps.connections.open')).toHaveLength(2);
  });

  it('leaves no connection behind when it stops', async () => {
    const { slack, adapter } = await world(repeating(), 'socket');
    expect(slack.connections()).toBe(1);
    await adapter.stop();
    await expect.poll(() => slack.connections(), { timeout: 2_000 }).toBe(0);
  });

  it('gives an event that Slack sends again its first id', async () => {
    const chat = repeating();
    const { url } = await world(chat, 'http');
    for (const retry of ['0', '1']) await post(url, 'events_api', mention, { 'x-slack-retry-num': retry });
    await expect.poll(() => chat.heard.length).toBe(2);
    expect(chat.heard.map(({ id }) => id)).toEqual(['Ev1', 'Ev1']);
  });
});

const mention = {
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  event: { type: 'app_mention', user: 'U1001', text: '<@UBOT> bonjour', channel: 'C1', ts: '1.1', event_ts: '1.1' },
};

const command = {
  command: '/dire',
  text: 'bonjour',
  user_id: 'U1001',
  user_name: 'lea',
  team_id: 'T1',
  channel_id: 'C1',
  response_url: 'http://127.0.0.1:9/nowhere',
  trigger_id: 't.1',
};

const post = async (
  url: string,
  kind: Kind,
  payload: unknown,
  headers: Readonly<Record<string, string>> = {},
  { secret = SIGNING_SECRET, age = 0 } = {},
): Promise<Response> => {
  const { type, body } = bodyOf(kind, payload);
  const timestamp = Math.floor(Date.now() / 1000) - age;
  const signed = {
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature(secret, timestamp, body),
  };
  return fetch(url, { method: 'POST', headers: { 'content-type': type, ...signed, ...headers }, body });
};

describe('Slack’s requests by HTTP', () => {
  const opened: SlackWorld[] = [];
  const listening = async (chat = repeating()): Promise<SlackWorld> => {
    const one = await openSlackWorld(chat, 'http');
    opened.push(one);
    return one;
  };

  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  it.each([
    ['signed with another secret', {}, { secret: 'another' }],
    ['signed more than five minutes ago', {}, { age: 301 }],
    ['whose signature is not one', { 'x-slack-signature': 'v0=0' }, {}],
    ['whose signature is of another version', { 'x-slack-signature': 'v1=0' }, {}],
    ['whose time is not one', { 'x-slack-request-timestamp': 'hier' }, {}],
  ])('refuses what is %s', async (_, headers, how) => {
    const chat = repeating();
    const { url } = await listening(chat);
    expect((await post(url, 'slash_commands', command, headers, how)).status).toBe(401);
    expect(chat.heard).toEqual([]);
  });

  it('refuses what is not signed at all', async () => {
    const { url } = await listening();
    expect((await fetch(url, { method: 'POST', body: 'command=/dire' })).status).toBe(401);
  });

  it('accepts what was signed four minutes ago', async () => {
    const chat = chatWith(async (_, { acknowledge }) => acknowledge('asker'));
    const { url } = await listening(chat);
    expect((await post(url, 'slash_commands', command, {}, { age: 240 })).status).toBe(200);
    expect(chat.heard).toHaveLength(1);
  });

  it('answers the challenge by which Slack verifies the address', async () => {
    const { url } = await listening();
    const response = await post(url, 'events_api', { type: 'url_verification', challenge: 'abc' });
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });

  it('acknowledges what is none of its business: a closed form, a shortcut, a link', async () => {
    const chat = repeating();
    const { url } = await listening(chat);
    const who = {
      team: { id: 'T1' },
      user: { id: 'U1001', username: 'lea' },
      token: '',
      api_app_id: 'A1',
      trigger_id: 't.1',
    };
    const view = { id: 'V1', hash: 'h', callback_id: 'form', private_metadata: '', state: { values: {} } };
    const closed = { type: 'view_closed', ...who, view };
    const shortcut = { type: 'message_action', callback_id: 'x', ...who };
    const link = {
      type: 'block_actions',
      ...who,
      container: {},
      actions: [{ type: 'button', action_id: 'x', block_id: 'b' }],
    };
    for (const payload of [closed, shortcut, link]) expect((await post(url, 'interactive', payload)).status).toBe(200);
    expect(chat.heard).toEqual([]);
  });

  it('answers 500 at once to what it cannot read, and logs no word of it', async () => {
    const { url, logged } = await listening();
    const broken = { ...command, response_url: undefined, text: 'secret' };
    expect((await post(url, 'slash_commands', JSON.parse(JSON.stringify(broken)))).status).toBe(500);
    expect(logged.some((line) => line.startsWith('error a slack request could not be read'))).toBe(true);
    expect(logged.join()).not.toContain('secret');
  });

  it('knows no other address', async () => {
    const { url } = await listening();
    expect((await fetch(`${url}/other`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
  });

  it('sends Slack elsewhere once it is stopped', async () => {
    const one = await listening();
    await one.adapter.stop();
    expect((await post(one.url, 'slash_commands', command)).status).toBe(503);
  });
});

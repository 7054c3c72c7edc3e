// The loopback Slack must object to what Slack would object to, else the tests above prove nothing.
import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { z } from 'zod';
import { APP_TOKEN, BOT_TOKEN, type LoopbackSlack, openSlack } from '../../support/slack/loopback.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const words = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
const button = (changed: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: plain('Voir'),
  value: 'aide',
  ...changed,
});
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const option = (changed: object = {}) => ({ text: plain('Un'), value: 'un', ...changed });
const select = (changed: object = {}) => ({ type: 'static_select', action_id: 's', options: [option()], ...changed });
const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  setName: () => {},
};

describe('the loopback Slack', () => {
  let slack: LoopbackSlack;
  let web: webApi.WebClient;

  beforeEach(async () => {
    slack = await openSlack();
    slack.person('U1', 'lea');
    const logger = { ...silent, getLevel: () => webApi.LogLevel.ERROR };
    web = new webApi.WebClient(BOT_TOKEN, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger });
  });
  afterEach(() => slack.close());

  const posting = (blocks: readonly object[], rest: object = { text: 'texte' }) =>
    web.apiCall('chat.postMessage', { channel: 'C1', blocks, ...rest });

  it('lets a good message be', async () => {
    await posting([{ type: 'header', text: plain('Titre') }, words('bonjour'), actions(button(), select())]);
    expect(() => slack.assertClean()).not.toThrow();
  });

  it.each<[string, readonly object[], object?]>([
    ['a message without its text', [words('a')], {}],
    ['51 blocks', Array.from({ length: 51 }, () => words('a'))],
    ['no block', []],
    ['a header of 151 characters', [{ type: 'header', text: plain('x'.repeat(151)) }]],
    ['an empty element', [words('')]],
    ['a label of 76 characters', [actions(button({ text: plain('x'.repeat(76)) }))]],
    ['a value of 2,001 characters', [actions(button({ value: 'x'.repeat(2001) }))]],
    ['an action_id of 256 characters', [actions(button({ action_id: 'x'.repeat(256) }))]],
    ['an action_id that stands twice', [actions(button()), actions(button())]],
    ['26 elements in a row', [actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `a${at}` })))]],
    ['an option whose value has 151 characters', [actions(select({ options: [option({ value: 'x'.repeat(151) })] }))]],
    ['an option whose label has 76', [actions(select({ options: [option({ text: plain('x'.repeat(76)) })] }))]],
    ['101 options', [actions(select({ options: Array.from({ length: 101 }, () => option()) }))]],
    ['a placeholder of 151 characters', [actions(select({ placeholder: plain('x'.repeat(151)) }))]],
    ['markup', [{ type: 'section', text: { type: 'mrkdwn', text: '*a*' } }]],
    ['a key that Slack does not know', [{ ...words('a'), colour: 'red' }]],
    ['an argument that Slack does not know', [words('a')], { text: 'a', colour: 'red' }],
    ['what is far too long', Array.from({ length: 40 }, () => words('x'.repeat(400)))],
  ])('objects to %s', async (_, blocks, rest) => {
    await expect(posting(blocks, rest)).rejects.toThrow('invalid_arguments');
    expect(() => slack.assertClean()).toThrow(/chat\.postMessage/);
  });

  const publishing = (view: object, rest: object = {}) =>
    web.apiCall('views.publish', {
      user_id: 'U1',
      view: { type: 'home', blocks: [words('bonjour')], ...view },
      ...rest,
    });

  it.each<[string, object]>([
    ['101 blocks', { blocks: Array.from({ length: 101 }, () => words('a')) }],
    ['no block', { blocks: [] }],
    ['a title', { title: plain('Accueil') }],
    ['markup', { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*a*' } }] }],
  ])('objects to a page with %s', async (_, view) => {
    await publishing({ blocks: Array.from({ length: 100 }, () => words('a')) });
    expect(() => slack.assertClean()).not.toThrow();
    await expect(publishing(view)).rejects.toThrow('invalid_arguments');
    expect(() => slack.assertClean()).toThrow(/views\.publish/);
  });

  it('refuses a page for nobody, or over another one than stands there', async () => {
    await expect(publishing({}, { user_id: 'U9' })).rejects.toThrow('user_not_found');
    await publishing({});
    const hash = slack.workspace.homes.get('U1')?.hash;
    await publishing({}, { hash });
    await expect(publishing({}, { hash })).rejects.toThrow('hash_conflict');
  });

  it('changes a modal that is open, and puts two on top of it at most', async () => {
    const view = { type: 'modal', title: plain('Mijote'), blocks: [words('a')] };
    const trigger_id = () => slack.workspace.newTrigger('U1');
    await expect(web.apiCall('views.push', { trigger_id: trigger_id(), view })).rejects.toThrow('not_found');
    await expect(web.apiCall('views.update', { view_id: 'V9', view })).rejects.toThrow('not_found');
    await web.apiCall('views.open', { trigger_id: trigger_id(), view });
    const under = slack.workspace.views.get('U1')?.id;
    await web.apiCall('views.push', { trigger_id: trigger_id(), view });
    await web.apiCall('views.update', { view_id: under, view });
    await web.apiCall('views.push', { trigger_id: trigger_id(), view });
    await expect(web.apiCall('views.push', { trigger_id: trigger_id(), view })).rejects.toThrow('push_limit_reached');
    expect(() => slack.assertClean()).not.toThrow();
  });

  it('objects to a method that it does not know', async () => {
    await expect(web.apiCall('chat.shout')).rejects.toThrow('unknown_method');
    expect(() => slack.assertClean()).toThrow(/chat\.shout/);
  });

  it('refuses a wrong token, and a token of the other kind', async () => {
    for (const token of ['xoxb-wrong', APP_TOKEN])
      await expect(web.auth.test({ token })).rejects.toThrow('invalid_auth');
  });

  const modal = (changed: object = {}) => ({
    type: 'modal',
    title: plain('Titre'),
    submit: plain('Ok'),
    blocks: [words('a')],
    ...changed,
  });
  const input = (element: object) => ({ type: 'input', block_id: 'b', label: plain('Jour'), element });
  const opening = (view: object, trigger_id = slack.workspace.newTrigger('U1')) =>
    web.apiCall('views.open', { trigger_id, view });

  it.each<[string, object]>([
    ['a title of 25 characters', modal({ title: plain('x'.repeat(25)) })],
    ['101 blocks', modal({ blocks: Array.from({ length: 101 }, () => words('a')) })],
    ['3,001 characters of metadata', modal({ private_metadata: 'x'.repeat(3001) })],
    [
      'a number that is none',
      modal({
        blocks: [input({ type: 'number_input', action_id: 'v', is_decimal_allowed: false, initial_value: 'trois' })],
      }),
    ],
    [
      'an initial option that is not offered',
      modal({ blocks: [input(select({ initial_option: option({ value: 'deux' }) }))] }),
    ],
  ])('objects to a modal with %s', async (_, view) => {
    await expect(opening(view)).rejects.toThrow('invalid_arguments');
    expect(() => slack.assertClean()).toThrow(/views\.open/);
  });

  it('takes a trigger once, for three seconds', async () => {
    const trigger = slack.workspace.newTrigger('U1');
    await opening(modal(), trigger);
    await expect(opening(modal(), trigger)).rejects.toThrow('exchanged_trigger_id');
    const late = slack.workspace.newTrigger('U1');
    slack.workspace.advance(3_001);
    await expect(opening(modal(), late)).rejects.toThrow('expired_trigger_id');
  });

  it('takes five answers at a response_url', async () => {
    const url = `${slack.apiUrl.replace('/api/', '')}/respond/${slack.workspace.newResponseUrl('U1', 'C1', undefined)}`;
    const body = JSON.stringify({
      response_type: 'ephemeral',
      replace_original: false,
      text: 'a',
      blocks: [words('a')],
    });
    const statuses: number[] = [];
    for (let use = 1; use <= 6; use += 1) statuses.push((await fetch(url, { method: 'POST', body })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  const connected = async (answer: (socket: WebSocket, envelopeId: string) => void): Promise<WebSocket> => {
    const app = new webApi.WebClient(APP_TOKEN, { slackApiUrl: slack.apiUrl });
    const { url = '' } = await app.apps.connections.open({});
    const socket = new WebSocket(url);
    const hello = Promise.withResolvers<void>();
    socket.on('message', (data) => {
      const { type, envelope_id } = z
        .object({ type: z.string(), envelope_id: z.string().optional() })
        .parse(JSON.parse(String(data)));
      if (type === 'hello') hello.resolve();
      if (envelope_id !== undefined) answer(socket, envelope_id);
    });
    await hello.promise;
    return socket;
  };

  it('objects to an envelope acknowledged twice', async () => {
    const socket = await connected((over, envelope_id) => {
      for (let time = 0; time < 2; time += 1) over.send(JSON.stringify({ envelope_id }));
    });
    await slack.person('U1', 'lea').saysUnheard({ text: 'bonjour' });
    await vi.waitFor(() => expect(slack.assertClean).toThrow(/twice/));
    socket.terminate();
  });

  it('objects to a command that nobody acknowledges within three seconds', async () => {
    const socket = await connected(() => {});
    const waiting = slack
      .person('U1', 'lea')
      .says('/dire un')
      .catch(() => 'nothing');
    await vi.waitFor(() => expect(slack.assertClean).toThrow(/3000 ms/), { timeout: 4_000 });
    socket.terminate();
    slack.workspace.post({ text: 'fin', blocks: [] }, { channel: 'C1' });
    await waiting;
  });

  it('shows a person nothing to press that is not on their screen', async () => {
    await expect(slack.person('U1', 'lea').presses('Annuler')).rejects.toThrow('« Annuler »');
    await expect(slack.person('U1', 'lea').submits({})).rejects.toThrow('no form');
  });
});

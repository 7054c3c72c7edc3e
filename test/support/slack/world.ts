// Our adapter connected to the loopback Slack, by its WebSocket or by signed HTTP.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SlackAdapter, slackAdapter } from '../../../src/adapters/slack/adapter.ts';
import { slackManifest } from '../../../src/adapters/slack/manifest.ts';
import type { Chat } from '../../../src/chat/adapter.ts';
import type { ChannelTrouble } from '../../../src/core/deliveries/model.ts';
import type { Log } from '../../../src/kernel/log.ts';
import type { AdapterWorld } from '../../contract/adapter.ts';
import { shownText } from './block-kit.ts';
import { APP_TOKEN, BOT_TOKEN, type LoopbackSlack, openSlack, SIGNING_SECRET } from './loopback.ts';
import { TEAM } from './workspace.ts';

/** As Slack says it. */
const SAID: Readonly<Record<ChannelTrouble, string>> = {
  channel_gone: 'channel_not_found',
  channel_archived: 'is_archived',
  not_invited: 'not_in_channel',
  not_allowed: 'restricted_action',
  disconnected: 'account_inactive',
};

export type Mode = 'socket' | 'http';

export interface SlackWorld extends AdapterWorld {
  readonly adapter: SlackAdapter;
  readonly slack: LoopbackSlack;
  /** What the adapter logged: level and event. */
  readonly logged: readonly string[];
  /** From now on nothing can be said in the common channel, for that reason. */
  closeChannel(trouble: ChannelTrouble | undefined): void;
  /** Where Slack's requests arrive, by HTTP. */
  readonly url: string;
}

const recordingLog = (lines: string[]): Log => {
  const write =
    (level: string): Log['info'] =>
    ({ reason, err }, event) => {
      const details = [reason, err].flatMap((fact) => (fact === undefined ? [] : [String(fact)]));
      lines.push([level, event, ...details].join(' '));
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
};

export const connectionOf = (mode: Mode) =>
  mode === 'socket'
    ? ({ by: 'socket', appToken: APP_TOKEN } as const)
    : ({ by: 'http', signingSecret: SIGNING_SECRET } as const);

export const openSlackWorld = async (chat: Chat, mode: Mode = 'socket'): Promise<SlackWorld> => {
  const slack = await openSlack();
  const { shortcuts = [] } = slackManifest(chat.commands, { by: 'socket' }).features;
  for (const { name, callback_id } of shortcuts) slack.workspace.shortcuts.set(name, callback_id);
  const logged: string[] = [];
  const adapter = slackAdapter({
    botToken: BOT_TOKEN,
    connection: connectionOf(mode),
    apiUrl: slack.apiUrl,
    log: recordingLog(logged),
    onCut: (what) => {
      throw new Error(what);
    },
  });
  const { requestListener } = adapter;
  const server = requestListener && createServer(requestListener);
  if (server) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = server ? `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` : '';
  if (server) slack.deliverTo(url);
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (!stopped) await adapter.stop();
    stopped = true;
  };
  await adapter.start(chat);

  const inChannel = (channel: string): readonly string[] =>
    slack.workspace.messages
      .filter((message) => message.channel === channel && message.ephemeralFor === undefined)
      .map(({ content }) => shownText(content.blocks));

  for (const id of ['U1001', 'U1002']) slack.person(id, id === 'U1001' ? 'lea' : 'karim');

  return {
    adapter: { ...adapter, stop },
    slack,
    logged,
    url,
    channel: { workspace: TEAM, channel: 'C1' },
    person: (id, name) => slack.person(`U${id}`, name),
    ref: (id) => ({ workspace: TEAM, userId: `U${id}` }),
    typed: (command, text) => `/${command} ${text}`.trim(),
    closeChannel: (trouble) => {
      slack.workspace.troubles.delete('C1');
      if (trouble) slack.workspace.troubles.set('C1', SAID[trouble]);
    },
    inChannel: () => inChannel('C1'),
    told: (id) => inChannel(`D${id}`),
    stall: slack.stall,
    waits: slack.waits,
    close: async () => {
      slack.stall(0);
      await stop();
      server?.closeAllConnections();
      if (server) await new Promise((resolve) => server.close(resolve));
      await slack.close();
      slack.assertClean();
    },
  };
};

import { expect, test } from 'vitest';
import { p, say } from '../../../src/reply/tree.ts';
import { talkativeChat } from '../../contract/talkative-chat.ts';
import { tellingContract } from '../../contract/telling.ts';
import { openSlackWorld } from '../../support/slack/world.ts';

const open = async () => {
  const world = await openSlackWorld(talkativeChat());
  const { workspace, meetNext, limitRate } = world.slack;
  return {
    ...world,
    meetNext: (mishap: Parameters<typeof meetNext>[1]) => meetNext('chat.postMessage', mishap),
    trouble: ({ channel }: { readonly channel: string }, code: string) => void workspace.troubles.set(channel, code),
    remove: ({ message }: { readonly message: string }) => {
      const found = workspace.messages.find(({ ts }) => ts === message);
      if (found) workspace.remove(found);
    },
    crowd: ({ channel }: { readonly channel: string }, count: number) => {
      for (let index = 0; index < count; index += 1)
        workspace.post({ text: 'Bonjour', blocks: [] }, { channel, causedBy: 'U1001' });
    },
    limitRate: (rate: Parameters<typeof limitRate>[1]) => limitRate('chat.postMessage', rate),
  };
};

tellingContract({
  platform: 'slack',
  open,
  gathers: true,
  troubles: [
    ['channel_not_found', 'channel_gone'],
    ['is_archived', 'channel_archived'],
    ['not_in_channel', 'not_invited'],
    ['restricted_action', 'not_allowed'],
    ['account_inactive', 'disconnected'],
    ['token_revoked', 'disconnected'],
  ],
});

test('where Slack does not let the bot look, it says so, and what may have been said there is said again', async () => {
  const { slack, adapter, channel, logged, close } = await open();
  await adapter.post(channel, say('info', p('Atelier')), 'mark-1');
  const since = Temporal.Now.instant().subtract({ minutes: 1 });
  for (const error of ['missing_scope', 'not_in_channel']) {
    slack.refuseNext('conversations.history', error);
    expect(await adapter.seek(channel, { mark: 'mark-1', reply: say('info', p('Atelier')), since })).toBeUndefined();
    expect(logged.at(-1)).toBe(`warn what may have been said there cannot be looked for ${error}`);
  }
  await close();
});

test('a person’s answer does not wait behind what is said unasked', async () => {
  const { slack, adapter, channel, close } = await open();
  slack.limitNext('chat.postMessage', 2);
  const posting = adapter.post(channel, say('info', p('Atelier')), 'mark-1');
  while (slack.calls.filter((method) => method === 'chat.postMessage').length === 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const from = performance.now();
  await slack.person('U1001', 'lea').mentions('dire bonjour');
  expect(performance.now() - from).toBeLessThan(1_500);
  await posting;
  await close();
});

test.each([
  ['an app that was installed before it asked to open such conversations', '1002'],
  ['someone whom Slack does not know', '9999'],
])('%s is no conversation of two, and is said to whoever runs it', async (_, other) => {
  const { adapter, ref, slack, logged, close } = await open();
  if (other === '1002') slack.workspace.lacking.add('mpim:write');
  expect(await adapter.gather([ref('1001'), ref(other)])).toBeUndefined();
  expect(logged.join()).toContain('two people cannot be brought into one conversation');
  await close();
});

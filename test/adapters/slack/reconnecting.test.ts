import { expect, it } from 'vitest';
import { keepConnecting } from '../../../src/adapters/slack/reconnecting.ts';
import { chatWith } from '../../support/slack/chat-with.ts';
import { openSlackWorld } from '../../support/slack/world.ts';

const clientThat = (...outcomes: readonly ('connects' | 'refused')[]) => {
  const left = [...outcomes];
  return {
    start: async (): Promise<string> => {
      const outcome = left.shift();
      if (outcome !== 'connects') throw new Error(`${outcome}`);
      return outcome;
    },
  };
};

it('fails at the first start where Slack refuses', async () => {
  const client = clientThat('refused');
  keepConnecting(client, { everyMs: 1, onRefused: () => {} });
  await expect(client.start()).rejects.toThrow('refused');
});

it('tries again after a refusal, once it was connected', async () => {
  const client = clientThat('connects', 'refused', 'refused', 'connects');
  const refusals: unknown[] = [];
  keepConnecting(client, { everyMs: 1, onRefused: (error) => refusals.push(error) });
  await client.start();
  expect(await client.start()).toBe('connects');
  expect(refusals).toHaveLength(2);
});

it('stops trying when told to', async () => {
  const client = clientThat('connects', 'refused', 'refused', 'refused');
  const refusals: unknown[] = [];
  const end = keepConnecting(client, { everyMs: 1, onRefused: (error) => refusals.push(error) });
  await client.start();
  void client.start();
  end();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(refusals.length).toBeLessThan(2);
});

it('outlives a refusal of Slack’s when it connects anew, and logs it', { timeout: 20_000 }, async () => {
  const world = await openSlackWorld(chatWith(async (_, { acknowledge }) => acknowledge('asker')));
  world.slack.refuseNext('apps.connections.open', 'invalid_auth');
  world.slack.cut();
  await expect
    .poll(() => world.logged.find((line) => line.startsWith('error slack refuses to connect again')), {
      timeout: 10_000,
    })
    .toContain('invalid_auth');
  await world.close();
});

import { expect, test } from 'vitest';
import { type ChannelRef, MessageGone, type MessageRef } from '../../../src/chat/adapter.ts';
import { p, say } from '../../../src/reply/tree.ts';
import { talkativeChat } from '../../contract/talkative-chat.ts';
import { tellingContract } from '../../contract/telling.ts';
import { openConnectedDiscord } from '../../support/discord/connected.ts';
import { postMessage, removeMessage } from '../../support/discord/messages.ts';
import type { Mishap } from '../../support/mishaps.ts';

const open = async () => {
  const connected = await openConnectedDiscord(talkativeChat());
  const { discord } = connected;
  const { world } = discord;
  return {
    ...connected,
    meetNext: (mishap: Mishap) => discord.meetNext('POST /channels/:channel/messages', mishap),
    trouble: ({ channel }: ChannelRef, code: string) => {
      if (code === '10003') world.channels.delete(channel);
      else world.troubles.set(channel, Number(code));
    },
    remove: ({ message }: MessageRef) => {
      const found = world.messages.get(message);
      if (found) removeMessage(world, found);
    },
    crowd: ({ channel }: ChannelRef, count: number) => {
      const body = { content: 'Bonjour', allowed_mentions: { parse: [], users: [] } };
      for (let index = 0; index < count; index += 1) postMessage(world, { channelId: channel }, { body, files: [] });
    },
    limitRate: discord.limitRate,
  };
};

tellingContract({
  platform: 'discord',
  open,
  gathers: false,
  troubles: [
    ['10003', 'channel_gone'],
    ['50001', 'not_invited'],
    ['50013', 'not_allowed'],
  ],
});

test('the same message sent again within minutes is the same message', async () => {
  const { adapter, channel, inChannel, close } = await open();
  const first = await adapter.post(channel, say('info', p('Atelier')), 'mark-1');
  expect(await adapter.post(channel, say('info', p('Atelier')), 'mark-1')).toEqual(first);
  expect(inChannel()).toEqual(['Atelier']);
  await close();
});

test('a message that someone took away within minutes is not said again', async () => {
  const { adapter, channel, inChannel, remove, close } = await open();
  remove(await adapter.post(channel, say('info', p('Atelier')), 'mark-1'));
  await expect(adapter.post(channel, say('info', p('Atelier')), 'mark-1')).rejects.toBeInstanceOf(MessageGone);
  expect(inChannel()).toEqual([]);
  await close();
});

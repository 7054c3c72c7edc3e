import { adapterContract } from '../../contract/adapter.ts';
import { channel, inChannel, openRoom, toldTo } from '../../support/terminal.ts';

adapterContract({
  platform: 'terminal',
  open: async (chat) => {
    const room = await openRoom(chat);
    const watcher = room.person('watcher', 'watcher');
    for (const [userId, name] of [
      ['1001', 'lea'],
      ['1002', 'karim'],
    ] as const)
      room.person(userId, name);
    return {
      adapter: room.adapter,
      channel,
      person: room.person,
      ref: (userId) => ({ workspace: channel.workspace, userId }),
      typed: (command, text) => `/${command} ${text}`.trim(),
      inChannel: () => inChannel(watcher),
      told: (userId) => toldTo(room.person(userId, userId)),
      // Nobody stands between the adapter and the terminal: no call to wait for, no first answer to be late.
      stall: () => {},
      waits: () => [],
      close: room.close,
    };
  },
});

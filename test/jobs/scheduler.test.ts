import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Chat } from '../../src/chat/adapter.ts';
import { createScheduler } from '../../src/jobs/scheduler.ts';
import type { Log } from '../../src/kernel/log.ts';

const open = (work: () => Promise<void> = async () => {}) => {
  const done: string[] = [];
  const broken: string[] = [];
  const note = (_: object, event: string) => {
    broken.push(event);
  };
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const did = (what: string) => async () => {
    done.push(`${what} begins`);
    await work();
    done.push(`${what} ends`);
  };
  const scheduler = createScheduler(
    { tick: did('tick'), wake: did('wake'), stop: async () => {} },
    { timeZone: 'Europe/Paris', log },
  );
  const chat = scheduler.attentive({ commands: [], dispatch: async () => {}, home: async () => {}, suggest: () => [] });
  return { scheduler, chat, done, broken };
};

const ask = (chat: Chat) =>
  chat.dispatch(
    {
      id: '1',
      person: {
        platform: 'terminal',
        workspace: 'W',
        userId: 'U',
        displayName: 'Léa',
        isWorkspaceAdmin: async () => false,
      },
      spot: undefined,
      line: 'aide',
      fields: {},
      by: 'command',
      wantsForm: false,
      canOpenForm: false,
    },
    { openForm: async () => {}, acknowledge: async () => {}, answer: async () => {} },
  );

test('what came due while nobody was there is done at the start; commands wake the jobs, several of them once', async () => {
  const { scheduler, chat, done } = open();
  await scheduler.start();
  for (let count = 0; count < 5; count += 1) await ask(chat);
  await pause(700);
  expect(done).toEqual(['tick begins', 'tick ends', 'wake begins', 'wake ends']);
  await scheduler.stop();
});

test('stopping waits for what is being done, and nothing begins after', async () => {
  const { scheduler, chat, done } = open(() => pause(300));
  await scheduler.start();
  await pause(50);
  await ask(chat);
  await scheduler.stop();
  expect(done).toEqual(['tick begins', 'tick ends']);
  await ask(chat);
  await pause(700);
  expect(done).toHaveLength(2);
});

test('what breaks is logged, and does not keep the next from being done', async () => {
  const { scheduler, chat, done, broken } = open(async () => {
    throw new Error('the database is gone');
  });
  await scheduler.start();
  await ask(chat);
  await pause(700);
  expect(done).toEqual(['tick begins', 'wake begins']);
  expect(broken).toHaveLength(2);
  await scheduler.stop();
});

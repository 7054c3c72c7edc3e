// Who holds what of the queue: whoever says that they live keeps it, whoever is silent loses it.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openQueue } from '../../src/db/queue.ts';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

const fail = (error: Error): never => {
  throw error;
};
const open = () => openQueue(db, { onError: fail, patience: { retryLimit: 2, retrySeconds: 0, silenceSeconds: 60 } });
/** As if nobody had said anything for a minute and a half. */
const silence = () =>
  db.pool.query("UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '90 seconds' WHERE state = 'active'");

test('what was taken is given to another only once its holder is silent; what another does with it then counts', async () => {
  const [first, second] = [await open(), await open()];
  await db.prisma.$transaction((tx) => first.put(tx, [1, 2], 'channel'));
  const [one, two] = await first.take(2);
  expect([one?.deliveryId, two?.deliveryId]).toEqual([1, 2]);
  await two?.done();
  await silence();
  await first.beat();
  await second.revive();
  expect(await second.take(2)).toEqual([]);

  await pause(1_100);
  await silence();
  await second.revive();
  const [taken] = await second.take(2);
  expect(taken?.deliveryId).toBe(1);
  // Too late: it is no longer theirs to give back, or to end.
  await one?.again();
  expect(await first.take(2)).toEqual([]);
  await taken?.done();
  await first.close();
  await second.close();
});

test('people come before channels, and channels before what is looked at again', async () => {
  const queue = await open();
  await db.prisma.$transaction(async (tx) => {
    await queue.put(tx, [1], 'renewal');
    await queue.put(tx, [2, 3], 'channel');
    await queue.put(tx, [4], 'person');
  });
  const taken = await queue.take(10);
  expect(taken.map(({ deliveryId }) => deliveryId)).toEqual([4, 2, 3, 1]);
  for (const job of taken) await job.done();
  await queue.close();
});

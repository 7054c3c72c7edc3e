// What is measured, as Prometheus reads it, from where it happens: a request, a message, a statement, a line of the log.
import { expect, test } from 'vitest';
import { type Adapter, Unreachable } from '../../src/chat/adapter.ts';
import { measured } from '../../src/chat/measured.ts';
import { countingLog } from '../../src/kernel/log.ts';
import { p, say } from '../../src/reply/tree.ts';
import { openMeasures } from '../../src/web/metrics.ts';
import { onlyWith } from '../support/absent.ts';
import { openTestDatabase } from '../support/database.ts';

/** Of a metric with those labels; undefined when it was not counted. */
const countOf = async (measures: ReturnType<typeof openMeasures>, name: string): Promise<number | undefined> => {
  const line = (await measures.text()).split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
};

test('a request counts by its command and outcome, and how long its answers took', async () => {
  const measures = openMeasures();
  measures.acknowledged('slack', 40);
  measures.answered({ platform: 'slack', command: 'evenement voir', outcome: 'done' }, 120);
  const at = (name: string) => countOf(measures, name);
  expect(await at('mijote_commands_total{platform="slack",command="evenement voir",outcome="done"}')).toBe(1);
  expect(await at('mijote_acknowledgement_seconds_bucket{le="0.025",platform="slack"}')).toBe(0);
  expect(await at('mijote_acknowledgement_seconds_bucket{le="0.05",platform="slack"}')).toBe(1);
  expect(await at('mijote_answer_seconds_sum{platform="slack",command="evenement voir"}')).toBeCloseTo(0.12);
  expect(await measures.text()).toContain('nodejs_eventloop_lag_seconds');
});

test('a message counts by what became of it, whoever sends it', async () => {
  const measures = openMeasures();
  const at = { workspace: 'T1', channel: 'C1', message: '1' };
  const refusals = [new Unreachable('no private messages'), new Error('500')];
  const adapter = onlyWith<Adapter>({
    platform: 'discord',
    post: async () => at,
    update: async () => undefined,
    tell: async () => {
      throw refusals.shift();
    },
  });
  const { post, tell } = measured(adapter, measures);
  expect(await post(at, say('info', p('x')), 'mark')).toBe(at);
  for (const reason of ['no private messages', '500'])
    await expect(tell({ workspace: 'T1', userId: 'U1' }, say('info', p('x')), 'mark')).rejects.toThrow(reason);
  const count = (act: string, outcome: string) =>
    countOf(measures, `mijote_posts_total{platform="discord",act="${act}",outcome="${outcome}"}`);
  expect([await count('post', 'sent'), await count('tell', 'unreachable'), await count('tell', 'failed')]).toEqual([
    1, 1, 1,
  ]);
});

test('warnings and errors count by event, and are still written', async () => {
  const measures = openMeasures();
  const written: string[] = [];
  const write = (_: object, event: string) => {
    written.push(event);
  };
  const log = countingLog({ debug: write, info: write, warn: write, error: write }, measures.logged);
  log.info({}, 'all is well');
  log.error({ err: new Error('of Léa') }, 'a request broke');
  expect(written).toEqual(['all is well', 'a request broke']);
  expect(await countOf(measures, 'mijote_log_lines_total{level="error",event="a request broke"}')).toBe(1);
  expect(await measures.text()).not.toContain('Léa');
});

test('each statement is timed, refused ones apart; connections and what waits are read when asked for', async () => {
  const measures = openMeasures();
  const db = await openTestDatabase({ metrics: measures });
  await db.pool.query('SELECT 1');
  await db.prisma.$queryRaw`SELECT 2`;
  await expect(db.pool.query('SELECT nothing')).rejects.toThrow();
  measures.watch({
    queue: async () => ({ due: 3 }),
    connections: () => ({ open: db.pool.totalCount, idle: db.pool.idleCount, waiting: db.pool.waitingCount }),
  });
  const at = (name: string) => countOf(measures, name);
  expect(await at('mijote_database_statement_seconds_count{outcome="ok"}')).toBeGreaterThanOrEqual(2);
  expect(await at('mijote_database_statement_seconds_count{outcome="refused"}')).toBe(1);
  expect(await at('mijote_database_connections{state="open"}')).toBe(1);
  expect(await at('mijote_deliveries{state="due"}')).toBe(3);
  await db.close();
});

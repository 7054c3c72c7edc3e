// Child process of kill.test.ts: says what is to be said, over the real SDKs, until nothing is left or it is killed.
import { setTimeout as pause } from 'node:timers/promises';
import { discordAdapter } from '../../src/adapters/discord/adapter.ts';
import { slackAdapter } from '../../src/adapters/slack/adapter.ts';
import type { Chat } from '../../src/chat/adapter.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Log } from '../../src/kernel/log.ts';
import { takeOver } from './kill-house.ts';

const [dataDir = '', slackUrl = '', slackToken = '', discordUrl = '', discordToken = ''] = process.argv.slice(2);

const complain: Log['error'] = ({ err, reference }, event) => {
  process.stderr.write(`${event} ${String(reference ?? '')} ${err instanceof Error ? err.stack : ''}\n`);
};
const log: Log = { debug: () => {}, info: () => {}, warn: complain, error: complain };
const deaf: Chat = { commands: [], dispatch: async () => {}, home: async () => {}, suggest: () => [] };
const onCut = (what: string): never => {
  throw new Error(what);
};

const db = await openDatabase({ dataDir });
await migrate(db);
const adapters = [
  slackAdapter({
    botToken: slackToken,
    connection: { by: 'http', signingSecret: 'unused' },
    apiUrl: slackUrl,
    log,
    onCut,
  }),
  discordAdapter({ token: discordToken, apiUrl: discordUrl, log, onCut }),
];
for (const adapter of adapters) await adapter.start(deaf);
const jobs = await takeOver(db, adapters, log);
const isLeft = async (): Promise<boolean> =>
  (await db.prisma.delivery.count({ where: { state: { in: ['pending', 'queued', 'sending'] } } })) > 0;
process.stdout.write('ready\n');
while (await isLeft()) {
  await jobs.tick();
  await pause(100);
}
for (const adapter of adapters) await adapter.stop();
await db.close();
process.stdout.write('done\n');
process.exit(0);

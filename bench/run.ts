// `npm run bench [NAME…]`: all the benchmarks, or those that are named. Prints what each found as ratios to a floor of
// the same run; a goal that is not met is said, and is no error.
import { type Databases, openDatabases } from './databases.ts';
import { type Finding, told } from './report.ts';

type Benchmark = (databases: Databases) => Promise<readonly Finding[]>;

const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  agenda: async () => (await import('./agenda.ts')).agendaBenchmark,
  channels: async () => (await import('./channels.ts')).channelsBenchmark,
  slack: async () => (await import('./chat.ts')).slackBenchmark,
  discord: async () => (await import('./chat.ts')).discordBenchmark,
  acknowledge: async () => (await import('./acknowledge.ts')).acknowledgeBenchmark,
  core: async () => (await import('./core.ts')).coreBenchmark,
  ledger: async () => (await import('./ledger.ts')).ledgerBenchmark,
  matcher: async () => (await import('./matcher.ts')).matcherBenchmark,
  pages: async () => (await import('./pages.ts')).pagesBenchmark,
  pictures: async () => (await import('./pictures.ts')).picturesBenchmark,
  reading: async () => (await import('./reading.ts')).readingBenchmark,
  start: async () => (await import('./start.ts')).startBenchmark,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  process.stderr.write(
    `No benchmark is called ${unknown.join(', ')}. There are ${Object.keys(benchmarks).join(', ')}.\n`,
  );
  process.exit(2);
}

const databases = await openDatabases(process.env.TEST_DATABASE_URL);
// Cut short, a run leaves no server and no process behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => databases.close().finally(() => process.exit(130)));
try {
  for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
    const benchmark = await benchmarks[name]?.();
    for (const finding of (await benchmark?.(databases)) ?? []) process.stdout.write(`${told(finding)}\n`);
  }
} finally {
  await databases.close();
}

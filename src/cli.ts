// The program's own command line: one verb, its options, and an exit code (0 done, 1 refused or failed, 2 misused).
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Misuse, type Verb } from './cli/verb.ts';
import { cliWords as words } from './messages/start.fr.ts';

/** Each is loaded when it is asked for: a phrase is read without a database. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  start: async () => (await import('./cli/start.ts')).startVerb,
  say: async () => (await import('./cli/say.ts')).sayVerb,
  read: async () => (await import('./cli/read.ts')).readVerb,
  job: async () => (await import('./cli/job.ts')).jobVerb,
  manifest: async () => (await import('./cli/manifest.ts')).manifestVerb,
  commands: async () => (await import('./cli/commands.ts')).commandsVerb,
  orientation: async () => (await import('./cli/orientation.ts')).orientationVerb,
  migrate: async () => (await import('./cli/migrate.ts')).migrateVerb,
};

const help = (): string =>
  [
    words.usage,
    '',
    words.verbs,
    ...Object.entries(words.about).map(([name, about]) => `  ${name.padEnd(11)} ${about}`),
    '',
    words.more,
    '',
  ].join('\n');

const helpOf = ({ name, about, takes, options }: Verb): string =>
  [
    `npm run -s mijote -- ${[name, takes].filter((word) => word !== '').join(' ')}`,
    '',
    about,
    '',
    words.options,
    ...Object.entries(options).map(
      ([option, { value, about: use }]) => `  --${[option, value ?? ''].join(' ').trim().padEnd(18)} ${use}`,
    ),
    `  --${'help'.padEnd(18)} ${words.option.help}`,
    '',
  ].join('\n');

const misused = (message: string): number => {
  process.stderr.write(`${message}\n\n${help()}`);
  return 2;
};

const run = async (verb: Verb, args: string[]): Promise<number> => {
  const options = Object.fromEntries(
    Object.entries({ ...verb.options, help: { value: undefined } }).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help === true) {
      process.stdout.write(helpOf(verb));
      return 0;
    }
    return await verb.run({
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      flag: (name) => values[name] === true,
      positionals,
    });
  } catch (error) {
    if (error instanceof Misuse) return misused(error.message);
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return misused(words.badOption(error.message));
    throw error;
  }
};

// What was read and compiled once is kept for the next start, beside the code that it is made of and as safe as it. Where
// that cannot be written, nothing is kept, and nothing fails.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/mijote-compiled', import.meta.url)));

const [name, ...args] = process.argv.slice(2);
if (name === undefined || name === '--help' || name === 'help') {
  process.stdout.write(help());
  process.exitCode = name === undefined ? 2 : 0;
} else {
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  process.exitCode = load ? await run(await load(), args) : misused(words.unknownVerb(name));
}

// The only reader of the environment: what each variable is, and every problem at once, in words.
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { type LogLevel, logLevels } from './kernel/log.ts';
import { fail, ok, type Result } from './kernel/result.ts';
import { aboutVariables, configWords as words } from './messages/config.fr.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
type VariableName = keyof typeof aboutVariables;

export interface Config {
  readonly dataDir: string;
  /** Undefined: the embedded database, in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** A pattern, or several separated by commas. */
  readonly places: string;
  readonly slack: SlackConfig | undefined;
  readonly discord: { readonly token: string; readonly apiUrl: string | undefined } | undefined;
  readonly web: { readonly host: string; readonly port: number; readonly publicUrl: string | undefined };
  /** Who gives this token reads what is measured; undefined: nobody does. */
  readonly metricsToken: string | undefined;
  readonly logLevel: LogLevel;
}

export type SlackConfig = { readonly botToken: string; readonly apiUrl: string | undefined } & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
);

const webUrl = (example: string) =>
  z.url({ protocol: /^https?$/, error: words.webUrl(example) }).transform((text) => text.replace(/\/+$/, ''));
/** Tokens are easily given one for another; those of a kind that Slack may add are let through. */
const slackToken = (prefix: string, others: RegExp) =>
  z.string().refine((text) => !others.test(text), words.prefix(prefix));

/** Of what anyone on the network may try. */
const LEAST_TOKEN = 16;

/** In the order of `.env.example`. */
const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, words.databaseUrl)
    .optional(),
  DATA_DIR: z.string().default('./data'),
  PLACES: z.string().default('lieux/*.yaml'),
  SLACK_BOT_TOKEN: slackToken('xoxb-', /^xapp-|^xoxp-/).optional(),
  SLACK_APP_TOKEN: slackToken('xapp-', /^xox/).optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_API_URL: webUrl('https://slack.com/api').optional(),
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_API_URL: webUrl('https://discord.com/api').optional(),
  PORT: z.string().regex(/^\d+$/, words.port).transform(Number).pipe(z.int().max(65_535, words.port)).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webUrl('https://mijote.exemple.fr').optional(),
  METRICS_TOKEN: z.string().min(LEAST_TOKEN, words.metricsToken(LEAST_TOKEN)).optional(),
  LOG_LEVEL: z.enum(logLevels, words.oneOf(logLevels)).default('info'),
}) satisfies z.ZodObject<Record<VariableName, z.ZodType>>;

type Variables = z.infer<typeof schema>;

export interface Variable {
  readonly name: VariableName;
  readonly about: string;
  readonly byDefault: string | undefined;
}

/** What `.env.example` and the README's table are made from. */
export const variables: readonly Variable[] = schema.keyof().options.map((name) => {
  const value = schema.shape[name].safeParse(undefined).data;
  return { name, about: aboutVariables[name], byDefault: value === undefined ? undefined : String(value) };
});

/** Rules across variables; read before the schema, so that all problems are told at once. */
const broken = (env: Environment): readonly string[] => {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = env;
  if (bot) return app || secret ? [] : [words.slackHalf];
  const alone = (name: VariableName) => (env[name] ? [words.slackWithoutBot(name)] : []);
  return [...alone('SLACK_APP_TOKEN'), ...alone('SLACK_SIGNING_SECRET')];
};

const slackOf = (read: Variables): SlackConfig | undefined => {
  if (!read.SLACK_BOT_TOKEN) return undefined;
  const common = { botToken: read.SLACK_BOT_TOKEN, apiUrl: read.SLACK_API_URL };
  if (read.SLACK_APP_TOKEN) return { ...common, mode: 'socket', appToken: read.SLACK_APP_TOKEN };
  return read.SLACK_SIGNING_SECRET ? { ...common, mode: 'http', signingSecret: read.SLACK_SIGNING_SECRET } : undefined;
};

const configOf = (read: Variables): Config => ({
  dataDir: read.DATA_DIR,
  databaseUrl: read.DATABASE_URL,
  places: read.PLACES,
  slack: slackOf(read),
  discord: read.DISCORD_TOKEN ? { token: read.DISCORD_TOKEN, apiUrl: read.DISCORD_API_URL } : undefined,
  web: { host: read.HOST, port: read.PORT, publicUrl: read.PUBLIC_URL },
  metricsToken: read.METRICS_TOKEN,
  logLevel: read.LOG_LEVEL,
});

/** An empty variable is an absent one: that is what composition files and shells leave behind. */
const trimmed = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));

/** Every problem, each a sentence in French; none repeats a value, which may be a secret. */
export const readConfig = (env: Environment): Result<Config, readonly string[]> => {
  const given = trimmed(env);
  const read = schema.safeParse(given);
  const problems = [
    ...(read.error?.issues ?? []).map(({ path, message }) => words.problem(path.join('.'), message)),
    ...broken(given),
  ];
  return read.success && problems.length === 0 ? ok(configOf(read.data)) : fail(problems);
};

/** The process's variables, completed by the `.env` file of the current folder. */
export const environment = (): Environment =>
  existsSync('.env') ? { ...parseEnv(readFileSync('.env', 'utf8')), ...process.env } : process.env;

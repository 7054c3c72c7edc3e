// Structured logs, on stderr: stdout belongs to the terminal chat and to the command line. Nothing personal, by
// construction: a line has an event in our own words, and facts whose names are listed here.
import { randomInt } from 'node:crypto';
import { type DestinationStream, pino } from 'pino';
import { type ErrorFacts, errorFacts, masked } from './mask.ts';

/** Never a name, a sentence that someone typed, or a token: such a fact has no entry here. */
const factNames = [
  'attempt',
  'by',
  'channel',
  'code',
  'command',
  'count',
  'due',
  'engine',
  'host',
  'job',
  'member',
  'method',
  'migration',
  'mode',
  'ms',
  'path',
  'place',
  'platform',
  'port',
  'reason',
  'reference',
  'request',
  'shard',
  'signal',
  'space',
  'status',
  'version',
  'workspace',
] as const;

type FactName = (typeof factNames)[number];
type Fact = string | number | boolean;

export type Facts = { readonly [name in FactName]?: Fact | undefined } & { readonly err?: unknown };

type Write = (facts: Facts, event: string) => void;

export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LogOptions {
  readonly level: LogLevel;
  /** For eyes: a line of words instead of JSON. */
  readonly pretty?: boolean;
  readonly to?: DestinationStream;
}

const kept = (facts: Facts): Readonly<Record<string, unknown>> => {
  const listed = factNames.flatMap((name) => {
    const fact = facts[name];
    return fact === undefined ? [] : [[name, typeof fact === 'string' ? masked(fact) : fact] as const];
  });
  return { ...Object.fromEntries(listed), ...('err' in facts ? { error: errorFacts(facts.err) } : {}) };
};

interface Written {
  readonly level: string;
  readonly time: string;
  readonly event: string;
  readonly error?: ErrorFacts;
}

const inWords = (line: string): string => {
  const { level, time: _, event, error, ...facts }: Written = JSON.parse(line);
  const said = Object.entries(facts).map(([name, fact]) => `${name}=${fact}`);
  const broke = error
    ? [`${error.type}: ${error.message}`, ...error.stack.slice(0, 4).map((frame) => `\n    ${frame}`)]
    : [];
  return `${[level, event, ...said, ...broke].join(' ')}\n`;
};

/** The same, each warning and error counted by its event. */
export const countingLog = (log: Log, counted: (level: 'warn' | 'error', event: string) => void): Log => ({
  ...log,
  warn: (facts, event) => {
    counted('warn', event);
    log.warn(facts, event);
  },
  error: (facts, event) => {
    counted('error', event);
    log.error(facts, event);
  },
});

export const createLog = ({
  level,
  pretty = false,
  to = pino.destination({ dest: 2, sync: true }),
}: LogOptions): Log => {
  const destination = pretty ? { write: (line: string) => to.write(inWords(line)) } : to;
  const logger = pino(
    {
      level,
      messageKey: 'event',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return {
    debug: (facts, event) => logger.debug(kept(facts), event),
    info: (facts, event) => logger.info(kept(facts), event),
    warn: (facts, event) => logger.warn(kept(facts), event),
    error: (facts, event) => logger.error(kept(facts), event),
  };
};

// Neither 0 nor O, 1 nor I nor L: it is read aloud and typed again.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** `MJ-7F3K2`: what links the sentence that a person was shown to the line of the log. */
export const newReference = (below: (bound: number) => number = randomInt): string =>
  `MJ-${Array.from({ length: 5 }, () => ALPHABET[below(ALPHABET.length)]).join('')}`;

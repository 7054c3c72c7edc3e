// What a verb of the command line is made of, and what several of them need.
import { type Config, environment, readConfig } from '../config.ts';
import { type Clock, clockStartingAt, systemClock } from '../kernel/time.ts';
import { configWords } from '../messages/config.fr.ts';
import { cliWords as words } from '../messages/start.fr.ts';

export interface Given {
  text(name: string): string | undefined;
  flag(name: string): boolean;
  readonly positionals: readonly string[];
}

export interface Verb {
  readonly name: string;
  readonly about: string;
  /** What follows its name, in capitals; empty when nothing does. */
  readonly takes: string;
  /** `value` undefined: a flag. */
  readonly options: Readonly<Record<string, { readonly value: string | undefined; readonly about: string }>>;
  /** The exit code. */
  run(given: Given): Promise<number>;
}

/** A usage error: told with the usage, exit code 2. */
export class Misuse extends Error {}

export const atOption = { at: { value: 'INSTANT', about: words.option.at } } as const;

export const instantOf = (text: string): Temporal.Instant => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new Misuse(words.badInstant(text));
  }
};

/** The clock that `--at` asks for. */
export const clockOf = (given: Given): Clock => {
  const at = given.text('at');
  return at === undefined ? systemClock : clockStartingAt(instantOf(at));
};

/** Says every problem, and gives nothing. */
export const complain = (heading: string, problems: readonly string[]): void => {
  process.stderr.write([heading, ...problems.map((problem) => `- ${problem}`), ''].join('\n'));
};

export const configured = (): Config | undefined => {
  const config = readConfig(environment());
  if (config.ok) return config.value;
  complain(configWords.heading, config.error);
  return undefined;
};

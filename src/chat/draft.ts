// One request, option by option: what was understood, what was not, what nobody took.
import { spaceOf } from '../place/model.ts';
import { leftover } from '../reading/leftover.ts';
import type { ReadingFailure } from '../reading/model.ts';
import type { Sentence } from '../reading/sentence.ts';
import type { Command } from './command.ts';
import type { Option, ReadContext } from './option.ts';
import type { Registry } from './registry.ts';

export interface Draft {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: Readonly<Record<string, ReadingFailure>>;
  /** As typed in a field of its own. */
  readonly typed: Readonly<Record<string, string>>;
  /** The place, the present, and the space that was read. */
  readonly context: ReadContext;
  /** Words that no option took. */
  readonly left: string | undefined;
}

type Read = { readonly value?: unknown; readonly problem?: ReadingFailure; readonly sentence: Sentence };

const readOption = (
  option: Option<unknown>,
  field: string | undefined,
  sentence: Sentence,
  context: ReadContext,
): Read => {
  if (field !== undefined && field.trim() !== '') {
    const parsed = option.parse(field, context);
    return parsed.ok ? { value: parsed.value, sentence } : { problem: parsed.error, sentence };
  }
  const found = option.find(sentence, context);
  if (!found.ok) return { problem: found.error, sentence };
  return found.value ? { value: found.value.value, sentence: found.value.sentence } : { sentence };
};

/** What nobody else took is read, and said, last, wherever it is declared. */
const inReadingOrder = ({ options }: Command): readonly (readonly [string, Option<unknown>])[] => {
  const all = Object.entries(options);
  const isLast = ({ kind }: Option<unknown>) => kind === 'rest' || kind === 'title';
  return [...all.filter(([, option]) => !isLast(option)), ...all.filter(([, option]) => isLast(option))];
};

/** Reads the options of `command` in their order; a field of its own wins over the sentence. */
export const draftOf = (
  command: Command,
  sentence: Sentence,
  fields: Readonly<Record<string, string>>,
  start: Omit<ReadContext, 'space'>,
): Draft => {
  const values: Record<string, unknown> = {};
  const problems: Record<string, ReadingFailure> = {};
  let context: ReadContext = { ...start, space: undefined };
  let rest = sentence;
  for (const [name, option] of inReadingOrder(command)) {
    const read = readOption(option, fields[name], rest, context);
    rest = read.sentence;
    if (read.problem) problems[name] = read.problem;
    if (read.value !== undefined) values[name] = read.value;
    if (option.kind === 'space' && typeof read.value === 'string')
      context = { ...context, space: spaceOf(start.place, read.value) };
  }
  return { values, problems, typed: fields, context, left: leftover(rest) };
};

/** What an option says in a line: its value's words, else the words that could not be read, so that none is lost. */
const said = (name: string, option: Option<unknown>, { values, problems, typed, context }: Draft): string => {
  if (values[name] !== undefined) return option.phrase(values[name], context);
  const problem = problems[name];
  return problem && 'typed' in problem ? problem.typed : problem ? (typed[name] ?? '') : '';
};

/** The line that says the same: `reserver coworking 2026-11-24 9h-12h pour 3 personnes`. */
export const lineOf = (path: string, command: Command, draft: Draft): string =>
  [path, ...inReadingOrder(command).map(([name, option]) => said(name, option, draft))]
    .filter((words) => words !== '')
    .join(' ');

/** The same request with another value for some options. */
export const withValues = (draft: Draft, values: Readonly<Record<string, unknown>>): Draft => ({
  ...draft,
  values: { ...draft.values, ...values },
  problems: Object.fromEntries(Object.entries(draft.problems).filter(([name]) => values[name] === undefined)),
});

/** The line of any command: its button, on another command's card. */
export const lineOfPath = (
  registry: Registry,
  path: string,
  values: Readonly<Record<string, unknown>>,
  context: ReadContext,
): string => {
  const route = registry.find(path.split(' '));
  if (route?.path !== path) throw new Error(`a button would carry « ${path} », which is not a command`);
  return lineOf(path, route.command, { values, problems: {}, typed: {}, context, left: undefined });
};

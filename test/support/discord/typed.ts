// What a person types after a slash, as Discord's client turns it into options: `/reserver espace:coworking quand:demain`.
import type { CommandBody, ValueOption } from './checks.ts';

export interface TypedOption {
  readonly type: 3 | 4;
  readonly name: string;
  readonly value: string | number;
}

export interface Typed {
  readonly name: string;
  readonly subcommand: string | undefined;
  readonly options: readonly TypedOption[];
}

/** Words that name no option, put into some: `['coworking', 'demain matin']`, in the order of the options. */
export type Split = (words: string, options: readonly ValueOption[]) => Readonly<Record<string, string>>;

/**
 * Where a test does not say better: the first word is the first option, what follows the second (`/reserver coworking
 * demain matin`); a command with one option takes everything.
 */
export const firstThenRest: Split = (words, [first, second]) => {
  if (!first) throw new Error(`No option takes « ${words} »`);
  if (!second) return { [first.name]: words };
  const [head = '', ...rest] = words.split(' ');
  return { [first.name]: head, ...(rest.length > 0 ? { [second.name]: rest.join(' ') } : {}) };
};

const named = (
  text: string,
  options: readonly ValueOption[],
): { readonly free: string; readonly values: Readonly<Record<string, string>> } => {
  if (options.length === 0) return { free: text, values: {} };
  const marks = [...text.matchAll(new RegExp(`(?:^|(?<=\\s))(${options.map(({ name }) => name).join('|')}):`, 'g'))];
  const values = marks.map((mark, index): readonly [string, string] => [
    mark[1] ?? '',
    text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length).trim(),
  ]);
  return { free: text.slice(0, marks[0]?.index ?? text.length).trim(), values: Object.fromEntries(values) };
};

const typedOption = ({ name, type }: ValueOption, value: string): TypedOption => {
  if (type === 3) return { type, name, value };
  if (!/^-?\d+$/.test(value))
    throw new Error(`Discord’s client wants a whole number for « ${name} », not « ${value} »`);
  return { type, name, value: Number(value) };
};

/** @throws as Discord's client refuses to send: an unknown command or subcommand, a required option left out. */
export const readTyped = (line: string, find: (name: string) => CommandBody | undefined, split: Split): Typed => {
  const [, name = '', after = ''] = /^\/(\S+)\s*([\s\S]*)$/.exec(line.trim()) ?? [];
  const command = find(name);
  if (!command) throw new Error(`« /${name} » is not registered on Discord`);
  const [word = '', ...others] = after.split(' ');
  const subcommands = (command.options ?? []).flatMap((option) => (option.type === 1 ? [option] : []));
  const subcommand = subcommands.find((option) => option.name === word);
  if (subcommands.length > 0 && !subcommand)
    throw new Error(`« /${name} » needs one of ${subcommands.map((option) => option.name).join(', ')}`);
  const options = subcommand
    ? (subcommand.options ?? [])
    : (command.options ?? []).flatMap((option) => (option.type === 1 ? [] : [option]));
  const { free, values } = named(subcommand ? others.join(' ') : after, options);
  const all = { ...(free === '' ? {} : split(free, options)), ...values };
  for (const option of options) {
    if (option.required && !all[option.name])
      throw new Error(`Discord’s client asks for « ${option.name} » before it sends « /${name} »`);
  }
  return {
    name,
    subcommand: subcommand?.name,
    options: options.flatMap((option) => {
      const value = all[option.name];
      return value === undefined || value === '' ? [] : [typedOption(option, value)];
    }),
  };
};

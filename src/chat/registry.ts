// Everything that can be typed, found by what was typed. Refuses at start-up, with a sentence, what one of the platforms
// could not honour; never repairs.
import { tokenize } from '../reading/tokenize.ts';
import { type Command, type CommandGroup, isGroup } from './command.ts';
import { nearNames } from './near-names.ts';

export interface Registry {
  readonly entries: readonly (Command | CommandGroup)[];
  /** By the words of a line: the command, its full path, and how many words its name took. */
  find(words: readonly string[]): Route | undefined;
  /** By what was said to the bot, anywhere in the sentence. `position` is that of the word that said it. */
  heard(words: readonly string[]): (Route & { readonly position: number }) | undefined;
  near(word: string): readonly string[];
}

export interface Route {
  readonly command: Command;
  /** `reserver`, `reservations modifier`. */
  readonly path: string;
  readonly length: number;
}

/**
 * Discord: 100 commands of 25 options, names of 32 characters, labels of 45, modals of 5 fields, 15 entries in the menu of a
 * message; Slack: 50 commands, titles of 24, 5 entries of 24 characters.
 */
const LIMITS = {
  commands: 50,
  groupCommands: 25,
  options: 25,
  formFields: 5,
  nameChars: 32,
  summaryChars: 100,
  titleChars: 24,
  labelChars: 45,
  menuEntries: 5,
  menuChars: 24,
};

export const routes = (entries: readonly (Command | CommandGroup)[]): readonly Route[] =>
  entries.flatMap((entry) =>
    isGroup(entry)
      ? entry.commands.map((command) => ({ command, path: `${entry.name} ${command.name}`, length: 2 }))
      : [{ command: entry, path: entry.name, length: 1 }],
  );

const optionProblems = (path: string, { options }: Command): readonly string[] => {
  const all = Object.entries(options);
  const firstOptional = all.findIndex(([, { required }]) => !required);
  const late = firstOptional < 0 ? undefined : all.slice(firstOptional).find(([, { required }]) => required);
  return [
    ...(all.length > LIMITS.options ? [`${path}: ${all.length} options, ${LIMITS.options} at most`] : []),
    ...(all.filter(([, { kind }]) => !['booking', 'event', 'guest', 'aside'].includes(kind)).length > LIMITS.formFields
      ? [`${path}: its form would have more than ${LIMITS.formFields} fields`]
      : []),
    ...(late ? [`${path}: the required option ${late[0]} stands after an optional one`] : []),
    ...all.flatMap(([name, { summary }]) => [
      ...nameProblems(`${path} ${name}`, name),
      ...(summary.length > LIMITS.labelChars
        ? [`${path} ${name}: a label of ${summary.length} characters, ${LIMITS.labelChars} at most`]
        : []),
    ]),
  ];
};

const nameProblems = (path: string, name: string): readonly string[] =>
  /^[a-z][a-z0-9]{0,31}$/.test(name)
    ? []
    : [`${path}: a name is lower-case letters and digits, ${LIMITS.nameChars} at most, so that it is read as one word`];

const summaryProblems = (path: string, { summary }: Command | CommandGroup): readonly string[] =>
  summary.length > LIMITS.summaryChars
    ? [`${path}: a summary of ${summary.length} characters, ${LIMITS.summaryChars} at most`]
    : [];

const menuProblems = (all: readonly Route[]): readonly string[] => {
  const menus = all.flatMap(({ path, command: { fromMessage, options } }) =>
    fromMessage ? [{ path, options, ...fromMessage }] : [],
  );
  const labels = menus.map(({ label }) => label);
  return [
    ...(menus.length > LIMITS.menuEntries
      ? [`${menus.length} entries in the menu of a message, ${LIMITS.menuEntries} at most`]
      : []),
    ...labels
      .filter((label, index) => labels.indexOf(label) !== index)
      .map((label) => `« ${label} » stands twice in the menu of a message`),
    ...menus.flatMap(({ path, label, text, link, options }) => [
      ...(label.length > LIMITS.menuChars || label.trim() === ''
        ? [`${path}: « ${label} » in the menu of a message, from 1 to ${LIMITS.menuChars} characters`]
        : []),
      ...[text, link]
        .filter((name) => options[name]?.input !== 'text')
        .map((name) => `${path}: a message fills « ${name} », which is none of its options of text`),
    ]),
  ];
};

const problemsOf = (entries: readonly (Command | CommandGroup)[]): readonly string[] => {
  const all = routes(entries);
  const paths = [
    ...entries.map(({ name }) => name),
    ...all.filter(({ length }) => length === 2).map(({ path }) => path),
  ];
  return [
    ...(entries.length > LIMITS.commands ? [`${entries.length} commands, ${LIMITS.commands} at most`] : []),
    ...paths.filter((path, index) => paths.indexOf(path) !== index).map((path) => `${path}: declared twice`),
    ...entries.flatMap((entry) => [
      ...nameProblems(entry.name, entry.name),
      ...(isGroup(entry) && !entry.commands.some(({ name }) => name === entry.alone)
        ? [`${entry.name}: « ${entry.alone} » is not one of its commands`]
        : []),
      ...(isGroup(entry) ? entry.commands.flatMap(({ name }) => nameProblems(`${entry.name} ${name}`, name)) : []),
      ...(isGroup(entry) && entry.commands.length > LIMITS.groupCommands
        ? [`${entry.name}: ${entry.commands.length} commands, ${LIMITS.groupCommands} at most`]
        : []),
      ...(isGroup(entry) ? summaryProblems(entry.name, entry) : []),
    ]),
    ...menuProblems(all),
    ...all.flatMap(({ path, command }) => [
      ...summaryProblems(path, command),
      ...(command.title.length > LIMITS.titleChars && Object.keys(command.options).length > 0
        ? [`${path}: « ${command.title} » is its form's title, ${LIMITS.titleChars} characters at most`]
        : []),
      ...optionProblems(path, command),
    ]),
  ];
};

interface Heard {
  readonly route: Route;
  readonly words: readonly string[];
}

const isSaidAt = ({ words: said }: Heard, words: readonly string[], position: number): boolean =>
  said.every((word, offset) => words[position + offset] === word);

/** The first in the sentence; of two that begin there, the longer: « annule mon rendez-vous » is no « annule ». */
const firstSaid = (phrases: readonly Heard[], words: readonly string[]) => {
  for (let position = 0; position < words.length; position += 1) {
    const match = phrases.find((phrase) => isSaidAt(phrase, words, position));
    if (match) return { ...match.route, length: match.words.length, position };
  }
  return undefined;
};

/** The first of the commands, wherever it is said: « bonjour, je voudrais … » is no call for help. */
const firstImplied = (phrases: readonly Heard[], words: readonly string[]) => {
  for (const phrase of phrases) {
    const position = words.findIndex((_, at) => isSaidAt(phrase, words, at));
    if (position >= 0) return { ...phrase.route, length: phrase.words.length, position };
  }
  return undefined;
};

/** @throws when a declaration could not be honoured on every platform, naming each problem. */
export const createRegistry = (entries: readonly (Command | CommandGroup)[]): Registry => {
  const problems = problemsOf(entries);
  if (problems.length > 0) throw new Error(`Commands that a platform would refuse:\n- ${problems.join('\n- ')}`);
  const all = routes(entries);
  const phrasesOf = (wordsOf: (route: Route) => readonly string[]): readonly Heard[] =>
    all.flatMap((route) =>
      wordsOf(route).map((phrase) => ({ route, words: tokenize(phrase).tokens.map(({ word }) => word) })),
    );
  const said = phrasesOf(({ path, command }) => [path, ...command.said]).toSorted(
    (a, b) => b.words.length - a.words.length,
  );
  const implied = phrasesOf(({ command }) => command.implied);

  const find = (words: readonly string[]): Route | undefined => {
    const entry = entries.find(({ name }) => name === words[0]);
    if (!entry) return undefined;
    if (!isGroup(entry)) return { command: entry, path: entry.name, length: 1 };
    const named = entry.commands.find(({ name }) => name === words[1]);
    const command = named ?? entry.commands.find(({ name }) => name === entry.alone);
    return command && { command, path: `${entry.name} ${command.name}`, length: named ? 2 : 1 };
  };

  return {
    entries,
    find,
    heard: (words) => firstSaid(said, words) ?? firstImplied(implied, words),
    near: (word) => nearNames(entries, word),
  };
};

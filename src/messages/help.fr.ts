// What each person can type, as /aide says it and as commands/README.md prints it: readers of the declarations.
import type { Command, CommandGroup } from '../chat/command.ts';
import {
  type Block,
  buttons,
  code,
  heading,
  type Inline,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { quoted } from './words.fr.ts';

type Entry = Command | CommandGroup;

const subcommands = (entry: Entry): readonly Command[] => ('commands' in entry ? entry.commands : [entry]);

const pathOf = (entry: Entry, command: Command): string =>
  !('commands' in entry) ? entry.name : command.name === entry.alone ? entry.name : `${entry.name} ${command.name}`;

/** `/reserver coworking demain`. */
const typed = (path: string, example: string): string =>
  `/${[path, example].filter((words) => words !== '').join(' ')}`;

const firstExample = (entry: Entry): readonly Inline[] => {
  const [command] = subcommands(entry);
  const example = command?.examples.find((words) => words !== '');
  return command && example !== undefined
    ? [' Par exemple\u00a0: ', code(typed(pathOf(entry, command), example)), '.']
    : [];
};

const line = (entry: Entry): Line => [strong(`/${entry.name}`), ` – ${entry.summary}.`, ...firstExample(entry)];

export const helpReply = (placeName: string, entries: readonly Entry[]): Reply =>
  say(
    'info',
    heading('Ce que je sais faire'),
    p(`Je suis Mijote, le robot de ${placeName}. Tapez une commande, avec vos mots\u00a0:`),
    list(entries.map(line)),
    p(
      'Pour tout savoir d’une commande\u00a0: ',
      code('/aide reserver'),
      '. Vous pouvez aussi me parler en me mentionnant\u00a0: ',
      code('@Mijote réserve le coworking demain'),
      '.',
    ),
    buttons(
      { label: 'Réserver', command: 'reserver', tone: 'primary', effect: 'form' },
      { label: 'Voir ce qui est libre', command: 'dispo' },
      { label: 'Mes réservations', command: 'reservations' },
    ),
  );

/** Slack and Discord alone have such a menu. */
const MENU = 'Aussi dans le menu d’un message, sur Slack et Discord\u00a0: ';

const commandBlocks = (entry: Entry, command: Command): readonly Block[] => {
  const path = pathOf(entry, command);
  const options = Object.entries(command.options);
  return [
    p(strong(`/${path}`), ` – ${command.summary}.`),
    ...(options.length > 0
      ? [
          list(
            options.map(([name, { summary, required }]) => [
              code(name),
              `\u00a0: ${summary.toLowerCase()}${required ? '' : ' (facultatif)'}`,
            ]),
          ),
        ]
      : []),
    ...(command.examples.length > 0
      ? [
          p(
            'Par exemple\u00a0: ',
            ...command.examples.flatMap((example, index) => [
              index === 0 ? '' : '\u00a0; ',
              code(typed(path, example)),
            ]),
            '.',
          ),
        ]
      : []),
    ...(command.fromMessage ? [p(MENU, strong(command.fromMessage.label), '.')] : []),
  ];
};

export const commandHelpReply = (entry: Entry): Reply =>
  say(
    'info',
    heading(`/${entry.name}`),
    p(`${entry.summary}.`),
    ...subcommands(entry).flatMap((command) => commandBlocks(entry, command)),
  );

export const noSuchCommandReply = (typedName: string, near: readonly string[]): Reply =>
  say(
    'refusal',
    p(
      `Je ne connais pas la commande ${quoted(typedName)}. `,
      ...(near.length > 0
        ? [
            'Vouliez-vous dire ',
            ...near.flatMap((name, index): Line => [index === 0 ? '' : ' ou ', code(`/${name}`)]),
            '\u00a0?',
          ]
        : ['Tapez ', code('/aide'), ' pour voir la liste.']),
    ),
  );

/** The reference of commands/README.md. */
export const reference = (entries: readonly Entry[]): string =>
  [
    '# Les commandes',
    '',
    'Ce fichier est écrit par `npm run docs`, d’après les déclarations de ce dossier. Les mots se donnent dans n’importe quel ordre.',
    '',
    '| commande | ce qu’elle fait | options | exemples |',
    '| --- | --- | --- | --- |',
    ...entries.flatMap((entry) =>
      subcommands(entry).map((command) => {
        const path = pathOf(entry, command);
        const options = Object.entries(command.options).map(
          ([name, { summary, required }]) =>
            `\`${name}\`\u00a0: ${summary.toLowerCase()}${required ? '' : ' (facultatif)'}`,
        );
        const examples = command.examples.map((example) => `\`${typed(path, example)}\``);
        const menu = command.fromMessage ? `<br>${MENU}**${command.fromMessage.label}**` : '';
        return `| \`/${path}\` | ${command.summary}${menu} | ${options.join('<br>') || '–'} | ${examples.join('<br>') || '–'} |`;
      }),
    ),
    '',
  ].join('\n');

/** The short table of README.md: one line for each name that can be typed. */
export const commandTable = (entries: readonly Entry[]): string =>
  [
    '| commande | ce qu’elle fait | par exemple |',
    '| --- | --- | --- |',
    ...entries.map((entry) => {
      const [command] = subcommands(entry);
      const example = command?.examples.find((words) => words !== '');
      const shown = command && example !== undefined ? typed(pathOf(entry, command), example) : `/${entry.name}`;
      return `| \`/${entry.name}\` | ${entry.summary} | \`${shown}\` |`;
    }),
  ].join('\n');

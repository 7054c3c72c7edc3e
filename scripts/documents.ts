// The files that are written from the code: `npm run docs` writes them, a test tells when one is stale.
import { existsSync, readFileSync } from 'node:fs';
import { commands } from '../commands/index.ts';
import { definitionsOf } from '../src/adapters/discord/definition.ts';
import { slackManifest } from '../src/adapters/slack/manifest.ts';
import { variables } from '../src/config.ts';
import { configWords as words } from '../src/messages/config.fr.ts';
import { commandTable, reference } from '../src/messages/help.fr.ts';
import { dialogue } from './dialogue.ts';

export interface Document {
  readonly path: string;
  /** What the file must hold, `current` being what it holds now. */
  make(current: string): string | Promise<string>;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

const environmentTable = (): string =>
  [
    [words.table.variable, words.table.about, words.table.default],
    ['---', '---', '---'],
    ...variables.map(({ name, about, byDefault }) => [`\`${name}\``, cell(about), byDefault ? `\`${byDefault}\`` : '']),
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const environmentExample = (): string => {
  const entries = variables.map(({ name, about, byDefault }) =>
    [`# ${about}`, ...(byDefault ? [`# ${words.example.default(byDefault)}`] : []), `#${name}=${byDefault ?? ''}`].join(
      '\n',
    ),
  );
  return `${[`# ${words.example.title}\n# ${words.example.generated}`, ...entries].join('\n\n')}\n`;
};

/** What stands between `<!-- name -->` and `<!-- /name -->` is replaced. */
export const between = (current: string, name: string, content: string): string => {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [current.indexOf(open), current.indexOf(close)];
  if (start < 0 || end < start)
    throw new Error(`The marks ${open} and ${close} are missing: what they enclose is generated.`);
  return `${current.slice(0, start + open.length)}\n${content}\n${current.slice(end)}`;
};

const readme = async (current: string): Promise<string> => {
  const parts = [
    ['dialogue', `\`\`\`text\n${await dialogue()}\n\`\`\``],
    ['commandes', commandTable(commands)],
    ['environnement', environmentTable()],
  ] as const;
  return parts.reduce((text, [name, content]) => between(text, name, content), current);
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const documents: readonly Document[] = [
  { path: '.env.example', make: environmentExample },
  { path: 'README.md', make: readme },
  { path: 'commands/README.md', make: () => reference(commands) },
  // What the platforms are told of us: a change of it is a change that everyone sees.
  { path: 'test/surface/slack-manifest.json', make: () => json(slackManifest(commands, { by: 'socket' })) },
  { path: 'test/surface/discord-commands.json', make: () => json(definitionsOf(commands)) },
];

export const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

// The files that are written from the code: `npm run docs` writes them, a test tells when one is stale.
import { existsSync, readFileSync } from 'node:fs';
import { variables } from '../src/config.ts';
import { configWords as words } from '../src/messages/config.fr.ts';

export interface Document {
  readonly path: string;
  /** What the file must hold, `current` being what it holds now. */
  make(current: string): string;
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

export const documents: readonly Document[] = [
  { path: '.env.example', make: environmentExample },
  ...(existsSync('README.md')
    ? [{ path: 'README.md', make: (readme: string) => between(readme, 'environnement', environmentTable()) }]
    : []),
];

export const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

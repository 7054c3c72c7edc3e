// The walls of the house, as sentences that teach. Each rule reads one file, from its syntax tree, and returns what it
// has against it.
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

const rooms = [
  'kernel',
  'place',
  'reading',
  'db',
  'core',
  'reply',
  'messages',
  'chat',
  'jobs',
  'web',
  'pictures',
  'feeds',
] as const;

type Layer = (typeof rooms)[number] | 'commands' | 'config' | 'program' | `adapters/${string}`;

interface Neighbours {
  readonly values: readonly string[];
  readonly types: readonly string[];
  readonly why: string;
}

const neighbours = (values: readonly string[], why: string, types: readonly string[] = []): Neighbours => ({
  values,
  types,
  why,
});

const chatRooms = ['kernel', 'place', 'reading', 'core', 'reply', 'messages'] as const;

const neighboursOf = (layer: Layer): Neighbours => {
  switch (layer) {
    case 'kernel':
      return neighbours([], 'the kernel knows nothing of the project');
    case 'place':
      return neighbours(['kernel'], 'a place is data: hours and spaces, checked');
    case 'reading':
      return neighbours(['kernel', 'place'], 'reading is pure: words and a place in, meaning out');
    case 'db':
      return neighbours(['kernel'], 'the database room knows tables, not what the house does with them');
    case 'core':
      return neighbours(
        ['kernel', 'place', 'db'],
        'the core knows people, rooms and time: no chat, no platform, no French; it returns data and failure codes',
      );
    case 'reply':
      return neighbours(['kernel'], 'a reply is a tree of literal words; it knows neither who speaks nor where');
    case 'messages':
      return neighbours(
        ['kernel', 'place', 'reply'],
        'messages turn data into French: of the rooms that made the data, only the types',
        ['core', 'reading', 'chat'],
      );
    case 'chat':
      return neighbours(chatRooms, 'the chat is the same on every platform, and commands are given to it');
    case 'commands':
      return neighbours(
        [...chatRooms, 'chat', 'pictures'],
        'a command declares what can be typed and hands it to the core',
      );
    case 'jobs':
    case 'web':
      return neighbours(
        ['kernel', 'place', 'core', 'reply', 'messages', 'chat', 'feeds'],
        'jobs and pages use the house as commands do; the database is the core’s',
      );
    case 'pictures':
      return neighbours(['kernel', 'place', 'messages'], 'a picture is drawn from data that it is given', ['core']);
    case 'feeds':
      return neighbours(['kernel', 'place'], 'a feed is someone else’s text: asked for, bounded and read', ['core']);
    case 'config':
      return neighbours(['kernel', 'messages'], 'the configuration is read before anything is built');
    case 'program':
      return neighbours([], 'main and the command line wire everything');
    default:
      return neighbours(
        ['kernel', 'reply', 'messages', 'chat'],
        'an adapter translates between one platform and the chat; another adapter, the core or a command is not its business',
      );
  }
};

const layerOf = (path: string): Layer | undefined => {
  if (path.startsWith('commands/')) return 'commands';
  const [, adapter] = /^src\/adapters\/([^/]+)\//.exec(path) ?? [];
  if (adapter) return `adapters/${adapter}`;
  if (/^src\/(main|cli)(\.ts$|\/)/.test(path)) return 'program';
  if (path === 'src/config.ts') return 'config';
  const [, room] = /^src\/([^/]+)\//.exec(path) ?? [];
  return rooms.find((name) => name === room);
};

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

const isTypeOnly = (node: ts.ImportDeclaration): boolean => {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings } = clause;
  return (
    !clause.name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
};

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};

const importsOf = (tree: ts.SourceFile): readonly Import[] => {
  const found: Import[] = [];
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ from: node.moduleSpecifier.text, typeOnly: isTypeOnly(node) });
    if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      found.push({ from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    const [argument] =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
    if (argument && ts.isStringLiteral(argument)) found.push({ from: argument.text, typeOnly: false });
  });
  return found;
};

const againstNeighbour = (path: string, { from, typeOnly }: Import): string | undefined => {
  const here = layerOf(path);
  if (!from.startsWith('.') || here === undefined || here === 'program') return undefined;
  const target = join(dirname(path), from);
  const there = layerOf(target);
  const { values, types, why } = neighboursOf(here);
  if (there === 'program')
    return `${path} imports ${target}: nothing imports the composition root; what it needs is handed to it.`;
  if (there === here) return undefined;
  if (there === undefined)
    return `${path} imports ${target}, which is in no room of the house: move it into one (ARCHITECTURE.md, the tree).`;
  if (values.includes(there)) return undefined;
  if (types.includes(there)) {
    return typeOnly
      ? undefined
      : `${path} imports values of ${there} (${target}); only its types may be: write « import type », or hand the value over.`;
  }
  const allowed = [...values, ...types.map((type) => `${type} (types)`)].join(', ') || 'nothing';
  return `${path} (${here}) imports ${target} (${there}): ${why}. It may import ${allowed}.`;
};

const SDK = /^(@slack\/|discord\.js$|@discordjs\/|ws$|pg$|@prisma\/|@electric-sql\/)/;

const againstSdk = (path: string, { from, typeOnly }: Import): string | undefined => {
  if (!SDK.test(from)) return undefined;
  if (/^(pg$|@prisma\/|@electric-sql\/)/.test(from)) {
    return path.startsWith('src/db/') || typeOnly
      ? undefined
      : `${path} imports ${from}: only src/db opens a database; a store receives it.`;
  }
  const [, adapter] = /^src\/adapters\/[^/]+\/(.*)$/.exec(path) ?? [];
  if (adapter === 'adapter.ts' || (adapter !== undefined && typeOnly)) return undefined;
  return adapter === undefined
    ? `${path} imports ${from}: a platform’s SDK stays in its adapter, behind src/chat/adapter.ts.`
    : `${path} imports ${from}: an SDK runs in adapter.ts alone; the other files of an adapter are pure and may import its types.`;
};

const againstDoors = (path: string, tree: ts.SourceFile): readonly string[] => {
  const found = new Set<string>();
  const dates = /(^|\/)store\.ts$/.test(path) || path.startsWith('src/db/');
  walk(tree, (node) => {
    const text = ts.isPropertyAccessExpression(node) ? `${node.expression.getText(tree)}.${node.name.text}` : '';
    if (/(^|\.)process\.env$/.test(text) && path !== 'src/config.ts')
      found.add(
        `${path} reads process.env: src/config.ts is the only door to the environment; receive what you need as a parameter.`,
      );
    if (path === 'src/kernel/time.ts') return;
    if (text === 'Temporal.Now' || text === 'Date.now')
      found.add(
        `${path} reads ${text}: src/kernel/time.ts is the only clock; pure code receives « now », a use case a Clock.`,
      );
    if (!ts.isNewExpression(node) || node.expression.getText(tree) !== 'Date') return;
    if (!node.arguments?.length)
      found.add(
        `${path} says new Date(): src/kernel/time.ts is the only clock; pure code receives « now », a use case a Clock.`,
      );
    else if (!dates)
      found.add(
        `${path} makes a Date: the house speaks Temporal; Date stays in store.ts and src/db, where the driver wants one.`,
      );
  });
  return [...found];
};

const BANNED = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'manager',
  'service',
  'types',
  'constants',
  'misc',
  'shared',
];

const againstName = (path: string): readonly string[] => {
  const name = path.split('/').at(-1) ?? path;
  const stem = name.replace(/(\.fr)?(\.test)?(\.d)?\.[cm]?ts$/, '');
  const exempt = path === 'commands/index.ts';
  return [
    ...(path
      .split('/')
      .slice(0, -1)
      .every((folder) => /^[a-z0-9-]+$/.test(folder)) && /^[a-z0-9]+(-[a-z0-9]+)*(\.config)?$/.test(stem)
      ? []
      : [`${path}: files and folders are named in kebab-case.`]),
    ...(stem.split('-').some((word) => BANNED.includes(word))
      ? [`${path}: « ${stem} » says nothing of what is inside; name the file after what it owns.`]
      : []),
    ...(stem === 'index' && !exempt ? [`${path}: no index file; import what you need from where it is.`] : []),
  ];
};

const againstShape = (path: string, text: string, tree: ts.SourceFile): readonly string[] => {
  const lines = text.trimEnd().split('\n').length;
  const { statements } = tree;
  const isBarrel =
    statements.length > 0 &&
    statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier);
  return [
    ...(lines > 200 && !path.startsWith('src/messages/') && !path.startsWith('test/')
      ? [`${path} has ${lines} lines: above 200 a file has two subjects; give the second one its own.`]
      : []),
    ...(isBarrel ? [`${path} only passes on what others export: no barrels; import from the source.`] : []),
  ];
};

const againstTestHabits = (path: string, tree: ts.SourceFile): readonly string[] => {
  const found = new Set<string>();
  walk(tree, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return;
    const text = node.getText(tree);
    if (/^vi\.(mock|fn|spyOn|doMock)$/.test(text))
      found.add(`${path} uses ${text}: doubles are for what is not ours; write a four-line fake with behaviour.`);
    if (/^(test|it|describe|suite)(\.\w+)*\.(skip|only|todo|fails|skipIf|runIf)$/.test(text))
      found.add(`${path} uses ${text}: a test that does not run promises nothing.`);
  });
  return [...found];
};

const isProgram = (path: string): boolean => /^(src|commands)\//.test(path);

/** Everything that the house has against one file; empty when it stands well. */
export const lessonsFor = ({ path, text }: SourceFile): readonly string[] => {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const imports = isProgram(path) ? importsOf(tree) : [];
  return [
    ...imports
      .flatMap((one) => [againstNeighbour(path, one), againstSdk(path, one)])
      .filter((lesson) => lesson !== undefined),
    ...(isProgram(path) ? againstDoors(path, tree) : []),
    ...againstName(path),
    ...againstShape(path, text, tree),
    ...(path.startsWith('test/') ? againstTestHabits(path, tree) : []),
  ];
};

// Every French string of the catalogue and of the commands, held against the house's typography (src/messages/style.md).
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it, test } from 'vitest';

interface Sentence {
  readonly where: string;
  readonly text: string;
}

const HOLE = '…';

const heldBy = ({ expression }: ts.TemplateSpan): string => (expression.getText() === 'NBSP' ? '\u00a0' : HOLE);

const isWords = (node: ts.Node): boolean =>
  !(ts.isImportDeclaration(node.parent) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node));

const sentencesIn = (path: string): readonly Sentence[] => {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if ((ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) && isWords(node))
      found.push({ where: `${path}:${line}`, text: node.text });
    if (ts.isTemplateExpression(node)) {
      const text = node.templateSpans.reduce(
        (words, span) => `${words}${heldBy(span)}${span.literal.text}`,
        node.head.text,
      );
      found.push({ where: `${path}:${line}`, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const FAULTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['an ordinary space before a high sign', / [;!?»]| :(?=\s|$)/],
  ['no space before a high sign', /[\p{L}\d)…][;!?»](?=[\s\u00a0]|$)|[\p{L}\d)][:](?=[\s\u00a0]|$)/u],
  ['an opening guillemet without its space', /«(?!\u00a0|$)/],
  ['a straight apostrophe', /\p{L}'\p{L}/u],
  ['three dots', /\.\.\./],
  ['an hour stuck to its number in a sentence', /(?<!\p{L})à \d{1,2}h/u],
];

const faultsOf = (text: string): readonly string[] =>
  FAULTS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);

const sentences = globSync(['src/messages/*.fr.ts', 'commands/**/*.ts']).flatMap(sentencesIn);

describe('the catalogue', () => {
  test('is there to be walked', () => expect(sentences.length).toBeGreaterThan(300));

  test('keeps the typography of French', () => {
    const faults = sentences.flatMap(({ where, text }) => faultsOf(text).map((fault) => `${where}: ${fault}: ${text}`));
    expect(faults, faults.join('\n')).toEqual([]);
  });

  test('never exclaims when it refuses', () => {
    const loud = sentencesIn('src/messages/failures.fr.ts').filter(({ text }) => text.includes('!'));
    expect(loud).toEqual([]);
  });
});

describe('the walk notices', () => {
  it.each(['Quoi ?', 'Quoi?', 'C’est fait: voilà', '« oui »', "c'est fait", 'Attendez...', 'à 14h30'])('%s', (text) => {
    expect(faultsOf(text)).not.toEqual([]);
  });

  it.each(['Quoi\u00a0?', 'C’est fait\u00a0: voilà', '«\u00a0oui\u00a0»', 'https://exemple.fr', 'reservations voir'])(
    'and lets pass %s',
    (text) => {
      expect(faultsOf(text)).toEqual([]);
    },
  );
});

// The pages that people write: what they point to is there, and those in French keep its typography.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const packageJson = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

const project = packageJson.parse(JSON.parse(readFileSync('package.json', 'utf8')));
const pages = globSync(['*.md', 'commands/*.md', 'src/messages/*.md', 'bench/*.md']).map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** As GitHub makes them from titles. */
const anchors = (text: string): readonly string[] =>
  all(text, /^#+ (.+)$/gm).map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/ /g, '-'),
  );

describe('the pages', () => {
  test('are those that a reader looks for', () => {
    expect(pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'ARCHITECTURE.md',
        'CHANGELOG.md',
        'CONTRIBUTING.md',
        'README.md',
        'src/messages/style.md',
      ]),
    );
  });

  test.each(pages)('$path links to files and titles that exist', ({ path, text }) => {
    const broken = all(text, /\]\((?!https?:|mailto:)([^)\s]+)\)/g).filter((target) => {
      const [file = '', anchor] = target.split('#');
      const full = file === '' ? path : join(dirname(path), file);
      if (!existsSync(full)) return true;
      return anchor !== undefined && !anchors(readFileSync(full, 'utf8')).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test.each(pages)('$path names files of the tree that exist', ({ text }) => {
    const named = all(text, /`((?:src|test|commands|scripts|prisma|bench)\/[\w./-]+)`/g);
    expect(named.filter((file) => !file.includes('NNNN') && !existsSync(file))).toEqual([]);
  });

  test.each(pages)('$path runs scripts that exist', ({ text }) => {
    const scripts = all(text, /npm run (?:-s )?([\w:-]+)/g);
    expect(scripts.filter((name) => !(name in project.scripts))).toEqual([]);
  });
});

test.each(['README.md', 'src/messages/style.md'])('%s keeps the typography of French', (path) => {
  const prose = readFileSync(path, 'utf8').replace(/```.*?```|`[^`\n]*`|<[^>\n]*>|\]\([^)]*\)/gs, '');
  const faults = prose.split('\n').filter((line) => / [;!?»]| :(?=\s|$)|«(?!\u00a0)|\p{L}'\p{L}|\.\.\./u.test(line));
  expect(faults).toEqual([]);
});

test('ARCHITECTURE.md gives a reason for each dependency, and for nothing that is gone', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  const table = text.slice(text.indexOf('## Dependencies'), text.indexOf('## Glossary'));
  const explained = all(table, /^\| (`.+`) \|/gm).flatMap((names) => all(names, /`([^`]+)`/g));
  const installed = [project.dependencies, project.devDependencies, project.optionalDependencies].flatMap(Object.keys);
  expect(explained.toSorted()).toEqual(installed.toSorted());
});

test('ARCHITECTURE.md shows the folders of src in its tree, and no other', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  const tree = text.slice(text.indexOf('```text\ncommands/'), text.indexOf('## Who may import whom'));
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(all(tree, /^ {2}([a-z]+)\//gm).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
});

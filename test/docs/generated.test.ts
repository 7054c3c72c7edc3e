// What is written from the code says what the code says. The platforms' side (the Slack manifest, Discord's commands) is
// kept under test/surface, so that whoever reads a change sees what people will see of it.
import { describe, expect, test } from 'vitest';
import { between, documents, read } from '../../scripts/documents.ts';
import { variables } from '../../src/config.ts';

describe('the documents made from the code', () => {
  test.each(documents.map((document) => [document.path, document] as const))(
    '%s is up to date (else: npm run docs)',
    async (path, { make }) => {
      expect(read(path)).toBe(await make(read(path)));
    },
  );

  test('name every variable', () => {
    for (const { name } of variables) {
      expect(read('.env.example')).toContain(`#${name}=`);
      expect(read('README.md')).toContain(`| \`${name}\` |`);
    }
  });

  test('are written between their marks, and refuse a page that has lost them', () => {
    expect(between('a\n<!-- t -->\nold\n<!-- /t -->\nb', 't', 'new')).toBe('a\n<!-- t -->\nnew\n<!-- /t -->\nb');
    expect(() => between('a', 't', 'new')).toThrow(/<!-- t -->/);
  });
});

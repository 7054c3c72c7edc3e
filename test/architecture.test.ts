import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lessonsFor } from './support/house-rules.ts';

const files = globSync('{src,commands,bench,scripts,test,prisma}/**/*.ts', {
  exclude: (path) => path.includes('generated'),
}).map((path) => path.replaceAll('\\', '/'));

describe('the house', () => {
  test('is there to be read', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files).toContain('src/kernel/time.ts');
  });

  test('keeps its walls: who may import whom, one clock, one environment, names and sizes', () => {
    const lessons = files.flatMap((path) => lessonsFor({ path, text: readFileSync(path, 'utf8') }));
    expect(lessons, lessons.join('\n')).toEqual([]);
  });
});

describe('the rules of the house notice', () => {
  const lesson = (path: string, text: string) => lessonsFor({ path, text }).join('\n');

  test.each([
    ['src/core/booking/rules.ts', "import { say } from '../../reply/tree.ts';", /no French/],
    ['src/kernel/result.ts', "import type { Place } from '../place/model.ts';", /knows nothing of the project/],
    ['src/adapters/slack/render.ts', "import { x } from '../discord/render.ts';", /another adapter/],
    ['src/adapters/slack/render.ts', "export { x } from '../../core/core.ts';", /translates between one platform/],
    ['src/chat/dispatch.ts', "const all = await import('../../commands/index.ts');", /commands are given to it/],
    ['src/messages/failures.fr.ts', "import { rules } from '../core/booking/rules.ts';", /import type/],
    ['src/messages/failures.fr.ts', "import { type A, rules } from '../core/booking/rules.ts';", /import type/],
    ['src/jobs/agenda.ts', "import { build } from '../main.ts';", /composition root/],
    ['src/chat/read.ts', "import { x } from '../../test/support/seen.ts';", /no room of the house/],
    ['src/web/server.ts', "import { open } from '../db/open.ts';", /database is the core’s/],
  ])('%s: %s', (path, text, sentence) => {
    expect(lesson(path, text)).toMatch(sentence);
  });

  test.each([
    ['src/adapters/slack/render.ts', "import { App } from '@slack/bolt';", /adapter\.ts alone/],
    ['src/chat/read.ts', "import type { App } from '@slack/bolt';", /stays in its adapter/],
    ['src/core/booking/store.ts', "import pg from 'pg';", /only src\/db opens/],
    ['src/core/booking/usecases.ts', 'const now = Temporal.Now.instant();', /only clock/],
    ['src/core/booking/usecases.ts', 'const now = Date.now();', /only clock/],
    ['src/core/booking/store.ts', 'const now = new Date();', /only clock/],
    ['src/core/booking/rules.ts', 'const then = new Date(0);', /speaks Temporal/],
    ['src/chat/read.ts', 'const { env } = globalThis.process; globalThis.process.env.PORT;', /only door/],
    ['src/chat/read.ts', 'const port = process.env.PORT;', /only door/],
  ])('%s: %s', (path, text, sentence) => {
    expect(lesson(path, text)).toMatch(sentence);
  });

  test.each([
    ['src/chat/date-utils.ts', '', /says nothing/],
    ['src/chat/types.ts', '', /says nothing/],
    ['src/chat/readLine.ts', '', /kebab-case/],
    ['src/chat/index.ts', '', /no index file/],
    ['src/chat/all.ts', "export * from './read.ts';\nexport { x } from './form.ts';", /no barrels/],
    ['src/chat/long.ts', 'const a = 1;\n'.repeat(201), /201 lines/],
    ['test/chat/read.test.ts', "vi.mock('../x.ts');", /four-line fake/],
    ['test/chat/read.test.ts', "test.only('x', () => {});", /promises nothing/],
  ])('%s', (path, text, sentence) => {
    expect(lesson(path, text)).toMatch(sentence);
  });

  test.each([
    [
      'src/messages/failures.fr.ts',
      "import type { BookingFailure } from '../core/booking/model.ts';\nimport { strong } from '../reply/tree.ts';",
    ],
    [
      'src/adapters/slack/render.ts',
      "import type { KnownBlock } from '@slack/types';\nimport { fit } from '../../reply/fit.ts';",
    ],
    ['src/adapters/slack/adapter.ts', "import { App } from '@slack/bolt';\nimport { render } from './render.ts';"],
    ['src/core/booking/store.ts', 'const at = new Date(instant.epochMilliseconds);'],
    ['src/kernel/time.ts', 'export const now = () => Temporal.Now.instant();'],
    ['src/chat/words.ts', "const sentence = 'Temporal.Now and process.env are words here'; // Date.now()"],
    ['src/cli.ts', "import { start } from './main.ts';\nimport { commands } from '../commands/index.ts';"],
  ])('nothing against %s when it is well built', (path, text) => {
    expect(lesson(path, text)).toBe('');
  });
});

import { expect, test } from 'vitest';
import { statementNames } from '../../src/db/statement-names.ts';

test('a statement that comes again has the same name, and another one another', () => {
  const nameOf = statementNames();
  const first = nameOf({ sql: 'SELECT 1' });
  expect(nameOf({ sql: 'SELECT 2' })).not.toBe(first);
  expect(nameOf({ sql: 'SELECT 1' })).toBe(first);
});

test('statements without end do not fill the server: the three hundred and first has no name, the known keep theirs', () => {
  const nameOf = statementNames();
  const names = Array.from({ length: 301 }, (_, n) => nameOf({ sql: `SELECT ${n}` }));
  expect(new Set(names.slice(0, 300)).size).toBe(300);
  expect(names[300]).toBe('');
  expect(nameOf({ sql: 'SELECT 7' })).toBe(names[7]);
});

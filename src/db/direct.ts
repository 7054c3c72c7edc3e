// Raw statements that go straight to `pg`, past Prisma's client: for those on the way of every command, where it cost
// more than the rest of the program (bench/README.md). Same pool, same prepared statements, and plain `pg` types: what
// is wider than an integer must not be read through it.
import type pg from 'pg';
import { Prisma } from './generated/client.ts';

/** What queries are made of, inside a transaction or not. Inside one, never touch the outer client: where there is one connection, it would wait for itself. */
export interface Queries {
  $queryRaw<T>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<T>;
  $executeRaw(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<number>;
}

export const directQueries = (pool: pg.Pool, nameOf: (query: { readonly sql: string }) => string): Queries => {
  const run = (strings: TemplateStringsArray, given: readonly unknown[]): Promise<pg.QueryResult> => {
    const { text, values } = Prisma.sql(strings, ...given);
    return pool.query({ name: nameOf({ sql: text }), text, values });
  };
  return {
    $queryRaw: async <T>(strings: TemplateStringsArray, ...values: readonly unknown[]) =>
      (await run(strings, values)).rows as T,
    $executeRaw: async (strings, ...values) => (await run(strings, values)).rowCount ?? 0,
  };
};

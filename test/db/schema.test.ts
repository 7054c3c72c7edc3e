// Nothing derives one from the other: the tables are written in SQL, the models in schema.prisma.
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { openTestDatabase } from '../support/database.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly numbered: boolean;
}

const COLUMN_TYPES: Readonly<Record<string, string>> = {
  Int: 'integer',
  BigInt: 'bigint',
  String: 'text',
  Boolean: 'boolean',
  'String[]': 'ARRAY',
  Json: 'jsonb',
  'DateTime @db.Timestamptz(6)': 'timestamp with time zone',
  'Unsupported("tsvector")': 'tsvector',
};

const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, model = '', body = '']) => ({
  model,
  body,
}));
const modelNames = models.map(({ model }) => model);

const columnOf = (line: string): readonly Column[] => {
  const [, name, type, mark, attributes = ''] = /^ {2}(\w+)\s+(\w+(?:\("\w+"\))?)(\?|\[\])?(.*)$/.exec(line) ?? [];
  if (name === undefined || type === undefined || modelNames.includes(type)) return [];
  const native = /@db\.\w+\(\d+\)/.exec(attributes)?.[0];
  const described = mark === '[]' ? `${type}[]` : native === undefined ? type : `${type} ${native}`;
  return [
    {
      name: /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? name,
      type: COLUMN_TYPES[described] ?? `no column type is known for ${described}`,
      nullable: mark === '?',
      numbered: attributes.includes('autoincrement()'),
    },
  ];
};

const keyOf = (body: string): readonly string[] => {
  const fields = /@@id\(\[(.*?)\]\)/.exec(body)?.[1]?.split(', ') ?? [/^ {2}(\w+).*@id/m.exec(body)?.[1] ?? ''];
  return fields.map((field) => new RegExp(`^ {2}${field} .*@map\\("(\\w+)"\\)`, 'm').exec(body)?.[1] ?? field);
};

const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);

const described = models.map(({ body }) => ({
  table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '',
  columns: body.split('\n').flatMap(columnOf).sort(byName),
  key: keyOf(body),
}));

const columnsOf = async (table: string): Promise<readonly Column[]> => {
  const { rows } = await db.pool.query<Column>(
    `SELECT column_name AS name, data_type AS type, is_nullable = 'YES' AS nullable, is_identity = 'YES' AS numbered
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [table],
  );
  return rows.sort(byName);
};

const primaryKeyOf = async (table: string): Promise<readonly string[]> => {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT attname AS name FROM pg_index JOIN pg_attribute ON attrelid = indrelid
     WHERE indrelid = $1::regclass AND indisprimary AND attnum = ANY (indkey)
     ORDER BY array_position(indkey::int[], attnum::int)`,
    [table],
  );
  return rows.map(({ name }) => name);
};

test('every table has its model, every model its table', async () => {
  const { rows } = await db.pool.query<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  );
  expect(described.map(({ table }) => table).sort()).toEqual(rows.map(({ tablename }) => tablename).sort());
});

test.each(described)(
  '$table: same columns, same types, same nullability, same key',
  async ({ table, columns, key }) => {
    expect(await columnsOf(table)).toEqual(columns);
    expect(await primaryKeyOf(table)).toEqual(key);
  },
);

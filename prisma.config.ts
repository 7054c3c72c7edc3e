// Read by Prisma's command line only: the program itself connects through src/db/open.ts.
import { defineConfig } from 'prisma/config';

// `prisma generate` needs no database; `prisma migrate deploy` does.
const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url === undefined ? {} : { datasource: { url } }),
});

// default: what `npm test` runs, with nothing but Node. postgres: what a database decides, and the races, on a real one
// (scripts/test-postgres.mjs gives TEST_DATABASE_URL). long: what takes a minute. specs: what needs the platforms' own
// documents, beside the clone. browser: pages in a headless Chromium (scripts/test-browser.mjs gives CHROMIUM_PATH).
import { defineConfig } from 'vitest/config';

const { TEST_DATABASE_URL, TEST_RESULTS } = process.env;

const everywhere = ['test/**/*.test.ts'];
/** Random operations by the thousand, whole matrices, processes started and killed: for the whole run, not for who waits. */
const long = [
  'test/core/booking/random-operations.test.ts',
  'test/core/synergies/crowd.test.ts',
  'test/db/kill.test.ts',
  'test/jobs/channels.test.ts',
  'test/jobs/kill.test.ts',
  'test/jobs/downtime.test.ts',
  'test/reading/properties.test.ts',
  'test/scenario/rights.test.ts',
  'test/cli/*.test.ts',
];
const elsewhere = ['test/postgres/**', 'test/specs/**', 'test/browser/**', ...long];
/** What a database decides; the rest would only be said twice. */
const onDatabase = ['test/{core,db,scenario,postgres}/**/*.test.ts'];
/** The embedded engine's own (its folder, its lock, what kill -9 leaves), and the matrix of rights, which no database decides. */
const embedded = ['test/db/kill.test.ts', 'test/db/folder.test.ts', 'test/scenario/rights.test.ts'];

const project = (name: string, include: readonly string[], exclude: readonly string[] = []) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...exclude] },
});

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // Each worker may hold an embedded database; three suit two cores, since some of the tests only wait.
    maxWorkers: 3,
    // What a file imports is there for the next one of the same worker: it halves the time. Nothing of ours holds state in a
    // module but what it has computed.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Where the totals of a run go, for .ci/run to add up.
    reporters: TEST_RESULTS
      ? ['default', ['json', { outputFile: `${TEST_RESULTS}/${process.pid}.json` }]]
      : ['default'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      exclude: ['src/db/generated/**'],
      reporter: ['text', 'json-summary'],
    },
    projects: [
      project('default', everywhere, elsewhere),
      project('long', long),
      project('specs', ['test/specs/**/*.test.ts']),
      project('browser', ['test/browser/**/*.test.ts']),
      ...(TEST_DATABASE_URL ? [project('postgres', onDatabase, embedded)] : []),
    ],
  },
});

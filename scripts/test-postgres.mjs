// Runs the tests on a real PostgreSQL: the one of TEST_DATABASE_URL, or one made for the occasion. Arguments go to vitest.
import { spawn } from 'node:child_process';
import { startPostgres } from './postgres-server.ts';

const runTests = (url) =>
  new Promise((resolve) => {
    const tests = spawn('vitest', ['run', '--project', 'postgres', ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, TEST_DATABASE_URL: url },
    });
    tests.once('error', (error) => {
      console.error(`vitest could not be started (use "npm run test:postgres"): ${error.message}`);
      resolve(1);
    });
    // Interrupted: the tests end first, then the server.
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => tests.kill(signal));
    tests.once('exit', (code) => resolve(code ?? 1));
  });

const given = process.env.TEST_DATABASE_URL;
if (given) {
  process.exitCode = await runTests(given);
} else {
  const server = await startPostgres();
  try {
    process.exitCode = await runTests(server.url);
  } finally {
    await server.stop();
  }
}

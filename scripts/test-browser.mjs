// Runs the tests of pages in a headless Chromium. Arguments go to vitest.
import { spawn } from 'node:child_process';
import { findChromium } from './chromium.ts';

const tests = spawn('vitest', ['run', '--project', 'browser', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: findChromium() },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => tests.kill(signal));
tests.once('error', (error) => {
  console.error(`vitest could not be started (use "npm run test:browser"): ${error.message}`);
  process.exitCode = 1;
});
tests.once('exit', (code) => {
  process.exitCode = code ?? 1;
});

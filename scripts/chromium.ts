// A Chromium for the tests of pages: the one of CHROMIUM_PATH, or Debian's, installed if it is missing and we may.
import { execFileSync, spawnSync } from 'node:child_process';

const isRoot = process.getuid?.() === 0;

const installed = (): string | undefined => {
  const found = spawnSync('sh', ['-c', 'command -v chromium || command -v chromium-browser'], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
};

const install = (): void => {
  if (!isRoot) return;
  console.log('Chromium is missing: installing it from the distribution.');
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-q'], options);
  execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options);
};

/** @throws when it is not installed and cannot be. */
export const findChromium = (): string => {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (installed() === undefined) install();
  const path = installed();
  if (path === undefined) throw new Error('Chromium is needed: install the package "chromium", or set CHROMIUM_PATH.');
  return path;
};

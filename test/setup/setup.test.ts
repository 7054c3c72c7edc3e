// The set-up script in a small project of its own: npm and Prisma are programs of ours that note what is asked of them.
import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const LOCK = {
  packages: {
    '': { name: 'small' },
    'node_modules/prisma': { version: '7.0.0' },
    'node_modules/mac': { version: '1.0.0', optional: true },
  },
};

const FAKE_PRISMA = `
  const fs = require('node:fs');
  console.log('prisma speaks on stdout');
  fs.appendFileSync('calls', 'prisma ' + process.argv.slice(2).join(' ') + '\\n');
  fs.mkdirSync('src/db/generated', { recursive: true });
  fs.writeFileSync('src/db/generated/client.ts', '');
`;

const FAKE_NPM = `
  const fs = require('node:fs');
  console.log('npm speaks on stdout');
  fs.appendFileSync('calls', 'npm ' + process.argv.slice(2, 3).join(' ') + '\\n');
  if (fs.existsSync('no-network')) process.exit(1);
  setTimeout(() => {
    fs.mkdirSync('node_modules/prisma/build', { recursive: true });
    fs.writeFileSync('node_modules/prisma/package.json', JSON.stringify({ version: '7.0.0' }));
    fs.writeFileSync('node_modules/prisma/build/index.js', ${JSON.stringify(FAKE_PRISMA)});
    fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/prisma': { version: '7.0.0' } } }));
  }, 300);
`;

let folder = '';
const at = (path: string): string => join(folder, path);
const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(at(path)), { recursive: true });
  await writeFile(at(path), text);
};
const calls = async (): Promise<readonly string[]> => {
  const text = await readFile(at('calls'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mijote-setup-'));
  await write('package.json', '{}');
  await write('package-lock.json', JSON.stringify(LOCK));
  await write('prisma/schema.prisma', 'model One');
  await write('npm-cli.js', FAKE_NPM);
  await mkdir(at('scripts'));
  await copyFile('scripts/setup.mjs', at('scripts/setup.mjs'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const setUp = async () => {
  const child = spawn(process.execPath, ['scripts/setup.mjs'], {
    cwd: folder,
    env: { ...process.env, npm_execpath: at('npm-cli.js'), npm_node_execpath: process.execPath },
  });
  let [said, printed] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said, printed };
};

describe('setting a clone up', () => {
  test('installs, then generates the database client, and speaks on stderr only', async () => {
    const { code, said, printed } = await setUp();
    expect([code, printed, await calls()]).toEqual([0, '', ['npm ci', 'prisma generate --no-hints']]);
    expect(said).toMatch(/^Mijote : installation des dépendances[\s\S]*Mijote : préparation du client/);
  });

  test('has nothing to do the second time: silent, and quick', async () => {
    await setUp();
    const before = performance.now();
    expect(await setUp()).toEqual({ code: 0, said: '', printed: '' });
    // 0.3 s is what people are promised; the rest is for a busy machine.
    expect(performance.now() - before).toBeLessThan(1500);
    expect(await calls()).toHaveLength(2);
  });

  test('installs once when two start together: the second waits for the first', async () => {
    const both = await Promise.all([setUp(), setUp()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await calls()).toEqual(['npm ci', 'prisma generate --no-hints']);
    expect(both.map(({ said }) => said).join('')).toMatch(/une autre installation est en cours/);
  });

  test('installs again when the lock file wants another version, whatever the dates', async () => {
    await setUp();
    await write('package-lock.json', JSON.stringify({ packages: { 'node_modules/prisma': { version: '7.0.1' } } }));
    await utimes(at('package-lock.json'), 0, 0);
    await setUp();
    expect((await calls()).filter((call) => call === 'npm ci')).toHaveLength(2);
  });

  test('generates again when the schema changes, or when what was generated is gone', async () => {
    await setUp();
    await write('prisma/schema.prisma', 'model Two');
    await setUp();
    await rm(at('src/db/generated'), { recursive: true });
    await setUp();
    expect(await calls()).toEqual(['npm ci', ...Array.from({ length: 3 }, () => 'prisma generate --no-hints')]);
  });

  test('fails in words when the installation fails, and leaves the way open to try again', async () => {
    await write('no-network', '');
    const failed = await setUp();
    expect([failed.code, failed.printed]).toEqual([1, '']);
    expect(failed.said).toMatch(/l’installation a échoué \(code 1\)/);
    await rm(at('no-network'));
    expect((await setUp()).code).toBe(0);
  });
});

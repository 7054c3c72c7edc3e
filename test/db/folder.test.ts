// The embedded database in its folder: one process, and nothing half-made.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseBusy, lockByFile, lockFolder } from '../../src/db/folder-lock.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mijote-folder-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const source = (path: string) => JSON.stringify(new URL(`../../src/db/${path}`, import.meta.url).href);

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('a first start that was cut short is thrown away; what was written is found again', async () => {
  mkdirSync(join(dataDir, 'unfinished-abc'));
  writeFileSync(join(dataDir, 'unfinished-abc', 'PG_VERSION'), '18');
  const first = await openDatabase({ dataDir });
  await migrate(first);
  await first.pool.query("INSERT INTO draft_line VALUES ('a', 'p', 'annuler 12', now())");
  await first.close();
  expect(readdirSync(dataDir)).toEqual(['postgresql']);

  const second = await openDatabase({ dataDir });
  expect(await migrate(second)).toEqual([]);
  expect(await second.prisma.draftLine.count()).toBe(1);
  await second.close();
});

test('a second process is refused, and told which one holds the folder', async () => {
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { lockFolder } from ${source('folder-lock.ts')}; await lockFolder(${JSON.stringify(dataDir)});
       console.log('held'); setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(holder.stdout, 'data');
  const refused = await errorOf(openDatabase({ dataDir }));
  holder.kill('SIGKILL');
  await once(holder, 'exit');

  expect(refused).toBeInstanceOf(DatabaseBusy);
  expect(refused).toMatchObject({ dataDir, pid: holder.pid });
  // However it died, the folder is free again.
  const lock = await lockFolder(dataDir);
  await lock.release();
});

test('the same folder by another path is the same folder', async () => {
  const lock = await lockFolder(dataDir);
  await expect(lockFolder(`${dataDir}/../${dataDir.split('/').at(-1)}/`)).rejects.toThrow(DatabaseBusy);
  await lock.release();
});

test('where there are no abstract sockets, a file says who holds the folder, and a dead holder holds nothing', async () => {
  const lock = await lockByFile(dataDir);
  expect(await errorOf(lockByFile(dataDir))).toMatchObject({ name: 'DatabaseBusy', pid: process.pid });
  await lock.release();

  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'exit');
  writeFileSync(join(dataDir, 'mijote.pid'), String(dead.pid));
  const next = await lockByFile(dataDir);
  await next.release();
  expect(readdirSync(dataDir)).toEqual([]);
});

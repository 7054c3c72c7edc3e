// Ten times in the middle of 200 bookings, the process that holds the data folder is killed without warning.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/open.ts';
import { overbooked } from '../support/ledger.ts';
import { BOOKINGS, openKillHouse } from './kill-house.ts';

const WRITER = fileURLToPath(new URL('./kill-writer.ts', import.meta.url));
const ROUNDS = 10;

/** What was acknowledged before the kill; the moment varies from round to round. */
const killedInTheMiddle = async (dataDir: string, round: number): Promise<readonly string[]> => {
  const acknowledged: string[] = [];
  const writer = spawn(process.execPath, [WRITER, dataDir, String(round), String(BOOKINGS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    writer.once('close', (_code, signal) => resolve(signal));
  });
  const killAfter = 5 + ((round * 37) % 150);
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line === 'ready') continue;
    acknowledged.push(line);
    if (acknowledged.length === killAfter) writer.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  return acknowledged;
};

test('kill -9 in the middle of 200 bookings, ten times: every acknowledged one is there, none twice', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mijote-kill-'));
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) acknowledged.push(...(await killedInTheMiddle(dataDir, round)));

  const db = await openDatabase({ dataDir });
  const bookings = await db.prisma.booking.findMany({ select: { id: true, requestId: true }, orderBy: { id: 'asc' } });
  const kept = new Set(bookings.map(({ id, requestId }) => `${requestId} ${id}`));
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 5);
  expect(acknowledged.filter((line) => !kept.has(line))).toEqual([]);

  // Nothing twice, nothing half: each booking has its one request, its one line in the log, its seats and its computer.
  expect(new Set(bookings.map(({ requestId }) => requestId)).size).toBe(bookings.length);
  expect(await db.prisma.request.count()).toBe(bookings.length);
  expect(await db.prisma.audit.count({ where: { action: 'booking.made' } })).toBe(bookings.length);
  expect(await db.prisma.occupation.count()).toBe(2 * bookings.length);
  expect(bookings.length).toBeLessThan(ROUNDS * BOOKINGS);
  expect(await overbooked(db.prisma)).toEqual([]);

  // Whoever got no answer asks again: what was done is given back, what was not is done.
  const house = await openKillHouse(db);
  for (const { id, requestId } of bookings.slice(-3)) expect(await house.book(requestId)).toBe(id);
  const [round = '', next = ''] = bookings.at(-1)?.requestId.split('-') ?? [];
  await house.book(`${round}-${Number(next) + 1}`);
  expect(await db.prisma.booking.count()).toBe(bookings.length + 1);
  await db.close();
  rmSync(dataDir, { recursive: true, force: true });
}, 240_000);

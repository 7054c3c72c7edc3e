// PostgreSQL inside the process: in a folder, or in memory.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { type FolderLock, lockFolder } from './folder-lock.ts';

export interface Embedded {
  readonly engine: PGlite;
  close(): Promise<void>;
}

/** What our migrations ask for by CREATE EXTENSION: their files are given at each start, about 30 ms, and are not in the folder. */
const extensions = { pg_trgm, unaccent };

const CLUSTER = 'postgresql';
const UNFINISHED = 'unfinished-';

/** The first start takes seconds: what it had made when it was cut short is thrown away, never opened. */
const createCluster = async (dataDir: string): Promise<void> => {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(UNFINISHED)) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  const unfinished = mkdtempSync(join(dataDir, UNFINISHED));
  const engine = await PGlite.create({ dataDir: unfinished });
  await engine.close();
  renameSync(unfinished, join(dataDir, CLUSTER));
};

const openLocked = async (dataDir: string, lock: FolderLock): Promise<Embedded> => {
  if (!existsSync(join(dataDir, CLUSTER))) await createCluster(dataDir);
  // Without `relaxedDurability`: a write is answered once it is in the file.
  const engine = await PGlite.create({ dataDir: join(dataDir, CLUSTER), extensions });
  return {
    engine,
    close: async () => {
      await engine.close();
      await lock.release();
    },
  };
};

export const openFolder = async (dataDir: string): Promise<Embedded> => {
  mkdirSync(dataDir, { recursive: true });
  const lock = await lockFolder(dataDir);
  try {
    return await openLocked(dataDir, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
};

export const openMemory = async (from: Blob | undefined): Promise<Embedded> => {
  const engine = await PGlite.create(from === undefined ? { extensions } : { extensions, loadDataDir: from });
  return { engine, close: () => engine.close() };
};

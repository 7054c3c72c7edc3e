// One process at a time on a data folder: two would lose acknowledged rows in silence.
// On Linux the lock is an abstract socket, which the kernel frees when the process dies, however it dies; it tells who
// asks the number of the process that holds it. Elsewhere it is a file with that number. Neither is seen from another
// container: two containers must not share the folder.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

export class DatabaseBusy extends Error {
  readonly dataDir: string;
  /** The process that holds the folder, when it says. */
  readonly pid: number | undefined;

  constructor(dataDir: string, pid: number | undefined) {
    super(`another process (${pid ?? 'unknown'}) uses the data folder ${dataDir}`);
    this.name = 'DatabaseBusy';
    this.dataDir = dataDir;
    this.pid = pid;
  }
}

export interface FolderLock {
  release(): Promise<void>;
}

const HOLDER_ANSWERS_WITHIN_MS = 300;

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const pidOf = (text: string): number | undefined => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : undefined);

const holderOf = (address: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    let said = '';
    const socket = connect(address);
    socket.setTimeout(HOLDER_ANSWERS_WITHIN_MS, () => socket.destroy());
    socket.on('data', (chunk) => {
      said += chunk;
    });
    // Gone meanwhile, or busy: then it is simply not named.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(pidOf(said)));
  });

const lockBySocket = async (dataDir: string): Promise<FolderLock> => {
  // The folder itself, by whatever path it is reached.
  const { dev, ino } = statSync(dataDir);
  const address = `\0mijote-data-${dev}-${ino}`;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(String(process.pid));
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, resolve);
    });
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw new DatabaseBusy(dataDir, await holderOf(address));
  }
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Exported for its test: the systems that need it are not those on which the tests run. */
export const lockByFile = async (dataDir: string): Promise<FolderLock> => {
  const file = join(dataDir, 'mijote.pid');
  const claim = () => writeFileSync(file, String(process.pid), { flag: 'wx' });
  try {
    claim();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const holder = pidOf(readFileSync(file, 'utf8'));
    if (holder === undefined || isAlive(holder)) throw new DatabaseBusy(dataDir, holder);
    // Its holder is dead. If two find this out at once, the second one's claim fails, and says so.
    rmSync(file);
    claim();
  }
  return { release: async () => rmSync(file, { force: true }) };
};

export const lockFolder = (dataDir: string): Promise<FolderLock> =>
  process.platform === 'linux' ? lockBySocket(dataDir) : lockByFile(dataDir);

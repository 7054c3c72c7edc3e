// The program itself, run as a shell would.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDataFolder } from '../support/database.ts';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Resolves when what it printed on either stream matches. */
  prints(pattern: RegExp): Promise<string>;
}

export interface Wishes {
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Undefined: no input at all, as under a service manager. */
  readonly input?: string;
}

export const run = (args: readonly string[], { dataDir = '', env = {}, input }: Wishes = {}): Running => {
  const child = spawn(process.execPath, ['src/cli.ts', ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: 'pipe',
  });
  // With nothing to say, the input ends at once, as it does under a service manager.
  child.stdin.end(input);
  let [stdout, stderr] = ['', ''];
  const watchers = new Set<() => void>();
  const heard = () => {
    for (const watcher of watchers) watcher();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    heard();
  });
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, stdout, stderr });
      heard();
    });
  });
  return {
    process: child,
    finished,
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const all = stdout + stderr;
          if (pattern.test(all)) resolve(all);
          else if (child.exitCode !== null)
            reject(new Error(`It ended (${child.exitCode}) without ${pattern}:\n${all}`));
          else return;
          watchers.delete(look);
        };
        watchers.add(look);
        look();
      }),
  };
};

export interface Folder extends Disposable {
  readonly path: string;
}

/** Empty: the program starts there for the first time. */
export const emptyFolder = (): Folder => {
  const path = mkdtempSync(join(tmpdir(), 'mijote-test-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
};

/** Where the program has been started before. */
export const dataFolder = async (): Promise<Folder> => {
  const folder = emptyFolder();
  await seedDataFolder(folder.path);
  return folder;
};

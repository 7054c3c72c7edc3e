// A real PostgreSQL for the time of a run, from Debian's package: in a folder that is thrown away, on a free port, as a
// user that is not root. Nothing of it is kept, so it need not survive a power cut: fsync is off.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
}

const PACKAGES = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0;

const installed = (): string | undefined => {
  const onPath = spawnSync('sh', ['-c', 'command -v initdb && command -v postgres'], { encoding: 'utf8' });
  if (onPath.status === 0) return onPath.stdout.split('\n')[0]?.replace(/\/initdb$/, '');
  const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES).sort((a, b) => Number(b) - Number(a)) : [];
  const newest = versions.find((version) => existsSync(join(PACKAGES, version, 'bin', 'initdb')));
  return newest === undefined ? undefined : join(PACKAGES, newest, 'bin');
};

const install = (): void => {
  if (!isRoot) return;
  console.log('PostgreSQL is missing: installing it from the distribution.');
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-q'], options);
  execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'postgresql'], options);
};

/** PostgreSQL refuses to run as root: the package's own user does, or else nobody. Undefined: we are not root. */
const unprivileged = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (!isRoot) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const found = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    if (found.status !== 0) continue;
    const group = execFileSync('id', ['-g', name], { encoding: 'utf8' });
    return { uid: Number(found.stdout), gid: Number(group) };
  }
  throw new Error('PostgreSQL must run as a user that is not root, and neither "postgres" nor "nobody" exists.');
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const untilItAnswers = async (url: string, hasEnded: () => boolean): Promise<void> => {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (hasEnded()) throw new Error('PostgreSQL ended at once.');
      if (performance.now() > deadline) throw new Error('PostgreSQL did not answer within 30 s.', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

/** @throws when PostgreSQL is not installed and cannot be, or does not start. */
export const startPostgres = async (): Promise<PostgresServer> => {
  if (installed() === undefined) install();
  const bin = installed();
  if (bin === undefined) {
    throw new Error('PostgreSQL is needed: install the package "postgresql", or set TEST_DATABASE_URL.');
  }
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'mijote-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'mijote', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
    options,
  );

  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=100', 'log_min_messages=fatal'];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    options,
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async (): Promise<void> => {
    server.kill('SIGQUIT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgresql://mijote@127.0.0.1:${port}/postgres`;
  try {
    await untilItAnswers(url, () => server.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
};

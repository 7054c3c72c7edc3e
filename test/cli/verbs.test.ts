// The other verbs of the command line.
import { describe, expect, test } from 'vitest';
import { dataFolder, emptyFolder, run } from './program.ts';

const AT = ['--at', '2026-11-23T10:00+01:00'];
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('say', () => {
  test('prints the reply; 0 when it is done, 1 when it is refused', { timeout: 120_000 }, async () => {
    using data = await dataFolder();
    const done = await run(['say', '--as', 'Léa', ...AT, '/reserver coworking demain'], { dataDir: data.path })
      .finished;
    expect(done.stdout).toContain('C’est réservé');
    expect(done.code).toBe(0);
    const refused = await run(['say', '--as', 'Léa', ...AT, '/reserver coworking hier'], { dataDir: data.path })
      .finished;
    expect(refused.stdout).toContain('passé');
    expect(refused.code).toBe(1);
    const staffOnly = ['say', ...AT, '/equipe jour'];
    expect((await run(staffOnly, { dataDir: data.path }).finished).code).toBe(1);
    expect((await run([...staffOnly, '--role', 'animation'], { dataDir: data.path }).finished).code).toBe(0);
    expect((await run(staffOnly, { dataDir: data.path }).finished).code).toBe(1);
  });
});

describe('read', () => {
  test('prints one JSON object a phrase', async () => {
    const { stdout, code } = await run(['read', ...AT, 'coworking demain matin pour 3', 'hier']).finished;
    expect(code).toBe(0);
    expect(lines(stdout)).toEqual([
      {
        text: 'coworking demain matin pour 3',
        space: 'coworking',
        slots: [{ start: '2026-11-24T09:00:00+01:00', end: '2026-11-24T12:30:00+01:00' }],
        seats: 3,
        equipment: [],
        purpose: null,
        alternatives: [],
        problem: null,
      },
      expect.objectContaining({ text: 'hier', problem: 'past' }),
    ]);
  });

  test('takes its phrases from the input, each with its own present', async () => {
    const input =
      '{"text":"demain","ref":"2026-11-23T10:00:00+01:00"}\n{"text":"demain","ref":"2027-03-27T10:00:00+01:00"}\n';
    const { stdout } = await run(['read', '--jsonl'], { input }).finished;
    expect(lines(stdout)).toMatchObject([
      { slots: [{ start: '2026-11-24T09:00:00+01:00' }] },
      { text: 'demain', problem: 'closed' },
    ]);
  });

  test('an empty line says nothing; a present without an offset is that of the place', async () => {
    const input =
      '\n{"text":"demain","ref":"2026-07-13T10:00"}\n   \n{"text":"jeudi ou vendredi","ref":"2026-11-23T09:00:00Z"}';
    const { stdout, code } = await run(['read', '--jsonl'], { input }).finished;
    expect(code).toBe(0);
    expect(lines(stdout)).toMatchObject([
      {
        text: 'demain',
        slots: [{ start: '2026-07-14T00:00:00+02:00' }],
        problem: 'closed',
        seats: null,
        purpose: null,
      },
      { slots: [], problem: 'unclear', alternatives: [{ start: '2026-11-26T09:00:00+01:00' }, {}] },
    ]);
  });

  test('a line that is no such object stops it, and is named', async () => {
    const input = '{"text":"demain","ref":"2026-11-23T10:00:00+01:00"}\n{"text":';
    const { stdout, stderr, code } = await run(['read', '--jsonl'], { input }).finished;
    expect(lines(stdout)).toHaveLength(1);
    expect(stderr).toContain('Ligne 2');
    expect(code).toBe(2);
  });
});

describe('usage', () => {
  test('every verb has its --help, and misuse exits 2', async () => {
    const verbs = ['start', 'say', 'read', 'manifest', 'commands', 'migrate'];
    for (const helped of await Promise.all(verbs.map((verb) => run([verb, '--help']).finished))) {
      expect(helped.code).toBe(0);
      expect(helped.stdout).toContain('Options');
    }
    const misuses = [
      ['danser'],
      [],
      ['say'],
      ['read', '--at', 'demain', 'x'],
      ['start', '--nimporte'],
      ['say', '--role', 'roi', '/aide'],
    ];
    for (const misused of await Promise.all(misuses.map((args) => run(args).finished))) expect(misused.code).toBe(2);
  }, 120_000);

  test('the manifest and the commands are JSON', async () => {
    const [manifest, commands] = await Promise.all([run(['manifest']).finished, run(['commands']).finished]);
    expect(JSON.parse(manifest.stdout)).toHaveProperty('features');
    expect(JSON.parse(commands.stdout)).toHaveLength(9);
  });

  test('migrate says what it did, and that there is nothing more to do', { timeout: 120_000 }, async () => {
    using data = emptyFolder();
    expect((await run(['migrate'], { dataDir: data.path }).finished).stdout).toContain('0001_ledger');
    expect((await run(['migrate'], { dataDir: data.path }).finished).stdout).toContain('La base est à jour');
  });
});

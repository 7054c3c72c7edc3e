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

describe('orientation', () => {
  test('--explain prints who is named for what, each with answers that lead there', async () => {
    const { stdout, code } = await run(['orientation', '--explain']).finished;
    expect(code).toBe(0);
    expect(stdout).toContain('BGE Haute-Garonne (partenariat engagé)');
    expect(stdout).toContain('ADIE (lien en développement)');
    expect(stdout.match(/par exemple/g)).toHaveLength(13);
    expect(stdout).not.toContain('aucune réponse');
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

  test('thousands of lines are all read, however they are cut on their way and whatever ends them', async () => {
    const line = '{"text":"réunion — déjà vu à Noël","ref":"2026-11-23T10:00:00+01:00"}';
    const { stdout } = await run(['read', '--jsonl'], { input: `${line}\r\n`.repeat(5000) }).finished;
    const read = lines(stdout);
    expect(read).toHaveLength(5000);
    expect(new Set(read.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  test('a line that is no such object stops it, and is named', async () => {
    const input = '{"text":"demain","ref":"2026-11-23T10:00:00+01:00"}\n{"text":';
    const { stdout, stderr, code } = await run(['read', '--jsonl'], { input }).finished;
    expect(lines(stdout)).toHaveLength(1);
    expect(stderr).toContain('Ligne 2');
    expect(code).toBe(2);
  });
});

describe('job', () => {
  const MONDAY = ['--at', '2026-11-30T08:30+01:00'];

  test('--dry-run shows what would leave and where, and writes nothing', { timeout: 120_000 }, async () => {
    using data = await dataFolder();
    const ask = (...args: readonly string[]) => run(args, { dataDir: data.path }).finished;
    const unheard = await ask('job', 'agenda', ...MONDAY, '--dry-run');
    expect(unheard.stdout).toContain('Aucun canal n’attend cette annonce à cet instant. Voici ce qu’elle dirait');
    expect(unheard.stdout).toContain('Rien n’est annoncé cette semaine');
    expect(unheard.code).toBe(0);

    const follow = ['say', '--as', 'Ana', '--role', 'animation', ...AT, '/annonce suivre agenda'];
    expect((await ask(...follow)).stdout).toContain('C’est noté');
    const first = await ask('job', 'agenda', ...MONDAY, '--dry-run');
    expect(first.stdout).toContain('Partirait vers\u00a0: terminal, le canal tous');
    expect(first.stdout).toContain('L’agenda de la semaine, du lundi 30\u00a0novembre');
    expect((await ask('job', 'agenda', ...MONDAY, '--dry-run')).stdout).toBe(first.stdout);
    const late = await ask('job', 'agenda', '--at', '2026-11-30T12:00+01:00', '--dry-run');
    expect(late.stdout).toContain('Trop tard, ne partirait plus\u00a0: agenda 2026-11-30 terminal/local/tous');

    const done = await ask('job', 'agenda', ...MONDAY);
    expect(done.stdout).toContain('partira au prochain démarrage');
    expect(done.code).toBe(0);
    expect((await ask('job', 'agenda', ...MONDAY, '--dry-run')).stdout).toContain('Aucun canal n’attend');
  });

  test('what does more than announce is not shown beforehand, and an unknown name is misuse', async () => {
    using data = await dataFolder();
    const acts = await run(['job', 'waitlist', '--dry-run'], { dataDir: data.path }).finished;
    expect(acts.stderr).toContain('il n’y a rien à montrer sans le faire');
    expect(acts.code).toBe(1);
    const unknown = await run(['job', 'danser'], { dataDir: data.path }).finished;
    expect(unknown.stderr).toContain('Il y a ');
    expect(unknown.stderr).toContain('mois-ess');
    expect(unknown.code).toBe(2);
  }, 120_000);
});

describe('usage', () => {
  test('every verb has its --help, and misuse exits 2', async () => {
    const verbs = ['start', 'say', 'read', 'job', 'manifest', 'commands', 'migrate'];
    for (const helped of await Promise.all(verbs.map((verb) => run([verb, '--help']).finished))) {
      expect(helped.code).toBe(0);
      expect(helped.stdout).toContain('Options');
    }
    const misuses = [
      ['danser'],
      [],
      ['say'],
      ['job'],
      ['read', '--at', 'demain', 'x'],
      ['start', '--nimporte'],
      ['say', '--role', 'roi', '/aide'],
    ];
    for (const misused of await Promise.all(misuses.map((args) => run(args).finished))) expect(misused.code).toBe(2);
  }, 120_000);

  test('the manifest and the commands are JSON', async () => {
    const [manifest, commands] = await Promise.all([run(['manifest']).finished, run(['commands']).finished]);
    expect(JSON.parse(manifest.stdout)).toHaveProperty('features');
    const { features } = JSON.parse(manifest.stdout) as {
      features: { slash_commands: object[]; shortcuts: object[] };
    };
    expect(JSON.parse(commands.stdout)).toHaveLength(features.slash_commands.length + features.shortcuts.length);
  });

  test('migrate says what it did, and that there is nothing more to do', { timeout: 120_000 }, async () => {
    using data = emptyFolder();
    expect((await run(['migrate'], { dataDir: data.path }).finished).stdout).toContain('0001_ledger');
    expect((await run(['migrate'], { dataDir: data.path }).finished).stdout).toContain('La base est à jour');
  });
});

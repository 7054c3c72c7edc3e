// « npm start » as someone with nothing but Node does it.
import { describe, expect, test } from 'vitest';
import { dataFolder, emptyFolder, run } from './program.ts';

const AT = ['--at', '2026-11-23T10:00+01:00'];
const PATIENCE_MS = 120_000;

describe('mijote start, with no token', () => {
  test('a piped line is answered and it ends; the same line again says that the seat is already theirs', {
    timeout: PATIENCE_MS,
  }, async () => {
    using data = emptyFolder();
    const first = await run(['start', ...AT], { dataDir: data.path, input: '/reserver coworking demain\n' }).finished;
    expect(first.stdout).toContain('C’est réservé');
    expect(first.stdout).toContain('mardi 24\u00a0novembre 2026, de 9\u00a0h à 18\u00a0h');
    expect(first.stderr).toContain('Ni Slack ni Discord');
    expect(first.code).toBe(0);

    const again = await run(['start', ...AT], { dataDir: data.path, input: '/reserver coworking demain\n' }).finished;
    expect(again.stdout).toContain('Vous avez déjà une réservation');
    expect(again.code).toBe(0);
  });

  test('with no input it serves its page until SIGTERM, which ends it cleanly within 5 s', {
    timeout: PATIENCE_MS,
  }, async () => {
    using data = await dataFolder();
    const server = run(['start'], { dataDir: data.path });
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(await server.prints(/http:\/\/127\.0\.0\.1:\d+\//)) ?? [];
    expect(await (await fetch(url)).text()).toContain('La Mijoteuse');
    expect((await fetch(`${url}sante`)).status).toBe(200);
    expect(await (await fetch(`${url}pret`)).json()).toEqual({
      ok: true,
      database: true,
      migrations: true,
      platforms: {},
    });
    expect((await fetch(`${url}metrics`)).status).toBe(404);

    const before = performance.now();
    server.process.kill('SIGTERM');
    expect((await server.finished).code).toBe(0);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test('what it measures is given to whoever has the token', { timeout: PATIENCE_MS }, async () => {
    using data = await dataFolder();
    const token = 'a-token-of-the-test';
    const server = run(['start'], { dataDir: data.path, env: { METRICS_TOKEN: token } });
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(await server.prints(/http:\/\/127\.0\.0\.1:\d+\//)) ?? [];
    const text = await (await fetch(`${url}metrics`, { headers: { Authorization: `Bearer ${token}` } })).text();
    expect(text).toMatch(/mijote_database_statement_seconds_count\{outcome="ok"\} [1-9]/);
    expect(text).toContain('mijote_deliveries{state="due"} 0');
    expect(text).not.toContain(token);
    server.process.kill('SIGTERM');
    expect((await server.finished).code).toBe(0);
  });

  test('a second one on the same data is refused with a sentence, and the first goes on', {
    timeout: PATIENCE_MS,
  }, async () => {
    using data = await dataFolder();
    const first = run(['start'], { dataDir: data.path });
    await first.prints(/Mijote est en marche/);
    const second = await run(['start'], { dataDir: data.path }).finished;
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('se sert déjà du dossier de données');
    expect(second.stderr).not.toContain('    at ');
    expect(first.process.exitCode).toBeNull();
    first.process.kill('SIGTERM');
    expect((await first.finished).code).toBe(0);
  });

  test('what the environment or the place file has wrong is said, all of it, in words', async () => {
    const wrong = await run(['start'], { env: { PORT: 'abc', SLACK_APP_TOKEN: 'xapp-1', DATABASE_URL: 'mysql://x' } })
      .finished;
    expect(wrong.code).toBe(1);
    for (const name of ['PORT', 'SLACK_APP_TOKEN', 'DATABASE_URL']) expect(wrong.stderr).toContain(name);
    const nowhere = await run(['start'], { env: { PLACES: 'nulle-part/*.yaml' } }).finished;
    expect(nowhere.code).toBe(1);
    expect(nowhere.stderr).toContain('nulle-part');
  });
});

import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../support/database.ts';
import { openWebHouse, type WebHouse, type WebWishes } from '../support/web.ts';

const db = await openTestDatabase();
const opened: WebHouse[] = [];
const open = async (wishes?: WebWishes): Promise<WebHouse> => {
  const house = await openWebHouse(db, wishes);
  opened.push(house);
  return house;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ web }) => web.close()));
});
afterAll(() => db.close());

describe('the health check', () => {
  test('is 200 when the database answers', async () => {
    const { get } = await open();
    const response = await get('/sante');
    expect([response.status, await response.json()]).toEqual([200, { ok: true, database: true }]);
  });

  test.each([
    ['says no', async () => false],
    ['breaks', () => Promise.reject(new Error('down'))],
    ['never answers', () => new Promise<boolean>(() => {})],
  ])('is 503 when the database %s', async (_, health) => {
    const { get } = await open({ health });
    expect((await get('/sante')).status).toBe(503);
  });
});

describe('the readiness check', () => {
  const ready = { database: true, migrations: true, platforms: { slack: true, discord: true } };

  test('is 200 when the database answers, its migrations are applied, and each platform is connected', async () => {
    const { get } = await open({ readiness: async () => ready });
    const response = await get('/pret');
    expect([response.status, await response.json()]).toEqual([200, { ok: true, ...ready }]);
  });

  test.each([
    ['a migration is missing', async () => ({ ...ready, migrations: false })],
    ['a platform is not connected', async () => ({ ...ready, platforms: { slack: true, discord: false } })],
    ['the database breaks', () => Promise.reject(new Error('down'))],
    ['the database never answers', () => new Promise<typeof ready>(() => {})],
  ])('is 503 when %s', async (_, readiness) => {
    const { get } = await open({ readiness });
    const response = await get('/pret');
    expect([response.status, await response.json()]).toEqual([503, expect.objectContaining({ ok: false })]);
  });
});

describe('Slack’s requests', () => {
  test('go to Slack’s listener as they came, with every byte of their body', async () => {
    const { get } = await open({
      slack: async (request, response) => {
        response.end(`heard ${await text(request)}`);
      },
    });
    const body = `payload=${'é'.repeat(50_000)}`;
    expect(await (await get('/slack/events', { method: 'POST', body })).text()).toBe(`heard ${body}`);
    expect((await get('/slack/events')).status).toBe(404);
  });

  test('are unknown when Slack is not served over HTTP', async () => {
    const { get } = await open();
    expect((await get('/slack/events', { method: 'POST' })).status).toBe(404);
  });
});

describe('the server', () => {
  test('answers an unknown page in words, and refuses to be written to', async () => {
    const { get } = await open();
    const missing = await get('/agenda/<b>');
    expect([missing.status, (await missing.text()).includes('Cette page n’existe pas.')]).toEqual([404, true]);
    const written = await get('/', { method: 'POST', body: 'x' });
    expect([written.status, written.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await written.text()).toContain('Cette adresse se lit seulement.');
    const head = await get('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('lets nothing be loaded from elsewhere, framed or run, whatever it answers', async () => {
    const { get } = await open();
    for (const path of ['/', '/nulle-part', '/sante', '/agenda.ics']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy'), path).toBe(
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('x-powered-by'), path).toBe(null);
    }
    expect((await get('/ecran')).headers.get('content-security-policy')).toContain(
      "script-src 'self'; connect-src 'self'",
    );
  });

  test('names its style after what is in it, to be kept for ever', async () => {
    const { get } = await open();
    const [, path = ''] = /<link rel="stylesheet" href="([^"]+)">/.exec(await (await get('/')).text()) ?? [];
    expect(path).toMatch(/^\/page-[\da-f]{12}\.css$/);
    const style = await get(path);
    expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const [, font = ''] = /url\("([^"]+)"\)/.exec(await style.text()) ?? [];
    const { status, headers } = await get(font);
    expect([status, headers.get('content-type')]).toEqual([200, 'font/ttf']);
  });

  test('asks whoever asks too much to wait, in words; machines that watch it are not counted', async () => {
    const { get } = await open();
    const asks = async (count: number, path: string) =>
      (await Promise.all(Array.from({ length: count }, () => get(path, { method: 'HEAD' })))).map(
        ({ status }) => status,
      );
    // More than come back while they are asked, however slow the machine.
    const statuses = await asks(450, '/nulle-part');
    expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(300);
    expect(statuses).toContain(429);
    const refused = await get('/nulle-part');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.text()).toContain('Trop de demandes');
    expect(await asks(2, '/sante')).toEqual([200, 200]);
    // Someone else, as the relay of the same machine says.
    expect((await get('/nulle-part', { headers: { 'X-Forwarded-For': '203.0.113.9' } })).status).toBe(404);
  });

  test('says in words that its port is taken, and which variable to change', async () => {
    const { web } = await open();
    await expect(open({ port: web.port })).rejects.toThrow(new RegExp(`port ${web.port} est déjà pris.*PORT`));
  });

  test('says in words that it cannot listen there', async () => {
    await expect(open({ host: '192.0.2.1' })).rejects.toThrow(/192\.0\.2\.1.*HOST/);
  });

  test('closes within three seconds, even on a client that never ends its request', async () => {
    const { web } = await open();
    opened.splice(0);
    const socket = connect(web.port, '127.0.0.1');
    socket.write('POST /sante HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n');
    socket.on('error', () => {});
    await new Promise((resolve) => socket.once('connect', resolve));
    const before = performance.now();
    await web.close();
    expect(performance.now() - before).toBeLessThan(3000);
    socket.destroy();
  });
});

describe('what is measured', () => {
  const metrics = { token: 'a-token-of-the-test', text: async () => 'mijote_commands_total 1\n', type: 'text/plain' };

  test('is given to whoever has the token, and to nobody else', async () => {
    const { get } = await open({ metrics });
    const asked = await get('/metrics', { headers: { Authorization: `Bearer ${metrics.token}` } });
    expect([asked.status, await asked.text()]).toEqual([200, 'mijote_commands_total 1\n']);
    expect((await get('/metrics')).status).toBe(401);
    expect((await get('/metrics', { headers: { Authorization: 'Bearer another-token-here' } })).status).toBe(401);
  });

  test('is not there where no token is set', async () => {
    const { get } = await open();
    expect((await get('/metrics', { headers: { Authorization: 'Bearer undefined' } })).status).toBe(404);
  });
});

describe('the poster of the door', () => {
  test('is a page with its own style and nothing else, at its secret address alone', async () => {
    const poster = { page: '<style>h1 { font-size: 34pt; }</style><h1>Libre</h1>', style: 'h1 { font-size: 34pt; }' };
    const { get } = await open({ posterOf: async (secret) => (secret === 'abc' ? poster : undefined) });
    const shown = await get('/affiche/abc');
    expect(shown.status).toBe(200);
    expect(await shown.text()).toBe(poster.page);
    const hash = createHash('sha256').update(poster.style).digest('base64');
    expect(shown.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
    expect((await get('/affiche/other')).status).toBe(404);
    expect((await get('/affiche/')).status).toBe(404);
    expect((await get('/affiche/abc', { method: 'POST' })).status).toBe(405);
  });

  test('says that it is unavailable when the database is', async () => {
    const { get } = await open({ posterOf: () => Promise.reject(new Error('down')) });
    expect((await get('/affiche/abc')).status).toBe(503);
  });
});

import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { homePage } from '../../src/web/page.ts';
import { startWeb, type Web, type WebOptions } from '../../src/web/server.ts';
import { mijoteuse, tisane } from '../place/fixture.ts';

const opened: Web[] = [];
const open = async (changes: Partial<WebOptions> = {}) => {
  const web = await startWeb({
    host: '127.0.0.1',
    port: 0,
    health: async () => true,
    places: [mijoteuse],
    calendarOf: async () => undefined,
    posterOf: async () => undefined,
    ...changes,
  });
  opened.push(web);
  const at = (path: string) => `http://127.0.0.1:${web.port}${path}`;
  return { web, get: (path: string, init?: RequestInit) => fetch(at(path), init) };
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((web) => web.close()));
});

describe('the home page', () => {
  test('says the place, its hours, its spaces, and that Mijote runs', async () => {
    const { get } = await open();
    const page = await (await get('/?utm=1')).text();
    expect(page).toMatch(
      /<html lang="fr">[\s\S]*<title>La Mijoteuse<\/title>[\s\S]*<h1 id="la-mijoteuse">La Mijoteuse<\/h1>/,
    );
    expect(page).toContain('Du lundi au vendredi, de 9\u00a0h à 18\u00a0h.');
    expect(page).toMatch(/Espace de coworking<\/strong>, 49\u00a0m², 10\u00a0personnes/);
    expect(page).toContain('Mijote est en marche.');
  });

  test('shows each of several places', () => {
    const page = homePage([mijoteuse, tisane]);
    for (const { name, id } of [mijoteuse, tisane]) expect(page).toContain(`<h1 id="${id}">${name}</h1>`);
  });

  test('escapes what stands in a place file', () => {
    const page = homePage([{ ...mijoteuse, name: '<script>alert("&")</script>' }]);
    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;');
  });

  test('lets nothing be loaded, framed or run', async () => {
    const { get } = await open();
    const { headers } = await get('/');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

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

describe('Slack’s requests', () => {
  test('go to Slack’s listener, with their body', async () => {
    const { get } = await open({
      slack: async (request, response) => {
        response.end(`heard ${await text(request)}`);
      },
    });
    expect(await (await get('/slack/events', { method: 'POST', body: 'payload=1' })).text()).toBe('heard payload=1');
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
    const head = await get('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
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

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Remembered } from '../../src/core/feeds/model.ts';
import { type Bounds, fetchFeed } from '../../src/feeds/fetch.ts';

let servers: Server[] = [];

const listen = async (answer: RequestListener): Promise<URL> => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/agenda.ics`);
};

afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

const nothing: Remembered = { etag: undefined, lastModified: undefined, body: undefined };
const short: Bounds = { milliseconds: 300, bytes: 1000 };

const ask = (url: URL, { remembered = nothing, hosts = new Set([url.host]) } = {}) =>
  fetchFeed({ url, hosts, remembered }, short);

describe('asking a partner’s server', () => {
  test('the answer comes with what the next question will say', async () => {
    const url = await listen((_, response) => {
      response.writeHead(200, { etag: '"1"', 'last-modified': 'Mon, 23 Nov 2026 09:00:00 GMT' }).end('BEGIN');
    });
    expect(await ask(url)).toEqual({
      ok: true,
      value: { unchanged: false, etag: '"1"', lastModified: 'Mon, 23 Nov 2026 09:00:00 GMT', body: 'BEGIN' },
    });
  });

  test('what has not changed is not sent again', async () => {
    const url = await listen((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end();
    });
    const remembered = { etag: '"1"', lastModified: undefined, body: 'BEGIN' };
    expect(await ask(url, { remembered })).toEqual({ ok: true, value: { unchanged: true } });
  });

  test('a redirection is followed to a host that the place file names, and to no other', async () => {
    const there = await listen((_, response) => response.end('BEGIN'));
    const url = await listen((_, response) => response.writeHead(302, { location: there.href }).end());
    expect(await ask(url, { hosts: new Set([url.host, there.host]) })).toMatchObject({ ok: true });
    expect(await ask(url)).toEqual({ ok: false, error: { code: 'feed.sent_elsewhere', host: there.host } });
  });

  test.each(['file:///etc/passwd', 'ftp://127.0.0.1/agenda.ics', '//169.254.169.254/latest'])(
    'a redirection to %s goes nowhere',
    async (location) => {
      const url = await listen((_, response) => response.writeHead(301, { location }).end());
      expect(await ask(url)).toMatchObject({ ok: false, error: { code: 'feed.sent_elsewhere' } });
    },
  );

  test('a ring of redirections ends', async () => {
    const url = await listen((_, response) => response.writeHead(302, { location: '/agenda.ics' }).end());
    expect(await ask(url)).toEqual({ ok: false, error: { code: 'feed.unreachable' } });
  });

  test('too big: it is not read to its end', async () => {
    const url = await listen((_, response) => {
      const timer = setInterval(() => response.write('x'.repeat(500)), 5);
      response.on('close', () => clearInterval(timer));
    });
    expect(await ask(url)).toMatchObject({ ok: false, error: { code: 'feed.too_big' } });
  });

  test('too slow, even drop by drop: it is not waited for', async () => {
    const url = await listen((_, response) => {
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    expect(await ask(url)).toEqual({ ok: false, error: { code: 'feed.too_slow', seconds: 0.3 } });
  });

  test('refused, or nobody there: said, without a throw', async () => {
    const url = await listen((_, response) => response.writeHead(404).end('non'));
    expect(await ask(url)).toEqual({ ok: false, error: { code: 'feed.refused', status: 404 } });
    const gone = new URL('http://127.0.0.1:1/agenda.ics');
    expect(await ask(gone)).toEqual({ ok: false, error: { code: 'feed.unreachable' } });
  });
});

// The web server: the places' page, the health check, and Slack's requests when they come by HTTP.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webWords as words } from '../messages/web.fr.ts';
import type { Place } from '../place/model.ts';
import { CONTENT_POLICY, homePage, messagePage } from './page.ts';

export interface WebOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Whether the database answers. */
  readonly health: () => Promise<boolean>;
  readonly places: readonly Place[];
  /** Answers `POST /slack/events`; absent when Slack is not served over HTTP. */
  readonly slack?: RequestListener | undefined;
}

export interface Web {
  readonly port: number;
  /** Lets the answers under way end, for two seconds at most. */
  close(): Promise<void>;
}

const HEALTH_DEADLINE_MS = 2_000;
const CLOSING_DEADLINE_MS = 2_000;

const HEADERS = {
  'Content-Security-Policy': CONTENT_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

const send = (
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  more: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, {
    ...HEADERS,
    ...more,
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
};

const sendPage = (
  response: ServerResponse,
  status: number,
  body: string,
  more?: Readonly<Record<string, string>>,
): void => send(response, status, 'text/html', body, more);

/** A database that hangs does not answer; one that breaks does not either: that is what is asked here. */
const answers = async (health: WebOptions['health']): Promise<boolean> => {
  const tooLong = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => tooLong.resolve(false), HEALTH_DEADLINE_MS);
  try {
    return await Promise.race([health().catch(() => false), tooLong.promise]);
  } finally {
    clearTimeout(timer);
  }
};

const listener = ({ health, places, slack }: WebOptions): RequestListener => {
  const home = homePage(places);
  return async (request, response) => {
    const [path] = (request.url ?? '/').split('?', 1);
    if (slack && path === '/slack/events' && request.method === 'POST') return slack(request, response);
    const isKnown = path === '/' || path === '/sante';
    if (!isKnown) return sendPage(response, 404, messagePage(words.notFound));
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendPage(response, 405, messagePage(words.wrongMethod), { Allow: 'GET, HEAD' });
    if (path === '/') return sendPage(response, 200, home);
    const database = await answers(health);
    return send(response, database ? 200 : 503, 'application/json', JSON.stringify({ ok: database, database }));
  };
};

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(error.code === 'EADDRINUSE' ? words.portTaken(port) : words.cannotListen(host, port), {
          cause: error,
        }),
      ),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

/** Rejects with a sentence when it cannot listen. */
export const startWeb = async (options: WebOptions): Promise<Web> => {
  const server = createServer(listener(options));
  const port = await listen(server, options.host, options.port);
  return {
    port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const timer = setTimeout(() => server.closeAllConnections(), CLOSING_DEADLINE_MS);
      server.closeIdleConnections();
      await closed;
      clearTimeout(timer);
    },
  };
};

// The web server: the places' page, the health check, and Slack's requests when they come by HTTP.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webWords as words } from '../messages/web.fr.ts';
import type { Place } from '../place/model.ts';
import { CONTENT_POLICY, contentPolicy, homePage, messagePage } from './page.ts';

export interface WebOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Whether the database answers. */
  readonly health: () => Promise<boolean>;
  readonly places: readonly Place[];
  /** Answers `POST /slack/events`; absent when Slack is not served over HTTP. */
  readonly slack?: RequestListener | undefined;
  /** The calendar file of a secret address; undefined when it is nobody's. */
  readonly calendarOf: (secret: string) => Promise<string | undefined>;
  /** The day of a place for its door, as a page and its style; undefined when that address is nobody's. */
  readonly posterOf: (secret: string) => Promise<{ readonly page: string; readonly style: string } | undefined>;
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

/** A secret of ours is 32 characters; longer ones are not even looked up. */
const FEED = /^\/moi\/([\w-]{1,64})\.ics$/;
const POSTER = /^\/affiche\/([\w-]{1,64})$/;

/** What is personal is kept by nobody between the house and the calendar; what is not there is said like any other page. */
const sendCalendar = async (
  response: ServerResponse,
  secret: string,
  calendarOf: WebOptions['calendarOf'],
): Promise<void> => {
  let calendar: string | undefined;
  try {
    calendar = await calendarOf(secret);
  } catch {
    // The database is down: whoever follows the calendar comes back by itself, and must not take it for empty.
    return sendPage(response, 503, messagePage(words.unavailable), { 'Retry-After': '60' });
  }
  return calendar === undefined
    ? sendPage(response, 404, messagePage(words.notFound))
    : send(response, 200, 'text/calendar', calendar, { 'Cache-Control': 'private, no-cache' });
};

const sendPoster = async (
  response: ServerResponse,
  secret: string,
  posterOf: WebOptions['posterOf'],
): Promise<void> => {
  let poster: Awaited<ReturnType<typeof posterOf>>;
  try {
    poster = await posterOf(secret);
  } catch {
    return sendPage(response, 503, messagePage(words.unavailable), { 'Retry-After': '60' });
  }
  return poster === undefined
    ? sendPage(response, 404, messagePage(words.notFound))
    : sendPage(response, 200, poster.page, { 'Content-Security-Policy': contentPolicy(poster.style) });
};

const listener = ({ health, places, slack, calendarOf, posterOf }: WebOptions): RequestListener => {
  const home = homePage(places);
  return async (request, response) => {
    const [path] = (request.url ?? '/').split('?', 1);
    if (slack && path === '/slack/events' && request.method === 'POST') return slack(request, response);
    const secret = FEED.exec(path ?? '')?.[1];
    const door = POSTER.exec(path ?? '')?.[1];
    const isKnown = path === '/' || path === '/sante' || secret !== undefined || door !== undefined;
    if (!isKnown) return sendPage(response, 404, messagePage(words.notFound));
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendPage(response, 405, messagePage(words.wrongMethod), { Allow: 'GET, HEAD' });
    if (secret !== undefined) return sendCalendar(response, secret, calendarOf);
    if (door !== undefined) return sendPoster(response, door, posterOf);
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

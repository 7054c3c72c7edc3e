// What answers to which address: the places' pages, secret addresses, health, metrics. Everything is only read here.
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { routePath } from 'hono/route';
import type { Core } from '../core/core.ts';
import { inTime } from '../kernel/in-time.ts';
import type { Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time.ts';
import { webWords as words } from '../messages/web.fr.ts';
import type { Place } from '../place/model.ts';
import { notFound, sentence } from './answers.ts';
import { assets } from './assets.ts';
import { ownStylePolicy, strictHeaders } from './headers.ts';
import { createKept } from './kept.ts';
import { placeRoutes } from './place-routes.ts';
import { placesPage } from './places.ts';
import { addressOf, createRateLimit } from './rate-limit.ts';

export interface Readiness {
  readonly database: boolean;
  /** Every migration of this program is applied. */
  readonly migrations: boolean;
  /** Those that are configured: whether they are connected. */
  readonly platforms: Readonly<Record<string, boolean>>;
}

export interface AppParts {
  readonly core: Pick<Core, 'agenda' | 'showing' | 'staff'>;
  /** As their files say. */
  readonly places: readonly Place[];
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the database answers. */
  readonly health: () => Promise<boolean>;
  readonly readiness: () => Promise<Readiness>;
  /** The calendar file of a secret address; undefined when it is nobody's. */
  readonly calendarOf: (secret: string) => Promise<string | undefined>;
  /** The day of a place for its door, as a page and its style; undefined when that address is nobody's. */
  readonly posterOf: (secret: string) => Promise<{ readonly page: string; readonly style: string } | undefined>;
  /** What is measured, for whoever gives the token; undefined: nobody is answered. */
  readonly metrics: { readonly token: string; readonly text: () => Promise<string>; readonly type: string } | undefined;
}

export type App = Hono<{ Bindings: HttpBindings }>;

const FOR_EVER = 'public, max-age=31536000, immutable';
const PATIENCE_MS = 2_000;
/** A secret of ours is 32 characters; longer ones are not even looked up. */
const SECRET = '[A-Za-z0-9_-]+';
const LONGEST_SECRET = 64;

/** A database that hangs does not answer; one that breaks does not either: that is what is asked here. */
const answered = <T>(asked: Promise<T>, otherwise: T): Promise<T> =>
  inTime(
    asked.catch(() => otherwise),
    PATIENCE_MS,
    otherwise,
  );

const addWatch = (app: App, { health, readiness, metrics }: AppParts): void => {
  app.get('/sante', async (c) => {
    const database = await answered(health(), false);
    return c.json({ ok: database, database }, database ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.get('/pret', async (c) => {
    const ready = await answered(readiness(), { database: false, migrations: false, platforms: {} });
    const ok = ready.database && ready.migrations && Object.values(ready.platforms).every((connected) => connected);
    return c.json({ ok, ...ready }, ok ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  if (!metrics) return;
  const { token, text, type } = metrics;
  app.use('/metrics', bearerAuth({ token }));
  app.get('/metrics', async (c) => c.body(await text(), 200, { 'Content-Type': type, 'Cache-Control': 'no-store' }));
};

/** What is personal is kept by nobody between the house and whoever has the address. */
const addSecrets = (app: App, { calendarOf, posterOf }: AppParts): void => {
  app.get(`/moi/:file{${SECRET}\\.ics}`, async (c) => {
    const secret = c.req.param('file').replace(/\.ics$/, '');
    const calendar = secret.length > LONGEST_SECRET ? undefined : await calendarOf(secret);
    if (calendar === undefined) return notFound(c);
    return c.body(calendar, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-cache',
    });
  });
  app.get(`/affiche/:secret{${SECRET}}`, async (c) => {
    const secret = c.req.param('secret');
    const poster = secret.length > LONGEST_SECRET ? undefined : await posterOf(secret);
    if (!poster) return notFound(c);
    const policy = ownStylePolicy(poster.style);
    return c.html(poster.page, 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'private, no-cache' });
  });
};

const addPages = (app: App, { core, places, clock }: AppParts): void => {
  for (const { path, type, body } of assets)
    app.get(path, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': FOR_EVER }));
  const kept = createKept();
  for (const file of places) app.route(core.showing.path(file, '/'), placeRoutes({ core, file, clock, kept }));
  if (places.length < 2) return;
  app.get('/', async (c) => {
    const shown = await Promise.all(places.map(async (file) => ({ place: file, now: await core.showing.now(file) })));
    const entries = shown.map((one) => ({ ...one, href: core.showing.path(one.place, '/') }));
    return c.html(placesPage(entries), 200, { 'Cache-Control': 'no-cache' });
  });
};

/** Health is asked by machines, often, from one address: it is not counted. */
const WATCHES = new Set(['/sante', '/pret', '/metrics']);

export const createApp = (parts: AppParts): App => {
  const app: App = new Hono<{ Bindings: HttpBindings }>({ strict: false });
  const limit = createRateLimit();
  app.use(strictHeaders);
  app.use(async (c, next) => {
    const address = addressOf(c.env.incoming.socket.remoteAddress, c.req.header('x-forwarded-for'));
    if (WATCHES.has(c.req.path) || limit.take(address)) return next();
    return sentence(c, 429, words.tooMany, { 'Retry-After': '60' });
  });
  app.use(
    methodNotAllowed({ app, onMethodNotAllowed: (c) => sentence(c, 405, words.wrongMethod, { Allow: 'GET, HEAD' }) }),
  );
  addWatch(app, parts);
  addSecrets(app, parts);
  addPages(app, parts);
  app.notFound((c) => notFound(c));
  app.onError((err, c: Context) => {
    // A middleware's own answer.
    if (err instanceof HTTPException) return err.getResponse();
    // The address may be a secret: its pattern says enough. Most often the database is away, and whoever asks must not take
    // that for an empty agenda.
    parts.log.error({ path: routePath(c, -1), err }, 'a page could not be made');
    return sentence(c, 503, words.unavailable, { 'Retry-After': '60' });
  });
  return app;
};

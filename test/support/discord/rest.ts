// Discord's REST, over real HTTP: who asks, what may go wrong on demand, which call does what.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import type { Mishap } from '../mishaps.ts';
import type { RateLimit } from '../rate.ts';
import type { Registry } from './commands.ts';
import type { Interactions } from './interactions.ts';
import { type Draft, editMessage, messageIn, messagesAfter, sendToChannel } from './messages.ts';
import { botPayload, channelPayload, messagePayload } from './payloads.ts';
import { Refusal, rateLimited, unauthorized, unknown } from './refusal.ts';
import type { ScheduledEvents } from './scheduled.ts';
import { privateChannelWith, type SentFile, type World } from './world.ts';

export interface Request {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly SentFile[];
}

interface Call extends Request {
  readonly parts: Readonly<Record<string, string>>;
}

interface Answered {
  readonly status: number;
  readonly body?: object;
}

type Handler = (call: Call) => Answered;

/** What a test asks for: calls that wait, calls refused for being too many, an answer whose receipt is lost. */
export interface Weather {
  stallMs: number;
  limited: { times: number; readonly seconds: number; readonly global: boolean } | undefined;
  losesReceipts: number;
  /** What happens to the next calls, by method and path: `POST /channels/:channel/messages`. */
  readonly mishaps: { readonly call: string; readonly mishap: Mishap }[];
  /** Of all calls but first answers. */
  rate: RateLimit | undefined;
  observe: ((request: Request) => void) | undefined;
  /** Rate limits answered, so that a test sees that they happened. */
  refusedForRate: number;
}

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const draftOf = async (request: IncomingMessage): Promise<Draft> => {
  const bytes = await bytesOf(request);
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data'))
    return { body: bytes.length === 0 ? undefined : JSON.parse(bytes.toString()), files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const files: SentFile[] = [];
  let body: unknown;
  for (const [name, value] of form) {
    if (name === 'payload_json' && typeof value === 'string') body = JSON.parse(value);
    else if (/^files\[\d+\]$/.test(name) && typeof value !== 'string')
      files.push({ name: value.name, contentType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
    else throw new Refusal(400, 50_035, `An unknown part of the form: ${name}`);
  }
  return { body, files };
};

const done = (body?: object): Answered => (body === undefined ? { status: 204 } : { status: 200, body });

export interface RestParts {
  readonly world: World;
  readonly interactions: Interactions;
  readonly registry: Registry;
  readonly scheduled: ScheduledEvents;
  readonly weather: Weather;
  readonly gatewayUrl: () => string;
}

const routesOf = ({
  world,
  interactions,
  registry,
  scheduled,
  gatewayUrl,
}: RestParts): readonly (readonly [string, string, Handler])[] => {
  const sent = (message: Parameters<typeof messagePayload>[1]) => done(messagePayload(world, message));
  const commandCalls = (base: string): readonly (readonly [string, string, Handler])[] => [
    ['GET', base, ({ parts }) => ({ status: 200, body: registry.list(parts.guild) })],
    ['POST', base, ({ body, parts }) => ({ status: 201, body: registry.create(body, parts.guild) })],
    ['PATCH', `${base}/:command`, ({ body, parts }) => done(registry.edit(parts.command ?? '', body, parts.guild))],
    [
      'DELETE',
      `${base}/:command`,
      ({ parts }) => {
        registry.remove(parts.command ?? '', parts.guild);
        return done();
      },
    ],
  ];
  return [
    [
      'GET',
      '/gateway/bot',
      () =>
        done({
          url: gatewayUrl(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
        }),
    ],
    ['GET', '/users/@me', () => done(botPayload(world))],
    ['GET', '/users/@me/guilds', () => done(world.guilds.map((id) => ({ id, name: 'La Mijoteuse' })))],
    [
      'GET',
      '/applications/@me',
      () => done({ id: world.applicationId, name: 'Mijote', bot: botPayload(world), flags: 0 }),
    ],
    ...commandCalls('/applications/:application/commands'),
    ...commandCalls('/applications/:application/guilds/:guild/commands'),
    [
      'POST',
      '/interactions/:id/:token/callback',
      ({ parts, body, files }) => {
        interactions.firstAnswer(parts.id ?? '', parts.token ?? '', body, files);
        return done();
      },
    ],
    [
      'PATCH',
      '/webhooks/:application/:token/messages/@original',
      ({ parts, body, files }) => sent(interactions.editOriginal(parts.token ?? '', { body, files })),
    ],
    [
      'GET',
      '/webhooks/:application/:token/messages/@original',
      ({ parts }) => sent(interactions.original(parts.token ?? '')),
    ],
    [
      'POST',
      '/webhooks/:application/:token',
      ({ parts, body, files }) => sent(interactions.follow(parts.token ?? '', { body, files })),
    ],
    [
      'POST',
      '/channels/:channel/messages',
      ({ parts, body, files }) => sent(sendToChannel(world, parts.channel ?? '', { body, files })),
    ],
    [
      'GET',
      '/channels/:channel/messages',
      ({ parts, query }) => ({
        status: 200,
        body: messagesAfter(world, parts.channel ?? '', {
          after: query.get('after') ?? '0',
          limit: Math.min(100, Number(query.get('limit') ?? '50')),
        }).map((message) => messagePayload(world, message)),
      }),
    ],
    [
      'GET',
      '/channels/:channel/messages/:message',
      ({ parts }) => sent(messageIn(world, parts.channel ?? '', parts.message ?? '')),
    ],
    [
      'PATCH',
      '/channels/:channel/messages/:message',
      ({ parts, body, files }) =>
        sent(editMessage(world, messageIn(world, parts.channel ?? '', parts.message ?? ''), { body, files })),
    ],
    [
      'GET',
      '/guilds/:guild/scheduled-events',
      ({ parts }) => ({ status: 200, body: scheduled.list(parts.guild ?? '') }),
    ],
    ['POST', '/guilds/:guild/scheduled-events', ({ parts, body }) => done(scheduled.create(parts.guild ?? '', body))],
    [
      'PATCH',
      '/guilds/:guild/scheduled-events/:event',
      ({ parts, body }) => done(scheduled.edit(parts.guild ?? '', parts.event ?? '', body)),
    ],
    [
      'DELETE',
      '/guilds/:guild/scheduled-events/:event',
      ({ parts }) => {
        scheduled.remove(parts.guild ?? '', parts.event ?? '');
        return done();
      },
    ],
    [
      'POST',
      '/users/@me/channels',
      ({ body }) => {
        const { recipient_id: id } = body as { readonly recipient_id?: string };
        if (id === undefined || !world.users.has(id)) throw unknown.user();
        return done(channelPayload(world, privateChannelWith(world, id).id));
      },
    ],
  ];
};

const matching = (pattern: string): RegExp => new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);

const isFirstAnswer = (path: string): boolean => /^\/interactions\/.*\/callback$/.test(path);

export const createRest = (parts: RestParts): Server => {
  const { world, interactions, weather } = parts;
  const routes = routesOf(parts).map(([method, pattern, handler]) => ({ method, matcher: matching(pattern), handler }));

  const mishapOf = (method: string, path: string): Mishap | undefined => {
    const at = weather.mishaps.findIndex(({ call }) => {
      const [expected, pattern = ''] = call.split(' ');
      return expected === method && matching(pattern).test(path);
    });
    return at < 0 ? undefined : weather.mishaps.splice(at, 1)[0]?.mishap;
  };

  const answer = async (method: string, path: string, query: URLSearchParams, request: IncomingMessage) => {
    const draft = await draftOf(request);
    weather.observe?.({ method, path, query, ...draft });
    if (weather.stallMs > 0 && !isFirstAnswer(path)) await after(weather.stallMs);
    if (weather.limited && weather.limited.times > 0 && !isFirstAnswer(path)) {
      weather.limited.times -= 1;
      weather.refusedForRate += 1;
      throw rateLimited(weather.limited.seconds, weather.limited.global);
    }
    const wait = isFirstAnswer(path) ? undefined : weather.rate?.refusal();
    if (wait !== undefined) throw rateLimited(wait, true);
    const mishap = mishapOf(method, path);
    if (mishap === 'error') throw new Refusal(500, 0, 'Internal Server Error');
    if (mishap === 'cut before') return undefined;
    const byToken = /^\/(interactions|webhooks)\//.test(path);
    if (!byToken && request.headers.authorization !== `Bot ${world.token}`) throw unauthorized();
    for (const { method: expected, matcher, handler } of routes) {
      const match = expected === method ? matcher.exec(path) : null;
      if (!match) continue;
      const answered = handler({ method, path, query, ...draft, parts: match.groups ?? {} });
      return mishap === 'cut after' ? undefined : answered;
    }
    world.violations.push(`an unknown call: ${method} ${path}`);
    throw new Refusal(404, 0, '404: Not Found');
  };

  /** The first answer is taken, and then the line is cut: the bot can't know. */
  const losesReceipt = (path: string): boolean => {
    if (!isFirstAnswer(path) || weather.losesReceipts === 0) return false;
    weather.losesReceipts -= 1;
    const token = path.split('/')[3];
    for (const interaction of interactions.all()) if (interaction.token === token) interaction.receiptLost = true;
    return true;
  };

  const respond = (
    response: ServerResponse,
    { status, body }: Answered,
    headers: Readonly<Record<string, string>> = {},
  ): void => {
    // An empty answer says no type: what says JSON is read as JSON.
    response.writeHead(status, { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };

  return createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/, ''));
    try {
      const answered = await answer(request.method ?? 'GET', path, url.searchParams, request);
      // Undefined: the line is cut.
      if (!answered || losesReceipt(path)) return void request.socket.destroy();
      respond(response, answered);
    } catch (error) {
      if (error instanceof Refusal) {
        return respond(
          response,
          { status: error.status, body: { message: error.message, code: error.code, ...error.more } },
          error.headers,
        );
      }
      world.violations.push(`the loopback broke on ${request.method} ${path}: ${String(error)}`);
      respond(response, { status: 500, body: { message: 'Internal Server Error', code: 0 } });
    }
  });
};

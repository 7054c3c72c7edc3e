// Slack on this machine: its Web API, its Socket Mode, its signed requests, over real sockets. It checks what we send as
// Slack would, and remembers what it had to object to.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Mishap } from '../mishaps.ts';
import { type Rate, type RateLimit, rateLimit } from '../rate.ts';
import { messageContent } from './block-kit.ts';
import { createHttpDelivery, createSocketDelivery } from './delivery.ts';
import { createPerson, type SlackPerson, type Where } from './person.ts';
import { webApi } from './web-api.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

export const BOT_TOKEN = 'xoxb-loopback';
export const APP_TOKEN = 'xapp-loopback';
export const SIGNING_SECRET = 'loopback-signing-secret';

export interface LoopbackSlack {
  readonly apiUrl: string;
  readonly workspace: Workspace;
  /** The Web API methods called so far, in order. */
  readonly calls: readonly string[];
  person(id: string, name: string, where?: Partial<Where> & { readonly isAdmin?: boolean }): SlackPerson;
  /** Delivers over HTTP to this address from now on, instead of over the WebSocket. */
  deliverTo(url: string): void;
  /** Answers every call that much later. */
  stall(milliseconds: number): void;
  /** Refuses the next call of that method (`respond` for a response_url) with that error. */
  refuseNext(method: string, error: string): void;
  /** Answers the next call of that method 429, to be tried again after that many seconds. */
  limitNext(method: string, seconds: number): void;
  /** That happens to the next call of that method. */
  meetNext(method: string, mishap: Mishap): void;
  /** From now on, that method may be called only so often. */
  limitRate(method: string, rate: Rate): RateLimit;
  /** Asks the app to connect anew, as Slack does every few hours. */
  refresh(): void;
  /** Cuts the connections without a word. */
  cut(): void;
  connections(): number;
  waits(): readonly number[];
  /** @throws when the app did what Slack would not have let it do. */
  assertClean(): void;
  close(): Promise<void>;
}

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => Buffer.concat(await request.toArray());

const responseUrlBody = messageContent
  .extend({
    response_type: z.enum(['ephemeral', 'in_channel']),
    replace_original: z.boolean(),
    thread_ts: z.string().optional(),
  })
  .strict();

export const openSlack = async (): Promise<LoopbackSlack> => {
  const workspace = createWorkspace();
  const violations: string[] = [];
  const waits: number[] = [];
  const calls: string[] = [];
  const refusals: { readonly method: string; readonly error: string }[] = [];
  const rateLimits: { readonly method: string; readonly seconds: number }[] = [];
  const mishaps: { readonly method: string; readonly mishap: Mishap }[] = [];
  const rates = new Map<string, RateLimit>();
  const violate = (problem: string): void => void violations.push(problem);
  const watched = { violate, waited: (milliseconds: number) => void waits.push(milliseconds) };
  const socketDelivery = createSocketDelivery(watched);
  let listener: string | undefined;
  let stalled = 0;
  let origin = '';
  const httpDelivery = createHttpDelivery(() => listener ?? '', SIGNING_SECRET, watched);
  const methods = webApi(workspace, () => origin);

  const taken = <T extends { readonly method: string }>(from: T[], method: string): T | undefined => {
    const at = from.findIndex((each) => each.method === method);
    return at < 0 ? undefined : from.splice(at, 1)[0];
  };

  const json = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void =>
    void response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      .end(JSON.stringify(body));

  const call = async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const given = Object.fromEntries(new URLSearchParams((await bytesOf(request)).toString('utf8')));
    calls.push(name);
    if (stalled > 0) await sleep(stalled);
    const seconds = taken(rateLimits, name)?.seconds ?? rates.get(name)?.refusal();
    // Slack speaks in whole seconds.
    if (seconds !== undefined)
      return json(response, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(Math.ceil(seconds)) });
    const mishap = taken(mishaps, name)?.mishap;
    if (mishap === 'error') return void response.writeHead(500).end('Internal Server Error');
    if (mishap === 'cut before') return void request.socket.destroy();
    const refused = taken(refusals, name);
    if (refused) return json(response, { ok: false, error: refused.error });
    const method = methods.get(name);
    if (!method) {
      violate(`${name} is not a method that this Slack knows`);
      return json(response, { ok: false, error: 'unknown_method' });
    }
    const token = method.token === 'app' ? APP_TOKEN : BOT_TOKEN;
    if (request.headers.authorization !== `Bearer ${token}`)
      return json(response, { ok: false, error: 'invalid_auth' });
    const outcome = method.run(given);
    if (mishap === 'cut after') return void request.socket.destroy();
    if ('answer' in outcome) return json(response, outcome.answer);
    violate(`${name}: ${z.prettifyError(outcome.problems)}`);
    json(response, { ok: false, error: 'invalid_arguments' });
  };

  const respond = async (id: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = JSON.parse((await bytesOf(request)).toString('utf8'));
    calls.push('respond');
    if (stalled > 0) await sleep(stalled);
    const refused = taken(refusals, 'respond');
    if (refused) return json(response, { ok: false, error: refused.error }, 404);
    const url = workspace.useResponseUrl(id);
    if ('error' in url) return json(response, { ok: false, error: url.error }, 404);
    const read = responseUrlBody.safeParse(body);
    if (!read.success) {
      violate(`response_url: ${z.prettifyError(read.error)}`);
      return json(response, { ok: false, error: 'invalid_blocks' });
    }
    const { response_type, replace_original, thread_ts, ...content } = read.data;
    const { userId, channel, original } = url;
    if (replace_original && original) workspace.edit(original, content, userId);
    else {
      const ephemeralFor = response_type === 'ephemeral' ? userId : undefined;
      workspace.post(content, { channel, thread: thread_ts, ephemeralFor, causedBy: userId });
    }
    response.writeHead(200).end('ok');
  };

  const upload = async (id: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const expected = workspace.uploads.get(id);
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(new Uint8Array(await bytesOf(request)), {
      headers: { 'content-type': type },
    }).formData();
    const [file] = [...form.values()].filter((value) => typeof value !== 'string');
    if (!expected || !file || file.size !== expected.length) {
      violate(`an upload of ${file?.size} bytes, announced as ${expected?.length}`);
      return void response.writeHead(400).end();
    }
    expected.bytes = new Uint8Array(await file.arrayBuffer());
    response.writeHead(200).end(`OK - ${expected.length}`);
  };

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, door = '', rest = ''] = (request.url ?? '').split('/');
    if (door === 'api') return call(rest, request, response);
    if (door === 'respond') return respond(rest, request, response);
    if (door === 'upload') return upload(rest, request, response);
    violate(`nothing stands at ${request.url}`);
    response.writeHead(404).end();
  };

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      violate(`the loopback broke: ${error}`);
      response.writeHead(500).end();
    });
  });
  const sockets = new WebSocketServer({ server, path: '/link' });
  sockets.on('connection', (socket) => socketDelivery.connect(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    apiUrl: `${origin}/api/`,
    workspace,
    calls,
    person: (id, name, { channel = 'C1', thread, isAdmin = false } = {}) => {
      const member = { id, name, isAdmin };
      workspace.members.set(id, member);
      workspace.directOf(id);
      const where = { channel: channel === 'D' ? workspace.directOf(id) : channel, thread };
      const delivery = listener === undefined ? socketDelivery : httpDelivery;
      return createPerson(workspace, delivery, member, where, {
        respondAt: (url) => `${origin}/respond/${url}`,
        violate,
      });
    },
    deliverTo: (url) => {
      listener = url;
    },
    stall: (milliseconds) => {
      stalled = milliseconds;
    },
    refuseNext: (method, error) => void refusals.push({ method, error }),
    limitNext: (method, seconds) => void rateLimits.push({ method, seconds }),
    meetNext: (method, mishap) => void mishaps.push({ method, mishap }),
    limitRate: (method, rate) => {
      const limit = rateLimit(rate);
      rates.set(method, limit);
      return limit;
    },
    refresh: () => {
      for (const socket of socketDelivery.sockets)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    cut: () => {
      for (const socket of socketDelivery.sockets) socket.terminate();
    },
    connections: () => socketDelivery.sockets.size,
    waits: () => waits,
    assertClean: () => {
      if (violations.length > 0) throw new Error(`Slack would not have let this be:\n- ${violations.join('\n- ')}`);
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

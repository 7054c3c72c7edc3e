// How a request of Slack's reaches the app: an envelope over its WebSocket, or a signed POST. One acknowledgement each,
// within three seconds.
import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';

export type Kind = 'slash_commands' | 'interactive' | 'events_api';

const MOST_MS = 3_000;

export interface Delivery {
  /** The acknowledgement’s payload; empty when it had none. */
  send(kind: Kind, payload: unknown): Promise<Readonly<Record<string, unknown>>>;
}

export interface Watched {
  readonly violate: (problem: string) => void;
  readonly waited: (milliseconds: number) => void;
}

interface Pending {
  readonly kind: Kind;
  readonly payload: unknown;
  readonly sentAt: number;
  readonly attempt: number;
  readonly done: (payload: Readonly<Record<string, unknown>>) => void;
}

const parsed = (text: string): Readonly<Record<string, unknown>> => (text === '' ? {} : JSON.parse(text));

export const createSocketDelivery = ({ violate, waited }: Watched) => {
  const sockets = new Set<WebSocket>();
  const pending = new Map<string, Pending>();
  const acknowledged = new Set<string>();

  const sendOver = (socket: WebSocket, envelope_id: string, { kind, payload, attempt }: Pending): void =>
    socket.send(
      JSON.stringify({
        envelope_id,
        type: kind,
        payload,
        accepts_response_payload: kind !== 'events_api',
        ...(kind === 'events_api' && { retry_attempt: attempt, retry_reason: attempt > 0 ? 'timeout' : '' }),
      }),
    );

  const onAck = (text: string): void => {
    const { envelope_id = '', payload = {} } = parsed(text) as {
      envelope_id?: string;
      payload?: Record<string, unknown>;
    };
    const waiting = pending.get(envelope_id);
    if (!waiting) {
      violate(
        acknowledged.has(envelope_id)
          ? `${envelope_id} was acknowledged twice`
          : `an acknowledgement of nothing: ${text}`,
      );
      return;
    }
    pending.delete(envelope_id);
    acknowledged.add(envelope_id);
    waited(performance.now() - waiting.sentAt);
    waiting.done(payload);
  };

  const open = async (): Promise<WebSocket> => {
    const deadline = performance.now() + 15_000;
    while (performance.now() < deadline) {
      const [socket] = [...sockets].filter(({ readyState, OPEN }) => readyState === OPEN);
      if (socket) return socket;
      await sleep(10);
    }
    throw new Error('the app is not connected');
  };

  const delivery: Delivery = {
    send: async (kind, payload) => {
      const id = randomUUID();
      const socket = await open();
      const { promise, resolve } = Promise.withResolvers<Readonly<Record<string, unknown>>>();
      const waiting: Pending = { kind, payload, sentAt: performance.now(), attempt: 0, done: resolve };
      pending.set(id, waiting);
      sendOver(socket, id, waiting);
      const late = sleep(MOST_MS, undefined, { ref: false }).then(() => {
        if (pending.has(id)) violate(`${kind} was not acknowledged within ${MOST_MS} ms`);
        return {};
      });
      return kind === 'events_api' ? promise : Promise.race([promise, late]);
    },
  };

  return {
    ...delivery,
    sockets,
    connect: (socket: WebSocket): void => {
      sockets.add(socket);
      socket.on('message', (data) => onAck(String(data)));
      socket.on('close', () => sockets.delete(socket));
      socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.size, connection_info: { app_id: 'A1' } }));
      // An event that no one acknowledged is sent again, under the same event_id.
      for (const [id, waiting] of pending) {
        if (waiting.kind !== 'events_api') continue;
        const again = { ...waiting, attempt: waiting.attempt + 1, sentAt: performance.now() };
        pending.set(id, again);
        sendOver(socket, id, again);
      }
    },
  };
};

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const signature = (secret: string, timestamp: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

export const bodyOf = (kind: Kind, payload: unknown): { readonly type: string; readonly body: string } => {
  switch (kind) {
    case 'slash_commands':
      return {
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams(payload as Record<string, string>).toString(),
      };
    case 'interactive':
      return {
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
      };
    case 'events_api':
      return { type: 'application/json', body: JSON.stringify(payload) };
  }
};

export const createHttpDelivery = (url: () => string, secret: string, { violate, waited }: Watched): Delivery => ({
  send: async (kind, payload) => {
    const { type, body } = bodyOf(kind, payload);
    const timestamp = Math.floor(Date.now() / 1000);
    const sentAt = performance.now();
    const response = await fetch(url(), {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': signature(secret, timestamp, body),
      },
      body,
    });
    const milliseconds = performance.now() - sentAt;
    waited(milliseconds);
    if (milliseconds > MOST_MS) violate(`${kind} was not acknowledged within ${MOST_MS} ms`);
    if (response.status !== 200) violate(`${kind} was answered ${response.status}`);
    return parsed(await response.text());
  },
});

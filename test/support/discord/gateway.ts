// Discord's gateway, over a real WebSocket: sessions that outlive their connection, and the ways in which one is lost.
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { botPayload, guildPayload } from './payloads.ts';
import type { World } from './world.ts';

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const GUILDS = 1 << 0;
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;
const SCHEDULED_EVENTS = 1 << 16;

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly sent: { readonly s: number; readonly t: string; readonly d: object }[];
  socket: WebSocket | undefined;
}

export interface Gateway {
  /** To every session that asked for such events, now or when it comes back. */
  dispatch(type: string, data: object): void;
  /** The line is cut, without a word. */
  drop(): void;
  /** Discord asks to come back (opcode 7). */
  askToReconnect(): void;
  /** Discord forgets the session, or says that it may be resumed (opcode 9). */
  invalidate(resumable: boolean): void;
  /** Sends that many events again before those that were missed. */
  repeatOnResume(events: number): void;
  /** From now on, connections are refused with that code. */
  closeNewConnections(code: number): void;
  readonly identified: () => number;
  readonly resumed: () => number;
  readonly heartbeats: () => number;
  readonly connected: () => boolean;
  close(): void;
}

export const createGateway = (server: Server, world: World, heartbeatMs: number): Gateway => {
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  const sessions = new Map<string, Session>();
  const counts = { identified: 0, resumed: 0, heartbeats: 0, repeated: 0, closeWith: 0 };

  const send = (socket: WebSocket | undefined, op: number, d: unknown, more: object = {}): void => {
    if (socket?.readyState === 1) socket.send(JSON.stringify({ op, d, s: null, t: null, ...more }));
  };

  const dispatchTo = (session: Session, t: string, d: object): void => {
    const event = { s: session.sent.length + 1, t, d };
    session.sent.push(event);
    send(session.socket, 0, d, event);
  };

  const identify = (
    socket: WebSocket,
    d: { readonly token?: string; readonly intents?: number; readonly compress?: boolean },
  ): Session | undefined => {
    if (d.token !== world.token) {
      socket.close(4004, 'Authentication failed.');
      return undefined;
    }
    const intents = d.intents ?? 0;
    if ((intents & PRIVILEGED) !== 0) {
      world.violations.push('a privileged intent is asked for');
      socket.close(4014, 'Disallowed intent(s).');
      return undefined;
    }
    if (d.compress) world.violations.push('compression is asked for');
    counts.identified += 1;
    const session: Session = { id: `session-${world.snowflake()}`, intents, sent: [], socket };
    sessions.set(session.id, session);
    dispatchTo(session, 'READY', {
      v: 10,
      user: botPayload(world),
      guilds: world.guilds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: [0, 1],
      application: { id: world.applicationId, flags: 0 },
    });
    if ((intents & GUILDS) !== 0)
      for (const id of world.guilds) dispatchTo(session, 'GUILD_CREATE', guildPayload(world, id));
    return session;
  };

  const resume = (
    socket: WebSocket,
    d: { readonly token?: string; readonly session_id?: string; readonly seq?: number },
  ): Session | undefined => {
    const session = sessions.get(d.session_id ?? '');
    if (!session || d.token !== world.token) {
      send(socket, 9, false);
      return undefined;
    }
    session.socket = socket;
    const from = Math.max(0, (d.seq ?? 0) - counts.repeated);
    for (const event of session.sent.slice(from)) send(socket, 0, event.d, event);
    counts.resumed += 1;
    dispatchTo(session, 'RESUMED', {});
    return session;
  };

  sockets.on('connection', (socket) => {
    if (counts.closeWith > 0) return socket.close(counts.closeWith);
    let session: Session | undefined;
    send(socket, 10, { heartbeat_interval: heartbeatMs });
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data));
      switch (op) {
        case 1:
          counts.heartbeats += 1;
          return send(socket, 11, null);
        case 2:
          session = identify(socket, d);
          return;
        case 6:
          session = resume(socket, d);
          return;
        default:
          world.violations.push(`an unknown gateway opcode: ${op}`);
      }
    });
    socket.on('close', (code) => {
      if (!session) return;
      if (session.socket === socket) session.socket = undefined;
      // A client that says goodbye gives its session up.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    });
  });

  const url = (): string => {
    const address = server.address();
    return typeof address === 'object' && address ? `ws://127.0.0.1:${address.port}/gateway` : '';
  };

  const wants = ({ intents }: Session, type: string, data: object): boolean => {
    if (type.startsWith('GUILD_SCHEDULED_EVENT_')) return (intents & SCHEDULED_EVENTS) !== 0;
    if (type !== 'MESSAGE_CREATE') return true;
    return (intents & ('guild_id' in data ? GUILD_MESSAGES : DIRECT_MESSAGES)) !== 0;
  };

  return {
    dispatch: (type, data) => {
      for (const session of sessions.values()) if (wants(session, type, data)) dispatchTo(session, type, data);
    },
    drop: () => {
      for (const session of sessions.values()) session.socket?.terminate();
    },
    askToReconnect: () => {
      for (const session of sessions.values()) send(session.socket, 7, null);
    },
    invalidate: (resumable) => {
      for (const session of sessions.values()) {
        send(session.socket, 9, resumable);
        if (!resumable) sessions.delete(session.id);
      }
    },
    repeatOnResume: (events) => {
      counts.repeated = events;
    },
    closeNewConnections: (code) => {
      counts.closeWith = code;
    },
    identified: () => counts.identified,
    resumed: () => counts.resumed,
    heartbeats: () => counts.heartbeats,
    connected: () => [...sessions.values()].some(({ socket }) => socket !== undefined),
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
};

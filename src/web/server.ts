// The web server: Slack's requests when they come by HTTP, as they came; the rest is src/web/app.ts.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { webWords as words } from '../messages/web.fr.ts';
import { type AppParts, createApp } from './app.ts';

export interface WebOptions extends AppParts {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Answers `POST /slack/events`; absent when Slack is not served over HTTP. */
  readonly slack?: RequestListener | undefined;
}

export interface Web {
  readonly port: number;
  /** Lets the answers under way end, for two seconds at most. */
  close(): Promise<void>;
}

const CLOSING_DEADLINE_MS = 2_000;

const listener = ({ slack, ...parts }: WebOptions): RequestListener => {
  const { fetch } = createApp(parts);
  // Requests and responses stay Node's own everywhere else: the platforms' libraries have theirs.
  const pages = getRequestListener(fetch, { overrideGlobalObjects: false });
  return (request, response) => {
    const [path] = (request.url ?? '/').split('?', 1);
    // Slack signs the bytes of its body: nothing may have read them before.
    if (slack && path === '/slack/events' && request.method === 'POST') return slack(request, response);
    return pages(request, response);
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

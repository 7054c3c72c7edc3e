// A way to the database that can stand still: nothing passes, nothing is lost, and no connection is refused.
import { connect, createServer, type Socket } from 'node:net';

export interface StallingProxy {
  /** The same database, by this way. */
  readonly url: string;
  /** Nothing passes for so long. */
  stall(milliseconds: number): void;
  close(): Promise<void>;
}

export const openStallingProxy = async (databaseUrl: string): Promise<StallingProxy> => {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let still = false;

  const pass = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (chunk) => to.write(chunk));
    from.on('error', () => from.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
    if (still) from.pause();
  };

  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    pass(client, upstream);
    pass(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  return {
    url: url.href,
    stall: (milliseconds) => {
      still = true;
      for (const socket of sockets) socket.pause();
      setTimeout(() => {
        still = false;
        for (const socket of sockets) socket.resume();
      }, milliseconds);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

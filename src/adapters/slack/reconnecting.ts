// Bolt connects again by itself when a connection is lost, but lets a refusal then end the process, and Discord and the
// web pages with it. Slack does refuse good tokens for a moment at times: we say so, and try again later.
import { setTimeout as sleep } from 'node:timers/promises';

interface SocketClient<T> {
  start(): Promise<T>;
}

export interface Patience {
  readonly everyMs: number;
  readonly onRefused: (error: unknown) => void;
}

/** The first start still fails where it fails. @returns what ends the attempts. */
export const keepConnecting = <T>(client: SocketClient<T>, { everyMs, onRefused }: Patience): (() => void) => {
  const connect = client.start.bind(client);
  let connectedOnce = false;
  let ended = false;

  const again = async (): Promise<T> => {
    while (!ended) {
      try {
        return await connect();
      } catch (error) {
        if (ended) break;
        onRefused(error);
        await sleep(everyMs, undefined, { ref: false });
      }
    }
    // Nobody waits for it any more.
    return new Promise<T>(() => {});
  };

  client.start = async () => {
    if (connectedOnce) return again();
    const connected = await connect();
    connectedOnce = true;
    return connected;
  };
  return () => {
    ended = true;
  };
};

// A process apart, and what it can be asked: calls go over the channel that Node gives to a forked process. It ends with
// the one that asks.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Handlers = Readonly<Record<string, (given: never) => unknown>>;

type Asked<H extends Handlers> = {
  readonly [K in keyof H]: (given: Parameters<H[K]>[0]) => Promise<Awaited<ReturnType<H[K]>>>;
};

interface Call {
  readonly id: number;
  readonly name: string;
  readonly given: unknown;
}

interface Outcome {
  readonly id: number;
  readonly value?: unknown;
  readonly problem?: string;
}

export interface Remote<H extends Handlers> {
  readonly ask: Asked<H>;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** In the process apart: answers until the parent goes. */
export const serve = (handlers: Handlers): void => {
  const reply = (outcome: Outcome): void => void process.send?.(outcome);
  process.on('message', async ({ id, name, given }: Call) => {
    const handler = handlers[name];
    try {
      if (!handler) throw new Error(`${name} is not served here`);
      reply({ id, value: await handler(given as never) });
    } catch (error) {
      reply({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => process.exit());
};

/** `file` is beside this one; `H` is what it serves. */
export const openRemote = <H extends Handlers>(file: string, args: readonly string[] = []): Remote<H> => {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  child.on('message', ({ id, value, problem }: Outcome) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (problem === undefined) asked?.resolve(value);
    else asked?.reject(new Error(`${file}: ${problem}`));
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', (code) => {
      for (const asked of waiting.values()) asked.reject(new Error(`${file} ended (${code}) before it answered`));
      resolve();
    }),
  );
  const ask = new Proxy({} as Asked<H>, {
    get: (_, name: string) => (given: unknown) => {
      const asked = Promise.withResolvers<unknown>();
      last += 1;
      waiting.set(last, asked);
      child.send({ id: last, name, given } satisfies Call);
      return asked.promise;
    },
  });
  return {
    ask,
    child,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
};

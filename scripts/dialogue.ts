// The dialogue that README.md shows: said at the terminal to the real house, on a Monday morning, and printed as it is
// answered there.
import { tmpdir } from 'node:os';
import { PassThrough } from 'node:stream';
import { terminalAdapter, WORKSPACE } from '../src/adapters/terminal/adapter.ts';
import type { Chat } from '../src/chat/adapter.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import type { Log } from '../src/kernel/log.ts';
import { furnish } from '../src/main.ts';
import { placeProblem } from '../src/messages/place-file.fr.ts';
import { loadPlaces } from '../src/place/load.ts';

const PRESENT = Temporal.Instant.from('2026-11-23T10:00+01:00');

const SAID: readonly (readonly [name: string, line: string])[] = [
  ['Léa', '/reserver expression jeudi 14h-16h pour 8 avec le vidéoprojecteur'],
  ['Karim', '/reserver expression jeudi à 15h'],
  ['Karim', '1'],
];

interface Seat {
  /** What is answered to the line. */
  say(line: string): Promise<string>;
  leave(): Promise<void>;
}

/** A new seat for each person; `answered` resolves when the chat is done with the request that is being made. */
const seatIn =
  (terminal: ReturnType<typeof terminalAdapter>, answered: () => Promise<void>) =>
  (displayName: string): Seat => {
    const [input, output] = [new PassThrough(), new PassThrough().setEncoding('utf8')];
    const { finished } = terminal.join({
      person: {
        platform: 'terminal',
        workspace: WORKSPACE,
        userId: displayName,
        displayName,
        isWorkspaceAdmin: async () => false,
      },
      input,
      output,
      interactive: false,
      colour: false,
    });
    return {
      say: async (line) => {
        const done = answered();
        input.write(`${line}\n`);
        await done;
        return String(output.read() ?? '').trim();
      },
      leave: async () => {
        input.end();
        await finished;
      },
    };
  };

const transcript = async (chat: Chat): Promise<string> => {
  let answered = (): void => {};
  const onceAnswered = () =>
    new Promise<void>((resolve) => {
      answered = resolve;
    });
  const terminal = terminalAdapter({
    folder: tmpdir(),
    newId: () => crypto.randomUUID(),
    onCut: (what) => {
      throw new Error(what);
    },
  });
  await terminal.start({
    ...chat,
    dispatch: async (invocation, responder) => {
      await chat.dispatch(invocation, responder);
      answered();
    },
  });
  const names = [...new Set(SAID.map(([name]) => name))];
  const seats = new Map(names.map((name) => [name, seatIn(terminal, onceAnswered)(name)]));
  const said: string[] = [];
  for (const [name, line] of SAID) said.push(`${name} › ${line}\n\n${(await seats.get(name)?.say(line)) ?? ''}`);
  for (const seat of seats.values()) await seat.leave();
  return said.join('\n\n');
};

export const dialogue = async (): Promise<string> => {
  const loaded = loadPlaces('lieux/la-mijoteuse.yaml');
  if (!loaded.ok) throw new Error(loaded.error.map(placeProblem).join('\n'));
  const broken: unknown[] = [];
  const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: ({ err }) => broken.push(err) };
  const db = await openDatabase({ memory: true });
  try {
    await migrate(db);
    const { places } = loaded.value;
    const { chat } = await furnish({ db, places, clock: { now: () => PRESENT }, log });
    const text = await transcript(chat);
    if (broken.length > 0) throw new AggregateError(broken, 'the dialogue broke');
    return text;
  } finally {
    await db.close();
  }
};

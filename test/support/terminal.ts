// People at terminals, for the contracts and the dialogues: they type, and read what is printed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { CHANNEL, terminalAdapter, WORKSPACE } from '../../src/adapters/terminal/adapter.ts';
import type { Card } from '../../src/adapters/terminal/cards.ts';
import type { Session } from '../../src/adapters/terminal/terminal.ts';
import type { Chat } from '../../src/chat/adapter.ts';
import { terminalWords as words } from '../../src/messages/terminal.fr.ts';
import { plainLine } from '../../src/reply/plain.ts';
import type { PersonDriver, Seen, SeenForm } from './seen.ts';

const PROMPT = '› ';
const ACT = /\[(\d+)\] /g;
const isActs = (line: string): boolean => /^\s*\[\d+\] /.test(line);

interface Heard {
  readonly mark: 'all' | 'corrected' | 'you' | undefined;
  readonly text: string;
}

/** What was printed, message by message, without the prompts. */
const heardIn = (output: string): readonly Heard[] => {
  const heard: Heard[] = [];
  const marks = new Map([
    [words.toAll, 'all'],
    [words.corrected, 'corrected'],
    [words.toYou, 'you'],
  ] as const);
  for (const raw of output.split('\n')) {
    const line = raw.replace(/^(› )+/, '');
    const mark = [...marks].find(([text]) => text === line)?.[1];
    const last = heard.at(-1);
    // A prompt stands between two messages, and a mark begins one.
    if (mark || !last || line !== raw) heard.push({ mark, text: mark ? '' : line });
    else heard[heard.length - 1] = { mark: last.mark, text: last.text === '' ? line : `${last.text}\n${line}` };
  }
  return heard.map(({ mark, text }) => ({ mark, text: text.trim() }));
};

const formOf = (session: Session): SeenForm | undefined => {
  const questions = session.questions();
  if (!questions) return undefined;
  const { title, notice, fields } = questions.form;
  return {
    title,
    notice: plainLine(notice),
    fields: fields.map(({ name, label, value, problem }) => ({ name, label, value, problem })),
  };
};

const labelOf = (cards: readonly Card[], number: number): string =>
  cards.flatMap(({ acts }) => acts).find((act) => act.number === number)?.label ?? '';

const seenIn = (output: string, session: Session, pressed: Card | undefined): Seen => {
  const form = formOf(session);
  const heard = heardIn(output).find(({ text }) => text !== '') ?? { mark: undefined, text: '' };
  const lines = form ? [] : heard.text.split('\n');
  const labels = (wanted: RegExp): readonly string[] =>
    lines
      .filter((line) => wanted.test(line))
      .flatMap((line) => [...line.matchAll(ACT)].map(([, number]) => labelOf(session.cards(), Number(number))));
  return {
    text: lines
      .filter((line) => !isActs(line))
      .join('\n')
      .trim(),
    buttons: labels(/^\[\d+\] /),
    choices: labels(/^ {2}\[\d+\] /),
    form,
    private: heard.mark !== 'all',
    replaced: pressed !== undefined && !form && !session.cards().includes(pressed),
    files: [...heard.text.matchAll(/ — fichier (\S+)$/gm)].map(([, path = '']) => basename(path)),
  };
};

export interface Seat extends PersonDriver {
  readonly session: Session;
  /** Everything that was printed at this terminal. */
  printed(): string;
}

export interface Room {
  readonly adapter: ReturnType<typeof terminalAdapter>;
  /** Whoever sits there runs the program, and so administers, unless it is said. */
  person(userId: string, name: string, who?: { readonly administers: boolean }): Seat;
  close(): Promise<void>;
}

const sitDown = (adapter: Room['adapter'], userId: string, displayName: string, administers: boolean): Seat => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let printed = '';
  let changed = Promise.withResolvers<void>();
  output.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    changed.resolve();
    changed = Promise.withResolvers();
  });
  const person = {
    platform: 'terminal',
    workspace: WORKSPACE,
    userId,
    displayName,
    isWorkspaceAdmin: async () => administers,
  } as const;
  const session = adapter.join({ person, input, output, interactive: true, colour: false });
  let isOver = false;
  const over = session.finished.then(() => {
    isOver = true;
  });

  const type = async (line: string, pressed?: Card): Promise<Seen> => {
    while (!printed.endsWith(PROMPT) && !isOver) await Promise.race([changed.promise, over]);
    const from = printed.length;
    input.write(`${line}\n`);
    while (!(printed.length > from && printed.endsWith(PROMPT)) && !isOver) await Promise.race([changed.promise, over]);
    return seenIn(printed.slice(from), session, pressed);
  };

  const press = async (label: string): Promise<Seen> => {
    for (const card of session.cards().toReversed()) {
      const act = card.acts.find((one) => one.label === label);
      if (act) return type(String(act.number), card);
    }
    throw new Error(`no « ${label} » on the screen`);
  };

  return {
    session,
    printed: () => printed,
    says: (line) => type(line),
    mentions: (text) => type(`@Mijote ${text}`),
    presses: press,
    chooses: press,
    submits: async (fields) => {
      const asked = session.questions()?.left ?? [];
      if (asked.length === 0) throw new Error('no form is open');
      const unknown = Object.keys(fields).filter((name) => !asked.some((field) => field.name === name));
      if (unknown.length > 0) throw new Error(`not asked: ${unknown.join(', ')}`);
      let seen: Seen | undefined;
      for (const { name } of asked) {
        const current = session.questions()?.left[0];
        if (current?.name !== name)
          throw new Error(`« ${name} » is not what is asked, but ${current?.name}: ${printed.slice(-200)}`);
        const value = fields[name];
        seen = await type(value === '' ? '-' : (value ?? ''));
      }
      if (!seen) throw new Error('nothing was answered');
      return seen;
    },
  };
};

export const openRoom = async (chat: Chat): Promise<Room & { readonly folder: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'mijote-'));
  const cuts: string[] = [];
  const adapter = terminalAdapter({ folder, newId: () => crypto.randomUUID(), onCut: (what) => void cuts.push(what) });
  await adapter.start(chat);
  const seats = new Map<string, Seat>();
  return {
    adapter,
    folder,
    person: (userId, name, { administers } = { administers: true }) => {
      const seat = seats.get(userId) ?? sitDown(adapter, userId, name, administers);
      seats.set(userId, seat);
      return seat;
    },
    close: async () => {
      await adapter.stop();
      await rm(folder, { recursive: true, force: true });
      if (cuts.length > 0) throw new Error(cuts.join('\n'));
    },
  };
};

export const channel = { workspace: WORKSPACE, channel: CHANNEL } as const;

/** What stands in the channel, read over the shoulder of someone who types nothing. */
export const inChannel = (seat: Seat): readonly string[] => {
  const standing: string[] = [];
  for (const { mark, text } of heardIn(seat.printed())) {
    if (mark === 'corrected') standing.pop();
    if (mark === 'all' || mark === 'corrected') standing.push(text);
  }
  return standing;
};

export const toldTo = (seat: Seat): readonly string[] =>
  heardIn(seat.printed()).flatMap(({ mark, text }) => (mark === 'you' ? [text] : []));

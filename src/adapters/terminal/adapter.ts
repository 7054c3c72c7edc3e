// The terminal as a platform: those who sit at it share one workspace and one channel.
import { type Adapter, type Chat, Unreachable } from '../../chat/adapter.ts';
import type { Spot } from '../../chat/invocation.ts';
import { terminalWords as words } from '../../messages/terminal.fr.ts';
import type { Reply } from '../../reply/tree.ts';
import { render } from './render.ts';
import { openSession } from './session.ts';
import type { Session, Shown, Terminal } from './terminal.ts';

export const WORKSPACE = 'local';
export const CHANNEL = 'tous';

/** All who sit at the terminal read the same. */
export const spot: Spot = {
  at: { platform: 'terminal', workspace: WORKSPACE, channel: CHANNEL },
  look: async () => ({ name: CHANNEL }),
};

export interface TerminalOptions {
  /** Where the files of answers are written. */
  readonly folder: string;
  readonly newId: () => string;
  /** Something of ours was too long for a terminal, and was cut. */
  readonly onCut: (what: string) => void;
}

export interface TerminalAdapter extends Adapter {
  /** Sits someone at the terminal; the adapter must have been started. */
  join(terminal: Terminal): Session;
}

const shown = (mark: string, isPublic: boolean, message?: string): Shown => ({
  mark,
  isPublic,
  message,
  replaces: undefined,
});

export const terminalAdapter = ({ folder, newId, onCut }: TerminalOptions): TerminalAdapter => {
  let chat: Chat | undefined;
  const sessions = new Set<Session>();

  const toAll = async (reply: Reply, how: (session: Session) => Shown, except?: Session): Promise<void> => {
    await Promise.all(
      [...sessions].filter((session) => session !== except).map((session) => session.show(reply, how(session))),
    );
  };

  return {
    platform: 'terminal',

    start: async (started) => {
      chat = started;
    },

    join: (terminal) => {
      if (!chat) throw new Error('the terminal adapter is joined before it is started');
      const tellOthers = (from: Session, reply: Reply) => toAll(reply, () => shown(words.toAll, true), from);
      const session = openSession(terminal, { chat, spot, folder, newId, onCut, tellOthers });
      sessions.add(session);
      const leave = () => sessions.delete(session);
      session.finished.then(leave, leave);
      return session;
    },

    post: async ({ workspace, channel }, reply) => {
      if (workspace !== WORKSPACE || channel !== CHANNEL) throw new Error(words.noSuchChannel(channel, CHANNEL));
      const message = newId();
      await toAll(reply, () => shown(words.toAll, true, message));
      return { workspace, channel, message };
    },

    // Nothing that was printed can be taken back: what stands now is said again, and the former buttons no longer work.
    update: async ({ message }, reply) =>
      toAll(reply, (session) => ({
        ...shown(words.corrected, true, message),
        replaces: session.cards().find((card) => card.message === message),
      })),

    tell: async ({ workspace, userId }, reply) => {
      const theirs = [...sessions].filter(({ person }) => person.userId === userId);
      if (theirs.length === 0) throw new Unreachable(words.nobodyThere(userId));
      const message = newId();
      await Promise.all(theirs.map((session) => session.show(reply, shown(words.toYou, false, message))));
      return { workspace, channel: userId, message };
    },

    // All who sit at the terminal read the same: it has no conversation of two.
    gather: async () => undefined,

    // What another life of the program printed is on no screen of this one; and in this one, printing does not fail half-way.
    seek: async () => undefined,

    looks: (reply) => {
      const { text, acts } = render(reply, { colour: false, from: 1, pathOf: (name) => name, onCut });
      return JSON.stringify([text, acts.map(({ command }) => command)]);
    },

    stop: async () => {
      await Promise.all([...sessions].map((session) => session.stop()));
    },
  };
};

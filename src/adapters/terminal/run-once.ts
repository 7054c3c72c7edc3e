// One command from a shell: run, answered in words, over.
import type { Writable } from 'node:stream';
import type { Chat } from '../../chat/adapter.ts';
import type { Person } from '../../chat/invocation.ts';
import type { Tone } from '../../reply/tree.ts';
import { spot, type TerminalOptions } from './adapter.ts';
import { pathIn, save } from './files.ts';
import { askedBy } from './invocation.ts';
import { render } from './render.ts';

export interface Once extends TerminalOptions {
  readonly person: Person;
  readonly line: string;
  readonly output: Writable;
  readonly colour: boolean;
}

/** The tone of the answer: 'done' and 'info' are successes; 'question' asks for what the line did not say. */
export const runOnce = async (
  chat: Chat,
  { person, line, output, colour, folder, newId, onCut }: Once,
): Promise<Tone> => {
  let tone: Tone = 'error';
  await chat.dispatch(
    { ...askedBy(line, chat, false), id: newId(), person, spot, fields: {}, wantsForm: false },
    {
      openForm: async () => {
        throw new Error('a form was opened where nobody can answer its questions');
      },
      acknowledge: async () => {},
      answer: async (reply) => {
        const screen = render(reply, { colour, from: undefined, pathOf: (name) => pathIn(folder, name), onCut });
        await save(folder, screen.files);
        output.write(`${screen.text}\n`);
        tone = reply.tone;
      },
    },
  );
  return tone;
};

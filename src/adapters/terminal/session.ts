// One person at one terminal: the lines typed are handled one at a time, in order, and answered in words.
import { createInterface } from 'node:readline';
import { WriteStream } from 'node:tty';
import type { Audience, Responder } from '../../chat/adapter.ts';
import type { Form } from '../../chat/form.ts';
import type { Invocation } from '../../chat/invocation.ts';
import { terminalWords as words } from '../../messages/terminal.fr.ts';
import { type Card, cardOf, lastNumber, nextNumber, withCard, without } from './cards.ts';
import { completions } from './completions.ts';
import { pathIn, save } from './files.ts';
import { givesUp, introText, questionText } from './form.ts';
import { askedBy, pressedNumber } from './invocation.ts';
import { answered, begin, type Next, type Questions } from './questions.ts';
import { render } from './render.ts';
import type { House, Session, Terminal } from './terminal.ts';

const PROMPT = '› ';
const BELL = '\u0007';

export const openSession = ({ person, input, output, interactive, colour }: Terminal, house: House): Session => {
  const isTty = interactive && output instanceof WriteStream;
  const lines = createInterface({
    input,
    ...(interactive ? { output } : {}),
    terminal: isTty,
    prompt: PROMPT,
    completer: (line: string) => completions(line, house.chat, person),
  });
  let cards: readonly Card[] = [];
  let questions: Questions | undefined;
  let count = 0;
  let work = Promise.resolve();
  let isStopped = false;
  let isBusy = false;
  let isClosed = false;

  const print = (text: string): void => {
    // What arrives while someone types goes above what they are typing.
    if (isTty && !isBusy) output.write('\r\u001b[K');
    output.write(`${text}\n`);
  };

  const prompt = (): void => {
    if (interactive && !isClosed) lines.prompt(true);
  };

  const show: Session['show'] = async (reply, { mark, isPublic, message, replaces }) => {
    cards = without(cards, replaces);
    const screen = render(reply, {
      colour,
      from: nextNumber(cards),
      pathOf: (name) => pathIn(house.folder, name),
      onCut: house.onCut,
    });
    cards = withCard(cards, { acts: screen.acts, isPublic, message });
    await save(house.folder, screen.files);
    if (isTty && screen.rings.includes(person.userId)) output.write(BELL);
    print(`${[...(mark ? [mark] : []), screen.text].join('\n')}\n`);
    if (!isBusy) prompt();
  };

  const follow = async (next: Next): Promise<void> => {
    switch (next.kind) {
      case 'ask':
        questions = next.questions;
        print([...(next.because ? [next.because] : []), questionText(next.questions.left[0])].join('\n'));
        return;
      case 'submit':
        questions = undefined;
        return dispatch(
          { line: next.form.line, fields: next.fields, by: 'form', wantsForm: false, canOpenForm: interactive },
          undefined,
        );
    }
  };

  const openForm = async (form: Form, isBack: boolean): Promise<void> => {
    if (!interactive) throw new Error('a form was opened where nobody can answer its questions');
    print(introText(form, isBack));
    await follow(begin(form, isBack));
  };

  const dispatch = async (
    asked: Omit<Invocation, 'id' | 'person' | 'spot'>,
    pressed: Card | undefined,
  ): Promise<void> => {
    let audience: Audience = 'asker';
    const responder: Responder = {
      openForm: (form) => openForm(form, asked.by === 'form'),
      acknowledge: async (wanted) => {
        audience = wanted;
      },
      answer: async (reply) => {
        const isPublic = audience === 'channel';
        const replaces = isPublic || pressed?.isPublic ? undefined : pressed;
        await show(reply, {
          mark: isPublic && interactive ? words.toAll : undefined,
          isPublic,
          message: undefined,
          replaces,
        });
        if (isPublic) await house.tellOthers(session, reply);
      },
    };
    await house.chat.dispatch({ ...asked, id: house.newId(), person, spot: house.spot }, responder);
  };

  const press = async (number: number): Promise<void> => {
    const found = cardOf(cards, number);
    if (!found) return print(words.noSuchNumber(String(number), lastNumber(cards)));
    const { effect, command } = found.act;
    const asked = {
      line: command,
      fields: {},
      by: 'button',
      wantsForm: effect === 'form',
      canOpenForm: interactive,
    } as const;
    await dispatch(asked, effect === 'replace' ? found.card : undefined);
  };

  const answer = async (asked: Questions, line: string): Promise<void> => {
    if (!givesUp(line)) return follow(answered(asked, line));
    questions = undefined;
    print(words.form.givenUp);
  };

  const leave = (): void => {
    isStopped = true;
    lines.close();
  };

  const handle = async (line: string): Promise<void> => {
    // A command typed in the middle of a form leaves it.
    if (questions && !line.startsWith('/')) return answer(questions, line);
    questions = undefined;
    if (line.trim() === '') return;
    if (interactive && /^(quitter|exit)$/i.test(line.trim())) return leave();
    count += 1;
    const number = pressedNumber(line);
    if (number !== undefined) return press(number);
    await dispatch({ ...askedBy(line, house.chat, interactive), fields: {}, wantsForm: false }, undefined);
  };

  const next = async (line: string): Promise<void> => {
    if (isStopped) return;
    isBusy = true;
    await handle(line);
    isBusy = false;
    prompt();
  };

  const finished = new Promise<{ readonly lines: number }>((resolve, reject) => {
    lines.once('close', () => {
      isClosed = true;
      if (isTty) output.write('\n');
      work.then(() => resolve({ lines: count }), reject);
    });
  });
  lines.on('line', (line) => {
    work = work.then(() => next(line));
  });
  lines.on('SIGINT', leave);
  // Whoever read the answers is gone (`mijote … | head`): nothing more to say.
  output.once('error', leave);
  prompt();

  const session: Session = {
    person,
    finished,
    show,
    cards: () => cards,
    questions: () => questions,
    stop: async () => {
      leave();
      await finished;
    },
  };
  return session;
};

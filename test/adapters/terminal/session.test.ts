import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { terminalAdapter } from '../../../src/adapters/terminal/adapter.ts';
import { runOnce } from '../../../src/adapters/terminal/run-once.ts';
import type { Chat } from '../../../src/chat/adapter.ts';
import type { Form, FormField } from '../../../src/chat/form.ts';
import type { Invocation, Person } from '../../../src/chat/invocation.ts';
import { buttons, p, say } from '../../../src/reply/tree.ts';
import { openRoom } from '../../support/terminal.ts';

const person: Person = {
  platform: 'terminal',
  workspace: 'local',
  userId: 'lea',
  displayName: 'Léa',
  isWorkspaceAdmin: async () => true,
};

const field = (changes: Partial<FormField>): FormField => ({
  name: 'quand',
  label: 'Quel jour',
  input: 'text',
  required: true,
  value: undefined,
  placeholder: 'demain matin',
  choices: [],
  problem: undefined,
  ...changes,
});

const bookingForm = (fields: Readonly<Record<string, string>>, problem: string | undefined): Form => ({
  title: 'Réserver',
  submit: 'Valider',
  line: 'reserver',
  notice: [],
  fields: [
    field({
      name: 'espace',
      label: 'Quel espace',
      input: 'choice',
      value: fields.espace ?? 'coworking',
      choices: [
        { label: 'Coworking', value: 'coworking' },
        { label: 'Cuisine', value: 'cuisine' },
      ],
    }),
    field({ value: fields.quand, problem }),
    field({
      name: 'personnes',
      label: 'Combien',
      input: 'integer',
      required: false,
      value: fields.personnes,
      placeholder: '1',
    }),
  ],
});

/** A house of one room: `reserver` books it, or asks; anything else is repeated. */
const smallChat = (): { readonly chat: Chat; readonly heard: Invocation[] } => {
  const heard: Invocation[] = [];
  const chat: Chat = {
    commands: [],
    home: async () => {},
    suggest: () => [],
    dispatch: async (invocation, responder) => {
      heard.push(invocation);
      const { line, fields, by, wantsForm, canOpenForm } = invocation;
      const late = fields.quand === 'hier';
      const wanted = line === 'reserver' && (wantsForm || by === 'command' || late);
      if (wanted && canOpenForm) return responder.openForm(bookingForm(fields, late ? 'Hier est passé.' : undefined));
      await responder.acknowledge('asker');
      if (line === 'casse') return responder.answer(say('refusal', p('Non.')));
      if (line === 'ics')
        return responder.answer(
          say('info', {
            type: 'file',
            name: '../../à moi.ics',
            mime: 'text/calendar',
            content: 'BEGIN',
            words: ['Agenda'],
          }),
        );
      const said = [line, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(' ');
      return responder.answer(
        say('done', p('Fait : ', said), buttons({ label: 'Annuler', command: `annuler ${heard.length}` })),
      );
    },
  };
  return { chat, heard };
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mijote-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const options = () => ({ folder, newId: () => crypto.randomUUID(), onCut: (what: string) => expect.unreachable(what) });

const typedAtOnce = async (typed: string, interactive: boolean) => {
  const { chat, heard } = smallChat();
  const adapter = terminalAdapter(options());
  await adapter.start(chat);
  const [input, output] = [new PassThrough(), new PassThrough()];
  let printed = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const session = adapter.join({ person, input, output, interactive, colour: false });
  input.end(typed);
  return { ...(await session.finished), printed, heard };
};

const piped = (typed: string) => typedAtOnce(typed, false);

describe('lines from a pipe', () => {
  test('are commands, answered in their order, without a prompt, until the end of the input', async () => {
    const { lines, printed, heard } = await piped('/un\ndeux trois\r\n\n  /quatre');
    expect(lines).toBe(3);
    expect(printed).toBe('Fait : un\n[1] Annuler\n\nFait : deux trois\n[2] Annuler\n\nFait : quatre\n[3] Annuler\n\n');
    expect(heard.map(({ canOpenForm }) => canOpenForm)).toEqual([false, false, false]);
  });

  test('are none when nothing comes: the caller keeps serving', async () => {
    expect(await piped('')).toMatchObject({ lines: 0, printed: '' });
    expect(await piped('\n \n')).toMatchObject({ lines: 0, printed: '' });
  });

  test('press a button by its number', async () => {
    const { heard } = await piped('/un\n1\n');
    expect(heard.at(-1)).toMatchObject({ line: 'annuler 1', by: 'button', wantsForm: false });
  });

  test('each have an id of their own', async () => {
    const { heard } = await piped('/un\n/un\n');
    expect(new Set(heard.map(({ id }) => id)).size).toBe(2);
  });
});

describe('someone at the terminal', () => {
  const sit = async () => {
    const { chat, heard } = smallChat();
    const room = await openRoom(chat);
    return { lea: room.person('lea', 'Léa'), heard, close: room.close };
  };

  test('answers a form question by question: Enter keeps, a number chooses, nothing passes what is optional', async () => {
    const { lea, heard, close } = await sit();
    await lea.says('/reserver');
    expect(lea.printed()).toMatch(
      /Quel espace \[Coworking\]\u00a0:\n {2}1\. Coworking \(actuel\)\n {2}2\. Cuisine\n› $/,
    );
    await lea.says('2');
    expect(lea.printed()).toMatch(/Quel jour — par exemple «\u00a0demain matin\u00a0»\u00a0:\n› $/);
    await lea.says('jeudi');
    expect(lea.printed()).toMatch(/Combien \(facultatif\)/);
    expect((await lea.says('')).text).toBe('Fait : reserver espace=cuisine quand=jeudi');
    expect(heard.at(-1)).toMatchObject({ by: 'form', fields: { espace: 'cuisine', quand: 'jeudi' } });
    await close();
  });

  test('is asked again, with the reason, for what cannot be an answer', async () => {
    const { lea, close } = await sit();
    await lea.says('/reserver');
    expect((await lea.says('3')).form?.title).toBe('Réserver');
    expect(lea.printed()).toMatch(/Répondez par un numéro de 1 à 2/);
    await lea.says('cuisine');
    await lea.says('');
    expect(lea.printed()).toMatch(/Cette réponse est nécessaire\.\nQuel jour/);
    await lea.says('jeudi');
    await lea.says('trois');
    expect(lea.printed()).toMatch(/Un nombre entier est attendu/);
    expect((await lea.says('3')).text).toBe('Fait : reserver espace=cuisine quand=jeudi personnes=3');
    await close();
  });

  test('is asked again only what was refused; the rest is kept', async () => {
    const { lea, close } = await sit();
    await lea.says('/reserver');
    const back = await lea.submits({ espace: 'cuisine', quand: 'hier', personnes: '4' });
    expect(back.form?.fields.map(({ problem }) => problem)).toEqual([undefined, 'Hier est passé.', undefined]);
    expect(lea.printed()).toMatch(/Hier est passé\.\nQuel jour \[hier\]\u00a0:\n› $/);
    expect((await lea.submits({ quand: 'demain' })).text).toBe(
      'Fait : reserver espace=cuisine quand=demain personnes=4',
    );
    await close();
  });

  test('gives a form up with « annuler », or with another command', async () => {
    const { lea, heard, close } = await sit();
    await lea.says('/reserver');
    expect((await lea.says('annuler')).text).toMatch(/abandonné, rien n’a été enregistré/);
    await lea.says('/reserver');
    expect((await lea.says('/autre')).text).toBe('Fait : autre');
    expect(heard.filter(({ by }) => by === 'form')).toEqual([]);
    await close();
  });

  test('presses the buttons that still stand, and is told when there is none of that number', async () => {
    const { lea, heard, close } = await sit();
    expect((await lea.says('4')).text).toMatch(/Le numéro 4 ne correspond à aucun bouton/);
    await lea.says('/un');
    await lea.says('/deux');
    expect(lea.printed()).toMatch(/\[2\] Annuler/);
    await lea.says('1');
    expect(heard.at(-1)?.line).toBe('annuler 1');
    expect((await lea.says('1')).text).toMatch(/Le dernier affiché est le 3/);
    await close();
  });

  test('leaves with « quitter »', async () => {
    const { lea, heard, close } = await sit();
    await lea.says('/un');
    await lea.says('quitter');
    expect(await lea.session.finished).toEqual({ lines: 1 });
    expect(heard).toHaveLength(1);
    await close();
  });

  test('gets the last answer when the input ends right after the question', async () => {
    const { printed, lines } = await typedAtOnce('/un', true);
    expect([lines, printed]).toEqual([1, '› Fait : un\n[1] Annuler\n\n']);
  });

  test('counts from 1 again beyond 99', async () => {
    const { lea, close } = await sit();
    for (let index = 0; index < 99; index += 1) await lea.says('/un');
    expect(lea.printed()).toMatch(/\[99\] Annuler\n\n› $/);
    await lea.says('/un');
    expect(lea.printed()).toMatch(/\[1\] Annuler\n\n› $/);
    await close();
  });
});

describe('a message to someone who is not there', () => {
  test('is refused, in words', async () => {
    const adapter = terminalAdapter(options());
    await adapter.start(smallChat().chat);
    await expect(
      adapter.tell({ workspace: 'local', userId: 'karim' }, say('info', p('Bonjour')), 'm1'),
    ).rejects.toThrow(/karim/);
  });
});

describe('one command from a shell', () => {
  const once = async (line: string) => {
    const output = new PassThrough();
    const tone = await runOnce(smallChat().chat, { ...options(), person, line, output, colour: false });
    return { tone, printed: String(output.read() ?? '') };
  };

  test('prints the answer, with the commands of its buttons, and tells its tone', async () => {
    expect(await once('/un')).toEqual({ tone: 'done', printed: 'Fait : un\n[Annuler\u00a0: /annuler 1]\n' });
    expect(await once('casse')).toEqual({ tone: 'refusal', printed: 'Non.\n' });
  });

  test('writes the files of the answer in its folder, whatever their name, and says where', async () => {
    const { printed } = await once('ics');
    const path = join(folder, 'à-moi.ics');
    expect(printed).toBe(`Agenda — fichier ${path}\n`);
    expect(await readFile(path, 'utf8')).toBe('BEGIN');
  });
});

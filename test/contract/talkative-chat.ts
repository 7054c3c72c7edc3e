// A small chat that really answers, for what is owed by adapters alone: it repeats what it heard, shows cards, opens forms.
import type { Audience, Chat, Responder } from '../../src/chat/adapter.ts';
import { type Command, defineCommand } from '../../src/chat/command.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Invocation } from '../../src/chat/invocation.ts';
import { optional, type RequiredOption } from '../../src/chat/option.ts';
import { ok } from '../../src/kernel/result.ts';
import { buttons, p, type Reply, say } from '../../src/reply/tree.ts';

export interface TalkativeChat extends Chat {
  readonly heard: readonly Invocation[];
  /** What dispatching threw: empty unless the adapter failed. */
  readonly failures: readonly unknown[];
  /** Lets `lent` answer. */
  release(): void;
}

/** Any text. The chat below does not read: it repeats. */
const text: RequiredOption<string> = {
  kind: 'rest',
  summary: 'Quoi dire',
  required: true,
  input: 'text',
  completes: true,
  parse: (raw) => ok(raw),
  find: (sentence) => ok({ value: sentence.text, sentence }),
  print: (value) => value,
  phrase: (value) => value,
  suggest: () => [],
};

const command = (name: string, audience: Audience): Command =>
  defineCommand({
    name,
    summary: `Essai ${name}`,
    access: 'membre',
    audience,
    options: { texte: optional(text) },
    examples: ['bonjour'],
    run: async () => say('info', p(name)),
  });

const commands = [
  command('dire', 'asker'),
  command('publier', 'channel'),
  command('carte', 'asker'),
  command('demander', 'asker'),
  command('fichier', 'asker'),
  command('lent', 'asker'),
];

export const form: Form = {
  title: 'Dire quelque chose',
  submit: 'Envoyer',
  line: 'dire',
  fields: [
    {
      name: 'texte',
      label: 'Quoi dire',
      input: 'text',
      required: true,
      value: 'prérempli',
      placeholder: 'bonjour',
      choices: [],
      problem: undefined,
    },
    {
      name: 'nombre',
      label: 'Combien de fois',
      input: 'integer',
      required: false,
      value: undefined,
      placeholder: '3',
      choices: [],
      problem: undefined,
    },
    {
      name: 'jour',
      label: 'Quel jour',
      input: 'choice',
      required: false,
      value: 'mardi',
      placeholder: undefined,
      choices: [
        { label: 'Lundi', value: 'lundi' },
        { label: 'Mardi', value: 'mardi' },
      ],
      problem: undefined,
    },
  ],
  notice: ['Il manque une précision.'],
};

const card: Reply = say(
  'question',
  p('Que faire ?'),
  buttons(
    { label: 'Remplacer', command: 'dire remplacé', effect: 'replace' },
    { label: 'À côté', command: 'dire à côté', effect: 'beside' },
    { label: 'Publier', command: 'publier à tous', effect: 'beside' },
    { label: 'Remplir', command: 'dire', effect: 'form' },
  ),
  {
    type: 'choice',
    label: 'Un jour',
    options: [
      { label: 'Lundi', command: 'dire lundi' },
      { label: 'Mardi', command: 'dire mardi' },
    ],
  },
);

const withFiles: Reply = say(
  'info',
  { type: 'picture', name: 'semaine.png', png: new Uint8Array([137, 80, 78, 71]), words: ['La semaine en image'] },
  {
    type: 'file',
    name: 'agenda.ics',
    mime: 'text/calendar',
    content: 'BEGIN:VCALENDAR',
    words: ['À ajouter au calendrier'],
  },
);

const saidIn = ({ line, fields }: Invocation): string =>
  [...line.split(' ').slice(1), ...['texte', 'nombre', 'jour'].map((name) => fields[name] ?? '')]
    .filter((word) => word !== '')
    .join(' ');

export const talkativeChat = (): TalkativeChat => {
  const heard: Invocation[] = [];
  const failures: unknown[] = [];
  const gate = Promise.withResolvers<void>();

  const answer = async (invocation: Invocation, responder: Responder): Promise<void> => {
    const name = invocation.by === 'mention' ? '' : invocation.line.split(' ')[0];
    if (invocation.canOpenForm && (name === 'demander' || invocation.wantsForm)) return responder.openForm(form);
    await responder.acknowledge(name === 'publier' ? 'channel' : 'asker');
    if (name === 'lent') await gate.promise;
    if (invocation.by === 'mention') return responder.answer(say('info', p('Entendu : ', invocation.line)));
    if (name === 'carte') return responder.answer(card);
    if (name === 'fichier') return responder.answer(withFiles);
    return responder.answer(say('done', p('Vous avez dit : ', saidIn(invocation))));
  };

  return {
    commands,
    heard,
    failures,
    release: () => gate.resolve(),
    home: async () => {},
    suggest: ({ typed }) => [{ label: `Suite de ${typed}`, value: typed }],
    dispatch: async (invocation, responder) => {
      heard.push(invocation);
      try {
        await answer(invocation, responder);
      } catch (error) {
        failures.push(error);
      }
    },
  };
};

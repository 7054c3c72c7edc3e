// Options made by hand, so that reading can be tried without the grammar: a colour is a word of three, a number is digits.
import { type Command, defineCommand } from '../../src/chat/command.ts';
import { optional, type RequiredOption } from '../../src/chat/option.ts';
import { fail, ok } from '../../src/kernel/result.ts';
import { leftover } from '../../src/reading/leftover.ts';
import { type Sentence, taking } from '../../src/reading/sentence.ts';
import { p, type Reply, say } from '../../src/reply/tree.ts';

const COLOURS: readonly string[] = ['rouge', 'vert', 'bleu'];

const takingWord = (sentence: Sentence, known: (word: string) => boolean) => {
  const at = sentence.tokens.findIndex(({ taken, word }) => !taken && known(word));
  const found = sentence.tokens[at];
  return found && { word: found.word, sentence: taking(sentence, new Set([at])) };
};

/** Of kind « when », for it is neither a space nor a purpose. « couleur X » with another word is a problem. */
export const colour: RequiredOption<string> = {
  kind: 'when',
  summary: 'Quelle couleur',
  required: true,
  input: 'choice',
  completes: true,
  parse: (raw) =>
    COLOURS.includes(raw) ? ok(raw) : fail({ code: 'reading.unknown_choice', typed: raw, known: COLOURS }),
  find: (sentence) => {
    const found = takingWord(sentence, (word) => COLOURS.includes(word));
    if (found) return ok({ value: found.word, sentence: found.sentence });
    const wrong = takingWord(sentence, (word) => word === 'mauve');
    return wrong ? fail({ code: 'reading.unclear_time', typed: wrong.word }) : ok(undefined);
  },
  print: (value) => value,
  phrase: (value) => value,
  suggest: (raw) =>
    COLOURS.filter((each) => each.startsWith(raw)).map((value) => ({ label: value.toUpperCase(), value })),
};

export const howMany: RequiredOption<number> = {
  kind: 'seats',
  summary: 'Combien',
  required: true,
  input: 'integer',
  completes: false,
  parse: (raw) => (/^\d+$/.test(raw) ? ok(Number(raw)) : fail({ code: 'reading.not_a_number', typed: raw })),
  find: (sentence) => {
    const found = takingWord(sentence, (word) => /^\d+$/.test(word));
    return ok(found && { value: Number(found.word), sentence: found.sentence });
  },
  print: String,
  phrase: (count) => `${count}`,
  suggest: () => [],
};

export const remark: RequiredOption<string> = {
  kind: 'rest',
  summary: 'Une remarque',
  required: true,
  input: 'text',
  completes: false,
  parse: (raw) => ok(raw),
  find: (sentence) => {
    const words = leftover(sentence);
    const all = new Set(sentence.tokens.keys());
    return ok(words === undefined ? undefined : { value: words, sentence: taking(sentence, all) });
  },
  print: (text) => text,
  phrase: (text) => `— ${text}`,
  suggest: () => [],
};

type Declared = Parameters<typeof defineCommand>[0];

/** A command that says what it was given. */
export const command = (name: string, rest: Partial<Declared> = {}): Command =>
  defineCommand({
    name,
    summary: `Essai ${name}`,
    access: 'membre',
    audience: 'asker',
    options: {},
    examples: [''],
    run: async ({ args }): Promise<Reply> => say('done', p(`${name} ${JSON.stringify(args)}`)),
    ...rest,
  });

export const peindre = command('peindre', {
  title: 'Peindre',
  options: { couleur: colour, couches: optional(howMany), remarque: optional(remark) },
  examples: ['rouge 2'],
  said: ['peins', 'je voudrais peindre'],
});

export const aide = command('aide');

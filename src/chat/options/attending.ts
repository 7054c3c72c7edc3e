import { fail, ok } from '../../kernel/result.ts';
import { type Sentence, taking } from '../../reading/sentence.ts';
import { tokenize } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';

export type Attending = 'going' | 'maybe';

/** As it is written in a line; `maybe` is also said « peut-être ». */
const WRITTEN: Readonly<Record<Attending, string>> = { going: 'oui', maybe: 'peutetre' };
const LABELS: Readonly<Record<Attending, string>> = { going: 'Je participe', maybe: 'Peut-être' };

const SAID: readonly (readonly [readonly string[], Attending])[] = [
  [['peut', '-', 'etre'], 'maybe'],
  [['peut', 'etre'], 'maybe'],
  [['peutetre'], 'maybe'],
  [['oui'], 'going'],
];

const saidIn = ({ tokens }: Sentence) => {
  for (let at = 0; at < tokens.length; at += 1) {
    const found = SAID.find(([words]) =>
      words.every((word, index) => tokens[at + index]?.word === word && !tokens[at + index]?.taken),
    );
    if (found) return { value: found[1], positions: found[0].map((_, index) => at + index) };
  }
  return undefined;
};

/** Whether one comes, or may. */
export const attending = (summary: string): RequiredOption<Attending> => ({
  kind: 'choice',
  summary,
  required: true,
  input: 'choice',
  completes: true,
  parse: (raw) => {
    const found = saidIn(tokenize(raw));
    return found
      ? ok(found.value)
      : fail({ code: 'reading.unknown_choice', typed: raw, known: Object.values(WRITTEN) });
  },
  find: (sentence) => {
    const found = saidIn(sentence);
    return ok(found && { value: found.value, sentence: taking(sentence, new Set(found.positions)) });
  },
  print: (value) => WRITTEN[value],
  phrase: (value) => WRITTEN[value],
  suggest: () => [
    { label: LABELS.going, value: WRITTEN.going },
    { label: LABELS.maybe, value: WRITTEN.maybe },
  ],
});

// Words that someone read again once they were warned of what is in them: their button carries « mot pour mot ».
import { ok } from '../../kernel/result.ts';
import { taking } from '../../reading/sentence.ts';
import type { RequiredOption } from '../option.ts';

export interface Reread {
  readonly text: string;
  readonly isReread: boolean;
}

const MARK = ['mot', 'pour', 'mot', ''];

export const reread = (option: RequiredOption<string>): RequiredOption<Reread> => ({
  ...option,
  parse: (raw, context) => {
    const read = option.parse(raw, context);
    return read.ok ? ok({ text: read.value, isReread: false }) : read;
  },
  find: (sentence, context) => {
    const first = sentence.tokens.findIndex(({ taken }) => !taken);
    const isReread = MARK.every((word, ahead) => sentence.tokens[first + ahead]?.word === word);
    const left = isReread ? taking(sentence, new Set([first, first + 1, first + 2])) : sentence;
    const found = option.find(left, context);
    if (!found.ok) return found;
    if (!found.value) return ok(undefined);
    return ok({ value: { text: found.value.value, isReread }, sentence: found.value.sentence });
  },
  print: ({ text }, context) => option.print(text, context),
  phrase: ({ text, isReread }, context) =>
    isReread ? `${MARK.join(' ')}${option.phrase(text, context)}` : option.phrase(text, context),
});

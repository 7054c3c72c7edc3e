// Discord wants required options first; a sentence may want to be read in another order.
import { ok } from '../../kernel/result.ts';
import type { Sentence } from '../../reading/sentence.ts';
import type { Option, ReadContext, RequiredOption } from '../option.ts';

const without = (sentence: Sentence, others: readonly Option<unknown>[], context: ReadContext): Sentence =>
  others.reduce((rest, other) => {
    const found = other.find(rest, context);
    return found.ok && found.value ? found.value.sentence : rest;
  }, sentence);

/** The same option, which leaves to `others` the words that they would take, though it is declared before them. */
export const readAfter = <T>(option: RequiredOption<T>, ...others: readonly Option<unknown>[]): RequiredOption<T> => ({
  ...option,
  find: (sentence, context) => {
    const rest = without(sentence, others, context);
    const found = option.find(rest, context);
    if (!found.ok || !found.value) return found;
    const tokens = found.value.sentence.tokens.map((token, at) => {
      const [before, between] = [sentence.tokens[at]?.taken, rest.tokens[at]?.taken];
      return between && !before ? { ...token, taken: false } : token;
    });
    return ok({ value: found.value.value, sentence: { ...found.value.sentence, tokens } });
  },
});

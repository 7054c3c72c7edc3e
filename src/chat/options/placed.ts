// Options that are heard at one place of a sentence only, so that a name may hold their words.
import { ok } from '../../kernel/result.ts';
import type { Sentence } from '../../reading/sentence.ts';
import type { OptionalOption, RequiredOption } from '../option.ts';

type Either<T> = RequiredOption<T> | OptionalOption<T>;

/** Nothing is left to be found but the token at that position. */
const onlyAt = (sentence: Sentence, position: number): Sentence => ({
  ...sentence,
  tokens: sentence.tokens.map((token, index) => (index === position ? token : { ...token, taken: true })),
});

/** Heard as the first word that nobody took. */
export const leading = <T, O extends Either<T>>(option: O & Either<T>): O => ({
  ...option,
  find: (sentence, context) => {
    const first = sentence.tokens.findIndex(({ taken }) => !taken);
    const found = option.find(onlyAt(sentence, first), context);
    if (!found.ok || !found.value) return found;
    const tokens = sentence.tokens.map((token, index) => (index === first ? { ...token, taken: true } : token));
    return ok({ value: found.value.value, sentence: { ...sentence, tokens } });
  },
});

/** Not heard in words that are one of the others', though they be read later. */
export const sparing = <T, O extends Either<T>>(
  others: readonly Pick<Either<unknown>, 'find'>[],
  option: O & Either<T>,
): O => ({
  ...option,
  find: (sentence, context) => {
    let spared = sentence;
    for (const other of others) {
      const found = other.find(spared, context);
      if (found.ok && found.value) spared = found.value.sentence;
    }
    const found = option.find(spared, context);
    if (!found.ok || !found.value) return found;
    const after = found.value.sentence.tokens;
    const tokens = sentence.tokens.map((token, at) =>
      spared.tokens[at]?.taken === false && after[at]?.taken === true ? { ...token, taken: true } : token,
    );
    return ok({ value: found.value.value, sentence: { ...sentence, tokens } });
  },
});

/** Heard once that word was said and taken by another option. */
export const after = <T, O extends Either<T>>(word: string, option: O & Either<T>): O => ({
  ...option,
  find: (sentence, context) =>
    sentence.tokens.some((token) => token.taken && token.word === word)
      ? option.find(sentence, context)
      : ok(undefined),
});

// Options that say their name in a sentence, so that their words are nobody else's: « type atelier », « lieu « la
// médiathèque » ». In a field of their own they are the value alone.
import { fail, ok } from '../../kernel/result.ts';
import { positionsFrom, type Sentence, taking } from '../../reading/sentence.ts';
import type { RequiredOption } from '../option.ts';

/** Never asked in a form: said in the line, or in a field of its own. */
export const aside = <T>(option: RequiredOption<T>): RequiredOption<T> => ({ ...option, kind: 'aside' });

/** Only what follows « — »: words that nobody understood are no reason to give to people. */
export const afterDash = (option: RequiredOption<string>): RequiredOption<string> => ({
  ...option,
  // Not what is left of the sentence: a space that it names is nobody's slip.
  kind: 'text',
  find: (sentence, context) => {
    const dash = sentence.tokens.findIndex(({ word, taken }) => word === '' && !taken);
    if (dash < 0) return ok(undefined);
    const alone = {
      ...sentence,
      tokens: sentence.tokens.map((token, at) => (at === dash ? token : { ...token, taken: true })),
    };
    const found = option.find(alone, context);
    if (!found.ok || !found.value) return found;
    return ok({ value: found.value.value, sentence: taking(sentence, new Set([dash])) });
  },
});

const labelAt = ({ tokens }: Sentence, label: string): number =>
  tokens.findIndex(({ taken, word }, at) => !taken && word === label && tokens[at + 1]?.taken === false);

/** The word after the label alone is looked at. */
export const labelled = <T>(label: string, option: RequiredOption<T>): RequiredOption<T> => ({
  ...option,
  find: (sentence, context) => {
    const at = labelAt(sentence, label);
    if (at < 0) return ok(undefined);
    const colon = sentence.tokens[at + 1]?.word === ':' ? 1 : 0;
    const word = at + 1 + colon;
    const alone = {
      ...sentence,
      tokens: sentence.tokens.map((token, index) => (index === word ? token : { ...token, taken: true })),
    };
    const found = option.find(alone, context);
    if (!found.ok || !found.value) return found;
    return ok({ value: found.value.value, sentence: taking(sentence, new Set(positionsFrom(at, word + 1))) });
  },
  phrase: (value, context) => `${label} ${option.phrase(value, context)}`,
});

/** No sign that would end it early, no control character, no mark that turns the direction of writing. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff«»"“”]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** Words between guillemets after a label; any words in a field of its own. */
export const quotedAfter = (label: string, summary: string, mostChars: number): RequiredOption<string> => {
  const bounded = (text: string) =>
    text.length > mostChars
      ? fail({ code: 'reading.too_long' as const, length: text.length, limit: mostChars })
      : ok(text);
  return {
    kind: 'text',
    summary,
    required: true,
    input: 'text',
    completes: false,
    parse: (raw) => bounded(clean(raw)),
    find: (sentence) => {
      const at = labelAt(sentence, label);
      const start = sentence.tokens[at]?.start;
      if (start === undefined) return ok(undefined);
      const said = /^\S+?\s*:?\s*[«"“]([^»"”]*)[»"”]/u.exec(sentence.text.slice(start));
      const text = clean(said?.[1] ?? '');
      if (!said || text === '') return ok(undefined);
      const end = start + said[0].length;
      const positions = sentence.tokens.flatMap((token, index) =>
        token.start >= start && token.end <= end ? [index] : [],
      );
      const value = bounded(text);
      return value.ok ? ok({ value: value.value, sentence: taking(sentence, new Set(positions)) }) : value;
    },
    print: (text) => text,
    phrase: (text) => `${label} «\u00a0${text}\u00a0»`,
    suggest: () => [],
  };
};

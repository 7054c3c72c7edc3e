// What is looked for, or offered, as people list it: « un local, des bénévoles ». Each word is a code of the place or joins two;
// what is neither is said, and kept in its field.
import { fail, ok, type Result } from '../../kernel/result.ts';
import { enumerate } from '../../messages/words.fr.ts';
import { initiativesOf } from '../../place/initiatives.ts';
import type { Place } from '../../place/model.ts';
import { codesIn, keysOf } from '../../reading/initiative-codes.ts';
import type { ReadingFailure } from '../../reading/model.ts';
import { wordsIn } from '../../reading/spoken.ts';
import type { RequiredOption } from '../option.ts';
import { quotedAfter } from './labelled.ts';

const MOST_CHARS = 200;
const SMALL = new Set('un une des du de la le les l d et ou aussi'.split(' '));

const read = (text: string, place: Place): Result<readonly string[], ReadingFailure> => {
  const { needs } = initiativesOf(place);
  const words = wordsIn(text);
  const codes = needs.map((code) => ({ ...code, words: [...code.words, code.name] }));
  const said = codesIn(words, codes, { from: 0, to: words.length });
  const left = words.filter(({ word }, at) => !SMALL.has(word) && !said.some(({ from, to }) => at >= from && at < to));
  if (left.length === 0) return ok(keysOf(said));
  const typed = left.map(({ start, end }) => text.slice(start, end)).join(' ');
  return fail({ code: 'reading.unknown_choice', typed, known: needs.map(({ name }) => name) });
};

/** Keys of codes. In a sentence it stands in guillemets after its label. */
export const needs = (label: string, summary: string): RequiredOption<readonly string[]> => {
  const written = quotedAfter(label, summary, MOST_CHARS);
  const names = (keys: readonly string[], place: Place): string => {
    const all = initiativesOf(place).needs;
    return enumerate(keys.map((key) => all.find((each) => each.key === key)?.name ?? key));
  };
  return {
    ...written,
    parse: (raw, context) => {
      const text = written.parse(raw, context);
      return text.ok ? read(text.value, context.place) : text;
    },
    find: (sentence, context) => {
      const found = written.find(sentence, context);
      if (!found.ok) return found;
      if (!found.value) return ok(undefined);
      const keys = read(found.value.value, context.place);
      return keys.ok ? ok({ value: keys.value, sentence: found.value.sentence }) : keys;
    },
    print: (keys, { place }) => names(keys, place),
    phrase: (keys, context) => written.phrase(names(keys, context.place), context),
  };
};

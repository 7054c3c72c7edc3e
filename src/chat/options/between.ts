// Between two dates, said among other words: « du 1er au 15 décembre », « entre le 1er et le 15 », « jusqu’au 15 décembre ».
import { ok } from '../../kernel/result.ts';
import { MONTHS } from '../../reading/calendar-words.ts';
import { positionsFrom, type Sentence, taking } from '../../reading/sentence.ts';
import { tokenize } from '../../reading/tokenize.ts';
import type { ReadContext, RequiredOption } from '../option.ts';
import { type Period, period } from './period.ts';

const opens = (word: string): boolean => word === 'du' || word === 'entre' || word.startsWith('jusqu');

/** « du mardi au jeudi » goes from one weekday to another: dates have a number, or a month. */
const hasDate = (words: readonly string[]): boolean => words.some((word) => /\d/.test(word) || MONTHS.has(word));

const isWholeDays = ({ start, end }: Period): boolean =>
  end.equals(end.startOfDay()) && start.toPlainDate().until(end.toPlainDate()).days > 0;

/** The most words from there on that say a stretch of days, and nothing else. */
const longestAt = (sentence: Sentence, from: number, context: ReadContext) => {
  const at = period('');
  const taken = sentence.tokens.findIndex((token, index) => index > from && token.taken);
  for (let to = taken < 0 ? sentence.tokens.length : taken; to > from + 1; to -= 1) {
    const said = sentence.tokens.slice(from, to);
    if (!hasDate(said.map(({ word }) => word))) return undefined;
    const alone = tokenize(sentence.text.slice(said[0]?.start ?? 0, said.at(-1)?.end ?? 0));
    const read = at.find(alone, context);
    if (
      read.ok &&
      read.value &&
      isWholeDays(read.value.value) &&
      read.value.sentence.tokens.every((token) => token.taken)
    )
      return { value: read.value.value, sentence: taking(sentence, new Set(positionsFrom(from, to))) };
  }
  return undefined;
};

/** `isMeant`: whether a sentence speaks of such a stretch; elsewhere « du 24 au 26 » may be from where to where. */
export const between = (
  summary: string,
  isMeant: (sentence: Sentence) => boolean = () => true,
): RequiredOption<Period> => {
  const at = period(summary);
  return {
    ...at,
    completes: false,
    find: (sentence, context) => {
      if (!isMeant(sentence)) return ok(undefined);
      const from = sentence.tokens.findIndex(({ taken, word }) => !taken && opens(word));
      return ok(from < 0 ? undefined : longestAt(sentence, from, context));
    },
    suggest: () => [],
  };
};

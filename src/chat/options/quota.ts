import type { WeeklyQuota } from '../../core/structures/model.ts';
import { fail, ok } from '../../kernel/result.ts';
import { taking } from '../../reading/sentence.ts';
import { folded } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';

const MOST = 1_000;

const WORDS: Readonly<Record<string, WeeklyQuota>> = {
  habituel: 'usual',
  defaut: 'usual',
  illimite: 'unlimited',
  'sans limite': 'unlimited',
};

const meant = (word: string): WeeklyQuota | undefined => {
  if (/^\d{1,4}$/.test(word) && Number(word) <= MOST) return Number(word);
  return Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
};

const print = (value: WeeklyQuota): string =>
  value === 'usual' ? 'habituel' : value === 'unlimited' ? 'illimité' : String(value);

/** How many times a week: the last number that is said, « illimité », or « habituel » for what the place says of all. */
export const quota = (summary: string): RequiredOption<WeeklyQuota> => ({
  kind: 'quota',
  summary,
  required: true,
  input: 'text',
  completes: false,
  parse: (raw) => {
    const value = meant(folded(raw.trim()));
    return value === undefined ? fail({ code: 'reading.not_a_number', typed: raw }) : ok(value);
  },
  find: (sentence) => {
    const at = sentence.tokens.findLastIndex(({ taken, word }) => !taken && meant(word) !== undefined);
    const value = meant(sentence.tokens[at]?.word ?? '');
    return ok(value === undefined ? undefined : { value, sentence: taking(sentence, new Set([at])) });
  },
  print,
  phrase: print,
  suggest: () => [],
});

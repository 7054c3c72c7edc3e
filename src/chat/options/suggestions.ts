// Narrowing a closed list to what is being typed.
import { tokenize } from '../../reading/tokenize.ts';
import type { Suggestion } from '../option.ts';

const MOST = 25;

const plainWords = (text: string): string =>
  tokenize(text)
    .tokens.map(({ word }) => word)
    .join(' ');

/** Those whose label or value holds what is typed, without accents or capitals; all of them when nothing does. */
export const startingLike = (raw: string, all: readonly Suggestion[]): readonly Suggestion[] => {
  const typed = plainWords(raw);
  const near = all.filter(({ label, value }) => plainWords(`${label} ${value}`).includes(typed));
  return (near.length > 0 ? near : all).slice(0, MOST);
};

// A sentence as words and breaks between them: for what is read by the words of a place file, whatever their ending.
import { isOneSlip } from './distance.ts';
import { folded } from './tokenize.ts';

export interface Word {
  /** Lower case, without accents. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** A sign that ends a part of the sentence stands before it. */
  readonly afterBreak: '' | ',' | '.';
}

const PIECES = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const STRONG = new Set([...'.;!?()\n']);
const WEAK = new Set([...',:«»"“”–—/']);

export const wordsIn = (text: string): readonly Word[] => {
  const words: Word[] = [];
  let before: Word['afterBreak'] = '';
  for (const piece of text.matchAll(PIECES)) {
    const [typed] = piece;
    if (/^[\p{L}\p{M}\p{N}]/u.test(typed)) {
      words.push({ word: folded(typed), start: piece.index, end: piece.index + typed.length, afterBreak: before });
      before = '';
    } else if (STRONG.has(typed)) before = '.';
    else if (WEAK.has(typed) && before === '') before = ',';
    else if (typed === '-' && /\s/.test(text[piece.index - 1] ?? '') && before === '') before = ',';
  }
  return words;
};

export const phraseOf = (text: string): readonly string[] => wordsIn(text).map(({ word }) => word);

/** « jeux » and « jeu », « bénévoles » and « bénévole ». */
const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

/** Of shorter words a slip makes another word. */
const SLIPS_FROM = 7;

export const isSameWord = (typed: string, said: string): boolean => {
  const [one, other] = [singular(typed), singular(said)];
  if (one === other) return true;
  return other.length >= SLIPS_FROM && one[0] === other[0] && isOneSlip(one, other);
};

/** Where the phrase ends, if it is said from there. */
export const pastPhrase = (
  words: readonly Pick<Word, 'word'>[],
  at: number,
  phrase: readonly string[],
): number | undefined =>
  phrase.length > 0 &&
  phrase.every((said, ahead) => {
    const typed = words[at + ahead];
    return typed !== undefined && isSameWord(typed.word, said);
  })
    ? at + phrase.length
    : undefined;

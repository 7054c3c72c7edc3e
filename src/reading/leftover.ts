// What nobody took: the purpose, as typed, without the courtesies around it.
import { COURTESIES, isPunctuation, SMALL_TALK } from './courtesies.ts';
import type { Phrases } from './phrases.ts';
import type { Sentence, Token } from './sentence.ts';
import { isMisspelledCourtesy, isTalk } from './talk.ts';
import { wordSet } from './word-set.ts';

const wordOf = (run: readonly Token[], at: number): string => run[at]?.word ?? '';

const longestFrom = (run: readonly Token[], at: number, known: Phrases = COURTESIES): number => {
  const all = known.get(wordOf(run, at));
  if (all === undefined) return known === COURTESIES && isMisspelledCourtesy(wordOf(run, at)) ? at + 1 : at;
  const next = wordOf(run, at + 1);
  for (const words of all) {
    const second = words[1];
    if (second !== undefined && second !== next && next !== '-') continue;
    let cursor = at;
    const isSaid = words.every((word, index) => {
      if (index > 0 && wordOf(run, cursor) === '-') cursor += 1;
      cursor += 1;
      return wordOf(run, cursor - 1) === word;
    });
    if (isSaid) return cursor;
  }
  return at;
};

const afterCourtesies = (run: readonly Token[]): number => {
  let at = 0;
  while (at < run.length) {
    const to = isPunctuation(wordOf(run, at)) && wordOf(run, at) !== '' ? at + 1 : longestFrom(run, at);
    if (to === at) break;
    at = to;
  }
  return at;
};

const CLOSING_MOST = 6;

/** Where a courtesy that ends at `end` begins. */
const courtesyBefore = (run: readonly Token[], from: number, end: number): number | undefined =>
  Array.from({ length: CLOSING_MOST }, (_, back) => end - CLOSING_MOST + back).find(
    (at) => at >= from && at < end && longestFrom(run, at) === end,
  );

const CLOSES = new Set([')', '»', '"']);
const ASKING = wordSet('qui que quoi comment pourquoi quel quelle quels quelles combien');

/** A parenthesis that nothing opens closes something else; « ? » closes a purpose that asks, else the whole sentence. */
const isClosing = (run: readonly Token[], from: number, at: number): boolean => {
  const sign = wordOf(run, at).charAt(0);
  const said = run.slice(from, at);
  if (sign === '?' || sign === '!') return said.some(({ word }) => ASKING.has(word));
  return CLOSES.has(sign) && (sign !== ')' || said.some(({ word }) => word === '('));
};

/** Where the closing courtesies begin; a sign that closes the purpose itself stays with it. */
const beforeCourtesies = (run: readonly Token[], from: number): number => {
  let end = run.length;
  for (;;) {
    let signs = end;
    while (signs > from && wordOf(run, signs - 1) !== '' && isPunctuation(wordOf(run, signs - 1))) signs -= 1;
    const start = courtesyBefore(run, from, signs);
    if (start !== undefined) {
      end = start;
      continue;
    }
    while (end > signs && !isClosing(run, from, end - 1)) end -= 1;
    return end;
  }
};

/** No control character, no mark that turns the direction of writing: stored and shown safely. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const textOf = (text: string, run: readonly Token[]): string =>
  clean(text.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0));

/** Every word of it is small talk, a courtesy or a sign. */
const isSmallTalk = (run: readonly Token[]): boolean => {
  let at = 0;
  while (at < run.length) {
    const to = Math.max(longestFrom(run, at), longestFrom(run, at, SMALL_TALK));
    if (to === at && !isPunctuation(wordOf(run, at)) && !isTalk(wordOf(run, at))) return false;
    at = Math.max(to, at + 1);
  }
  return true;
};

const trimmed = (run: readonly Token[]): readonly Token[] => {
  const said = withoutTalk(run);
  const from = afterCourtesies(said);
  const left = said.slice(from, beforeCourtesies(said, from));
  return left.some(({ word }) => word === '') || !isSmallTalk(left) ? left : [];
};

const CLAUSES = new Set([',', ';', ':', '.', '?', '!', '\n']);
const LEADS = new Set(['pour', 'afin']);

/** « je me permets de vous écrire pour une visio »: the clauses at its edges that only ask. */
const withoutTalk = (run: readonly Token[]): readonly Token[] => {
  let [from, to] = [0, beforeSignature(run)];
  for (let at = 0; at < to; at += 1) {
    const word = wordOf(run, at);
    if (CLAUSES.has(word.charAt(0)) || (LEADS.has(word) && at > 0)) from = at;
    else if (!isTalkAt(run, at)) break;
  }
  let isSaid = false;
  for (let at = to - 1; at > from; at -= 1) {
    const word = wordOf(run, at);
    if (CLOSES.has(word.charAt(0)) || !isTalkAt(run, at)) break;
    isSaid ||= isTalk(word);
    if (isSaid && CLAUSES.has(word.charAt(0))) to = at;
  }
  return run.slice(from, to);
};

const SIGNING = wordSet('cordialement amicalement salutations merci avance journee soiree bientot vous');
const MOST_NAMES = 2;

/** Where « Cordialement, Léa » begins to be only a name. */
const beforeSignature = (run: readonly Token[]): number => {
  let [at, names] = [run.length, 0];
  while (at > 0 && names <= MOST_NAMES) {
    const { word = '', text = '' } = run[at - 1] ?? {};
    if (names > 0 && SIGNING.has(word)) return at;
    if (word === '' || !(isPunctuation(word) || /^\p{Lu}/u.test(text))) break;
    if (!isPunctuation(word)) names += 1;
    at -= 1;
  }
  return run.length;
};

const isTalkAt = (run: readonly Token[], at: number): boolean =>
  wordOf(run, at) !== '' && (isPunctuation(wordOf(run, at)) || isTalk(wordOf(run, at)));

/** Runs of what is not taken; a marked purpose is a run of its own. */
const runsOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    if (token.taken || token.word === '') runs.push([]);
    if (!token.taken) runs.at(-1)?.push(token);
  }
  return runs.filter((run) => run.length > 0);
};

/** What is left, as typed; a marked purpose (« — … ») whole, after whatever was left before it. */
export const leftover = ({ text, tokens }: Sentence): string | undefined => {
  const runs = runsOf(tokens);
  const marked = runs.find(([token]) => token?.word === '');
  const spoken = runs
    .filter((run) => run !== marked)
    .map(trimmed)
    .filter((run) => run.length > 0)
    .map((run) => textOf(text, run))
    .join(' ');
  const purpose = marked === undefined ? '' : textOf(text, marked);
  const left = [spoken, purpose].filter((part) => part !== '').join(' — ');
  return left === '' ? undefined : left;
};

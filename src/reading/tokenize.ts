// Typed text → tokens. Spaces, emoji and invisible marks are no tokens; typographic variants become one word. What
// follows « — », « -- » or « motif : » is one token without a word: no finder can take it, and it is the purpose.
import { memo } from './memo.ts';
import type { Sentence, Token } from './sentence.ts';

const MOST_TOKENS = 1000;

/** Letters (with marks and invisible joiners inside), digits, or a run of one same sign. */
const PIECES = /[\p{L}\p{M}][\p{L}\p{M}\p{Cf}]*|\p{Nd}+|([\p{P}\p{Sm}°×])(?:\1)*/gu;

const PURPOSE = /—|(?<=^|\s)--(?=\s|$)|(?<=^|[\s,;(])(?:motif|objet|raison)\s*:/giu;

/** Quick to tell of most phrases. */
const MAY_BE_MARKED = /[—:]|--/;

const SIGNS: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '―': '-',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '′': "'",
  '´': "'",
  '×': 'x',
  '→': '>',
  '⇒': '>',
};

const ELIDED = new Set(['l', 'd', 'j', 'n', 's', 'c', 'm', 't', 'qu', 'jusqu', 'lorsqu', 'puisqu']);

const isPlain = (text: string): boolean => /^[a-z0-9]+$/.test(text);

const withoutMarks = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');

const LONGEST_KEPT = 24;
const kept = memo(withoutMarks);

/** Lower case, without accents, ligatures or invisible marks. */
export const folded = (text: string): string =>
  isPlain(text) ? text : text.length > LONGEST_KEPT ? withoutMarks(text) : kept(text);

const wordOf = (text: string): string => {
  const sign = SIGNS[text.charAt(0)];
  return sign !== undefined ? sign.repeat(text.length) : folded(text);
};

const HOUR_BEFORE = /\d\s*(?:h|heures?)?\s*(?:\d{2})?\s*$/iu;
const HOUR_AFTER = /^\s*\d{1,2}\s*(?:h|:\s*\d{2})/iu;

/** « Objet : réunion. Date : … »: another label ends the purpose that a label began. */
const LABEL =
  /[.;,\n–-]\s*(?=(?:dates?|jours?|quand|heures?|horaires?|cr[ée]neaux?|lieu|salle|espace|nombre|effectif|personnes|participants|mat[ée]riel)\b[^:.;\n]{0,24}:)/iu;

interface Marked {
  readonly from: number;
  readonly to: number;
  /** Where the purpose ends, and what is to be read goes on. */
  readonly end: number;
}

/** Where the purpose begins, if it is marked. Between two hours a long dash is a range (« 14h — 16h »), not a mark. */
const purposeMark = (text: string): Marked | undefined => {
  if (!MAY_BE_MARKED.test(text)) return undefined;
  for (const mark of text.matchAll(PURPOSE)) {
    const [from, to] = [mark.index, mark.index + mark[0].length];
    const isRange =
      !mark[0].endsWith(':') &&
      HOUR_BEFORE.test(text.slice(Math.max(0, from - 14), from)) &&
      HOUR_AFTER.test(text.slice(to, to + 14));
    const label = mark[0].endsWith(':') ? LABEL.exec(text.slice(to)) : null;
    if (!isRange) return { from, to, end: label === null ? text.length : to + label.index };
  }
  return undefined;
};

const purposeToken = (text: string, { to: from, end }: Marked): Token | undefined => {
  const typed = text.slice(from, end).trim();
  const start = from + text.slice(from).indexOf(typed);
  return typed === '' ? undefined : { text: typed, word: '', start, end: start + typed.length, taken: false };
};

/** « l’espace » is two words, « aujourd’hui » one. */
const withApostrophes = (tokens: readonly Token[], text: string): readonly Token[] => {
  const joined: Token[] = [];
  for (const token of tokens) {
    const [mark, left] = [joined.at(-1), joined.at(-2)];
    const glued =
      mark?.word === "'" && mark.end === token.start && left?.end === mark.start && /^[\p{L}\p{Nd}]/u.test(token.text);
    if (!glued || !left || !/^\p{L}/u.test(left.text)) {
      joined.push(token);
      continue;
    }
    joined.splice(-2);
    if (ELIDED.has(left.word)) joined.push({ ...left, text: text.slice(left.start, mark.end), end: mark.end }, token);
    else if (/^\d/.test(token.text)) joined.push(left, mark, token);
    else
      joined.push({
        text: text.slice(left.start, token.end),
        word: left.word + token.word,
        start: left.start,
        end: token.end,
        taken: false,
      });
  }
  return joined;
};

export const tokenize = (text: string): Sentence => {
  const mark = purposeMark(text);
  // What is not to be read is blanked, so that positions stay those of the text.
  const spoken =
    mark === undefined ? text : text.slice(0, mark.from) + ' '.repeat(mark.end - mark.from) + text.slice(mark.end);
  const tokens: Token[] = [];
  for (const piece of spoken.matchAll(PIECES)) {
    if (tokens.length >= MOST_TOKENS) break;
    const [typed] = piece;
    const word = wordOf(typed);
    if (word !== '')
      tokens.push({ text: typed, word, start: piece.index, end: piece.index + typed.length, taken: false });
  }
  const purpose = mark === undefined ? undefined : purposeToken(text, mark);
  const words = withApostrophes(tokens, text).slice(0, MOST_TOKENS - 1);
  return { text, tokens: purpose === undefined ? words : [...words, purpose] };
};

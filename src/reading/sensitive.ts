// What a note says of someone that is nobody's to note, and the same note without it. Pure; a warning comes of it, never a
// refusal.
import { wordsOf } from './inflected.ts';
import { type SensitiveKind, type SensitiveSpan, sensitiveSpans } from './sensitive-spans.ts';
import { wordSet } from './word-set.ts';

export interface Sensitive {
  readonly kind: SensitiveKind;
  /** As typed. */
  readonly words: string;
}

export const sensitiveIn = (text: string): readonly Sensitive[] =>
  sensitiveSpans(text).map(({ kind, start, end }) => ({ kind, words: text.slice(start, end) }));

interface Clause {
  readonly start: number;
  readonly end: number;
  /** What stands between it and the one before: « , », « et ». */
  readonly joint: string;
}

const JOINTS =
  /\s*[.!?;:,()\n]+\s*|\s+[–—-]\s+|\s+(?:et|mais|car|donc|puis|parce\s+qu(?:e|['’])|qui|puisqu(?:e|['’]))\s*(?<=[\s'’])/giu;

const clausesOf = (text: string, spans: readonly SensitiveSpan[]): readonly Clause[] => {
  const clauses: Clause[] = [];
  let [start, joint] = [0, ''];
  for (const mark of text.matchAll(JOINTS)) {
    const [from, to] = [mark.index, mark.index + mark[0].length];
    // The points of an address or a telephone number join nothing.
    if (spans.some((span) => from < span.end && to > span.start)) continue;
    clauses.push({ start, end: from, joint });
    [start, joint] = [to, mark[0]];
  }
  return [...clauses, { start, end: text.length, joint }];
};

/** After these, what is said is all that the clause is about: it goes whole. */
const VERBS = wordSet(`
  est etait sont etaient a ont avait avaient ai souffre souffrent souffrait sort sortent sortait habite habitent habitait vit vivent reste
  semble parait suit fait font porte mange voit demeure loge reside vient va attend traverse combat soigne suis es sommes
  devient tombe parle connait gere boit frequente pratique purge se
`);
const PRONOUNS = wordSet('il elle iel on ils elles je nous');
/** What leads to a number or an address, and goes with it. */
const LEADS =
  /(?:(?:(?<!\p{L})(?:son|sa|mon|ma|leur|le)\s+)?\b(?:num[ée]ro|n[o°]|t[ée]l[ée]?phone|t[ée]l|portable|mobile|mail|e-mail|email|courriel|adresse|contact)\b(?:\s+est)?(?:\s+le)?|(?<!\p{L})(?:au|à|sur|via|par|chez|dans|de\s+la|l['’]|situ[ée]e?|le)(?=[\s'’]|$))\s*[.:]*\s*$/iu;
/** « à cause de sa dépression »: with what leads to it. */
const CAUSES =
  /(?:(?<!\p{L})(?:à\s+cause|en\s+raison|du\s+fait|à\s+la\s+suite|suite|par\s+suite|pour\s+cause|pour|malgr[ée]|depuis|apr[èe]s|avec|vu|sous)(?!\p{L})\s*(?:(?:à|au|aux|du|de|des|d['’])(?:\s+|(?<=['’])))?\s*(?:(?:la|le|les|l['’]|un|une|son|sa|ses|leur)(?:\s+|(?<=['’])))?(?:\p{L}+\s+(?:de\s+|d['’])?)?)$/iu;
const DETERMINERS = wordSet(
  'sous avec pour sans dans sur par chez depuis apres un une le la les l son sa ses leur des du de d au aux ce cette mon ma en',
);

/** « à » is no verb, for all that its accent is folded. */
const verbAt = (text: string): number =>
  wordsOf(text).findIndex(({ word, start, end }) => VERBS.has(word) && !/^à$/iu.test(text.slice(start, end)));

type Cut = readonly [start: number, end: number];

const isContact = ({ kind }: SensitiveSpan): boolean => kind === 'phone' || kind === 'email' || kind === 'address';

/** From a verb on, whoever it is about stays when the next clause needs them: « elle est … et cherche un local ». */
const wholeClause = (text: string, clauses: readonly Clause[], index: number): Cut => {
  const clause = clauses[index] ?? { start: 0, end: text.length, joint: '' };
  const next = clauses[index + 1];
  const isJoined = next !== undefined && /^\s+(?:et|puis)\s+$/iu.test(next.joint);
  const words = wordsOf(text.slice(clause.start, clause.end));
  const verb = verbAt(text.slice(clause.start, clause.end));
  const opening = wordsOf(text.slice(next?.start ?? 0, next?.end ?? 0))[0]?.word ?? '';
  const hasSubject = PRONOUNS.has(opening) || DETERMINERS.has(opening);
  if (isJoined && verb > 0 && !hasSubject) return [clause.start + (words[verb]?.start ?? 0), next.start];
  const keepsJoint = clause.start === 0 || /[.!?\n(]/.test(clause.joint);
  return keepsJoint
    ? [clause.start, isJoined ? next.start : clause.end]
    : [clause.start - clause.joint.length, clause.end];
};

const cutOf = (text: string, clauses: readonly Clause[], span: SensitiveSpan): Cut => {
  const index = clauses.findIndex(({ start, end }) => span.start >= start && span.start <= end);
  const clause = clauses[index] ?? { start: 0, end: text.length, joint: '' };
  const before = text.slice(clause.start, span.start);
  const hasVerb = verbAt(text.slice(clause.start, isContact(span) ? span.start : span.end)) >= 0;
  if (isContact(span) && !hasVerb) return [LEADS.exec(text.slice(0, span.start))?.index ?? span.start, span.end];
  const cause = isContact(span) ? undefined : CAUSES.exec(before)?.index;
  if (cause !== undefined && before.slice(0, cause).trim() !== '') return [clause.start + cause, span.end];
  const last = wordsOf(before).at(-1)?.word;
  // Beside a noun: « une dame dépressive », « une dame d’origine algérienne ».
  if (last !== undefined && !hasVerb && !DETERMINERS.has(last)) return [span.start, span.end];
  return wholeClause(text, clauses, index);
};

/** What is left reads as a sentence: its spaces, its signs, its capital. */
const tidied = (text: string): string =>
  text
    .replace(/\(\s*[,;:.]*\s*\)/gu, ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\s+([,.)…])/gu, '$1')
    .replace(/([,;:])(?:\s*[,;:])+/gu, '$1')
    .replace(/[,;:]\s*([.!?])/gu, '$1')
    .replace(/([.!?])(?:\s*[.,;])+/gu, '$1')
    .replace(/(?:^|(?<=[.!?]\s))\s*(?:[,;:.–—-]|\b(?:et|mais|car|donc|puis)\b)\s*/giu, '')
    .replace(
      /\s*(?:[,;:–—-]|\b(?:et|mais|car|donc|qui|puis|au|à|de|la|le|avec|parce que|à joindre|joindre|contact)(?=[\s.]*$))+\s*([.!?]?)$/iu,
      '$1',
    )
    .replace(/\s+([,.])/gu, '$1')
    .trim();

const withCapital = (text: string, like: string): string =>
  /^\s*\p{Lu}/u.test(like)
    ? text.replace(/(^|[.!?]\s+)(\p{Ll})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase())
    : text;

const MOST_CUTS = 30;
const LEAST_WORDS = 2;

/** More than a leftover: « une jeune » says nothing. */
const saysSomething = (text: string): boolean =>
  wordsOf(text).filter(({ word }) => !DETERMINERS.has(word) && !PRONOUNS.has(word)).length >= LEAST_WORDS;

/** The same without it, so that it still reads; empty when nothing else was said. Nothing sensitive is left in it. */
export const withoutSensitive = (text: string): string => {
  let left = text;
  for (let cuts = 0; cuts < MOST_CUTS; cuts += 1) {
    const spans = sensitiveSpans(left);
    const [span] = spans;
    if (!span) return left === text || saysSomething(left) ? withCapital(left, text) : '';
    const [start, end] = cutOf(left, clausesOf(left, spans), span);
    left = tidied(`${left.slice(0, start)} ${left.slice(end)}`);
  }
  return '';
};

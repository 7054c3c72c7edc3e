// Where a sentence says of someone what is nobody's to note. A warning, never a refusal: it may miss, and it may be wrong.
import { contactDetailsIn } from './contact-details.ts';
import { NATIONALITIES, PERSONAL } from './sensitive-words.ts';
import { folded } from './tokenize.ts';
import { wordSet } from './word-set.ts';

export type SensitiveKind = 'health' | 'origin' | 'religion' | 'offence' | 'phone' | 'email' | 'address';

export interface SensitiveSpan {
  readonly kind: SensitiveKind;
  readonly start: number;
  readonly end: number;
}

export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{Cf}]+|\p{Nd}+/gu)].map(({ index, 0: typed }) => ({
    word: folded(typed),
    start: index,
    end: index + typed.length,
  }));

/** Feminine and plural, written as French writes them. */
const formsOf = (word: string): readonly string[] => {
  if (word.length < 4) return [word, `${word}s`];
  const feminines = [`${word}e`];
  if (word.endsWith('n') || word.endsWith('t')) feminines.push(`${word}${word.at(-1)}e`);
  if (word.endsWith('f')) feminines.push(`${word.slice(0, -1)}ve`);
  if (word.endsWith('eux')) feminines.push(`${word.slice(0, -1)}se`);
  if (word.endsWith('eur')) feminines.push(`${word.slice(0, -1)}se`);
  if (word.endsWith('er')) feminines.push(`${word.slice(0, -2)}ere`);
  if (word.endsWith('c')) feminines.push(`${word.slice(0, -1)}que`);
  if (word.endsWith('s')) feminines.push(`${word}se`);
  const plurals = word.endsWith('al') ? [`${word.slice(0, -2)}aux`] : [];
  return [word, ...feminines, ...plurals, ...[word, ...feminines].map((form) => `${form}s`)];
};

interface Pattern {
  readonly kind: SensitiveKind;
  readonly words: readonly ReadonlySet<string>[];
}

const patternOf = (kind: SensitiveKind, phrase: string): Pattern => ({
  kind,
  words: phrase.split(' ').map((word) => new Set(formsOf(word))),
});

const byFirstWord = (patterns: readonly Pattern[]): ReadonlyMap<string, readonly Pattern[]> => {
  const index = new Map<string, Pattern[]>();
  for (const pattern of patterns)
    for (const form of pattern.words[0] ?? []) index.set(form, [...(index.get(form) ?? []), pattern]);
  return index;
};

const personal = byFirstWord(
  (['health', 'origin', 'religion', 'offence'] as const).flatMap((kind) =>
    PERSONAL[kind].map((phrase) => patternOf(kind, phrase)),
  ),
);
const nationalities = byFirstWord(NATIONALITIES.map((phrase) => patternOf('origin', phrase)));

/** A public, a fight, a subject: what is done for or about many. */
const THEMES = wordSet(`
  aux pour aupres envers contre prevention lutte lutter depistage information informer recherche ligue sensibilisation
  sensibiliser collecte course conference debat atelier ateliers cafe accueil accueillir aide aider soutien soutenir aidants
  accompagnement accompagner insertion inclusion inclusif association collectif cours groupe accessible accessibilite
  sur autour journee semaine mission referent exposition film livre documentaire projection formation accessibles adapte adaptee
  adaptes adaptees theme solidarite histoire memoire culture cultures echange echanges rencontre rencontres
`);
const OF_SOMEONE = wordSet('un une son sa ses mon ma mes leur cette ce');
const NAMED = wordSet('secours entraide comite assurance scouts guides association caisse entreprise');
const SUBJECTS = wordSet('handicap alzheimer autisme cancer diabete sida vih addiction suicide delinquance');

const LOOKED_BACK = 5;

/** Of people in general, or of the subject itself: « un atelier pour les personnes handicapées », « la ligue contre le cancer ». */
const isTheme = (words: readonly Word[], at: number, length: number): boolean => {
  const before = words.slice(Math.max(0, at - LOOKED_BACK), at).map(({ word }) => word);
  const last = words[at + length - 1]?.word ?? '';
  const previous = before.at(-1) ?? '';
  if (NAMED.has(previous)) return true;
  if (OF_SOMEONE.has(previous) || before.slice(-2).some((word) => word === 'un' || word === 'une')) return false;
  if (!before.some((word) => THEMES.has(word))) return false;
  const isPlural = /[sx]$/.test(last);
  return isPlural || SUBJECTS.has(last) || previous === 'l' || previous === 'la' || previous === 'le';
};

const BEFORE_NOT: Readonly<Record<string, ReadonlySet<string>>> = {
  aveugle: wordSet('l confiance'),
  aveugles: wordSet('l'),
  sourd: wordSet('bruit coup'),
  orthodoxe: wordSet('peu tres pas'),
  maladie: wordSet('assurance'),
  suicide: wordSet('mission'),
};
const AFTER_NOT: Readonly<Record<string, ReadonlySet<string>>> = {
  protestant: wordSet('contre aupres'),
  depression: wordSet('atmospherique tropicale meteo'),
  viole: wordSet('de'),
  invalide: wordSet('depuis'),
  invalides: wordSet('paris'),
};

const isOtherwise = (words: readonly Word[], at: number): boolean => {
  const { word } = words[at] ?? { word: '' };
  return (
    (BEFORE_NOT[word]?.has(words[at - 1]?.word ?? '') ?? false) ||
    (AFTER_NOT[word]?.has(words[at + 1]?.word ?? '') ?? false)
  );
};

const lengthAt = (patterns: readonly Pattern[] | undefined, words: readonly Word[], at: number): Pattern | undefined =>
  patterns
    ?.filter(({ words: wanted }) => wanted.every((forms, ahead) => forms.has(words[at + ahead]?.word ?? '')))
    .sort((a, b) => b.words.length - a.words.length)[0];

const SOMEONE = wordSet(`
  dame dames femme femmes homme hommes monsieur madame mere pere famille familles fille filles fils garcon garcons jeune
  jeunes couple habitant habitante habitants voisin voisine voisins personne personnes retraite retraitee enfant enfants
  etudiant etudiante refugie refugiee copine copain amie ami collegue nationalite maman papa mme mr m
`);
const IS = wordSet('est etait sont etaient');
const PRONOUNS = wordSet('il elle ils elles qui c');
const ARTICLES = wordSet('un une deux trois le la les des');
const AFTER_SOMEONE = wordSet(
  'qui de du des dans et est a au cherche veut vient vit habite souhaite arrive propose sans avec sont ont en',
);

/** « d’origine algérienne », « une dame syrienne », « elle est roumaine », « un Malien qui… »: of someone, not of a dish. */
const saysOrigin = (text: string, words: readonly Word[], at: number, length: number): number | undefined => {
  const [before, two, three] = [1, 2, 3].map((back) => words[at - back]?.word ?? '');
  if (before === 'origine' || before === 'origines') return two === 'd' ? at - 2 : at - 1;
  if (SOMEONE.has(before ?? '')) return at;
  if (IS.has(before ?? '') && PRONOUNS.has(two ?? '')) return at;
  if (IS.has(two ?? '') && PRONOUNS.has(three ?? '') && ARTICLES.has(before ?? '')) return at;
  const next = words[at + length];
  const between = next && text.slice(words[at + length - 1]?.end ?? 0, next.start);
  const endsThere = next === undefined || /[.,;:!?()\n–—]/.test(between ?? '') || AFTER_SOMEONE.has(next.word);
  const isNoun = /^\p{Lu}/u.test(text.slice(words[at]?.start ?? 0));
  return ARTICLES.has(before ?? '') && isNoun && endsThere ? at : undefined;
};

const personalIn = (text: string, words: readonly Word[]): readonly SensitiveSpan[] => {
  const spans: SensitiveSpan[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first) continue;
    const pattern = lengthAt(personal.get(first.word), words, at);
    if (pattern && !isTheme(words, at, pattern.words.length) && !isOtherwise(words, at)) {
      spans.push({
        kind: pattern.kind,
        start: first.start,
        end: words[at + pattern.words.length - 1]?.end ?? first.end,
      });
      continue;
    }
    const nationality = lengthAt(nationalities.get(first.word), words, at);
    const from = nationality && saysOrigin(text, words, at, nationality.words.length);
    if (nationality && from !== undefined && !isTheme(words, at, nationality.words.length))
      spans.push({
        kind: 'origin',
        start: words[from]?.start ?? first.start,
        end: words[at + nationality.words.length - 1]?.end ?? first.end,
      });
  }
  return spans;
};

/** In the order of the text, none within another. */
export const sensitiveSpans = (text: string): readonly SensitiveSpan[] => {
  const all = [...contactDetailsIn(text), ...personalIn(text, wordsOf(text))].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const kept: SensitiveSpan[] = [];
  for (const span of all) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
};

// Where someone is from, as it is said of them: of a dish, a language or a town it says nothing of anyone.
import { byFirstWord, patternOf, saidAt, type Word } from './inflected.ts';
import { NATIONALITIES } from './sensitive-words.ts';
import { wordSet } from './word-set.ts';

const nationalities = byFirstWord(NATIONALITIES.map((phrase) => patternOf('origin', phrase)));

const SOMEONE = wordSet(`
  dame dames femme femmes homme hommes monsieur madame mere pere famille familles fille filles fils garcon garcons jeune
  jeunes couple habitant habitante habitants voisin voisine voisins personne personnes retraite retraitee enfant enfants
  etudiant etudiante refugie refugiee copine copain amie ami collegue nationalite maman papa mme mr m frere freres soeur soeurs
  cousin cousine neveu niece grand oncle tante mari epoux epouse compagne compagnon conjoint conjointe salarie salariee
  benevole benevoles artisan cuisinier cuisiniere musicien musicienne commercant commercante senior seniors
`);
const IS = wordSet('est etait sont etaient');
const PRONOUNS = wordSet('il elle ils elles qui c');
const ARTICLES = wordSet('un une deux trois le la les des');
const AFTER_SOMEONE = wordSet(
  'qui de du des dans et est a au cherche veut vient vit habite souhaite arrive propose sans avec sont ont en',
);

const FAMILIES = wordSet('couple famille familles groupe');

/** « d’origine algérienne », « une dame syrienne », « elle est roumaine », « un Malien qui… »: of someone, not of a dish. */
const saysOrigin = (text: string, words: readonly Word[], at: number, length: number): number | undefined => {
  const [before, two, three] = [1, 2, 3].map((back) => words[at - back]?.word ?? '');
  if (before === 'origine' || before === 'origines') return two === 'd' ? at - 2 : at - 1;
  if (SOMEONE.has(before ?? '')) return at;
  if (IS.has(before ?? '') && PRONOUNS.has(two ?? '')) return at;
  if (IS.has(two ?? '') && PRONOUNS.has(three ?? '') && ARTICLES.has(before ?? '')) return at;
  if (before === 'de' && FAMILIES.has(two ?? '')) return at;
  const next = words[at + length];
  const between = next && text.slice(words[at + length - 1]?.end ?? 0, next.start);
  const endsThere = next === undefined || /[.,;:!?()\n–—]/.test(between ?? '') || AFTER_SOMEONE.has(next.word);
  const [left] = /[^\s]+\s*,\s*$/u.exec(text.slice(0, words[at]?.start ?? 0)) ?? [];
  // « Nadia, algérienne, … ».
  if (left !== undefined && /^\p{Lu}/u.test(left) && endsThere) return at;
  const isNoun = /^\p{Lu}/u.test(text.slice(words[at]?.start ?? 0));
  return ARTICLES.has(before ?? '') && isNoun && endsThere ? at : undefined;
};

const COUNTRIES = wordSet(`
  afghanistan afrique albanie algerie angola armenie bangladesh bosnie bresil bulgarie cameroun chine colombie comores congo
  egypte espagne erythree ethiopie gabon georgie ghana guinee haiti inde irak iran italie kosovo liban libye madagascar mali
  maroc mauritanie moldavie niger nigeria pakistan palestine pologne portugal roumanie russie rwanda senegal serbie somalie
  soudan syrie tchad tchetchenie togo tunisie turquie ukraine venezuela vietnam
`);
const CAME = wordSet(
  'vient viennent venu venue venus venues arrive arrivee arrives arrivees ne nee nes nees originaire originaires',
);
const FROM = wordSet('de d du des en au aux la l le');

/** « vient du Mali », « originaire d’Ukraine »: where it begins. */
const cameFrom = (words: readonly Word[], at: number): number | undefined => {
  if (!COUNTRIES.has(words[at]?.word ?? '')) return undefined;
  let from = at - 1;
  while (from > at - 3 && FROM.has(words[from]?.word ?? '')) from -= 1;
  return from < at - 1 && CAME.has(words[from]?.word ?? '') ? from : undefined;
};

/** Of the word at that place: from which word to which someone's origin is said. */
export const originAt = (
  text: string,
  words: readonly Word[],
  at: number,
): { readonly from: number; readonly to: number } | undefined => {
  const came = cameFrom(words, at);
  if (came !== undefined) return { from: came, to: at };
  const said = saidAt(nationalities, words, at);
  const from = said && saysOrigin(text, words, at, said.words.length);
  return said && from !== undefined ? { from, to: at + said.words.length - 1 } : undefined;
};

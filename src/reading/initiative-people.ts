// How many people an initiative brings together: « une douzaine d’habitants », « à 5 familles », « nous sommes trois ».
import { SPELLED } from './calendar-words.ts';
import type { Word } from './spoken.ts';
import { wordSet } from './word-set.ts';

export interface PeopleSaid {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

const PEOPLE = wordSet(`
  personne personnes pers habitant habitants habitante habitantes voisin voisins voisine voisines membre membres famille familles
  adherent adherents adherente adherentes jeune jeunes parent parents maman mamans papa papas femme femmes homme hommes senior
  seniors retraite retraites retraitee retraitees etudiant etudiants etudiante etudiantes citoyen citoyens citoyenne
  citoyennes ami amis amie amies copain copains copine copines enfant enfants participant participants participante
  participantes resident residents residente residentes locataire locataires salarie salaries foyer foyers
`);

const ROUGHLY: ReadonlyMap<string, number> = new Map(
  Object.entries({
    huitaine: 8,
    dizaine: 10,
    douzaine: 12,
    quinzaine: 15,
    vingtaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100,
  }),
);

const MOST = 10_000;

const numberAt = (words: readonly Word[], at: number): { readonly count: number; readonly to: number } | undefined => {
  const word = words[at]?.word ?? '';
  if (/^\d{1,5}$/.test(word)) return { count: Number(word), to: at + 1 };
  if (word === 'une' || word === 'un') {
    const roughly = ROUGHLY.get(words[at + 1]?.word ?? '');
    const of = ['de', 'd'].includes(words[at + 2]?.word ?? '');
    return roughly === undefined ? undefined : { count: roughly, to: at + (of ? 3 : 2) };
  }
  const spelled = SPELLED.get(word);
  return spelled === undefined || spelled === 0 ? undefined : { count: spelled, to: at + 1 };
};

const isWe = (words: readonly Word[], at: number): boolean =>
  ['sommes', 'est', 'sont'].includes(words[at - 1]?.word ?? '') &&
  ['nous', 'on', 'ils', 'elles'].includes(words[at - 2]?.word ?? '');

/** The first; undefined: none is said. */
export const peopleIn = (
  words: readonly Word[],
  { from, to }: { readonly from: number; readonly to: number },
): PeopleSaid | undefined => {
  for (let at = from; at < to; at += 1) {
    const number = numberAt(words, at);
    if (!number || number.count > MOST) continue;
    const named = PEOPLE.has(words[number.to]?.word ?? '');
    if (named && number.to < to) return { count: number.count, from: at, to: number.to + 1 };
    if (isWe(words, at)) return { count: number.count, from: at - 2, to: number.to };
  }
  return undefined;
};

// The name of an initiative in the words of whoever noted it: without « un groupe d’habitants voudrait monter un … », and
// without what a code says already.
import type { Clause } from './initiative-clauses.ts';
import type { Said } from './initiative-codes.ts';
import type { Word } from './spoken.ts';
import { wordSet } from './word-set.ts';

/** Words that say nothing by themselves. */
const SMALL = wordSet(`
  a ai ainsi alors au aussi aux avec bonjour bonsoir c ca car ce cela ces cette d dans de des donc du elle elles en environ est et eux
  il ils j je l la le les leur leurs lui mais merci n ne nos notre nous on ont ou par pas plus pour qu que qui s sa se ses son
  sont sur tous toutes un une vous y entre chez coucou salut hello avance stp svp
`);

const WISHES = wordSet(`
  veut veulent voulons veux souhaite souhaitent souhaitons aimerait aimeraient aimerions voudrait voudraient voudrions envie
  envisage envisagent va vont projette projettent pense pensent reflechit reflechissent reve revent imagine imaginent idee
  projet prepare preparent
`);
const ACTS = wordSet(`
  monter creer lancer ouvrir organiser faire demarrer developper construire installer animer fonder planter mettre
  monte montent lance lancent cree creent ouvre ouvrent organise organisent prepare preparent
`);
/** Who does it, when that says nothing of who they are. */
const WHO = wordSet(`
  habitant habitants habitante habitantes voisin voisins voisine voisines groupe collectif parent parents jeune jeunes
  personne personnes gens dame dames monsieur madame plusieurs quelques amis amies association asso equipe place train cours
`);
/** Said before who does it: « portée par huit familles ». */
const LEADING = wordSet(
  'portee porte portes portees anime animee animees organise organisee organisees tenu tenue gere geree',
);
const MOST_CHARS = 90;
const FARTHEST = 14;

/** Whether all that it says is said by codes. */
export const isOnly = (words: readonly Word[], clause: Clause, taken: ReadonlySet<number>): boolean =>
  words.slice(clause.from, clause.to).every(({ word }, ahead) => taken.has(clause.from + ahead) || SMALL.has(word));

/** « Des habitants … »: it says who, and not what. */
export const isWho = (words: readonly Word[], clause: Clause, taken: ReadonlySet<number>): boolean =>
  words
    .slice(clause.from, clause.to)
    .every(({ word }, ahead) => taken.has(clause.from + ahead) || SMALL.has(word) || WHO.has(word));

/** As it was typed. */
export const saidIn = (text: string, words: readonly Word[], { from, to }: Pick<Clause, 'from' | 'to'>): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0).trim();

/** Where the name begins: after « des habitants veulent monter un ». */
const nameFrom = (words: readonly Word[], { from, to }: Clause): number => {
  let begins = from;
  let wished = false;
  for (let at = from; at < Math.min(to, from + FARTHEST); at += 1) {
    const word = words[at]?.word ?? '';
    const isFirst = at === from || wished;
    if (WISHES.has(word)) {
      wished = true;
      // « projet de jardin », « idée d’un verger ».
      if (['de', 'd'].includes(words[at + 1]?.word ?? '') && at + 2 < to) begins = at + 2;
    }
    if (isFirst && ACTS.has(word)) {
      begins = word === 'mettre' && words[at + 1]?.word === 'en' ? at + 3 : at + 1;
      break;
    }
  }
  const article = words[begins]?.word ?? '';
  return begins < to && ['un', 'une'].includes(article) && begins + 1 < to ? begins + 1 : begins;
};

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Runs of words that no code took, as they were typed. */
const runs = (text: string, words: readonly Word[], from: number, to: number, taken: ReadonlySet<number>) => {
  const parts: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (!word || taken.has(at)) open = undefined;
    else if (open) open.end = word.end;
    else {
      open = { start: word.start, end: word.end };
      parts.push(open);
    }
  }
  return parts.map(({ start, end }) => text.slice(start, end)).join(' ');
};

const cut = (text: string): string => {
  if (text.length <= MOST_CHARS) return text;
  const shorter = text.slice(0, MOST_CHARS - 1);
  return `${shorter.slice(0, Math.max(shorter.lastIndexOf(' '), MOST_CHARS / 2)).trim()}…`;
};

interface Naming {
  readonly text: string;
  readonly words: readonly Word[];
  readonly clause: Clause;
  readonly taken: ReadonlySet<number>;
  readonly stages: readonly Said[];
}

/** `named`: the words that are its name; `left`: what of that part is not in it, and that no code says. */
export const titleOf = ({
  text,
  words,
  clause,
  taken,
  stages,
}: Naming): {
  readonly title: string;
  readonly left: readonly string[];
  readonly named: Pick<Clause, 'from' | 'to'>;
} => {
  const from = nameFrom(words, clause);
  // A small word at the end of it led to what a code took: « jardin pour une douzaine d’habitants ».
  const staged = (at: number): boolean => stages.some((stage) => stage.from <= at && at < stage.to);
  const isTail = (at: number): boolean => {
    const word = words[at]?.word ?? '';
    return taken.has(at) || staged(at) || SMALL.has(word) || (LEADING.has(word) && to < clause.to);
  };
  let to = clause.to;
  while (to > from + 1 && isTail(to - 1)) to -= 1;
  const said = runs(text, words, from, to, taken);
  const opening = Array.from({ length: from - clause.from }, (_, index) => clause.from + index);
  const says = (at: number): boolean => {
    const word = words[at]?.word ?? '';
    return !(taken.has(at) || staged(at) || SMALL.has(word) || WISHES.has(word) || ACTS.has(word));
  };
  // « L’association Les Jardins veut monter un »: who, without what is wished.
  const last = opening.findLast(says);
  const isTold = opening.every((at) => !says(at) || WHO.has(words[at]?.word ?? ''));
  const title = sentenceCase(said);
  return {
    title: cut(title),
    named: { from, to },
    left: [
      ...(title.length > MOST_CHARS ? [title] : []),
      ...(isTold || last === undefined ? [] : [saidIn(text, words, { from: clause.from, to: last + 1 })]),
    ],
  };
};

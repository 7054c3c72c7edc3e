// How alike two texts are by the stems of their words. Pure: PostgreSQL makes the stems, without accents.

export interface Stems {
  readonly title: readonly string[];
  readonly summary: readonly string[];
}

/** What initiatives of every kind say: stems that bring nobody together. */
const COMMON = new Set(
  (
    'aid ami an ann asso associ ateli autour besoin caf cherch club collect commun d den deux ensembl equip ete faut fet group ' +
    'grand habit heur huit idee initi jeun jeud jour kg l lanc lieu local lund mard matin mem mercred mis mois moin nouvel ' +
    'offr ouvert ouvr parl part partag particip pet petit peut prop propos quarti quatr quelqu rencontr samed seix semain ' +
    'social soir solidair trois veulent vend vendred veut vi vill voisin voudr person quoi dix douz cinq six sept fois'
  ).split(' '),
);

const SHORTEST = 3;

export const tellingStems = (stems: readonly string[]): readonly string[] =>
  stems.filter((stem) => stem.length >= SHORTEST && !COMMON.has(stem) && !/^\d+$/.test(stem));

/** A title says what it is about; the rest says it again, or more. */
const TITLE_WEIGHT = 2;

const weightsOf = ({ title, summary }: Stems): ReadonlyMap<string, number> =>
  new Map([
    ...tellingStems(summary).map((stem) => [stem, 1] as const),
    ...tellingStems(title).map((stem) => [stem, TITLE_WEIGHT] as const),
  ]);

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** From 0, nothing in common, to 1: the shorter one says nothing that the other does not. */
export const wordLikeness = (one: Stems, other: Stems): number => {
  const [mine, theirs] = [weightsOf(one), weightsOf(other)];
  const least = Math.min(sum(mine.values()), sum(theirs.values()));
  if (least === 0) return 0;
  const shared = [...mine].map(([stem, weight]) => Math.min(weight, theirs.get(stem) ?? 0));
  return sum(shared) / least;
};

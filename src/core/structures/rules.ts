// Which names are meant in what the staff types: « Karim Les Copains », « Les Copains en Les Copines ». Pure.
import { wordsOf } from '../roles/rules.ts';
import type { Structure } from './model.ts';

/** As two names are compared: lower case, without accents or signs. */
export const nameKey = (name: string): string => wordsOf(name).join(' ') || name.trim().toLowerCase();

const numberIn = (typed: string): number | undefined => {
  const digits = /^\s*(?:n°\s*)?(\d{1,9})\s*$/i.exec(typed)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** The one of exactly that name or number; else those whose name holds all of its words. */
export const structuresNamed = <S extends Structure>(all: readonly S[], typed: string): readonly S[] => {
  const key = nameKey(typed);
  const exact = all.filter(({ id, name }) => nameKey(name) === key || id === numberIn(typed));
  if (exact.length > 0) return exact.slice(0, 1);
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  return all.filter(({ name }) => wanted.every((word) => wordsOf(name).includes(word)));
};

const isExactly = ({ id, name }: Structure, typed: string): boolean =>
  nameKey(name) === nameKey(typed) || id === numberIn(typed);

/** The little words and signs that may stand between two names. */
const BETWEEN = /^(?:dans|chez|à|au|aux|en|de|du|des|pour|devient)\s+|^[—–:,>→-]+\s*/iu;
const TRAILING = /(?:\s+(?:dans|chez|à|au|aux|en|de|du|des|pour|devient)|\s*[—–:,>→-]+)$/iu;

export interface Split {
  readonly head: string;
  readonly tail: string;
}

/** Every way to cut it in two, with and without the little word between. */
export const splitsOf = (typed: string): readonly Split[] => {
  const words = typed.trim().split(/\s+/u);
  return words.slice(1).flatMap((_, index) => {
    const head = words.slice(0, index + 1).join(' ');
    const tail = words.slice(index + 1).join(' ');
    const cut = { head: head.replace(TRAILING, ''), tail: tail.replace(BETWEEN, '') };
    const isSame = cut.head === head && cut.tail === tail;
    return [{ head, tail }, ...(isSame || cut.head === '' || cut.tail === '' ? [] : [cut])];
  });
};

interface WithStructure<S> {
  readonly structure: S;
  /** What is said besides its name. */
  readonly rest: string;
}

/**
 * The structures that stand at the end or at the beginning of it, the most certain first: a whole name or a number before
 * a part of one; of two of them the one that is said last, as in « 12 4 », the person 12 in the structure 4.
 */
export const structuresBeside = <S extends Structure>(
  all: readonly S[],
  typed: string,
): readonly WithStructure<S>[] => {
  const found = splitsOf(typed).flatMap(({ head, tail }) =>
    [
      { said: tail, rest: head, isLast: true },
      { said: head, rest: tail, isLast: false },
    ].flatMap(({ said, rest, isLast }) => {
      const [only, ...others] = structuresNamed(all, said);
      return only && others.length === 0
        ? [{ structure: only, rest, length: said.length, exact: isExactly(only, said), isLast }]
        : [];
    }),
  );
  return found
    .sort(
      (a, b) =>
        Number(b.exact) - Number(a.exact) || (a.exact ? Number(b.isLast) - Number(a.isLast) : 0) || b.length - a.length,
    )
    .map(({ structure, rest }) => ({ structure, rest }));
};

/** « Les Copains en Les Copines »: the structure stands first, and what follows is its new name. */
export const renamingIn = <S extends Structure>(
  all: readonly S[],
  typed: string,
): { readonly structure: S; readonly name: string } | undefined => {
  const found = splitsOf(typed).flatMap(({ head, tail }) => {
    const [only, ...others] = structuresNamed(all, head);
    return only && others.length === 0 ? [{ structure: only, name: tail, head, exact: isExactly(only, head) }] : [];
  });
  const [best] = found.sort(
    (a, b) => Number(b.exact) - Number(a.exact) || b.head.length - a.head.length || a.name.length - b.name.length,
  );
  return best && { structure: best.structure, name: best.name };
};

// Whose roles are whose to give; whom a name means. Pure.
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { GivenRole, NamedMember } from './model.ts';

/** The staff give every role but the administration's, which only the administration gives. */
export const mayGive = (actor: Pick<Actor, 'roles'>, role: GivenRole): boolean =>
  holds(actor, role === 'admin' ? 'admin' : 'animation');

export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Those of exactly that name; else those whose name holds all of its words. */
export const bearersOf = (people: readonly NamedMember[], typed: string): readonly NamedMember[] => {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  const exact = people.filter(({ name }) => wordsOf(name).join(' ') === wanted.join(' '));
  if (exact.length > 0) return exact;
  return people.filter(({ name }) => wanted.every((word) => wordsOf(name).includes(word)));
};

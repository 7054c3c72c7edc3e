// « Vouliez-vous dire »: names of commands that look like what was typed.
import { distance } from 'fastest-levenshtein';

const MOST = 3;

/** Best first. One letter in three may differ, two at least. */
export const nearNames = (entries: readonly { readonly name: string }[], typed: string): readonly string[] =>
  entries
    .map(({ name }) => ({ name, far: distance(typed.toLowerCase(), name) }))
    .filter(({ far, name }) => far <= Math.max(2, Math.floor(name.length / 3)))
    .sort((a, b) => a.far - b.far)
    .map(({ name }) => name)
    .slice(0, MOST);

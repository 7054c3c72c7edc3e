// Where what a card says comes from.
import { type Block, p } from '../reply/tree.ts';

const NBSP = '\u00a0';

/** « Source : … », each once; nothing where none is known. */
export const sourced = (...sources: readonly (string | undefined)[]): readonly Block[] => {
  const known = [...new Set(sources.filter((source) => source !== undefined))];
  return known.length === 0
    ? []
    : [p(`${known.length === 1 ? 'Source' : 'Sources'}${NBSP}: ${known.join(`${NBSP}; `)}.`)];
};

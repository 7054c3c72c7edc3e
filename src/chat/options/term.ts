import { ok } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import { namesNothing } from '../glossary.ts';
import type { RequiredOption, Suggestion } from '../option.ts';
import { startingLike } from './suggestions.ts';
import { words } from './words.ts';

/** A word of a glossary, known or not, as typed. Declared last: every word that is left is its own. */
export const term = (summary: string, knownAt: (place: Place) => readonly Suggestion[]): RequiredOption<string> => {
  const asTyped = words(summary);
  return {
    ...asTyped,
    kind: 'text',
    completes: true,
    find: (sentence, context) => {
      const found = asTyped.find(sentence, context);
      return found.ok && found.value && namesNothing(found.value.value) ? ok(undefined) : found;
    },
    suggest: (raw, { place }) => startingLike(raw, knownAt(place)),
  };
};

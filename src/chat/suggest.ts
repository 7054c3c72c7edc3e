// Completions while one types, from memory.
import type { Place } from '../place/model.ts';
import { tokenize } from '../reading/tokenize.ts';
import type { SuggestQuery } from './adapter.ts';
import { draftOf } from './draft.ts';
import type { Suggestion } from './option.ts';
import type { Registry } from './registry.ts';

const MOST = 25;

export const suggestionsFor = (
  registry: Registry,
  query: SuggestQuery,
  place: Place,
  now: Temporal.Instant,
): readonly Suggestion[] => {
  const route = registry.find(tokenize(query.line).tokens.map(({ word }) => word));
  const option = route?.command.options[query.option];
  if (!route || !option) return [];
  const others = Object.fromEntries(Object.entries(query.fields).filter(([name]) => name !== query.option));
  const { context } = draftOf(route.command, tokenize(''), others, { place, now });
  return option.suggest(query.typed.slice(0, 200), context).slice(0, MOST);
};

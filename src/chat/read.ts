// From what was typed to what can be run: pure and quick, so that a form can be the first answer.

import type { Place } from '../place/model.ts';
import type { ReadingFailure } from '../reading/model.ts';
import type { Sentence } from '../reading/sentence.ts';
import { nearestSpaces } from '../reading/space.ts';
import { tokenize } from '../reading/tokenize.ts';
import { type Draft, draftOf } from './draft.ts';
import type { ChatFailure } from './failure.ts';
import { type Form, formOf } from './form.ts';
import type { Invocation } from './invocation.ts';
import { taken } from './message-menu.ts';
import type { Registry, Route } from './registry.ts';

export type Reading =
  | { readonly kind: 'ready'; readonly route: Route; readonly draft: Draft }
  | { readonly kind: 'form'; readonly route: Route; readonly draft: Draft; readonly form: Form }
  | {
      readonly kind: 'refusal';
      readonly failure: ChatFailure | ReadingFailure;
      readonly route?: Route;
      readonly draft?: Draft;
    };

const MOST_CHARS = 2_000;
/** What the bot answers to its bare name. */
const HELP = 'aide';

const lineTokens = (line: string): Sentence => tokenize(line.trim().replace(/^\/+/, ''));

const routeOf = (
  registry: Registry,
  { by }: Pick<Invocation, 'by'>,
  sentence: Sentence,
): { readonly route: Route; readonly from: number } | undefined => {
  const words = sentence.tokens.map(({ word }) => word);
  const route = words.length === 0 ? registry.find([HELP]) : registry.find(words);
  if (route) return { route, from: 0 };
  const heard = by === 'mention' ? registry.heard(words) : undefined;
  return heard && { route: heard, from: heard.position };
};

const take = (sentence: Sentence, from: number, length: number): Sentence => ({
  ...sentence,
  tokens: sentence.tokens.map((token, index) =>
    index >= from && index < from + length ? { ...token, taken: true } : token,
  ),
});

/** A name that no space has, said where a space is wanted: `undefined` when what is left can be something else. */
const unknownSpace = ({ command }: Route, draft: Draft): ReadingFailure | undefined => {
  const wanted = Object.entries(command.options).find(([, { kind }]) => kind === 'space');
  const purpose = Object.entries(command.options).find(([, { kind }]) => kind === 'rest')?.[0];
  const typed = draft.left ?? (purpose === undefined ? undefined : draft.values[purpose]);
  if (!wanted || draft.context.space || draft.problems[wanted[0]] || typeof typed !== 'string') return undefined;
  const suggestions = nearestSpaces(typed, draft.context.place);
  const looksLikeName = typed.split(/\s+/).length <= 2 && wanted[1].required;
  return suggestions.length > 0 || looksLikeName ? { code: 'reading.unknown_space', typed, suggestions } : undefined;
};

const readAsked = (registry: Registry, invocation: Invocation, place: Place, now: Temporal.Instant): Reading => {
  const { line, fields, by, wantsForm } = invocation;
  const longest = Math.max(line.length, ...Object.values(fields).map(({ length }) => length));
  if (longest > MOST_CHARS)
    return { kind: 'refusal', failure: { code: 'reading.too_long', length: longest, limit: MOST_CHARS } };

  const sentence = lineTokens(line);
  const found = routeOf(registry, invocation, sentence);
  if (!found) {
    const typed = sentence.tokens[0]?.text ?? '';
    return {
      kind: 'refusal',
      failure: { code: 'chat.unknown_command', typed, suggestions: registry.near(sentence.tokens[0]?.word ?? '') },
    };
  }
  const { route, from } = found;
  const draft = draftOf(route.command, take(sentence, from, route.length), fields, { place, now });

  const misnamed = by === 'form' || wantsForm ? undefined : unknownSpace(route, draft);
  if (misnamed) return { kind: 'refusal', failure: misnamed, route, draft };
  if (draft.left !== undefined && by === 'command') {
    return {
      kind: 'refusal',
      failure: {
        code: 'chat.not_understood',
        command: route.path,
        typed: draft.left,
        example: route.command.examples[0],
      },
      route,
      draft,
    };
  }
  const incomplete = Object.entries(route.command.options).some(
    ([name, { required }]) => draft.problems[name] || (required && draft.values[name] === undefined),
  );
  return incomplete || wantsForm
    ? { kind: 'form', route, draft, form: formOf(route, draft) }
    : { kind: 'ready', route, draft };
};

/** Of a message that was picked, only what the form holds is read, and the form says so. */
export const read = (registry: Registry, invocation: Invocation, place: Place, now: Temporal.Instant): Reading => {
  const route = invocation.by === 'menu' ? registry.find(invocation.line.split(' ')) : undefined;
  if (!route) return readAsked(registry, invocation, place, now);
  const { fields, notice } = taken(route.command, invocation, { place, now, space: undefined });
  const reading = readAsked(registry, { ...invocation, fields }, place, now);
  return reading.kind === 'form' ? { ...reading, form: { ...reading.form, notice } } : reading;
};

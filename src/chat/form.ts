// A form is a command's own options, filled with what was understood.

import { formWords } from '../messages/chat.fr.ts';
import { refusalLine } from '../messages/failures.fr.ts';
import { plainLine } from '../reply/plain.ts';
import type { Line } from '../reply/tree.ts';
import type { Draft } from './draft.ts';
import type { Option, Suggestion } from './option.ts';
import type { Route } from './registry.ts';

export interface FormField {
  readonly name: string;
  /** In French, 45 characters at most. */
  readonly label: string;
  readonly input: 'text' | 'integer' | 'choice';
  readonly required: boolean;
  /** What was typed or understood; for a choice, the `value` of one of `choices`. */
  readonly value: string | undefined;
  /** Shown in an empty field: an example. */
  readonly placeholder: string | undefined;
  /** For `input: 'choice'`, at most 25. */
  readonly choices: readonly Suggestion[];
  /** What is wrong with `value`. */
  readonly problem: string | undefined;
}

const ONE_LINE_CHARS = 100;

/** Whether what the field holds would not be read whole in a line. */
export const needsLines = ({ input, value = '' }: FormField): boolean =>
  input === 'text' && value.length > ONE_LINE_CHARS;

export interface Form {
  /** 24 characters at most: a modal's title. */
  readonly title: string;
  readonly submit: string;
  /** The fixed part of the line, which the submission sends back with the fields: `reservations modifier 12`. 90 characters at most. */
  readonly line: string;
  /** Five at most: a Discord modal holds no more. */
  readonly fields: readonly FormField[];
  /** What was kept and what is asked, above the fields; empty when the fields speak for themselves. */
  readonly notice: Line;
}

/** What the field holds when the form opens: what was understood, else what was typed. */
const filled = (
  name: string,
  option: Option<unknown>,
  { values, typed, problems, context }: Draft,
): string | undefined => {
  if (values[name] !== undefined) return option.print(values[name], context);
  if (typed[name]?.trim()) return typed[name];
  const problem = problems[name];
  return problem && 'typed' in problem ? problem.typed : undefined;
};

const fieldOf = (name: string, option: Option<unknown>, draft: Draft): FormField => {
  const { place } = draft.context;
  const problem = draft.problems[name];
  const choices = option.input === 'choice' ? option.suggest('', draft.context) : [];
  const value = filled(name, option, draft);
  return {
    name,
    label: option.summary,
    input: option.input,
    required: option.required,
    value: option.input === 'choice' && !choices.some((choice) => choice.value === value) ? undefined : value,
    placeholder: formWords.placeholder[option.kind],
    choices,
    problem: problem && plainLine(refusalLine(problem, place)),
  };
};

/** The number of a booking or an event that is known is part of the line, and not a field to edit; so is whom it is for. */
export const formOf = ({ path, command }: Route, draft: Draft): Form => {
  const kept = Object.entries(command.options).filter(
    ([name, { kind }]) =>
      (kind === 'booking' || kind === 'event' || kind === 'guest' || kind === 'aside') &&
      draft.values[name] !== undefined,
  );
  const asked = Object.entries(command.options).filter(
    ([name, { kind }]) => kind !== 'guest' && kind !== 'aside' && !kept.some(([known]) => known === name),
  );
  return {
    title: command.title,
    submit: formWords.submit,
    line: [path, ...kept.map(([name, option]) => option.phrase(draft.values[name], draft.context))].join(' '),
    fields: asked.map(([name, option]) => fieldOf(name, option, draft)),
    notice: [],
  };
};

// A form is a command's own options, filled with what was understood.
import type { Line } from '../reply/tree.ts';
import type { Suggestion } from './option.ts';

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

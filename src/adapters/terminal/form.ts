// A form as questions asked one after the other: which are asked, how they read, what an answer means. Pure.
import type { Form, FormField } from '../../chat/form.ts';
import { terminalWords } from '../../messages/terminal.fr.ts';
import { plainLine } from '../../reply/plain.ts';
import { safeLine, safeText } from './safe-text.ts';

const words = terminalWords.form;

/** A form that comes back asks again only what was refused; the rest was answered already. */
export const askedIn = (form: Form, isBack: boolean): readonly FormField[] => {
  const refused = form.fields.filter(({ problem }) => problem !== undefined);
  return isBack && refused.length > 0 ? refused : form.fields;
};

export const introText = (form: Form, isBack: boolean): string =>
  [form.title, plainLine(form.notice), ...(isBack ? [] : [words.intro])]
    .filter((line) => line !== '')
    .map(safeText)
    .join('\n');

const labelOf = ({ choices }: FormField, value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;

export const questionText = (field: FormField): string => {
  const { label, required, value, placeholder, choices, problem } = field;
  const example = value === undefined && placeholder && choices.length === 0 ? words.example(placeholder) : '';
  const current = value ? ` [${labelOf(field, value)}]` : '';
  return [
    ...(problem === undefined ? [] : [problem]),
    `${label}${required ? '' : words.optional}${example}${current}\u00a0:`,
    ...choices.map((choice, index) => `  ${index + 1}. ${choice.label}${choice.value === value ? words.chosen : ''}`),
  ]
    .map(safeLine)
    .join('\n');
};

export type Answer =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'again'; readonly because: string };

const value = (text: string): Answer => ({ kind: 'value', value: text });
const again = (because: string): Answer => ({ kind: 'again', because });

const chosen = ({ choices }: FormField, typed: string): Answer => {
  const byNumber = /^\d+$/.test(typed) ? choices[Number(typed) - 1] : undefined;
  const named = typed.toLowerCase();
  const choice =
    byNumber ?? choices.find((one) => one.label.toLowerCase() === named || one.value.toLowerCase() === named);
  return choice ? value(choice.value) : again(words.notAChoice(choices.length));
};

export const readAnswer = (field: FormField, line: string): Answer => {
  const typed = line.trim();
  const answer = typed === '' ? (field.value ?? '') : typed === '-' ? '' : typed;
  if (answer === '') return field.required ? again(words.required) : value('');
  if (typed === '') return value(answer);
  switch (field.input) {
    case 'choice':
      return chosen(field, answer);
    case 'integer':
      return /^\d+$/.test(answer) ? value(answer) : again(words.notANumber);
    case 'text':
      return value(answer);
  }
};

export const givesUp = (line: string): boolean => /^annuler$/i.test(line.trim());

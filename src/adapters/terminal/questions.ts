// Where a person stands in a form's questions. Pure: each answer gives the next state.
import type { Form, FormField } from '../../chat/form.ts';
import { askedIn, readAnswer } from './form.ts';

export interface Questions {
  readonly form: Form;
  readonly values: Readonly<Record<string, string>>;
  /** Still to be asked, the present one first: never empty. */
  readonly left: readonly [FormField, ...FormField[]];
}

export type Next =
  | { readonly kind: 'ask'; readonly questions: Questions; readonly because: string | undefined }
  | { readonly kind: 'submit'; readonly form: Form; readonly fields: Readonly<Record<string, string>> };

const submit = (form: Form, values: Questions['values']): Next => ({
  kind: 'submit',
  form,
  fields: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
});

const ask = (form: Form, values: Questions['values'], [field, ...others]: readonly FormField[]): Next =>
  field
    ? { kind: 'ask', questions: { form, values, left: [field, ...others] }, because: undefined }
    : submit(form, values);

export const begin = (form: Form, isBack: boolean): Next =>
  ask(form, Object.fromEntries(form.fields.map(({ name, value = '' }) => [name, value])), askedIn(form, isBack));

export const answered = (questions: Questions, line: string): Next => {
  const { form, values, left } = questions;
  const [field, ...others] = left;
  const answer = readAnswer(field, line);
  if (answer.kind === 'again') return { kind: 'ask', questions, because: answer.because };
  return ask(form, { ...values, [field.name]: answer.value }, others);
};

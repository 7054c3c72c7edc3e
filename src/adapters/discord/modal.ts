// A form as a modal, and a modal's answers as fields. Discord names its button itself, so `form.submit` is not used.
import type {
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APIModalSubmission,
  APIStringSelectComponent,
  APITextInputComponent,
} from 'discord.js';
import { type Form, type FormField, needsLines } from '../../chat/form.ts';
import { plainLine } from '../../reply/plain.ts';
import { modalId } from './custom-id.ts';
import { clip, customIdChars, modal, select } from './limits.ts';
import { markdown } from './markdown.ts';

const textInput = (field: FormField): APITextInputComponent => {
  const { name, required, value, placeholder } = field;
  return {
    type: 4,
    style: needsLines(field) ? 2 : 1,
    custom_id: name,
    required,
    ...(value ? { value: value.slice(0, modal.valueChars) } : {}),
    ...(placeholder ? { placeholder: clip(placeholder, modal.placeholderChars) } : {}),
  };
};

const choice = ({ name, required, value, placeholder, choices }: FormField): APIStringSelectComponent => ({
  type: 3,
  custom_id: name,
  required,
  min_values: required ? 1 : 0,
  max_values: 1,
  ...(placeholder ? { placeholder: clip(placeholder, select.placeholderChars) } : {}),
  options: choices.slice(0, select.options).map((one) => ({
    label: clip(one.label, modal.hintChars),
    value: one.value,
    ...(one.value === value ? { default: true } : {}),
  })),
});

const labelled = (field: FormField, hint: string | undefined): APILabelComponent => ({
  type: 18,
  label: clip(field.label, modal.labelChars),
  ...(hint ? { description: clip(hint, modal.hintChars) } : {}),
  component: field.input === 'choice' && field.choices.length > 0 ? choice(field) : textInput(field),
});

/** The notice stands above the fields where there is room for it, else as the first field's hint. */
export const modalOf = ({ title, line, fields, notice }: Form): APIModalInteractionResponseCallbackData => {
  const custom_id = modalId(line);
  if (custom_id.length > customIdChars) throw new Error(`A form's line of ${line.length} characters`);
  const above = notice.length > 0 && fields.length < modal.components;
  return {
    custom_id,
    title: clip(title, modal.titleChars),
    components: [
      ...(above ? [{ type: 10 as const, content: markdown(notice) }] : []),
      ...fields.map((field, index) =>
        labelled(field, field.problem ?? (index === 0 && !above ? plainLine(notice) : undefined)),
      ),
    ],
  };
};

type Submitted = APIModalSubmission['components'][number];

const answerIn = (component: Submitted): readonly (readonly [name: string, value: string])[] => {
  if (component.type === 1) return component.components.map(({ custom_id, value }) => [custom_id, value]);
  if (component.type !== 18) return [];
  const answer = component.component;
  if (answer.type === 4) return [[answer.custom_id, answer.value]];
  return answer.type === 3 ? [[answer.custom_id, answer.values[0] ?? '']] : [];
};

/** What was left empty is absent. */
export const fieldsOf = ({ components }: APIModalSubmission): Readonly<Record<string, string>> =>
  Object.fromEntries(components.flatMap(answerIn).filter(([, value]) => value.trim() !== ''));

// A form as Slack's modal, and back. The modal remembers in its metadata which line it completes and where its answer goes.
import { z } from 'zod';
import { type Form, type FormField, needsLines } from '../../chat/form.ts';
import type { Suggestion } from '../../chat/option.ts';
import { slackWords } from '../../messages/slack.fr.ts';
import { MOST, short } from './limits.ts';
import { type PlainText, plainText, richText, type SlackBlock, type SlackOption } from './render.ts';
import { type ReturnAddress, returnAddress } from './return-address.ts';
import { unescaped } from './typed-text.ts';

type InputElement =
  | {
      readonly type: 'plain_text_input';
      readonly action_id: 'value';
      readonly multiline?: true;
      readonly initial_value?: string;
      readonly placeholder?: PlainText;
    }
  | {
      readonly type: 'number_input';
      readonly action_id: 'value';
      readonly is_decimal_allowed: false;
      readonly initial_value?: string;
      readonly placeholder?: PlainText;
    }
  | {
      readonly type: 'static_select';
      readonly action_id: 'value';
      readonly options: readonly SlackOption[];
      readonly initial_option?: SlackOption;
      readonly placeholder?: PlainText;
    };

export interface InputBlock {
  readonly type: 'input';
  readonly block_id: string;
  readonly label: PlainText;
  readonly element: InputElement;
  readonly optional: boolean;
  readonly hint?: PlainText;
}

export interface FormView {
  readonly type: 'modal';
  readonly callback_id: 'form';
  readonly title: PlainText;
  readonly submit: PlainText;
  readonly close: PlainText;
  readonly private_metadata: string;
  readonly blocks: readonly (SlackBlock | InputBlock)[];
}

const metadata = z.object({
  line: z.string(),
  to: returnAddress,
  /** How many times this modal was shown again with its problems. */
  again: z.number(),
});

type Metadata = z.infer<typeof metadata>;

const choiceOption = ({ label, value }: Suggestion): SlackOption => ({
  text: plainText(short(label, MOST.option)),
  value,
});

const element = (field: FormField): InputElement => {
  const { input, value, placeholder, choices } = field;
  const shared = placeholder ? { placeholder: plainText(short(placeholder, MOST.placeholder)) } : {};
  const filled = value ? { initial_value: value.slice(0, MOST.inputValue) } : {};
  if (input === 'choice' && choices.length > 0) {
    const options = choices.map(choiceOption);
    const initial = options.find((each) => each.value === value);
    return {
      type: 'static_select',
      action_id: 'value',
      options,
      ...(initial && { initial_option: initial }),
      ...shared,
    };
  }
  // A number's field cannot show what is not a number: « trois » stays in a field of text, where it can be corrected.
  if (input === 'integer' && /^(-?\d+)?$/.test(value ?? '')) {
    return { type: 'number_input', action_id: 'value', is_decimal_allowed: false, ...filled, ...shared };
  }
  const multiline = needsLines(field) ? ({ multiline: true } as const) : {};
  return { type: 'plain_text_input', action_id: 'value', ...multiline, ...filled, ...shared };
};

/** Slack keeps what a block of the same id holds and ignores its new value: shown again, a field has a new id. */
const inputBlock = (field: FormField, again: number): InputBlock => ({
  type: 'input',
  block_id: `${again}:${field.name}`,
  label: plainText(field.label),
  element: element(field),
  optional: !field.required,
  ...(field.problem && { hint: plainText(field.problem) }),
});

export const formView = (form: Form, to: ReturnAddress, again = 0): FormView => {
  const kept: Metadata = { line: form.line, to, again };
  return {
    type: 'modal',
    callback_id: 'form',
    title: plainText(short(form.title, MOST.modalTitle)),
    submit: plainText(short(form.submit, MOST.modalTitle)),
    close: plainText(slackWords.close),
    private_metadata: JSON.stringify(kept),
    blocks: [
      ...(form.notice.length > 0 ? [richText(form.notice)] : []),
      ...form.fields.map((field) => inputBlock(field, again)),
    ],
  };
};

/** The one part of a submitted view's state that our fields use. */
export const viewState = z.object({
  values: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ value: z.string().nullish(), selected_option: z.object({ value: z.string() }).nullish() }),
    ),
  ),
});

export interface Submitted extends Metadata {
  readonly fields: Readonly<Record<string, string>>;
}

export const submitted = (privateMetadata: string, { values }: z.infer<typeof viewState>): Submitted => {
  const filled = Object.entries(values).flatMap(([blockId, inputs]): readonly (readonly [string, string])[] => {
    const input = inputs.value;
    const value = input?.selected_option?.value ?? input?.value;
    return value ? [[blockId.slice(blockId.indexOf(':') + 1), unescaped(value)]] : [];
  });
  return { ...metadata.parse(JSON.parse(privateMetadata)), fields: Object.fromEntries(filled) };
};

import { describe, expect, it } from 'vitest';
import { formView } from '../../../src/adapters/slack/form.ts';
import type { FormField } from '../../../src/chat/form.ts';
import { modal } from '../../support/slack/block-kit.ts';

const field = (changed: Partial<FormField>): FormField => ({
  name: 'personnes',
  label: 'Combien de personnes',
  input: 'text',
  required: false,
  value: undefined,
  placeholder: undefined,
  choices: [],
  problem: undefined,
  ...changed,
});

const to = {
  userId: 'U1',
  channel: 'C1',
  direct: false,
  replaces: false,
  responseUrl: `https://hooks.slack.com/commands/T1/${'9'.repeat(60)}`,
};

const view = (fields: readonly FormField[], again = 0) =>
  modal.parse(formView({ title: 'Réserver', submit: 'Valider', line: 'reserver', fields, notice: [] }, to, again));

const elementOf = (changed: Partial<FormField>) => {
  const [block] = view([field(changed)]).blocks;
  return block?.type === 'input' ? block.element : undefined;
};

describe('a form as a modal', () => {
  it('asks for a number where a number stands or is to come', () => {
    expect(elementOf({ input: 'integer', value: '3' })).toMatchObject({ type: 'number_input', initial_value: '3' });
    expect(elementOf({ input: 'integer' })).toMatchObject({ type: 'number_input' });
  });

  it('keeps what was typed in place of a number, to be corrected', () => {
    expect(elementOf({ input: 'integer', value: 'trois ou quatre' })).toMatchObject({
      type: 'plain_text_input',
      initial_value: 'trois ou quatre',
    });
  });

  it('opens a choice on what was understood, and only on one of its options', () => {
    const choices = [{ label: 'Coworking', value: 'coworking' }];
    expect(elementOf({ input: 'choice', choices, value: 'coworking' })).toMatchObject({
      initial_option: { value: 'coworking' },
    });
    expect(elementOf({ input: 'choice', choices, value: 'cuisine' })).not.toHaveProperty('initial_option');
  });

  it('asks in words for a choice that has nothing to choose from', () => {
    expect(elementOf({ input: 'choice', choices: [] })?.type).toBe('plain_text_input');
  });

  it('shows each problem under its field, whose new value Slack then takes', () => {
    const [first] = view([field({ value: 'x' })]).blocks;
    const [again] = view([field({ value: 'x', problem: 'Ce n’est pas un nombre.' })], 1).blocks;
    expect(again).toMatchObject({ hint: { text: 'Ce n’est pas un nombre.' } });
    expect(first?.block_id).not.toBe(again?.block_id);
  });

  it('holds whatever a person typed at length', () => {
    const long = 'é'.repeat(10_000);
    expect(elementOf({ value: long, placeholder: long })?.type).toBe('plain_text_input');
    expect(elementOf({ input: 'choice', choices: [{ label: long, value: 'a' }] })?.type).toBe('static_select');
  });
});

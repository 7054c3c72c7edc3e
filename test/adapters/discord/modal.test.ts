import { expect, test } from 'vitest';
import { modalOf } from '../../../src/adapters/discord/modal.ts';
import type { Form, FormField } from '../../../src/chat/form.ts';
import { form } from '../../contract/talkative-chat.ts';
import { seenForm } from '../../support/discord/card.ts';
import { parseModal } from '../../support/discord/checks.ts';

const seen = (asked: Form) => seenForm(parseModal(modalOf(asked)).data ?? { custom_id: '', title: '', components: [] });

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label: `Champ ${name}`,
  input: 'text',
  required: false,
  value: undefined,
  placeholder: undefined,
  choices: [],
  problem: undefined,
  ...more,
});

test('the notice stands above the fields, or, when there are five, under the first label', () => {
  const five = { ...form, fields: ['a', 'b', 'c', 'd', 'e'].map((name) => field(name)) };
  expect(seen({ ...five, fields: five.fields.slice(1) }).notice).toBe('Il manque une précision.');
  expect(seen(five)).toMatchObject({ notice: '', fields: [{ problem: 'Il manque une précision.' }, {}, {}, {}, {}] });
});

test('what is wrong with a field is said beside it', () => {
  const problem = `Ce jour est fermé${'\u00a0'}: choisissez-en un autre. ${'Et voici pourquoi. '.repeat(9)}`;
  const [shown] = seen({ ...form, fields: [field('quand', { value: 'dimanche', problem })] }).fields;
  expect(shown).toMatchObject({ value: 'dimanche', problem: expect.stringMatching(/^Ce jour est fermé.*…$/) });
});

test('a choice without any option is asked as text', () => {
  expect(seen({ ...form, fields: [field('espace', { input: 'choice', value: 'coworking' })] }).fields).toMatchObject([
    { name: 'espace', value: 'coworking' },
  ]);
});

test('a line that a modal cannot carry is a defect, not a modal that forgets it', () => {
  expect(() => modalOf({ ...form, line: 'x'.repeat(99) })).toThrow(/line/);
});

// What the chat itself says: forms, help, corrections, and what broke.
import type { Command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import {
  type Block,
  buttons,
  type ChoiceOption,
  code,
  type Inline,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';

export const formWords = {
  submit: 'Valider',
  /** Shown in an empty field, by kind of option. */
  placeholder: {
    space: 'Choisissez un espace',
    when: 'demain matin, jeudi 14h-16h, le 12 juin…',
    seats: '1',
    equipment: 'un ordinateur',
    booking: 'le numéro de la réservation',
    event: 'le numéro de l’événement',
    guest: 'Mme Diallo',
    choice: 'Choisissez',
    command: 'reserver',
    name: 'Les Copains',
    quota: '12',
    places: '20',
    aside: 'Choisissez',
    title: 'Café des porteurs',
    text: undefined,
    rest: 'réunion, atelier, travail…',
  },
} as const;

const commandWithExample = ({ examples }: Command, name: string): Inline =>
  code(`/${[name, examples[0] ?? ''].join(' ').trim()}`);

/** Where no form can open as the first answer: what is missing, an example, and the button that opens the form. */
export const formReply = (form: Form, command: Command, line: string): Reply => {
  const name = form.line.replace(/ \d+$/, '');
  const problems = form.fields.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  const missing = form.fields
    .filter(({ required, value, problem }) => required && problem === undefined && !value)
    .map(({ label }) => label.toLowerCase());
  return say(
    'question',
    ...problems.map((problem) => p(problem)),
    ...(missing.length > 0 ? [p('Il me manque\u00a0: ', strong(missing.join('\u00a0; ')), '.')] : []),
    p('Complétez la demande, ou écrivez-la d’un trait\u00a0: ', commandWithExample(command, name), '.'),
    buttons({ label: 'Compléter', command: line, tone: 'primary', effect: 'form' }),
  );
};

const opensForm = (block: Block): boolean =>
  block.type === 'buttons' && block.buttons.some((button) => button.effect === 'form');

/** A request refused comes back ready to be changed: nothing typed is lost. */
export const withCorrection = (reply: Reply, command: Command, line: string): Reply =>
  Object.keys(command.options).length === 0 || reply.blocks.some(opensForm)
    ? reply
    : { ...reply, blocks: [...reply.blocks, buttons({ label: 'Changer ma demande', command: line, effect: 'form' })] };

export const spaceChoice = (options: readonly ChoiceOption[]): Block => ({
  type: 'choice',
  label: 'Choisir un espace',
  options,
});

const LABEL_CHARS = 60;

/** Lines that could have been meant, as typed. */
export const commandButtons = (lines: readonly string[]): Block =>
  buttons(...lines.map((line) => ({ label: `/${line}`.slice(0, LABEL_CHARS), command: line })));

export const noPlaceReply = (): Reply =>
  say(
    'refusal',
    p(
      'Cet espace de discussion n’est rattaché à aucun lieu. Demandez à la personne qui a installé Mijote de l’ajouter aux ',
      code('connexions'),
      ' du fichier du lieu.',
    ),
  );

/** Something of ours broke: what happened, what was kept, what to do, and the reference that the log has too. */
export const brokenReply = (reference: string): Reply =>
  say(
    'error',
    p('Quelque chose s’est cassé de mon côté, et je n’ai pas pu finir. Ce qui était déjà enregistré l’est resté.'),
    p('Réessayez dans un instant. Si cela recommence, donnez cette référence à l’équipe\u00a0: ', code(reference), '.'),
  );

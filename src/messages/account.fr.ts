// What /compte says: what one is sent, what others see of one's name, and one's structure.
import type { ShownName } from '../core/names/model.ts';
import type { NameShown } from '../core/names/usecases.ts';
import { type Block, buttons, code, heading, p, type Reply, say, strong } from '../reply/tree.ts';
import { reminderButton, remindersWords } from './reminders.fr.ts';
import { quoted } from './words.fr.ts';

export const shownNames = {
  occupe: 'Personne ne voit mon nom',
  prenom: 'Mon prénom',
  complet: 'Mon nom complet',
} as const;

export type ShownNameKey = keyof typeof shownNames;

export const shownByKey: Readonly<Record<ShownNameKey, ShownName>> = {
  occupe: 'hidden',
  prenom: 'first',
  complet: 'full',
};

const CHOICES: readonly { readonly as: ShownName; readonly key: ShownNameKey; readonly label: string }[] = [
  { as: 'hidden', key: 'occupe', label: 'Ne pas montrer mon nom' },
  { as: 'first', key: 'prenom', label: 'Montrer mon prénom' },
  { as: 'full', key: 'complet', label: 'Montrer mon nom complet' },
];

const nameBlocks = ({ as, name }: NameShown): readonly Block[] => [
  name === undefined
    ? p('Les autres membres voient ', strong(quoted('occupé')), ', jamais votre nom.')
    : p(
        'Les autres membres voient ',
        strong(name),
        '\u00a0: sur l’affiche de la porte, et sur la carte de qui réserve au même moment.',
      ),
  p('L’équipe d’animation voit toujours qui a réservé, et le journal garde trace de ses consultations.'),
  buttons(
    ...CHOICES.filter((choice) => choice.as !== as).map(({ key, label }) => ({ label, command: `compte nom ${key}` })),
  ),
];

/** `justChanged`: by this very command. */
export const nameReply = (shown: NameShown, { justChanged }: { readonly justChanged: boolean }): Reply =>
  say(justChanged ? 'done' : 'info', ...(justChanged ? [p('C’est noté.')] : []), ...nameBlocks(shown));

export const accountReply = (remindersWanted: boolean, shown: NameShown, structure: readonly Block[]): Reply =>
  say(
    'info',
    heading('Vos rappels'),
    p(remindersWords(remindersWanted)),
    buttons(reminderButton(remindersWanted)),
    heading('Votre nom'),
    ...nameBlocks(shown),
    ...structure,
    p('Pour changer en le disant\u00a0: ', code('/compte rappels non'), ', ', code('/compte nom prenom'), '.'),
  );

// What a form says of the message that it was filled with.
import type { Line } from '../reply/tree.ts';
import { count } from './words.fr.ts';

interface Left {
  /** A picture alone, a card of the bot's. */
  readonly isEmpty: boolean;
  /** How many characters were kept, when there were more. */
  readonly cutAt: number | undefined;
  readonly isPrivate: boolean;
}

export const menuNotice = ({ isEmpty, cutAt, isPrivate }: Left): Line => {
  const sentences = [
    ...(isEmpty ? ['Ce message n’a pas de texte à reprendre\u00a0: écrivez ce qu’il faut en retenir.'] : []),
    ...(cutAt === undefined
      ? []
      : [`Ce message dépasse ${count(cutAt, 'caractère', 'caractères')}\u00a0: vérifiez ce qui en est gardé.`]),
    ...(isPrivate ? ['Ce message vient d’une conversation privée\u00a0: son lien n’est pas gardé.'] : []),
  ];
  return sentences.length === 0 ? [] : [sentences.join(' ')];
};

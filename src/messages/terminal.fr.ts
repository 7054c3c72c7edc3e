// What the terminal says around the replies: marks, questions of a form, numbers.
import { quoted } from './words.fr.ts';

const NBSP = '\u00a0';

export const terminalWords = {
  toAll: `À tous${NBSP}:`,
  corrected: `À tous, en remplacement de ce qui précède${NBSP}:`,
  toYou: `Pour vous${NBSP}:`,
  saved: (path: string) => `fichier ${path}`,
  noSuchNumber: (typed: string, last: number) =>
    last === 0
      ? `Le numéro ${typed} ne correspond à aucun bouton. Tapez une commande.`
      : `Le numéro ${typed} ne correspond à aucun bouton. Le dernier affiché est le ${last}.`,
  form: {
    intro: `Entrée garde la valeur entre crochets ou passe la question, ${quoted('-')} efface, ${quoted('annuler')} abandonne.`,
    optional: ' (facultatif)',
    example: (text: string) => ` — par exemple ${quoted(text)}`,
    chosen: ' (actuel)',
    required: 'Cette réponse est nécessaire.',
    notANumber: 'Un nombre entier est attendu, écrit en chiffres.',
    notAChoice: (most: number) => `Répondez par un numéro de 1 à ${most}, ou par un des noms proposés.`,
    givenUp: 'C’est abandonné, rien n’a été enregistré.',
  },
  nobodyThere: (userId: string) => `Personne n’est au terminal sous le nom ${quoted(userId)}.`,
  noSuchChannel: (channel: string, known: string) =>
    `Le terminal n’a pas de canal ${quoted(channel)}, seulement ${quoted(known)}.`,
} as const;

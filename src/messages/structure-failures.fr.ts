// What is said when the staff's words about a structure cannot be followed.
import type { StructureAct, StructureFailure } from '../core/structures/model.ts';
import { code, type Line, strong } from '../reply/tree.ts';
import { enumerate, quoted } from './words.fr.ts';

type Own = Extract<StructureFailure, { readonly code: `structure.${string}` }>;
type Sentences = {
  readonly [C in Own['code']]: (failure: Extract<Own, { readonly code: C }>) => Line;
};

const EXAMPLES: Readonly<Record<StructureAct, string>> = {
  create: '/equipe structure creer Les Copains',
  admit: '/equipe structure ajouter Karim — Les Copains',
  dismiss: '/equipe structure retirer Karim',
  rename: '/equipe structure renommer Les Copains — Les Copines',
  quota: '/equipe structure quota Les Copains coworking 12',
  close: '/equipe structure supprimer Les Copains',
  restore: '/equipe structure retablir Les Copains',
};

const MISSING: Readonly<Record<StructureAct, string>> = {
  create: 'Il manque le nom de la structure.',
  admit: 'Je n’ai pas compris qui ajouter à quelle structure.',
  dismiss: 'Il manque le nom de la personne.',
  rename: 'Je n’ai pas compris quelle structure renommer, ni son nouveau nom.',
  quota: 'Il manque la structure, l’espace ou le nombre.',
  close: 'Il manque le nom de la structure.',
  restore: 'Il manque le nom de la structure.',
};

export const structureSentences: Sentences = {
  'structure.unknown': ({ typed, near }) => [
    `Je ne trouve pas de structure ${quoted(typed)}, et je n’ai rien changé. `,
    ...(near.length === 0
      ? ['Créez-la avec ', code(`/equipe structure creer ${typed}`), '.']
      : [`Celles que je connais\u00a0: ${enumerate(near)}.`]),
  ],
  'structure.name_taken': ({ name }) => [
    'Une structure s’appelle déjà ',
    strong(name),
    ', et je n’ai rien changé. Choisissez un autre nom.',
  ],
  'structure.unclear': ({ act }) => [
    `${MISSING[act]} Rien n’a été changé\u00a0; par exemple\u00a0: `,
    code(EXAMPLES[act]),
    '.',
  ],
  'structure.not_member': ({ name }) => [strong(name), ' ne fait partie d’aucune structure. Il n’y a rien à changer.'],
};

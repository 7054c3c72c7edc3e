// What is said when an orientation cannot go on.
import type { OrientationFailure } from '../core/orientation/model.ts';
import type { Line } from '../reply/tree.ts';

type Sentences = {
  readonly [C in OrientationFailure['code']]: (failure: Extract<OrientationFailure, { readonly code: C }>) => Line;
};

export const orientationSentences: Sentences = {
  'orientation.none': () => [
    'Ce lieu n’a pas encore dit qui peut aider à quoi. Demandez à l’équipe, ou voyez les partenaires avec /lieu.',
  ],
  'orientation.unknown_answer': () => [
    'Cette réponse n’est plus proposée, et je n’ai rien noté. Reprenez avec /orienter.',
  ],
  'orientation.consent_needed': () => [
    'Je n’ai rien noté\u00a0: cette question ne se pose qu’avec votre accord. Reprenez avec /orienter.',
  ],
};

// What is said when something cannot be done of a follow-up.
import type { FollowupFailure } from '../core/followups/model.ts';
import type { PeopleFailure } from '../core/people/model.ts';
import { code, type Line } from '../reply/tree.ts';

type Own = Exclude<FollowupFailure, PeopleFailure>;
type Sentences = { readonly [C in Own['code']]: (failure: Extract<Own, { readonly code: C }>) => Line };

export const followupSentences: Sentences = {
  'followup.not_found': () => ['Je ne trouve pas ce dossier. Voyez la file avec ', code('/accompagnement file'), '.'],
  'followup.moved': () => ['Ce dossier a changé entre-temps, et je n’ai rien fait. Rouvrez-le, puis recommencez.'],
  'followup.closed': ({ id }) => [
    'Ce dossier est clos, et je n’ai rien fait. Rouvrez-le d’abord, par exemple avec ',
    code(`/accompagnement etat ${id} accompagné`),
    '.',
  ],
  'followup.stopped': () => [
    'Cette personne a tout arrêté\u00a0: son dossier ne se rouvre que si elle le redemande. Je n’ai rien fait.',
  ],
  'followup.not_of_staff': () => [
    'Cette personne n’est pas de l’équipe d’animation, et je n’ai rien fait. Donnez-lui d’abord ce rôle avec ',
    code('/equipe role'),
    '.',
  ],
  'followup.step_past': () => [
    'Ce jour est passé, et l’étape n’est pas notée. Donnez un jour à venir, par exemple ',
    code('rappeler jeudi'),
    '.',
  ],
  'followup.note_gone': () => [
    'Cette note n’attend plus\u00a0: elle est déjà gardée, ou plus d’un jour a passé. Écrivez-la de nouveau s’il le faut.',
  ],
};

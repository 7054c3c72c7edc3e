import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { words } from '../../src/chat/options/words.ts';
import { hasAnswered, hasSaidAnything } from '../../src/core/orientation/rules.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { nextOf, resultOf } from './asked.ts';

export const commencer = defineCommand({
  name: 'commencer',
  summary: 'Savoir qui voir pour un projet',
  title: 'Qui voir',
  access: 'membre',
  audience: 'asker',
  options: { projet: optional(words('Votre projet, en une phrase', 300)) },
  examples: ['', 'je veux créer une SCOP de 4 personnes, on cherche des financements'],
  said: [
    'qui peut m’aider',
    'qui peut nous aider',
    'qui pourrait m’aider',
    'qui pourrait nous aider',
    'qui voir pour',
    'vers qui me tourner',
    'vers qui nous tourner',
    'oriente-moi',
    'orientez-moi',
    'orienter',
  ],

  async run(call) {
    const { args, actor, core, place } = call;
    if (!place.orientation) return refuse({ code: 'orientation.none' }, place);
    if (args.projet === undefined) {
      const draft = await core.orientation.draft(actor);
      return nextOf(call, draft, hasSaidAnything(draft) ? 'resumed' : 'asked');
    }
    const draft = await core.orientation.understand(actor, args.projet);
    // Whoever only names someone has said what they want to know.
    return draft.named.length > 0 && !hasAnswered(draft) ? resultOf(call, draft) : nextOf(call, draft, 'understood');
  },
});

export const resultat = defineCommand({
  name: 'resultat',
  summary: 'Voir qui peut aider, d’après mes réponses',
  title: 'Qui peut m’aider',
  access: 'membre',
  audience: 'asker',
  options: {},
  examples: [''],

  run: async (call) => resultOf(call, await call.core.orientation.draft(call.actor)),
});

export const recommencer = defineCommand({
  name: 'recommencer',
  summary: 'Effacer mes réponses et recommencer',
  title: 'Recommencer',
  access: 'membre',
  audience: 'asker',
  options: {},
  examples: [''],

  async run(call) {
    await call.core.orientation.restart(call.actor);
    return nextOf(call, await call.core.orientation.draft(call.actor));
  },
});

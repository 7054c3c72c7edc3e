import { defineCommand } from '../../src/chat/command.ts';
import { themesReply } from '../../src/messages/ess-place.fr.ts';

export const themes = defineCommand({
  name: 'themes',
  summary: 'Voir les thèmes de chaque année et les objectifs du programme',
  access: 'membre',
  audience: 'asker',
  options: {},
  examples: [''],
  said: ['thèmes du mois de l’ESS', 'thème du mois de l’ESS', 'objectifs du programme'],

  run: async ({ place }) => themesReply(place),
});

// Whom to see for one's project: its commands stand in the folder of the same name.
import { defineGroup } from '../src/chat/command.ts';
import { commencer, recommencer, resultat } from './orienter/commencer.ts';
import { parler, rappeler, renoncer } from './orienter/contacts.ts';
import { accord, passer, question, repondre, retirer } from './orienter/questions.ts';

export const orienter = defineGroup({
  name: 'orienter',
  summary: 'Savoir qui voir pour un projet',
  commands: [commencer, question, repondre, retirer, passer, accord, resultat, recommencer, parler, rappeler, renoncer],
  alone: 'commencer',
});

// What is on, and who comes: its commands stand in the folder of the same name.
import { defineGroup } from '../src/chat/command.ts';
import { voir } from './evenement/voir.ts';

export const evenement = defineGroup({
  name: 'evenement',
  summary: 'Voir un événement, y participer',
  commands: [voir],
  alone: 'voir',
});

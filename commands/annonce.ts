// What channels are told of what is on: its commands stand in the folder of the same name.
import { defineGroup } from '../src/chat/command.ts';
import { apercu } from './annonce/apercu.ts';
import { arreter, liste, suivre, veilleuses } from './annonce/suivre.ts';

export const annonce = defineGroup({
  name: 'annonce',
  summary: 'Publier l’agenda dans un canal',
  commands: [suivre, arreter, liste, apercu, veilleuses],
  alone: 'liste',
});

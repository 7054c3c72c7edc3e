// Residents' initiatives, as veilleuses note them: its commands stand in the folder of the same name.
import { defineGroup } from '../src/chat/command.ts';
import { chercher, liste } from './initiative/liste.ts';
import { garder, noter, publier, rattacher } from './initiative/noter.ts';
import { confier, connaitre, fusionner, suivre } from './initiative/suivre.ts';
import { etat, modifier, note, nouvelles, repondre, voir } from './initiative/vie.ts';

export const initiative = defineGroup({
  name: 'initiative',
  summary: 'Noter et suivre les initiatives d’habitants',
  commands: [
    noter,
    garder,
    rattacher,
    voir,
    repondre,
    modifier,
    etat,
    note,
    nouvelles,
    confier,
    fusionner,
    connaitre,
    suivre,
    publier,
    liste,
    chercher,
  ],
  alone: 'noter',
});

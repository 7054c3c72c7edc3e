// What is on, and who comes: its commands stand in the folder of the same name.
import { defineGroup } from '../src/chat/command.ts';
import { annuler } from './evenement/annuler.ts';
import { completer, confirmer, objectif } from './evenement/completer.ts';
import { creer } from './evenement/creer.ts';
import { desinscrire, inscrire } from './evenement/inscrire.ts';
import { modifier } from './evenement/modifier.ts';
import { calendrier, inscrits, voir } from './evenement/voir.ts';

export const evenement = defineGroup({
  name: 'evenement',
  summary: 'Voir un événement, y participer',
  commands: [
    voir,
    inscrire,
    desinscrire,
    inscrits,
    calendrier,
    creer,
    modifier,
    completer,
    objectif,
    annuler,
    confirmer,
  ],
  alone: 'voir',
});

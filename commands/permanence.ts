// Sessions of the place's partners: its commands stand in the folder of the same name.
import { defineGroup } from '../src/chat/command.ts';
import { absence } from './permanence/absence.ts';
import { attendre, passer, prendre, quitter } from './permanence/attendre.ts';
import { liste, presence } from './permanence/liste.ts';
import { ouvrir } from './permanence/ouvrir.ts';
import { annuler, calendrier, rendezvous } from './permanence/rendezvous.ts';
import { deplacer, reserver } from './permanence/reserver.ts';
import { voir } from './permanence/voir.ts';

export const permanence = defineGroup({
  name: 'permanence',
  summary: 'Rencontrer un partenaire, tenir une permanence',
  commands: [
    voir,
    reserver,
    deplacer,
    annuler,
    rendezvous,
    calendrier,
    attendre,
    prendre,
    passer,
    quitter,
    ouvrir,
    absence,
    liste,
    presence,
  ],
  alone: 'voir',
});

// What the staff does: its commands stand in the folder of the same name.
import { defineGroup } from '../src/chat/command.ts';
import { accepter, demandes, refuser } from './equipe/demandes.ts';
import { confirmer, fermer, fermetures, ouvrir, panne, refermer, reparer, rouvrir } from './equipe/fermetures.ts';
import { affiche, jour, journal } from './equipe/jour.ts';
import { partenaire } from './equipe/partenaire.ts';
import { annuler, deplacer, reservation } from './equipe/reservation.ts';
import { donner, retirer } from './equipe/roles.ts';
import { structure } from './equipe/structures.ts';

export const equipe = defineGroup({
  name: 'equipe',
  summary: 'Tenir le lieu\u00a0: demandes, fermetures, journée, rôles, structures',
  commands: [
    demandes,
    accepter,
    refuser,
    jour,
    reservation,
    deplacer,
    annuler,
    affiche,
    journal,
    fermer,
    ouvrir,
    panne,
    fermetures,
    donner,
    retirer,
    partenaire,
    structure,
    confirmer,
    rouvrir,
    refermer,
    reparer,
  ],
  alone: 'demandes',
});

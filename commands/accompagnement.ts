// Being accompanied: put in touch with partners, who answer, under the eyes of the staff. Its commands stand in the folder of
// the same name.
import { defineGroup } from '../src/chat/command.ts';
import { accepter, demander, reprendre } from './accompagnement/demander.ts';
import { dossier, file } from './accompagnement/dossiers.ts';
import { garder, note } from './accompagnement/notes.ts';
import { panier } from './accompagnement/panier.ts';
import { aide, decliner, ecrire, injoignable, prendre, recus } from './accompagnement/repondre.ts';
import { clore, confier, etape, etat, fait, suivre } from './accompagnement/suivi.ts';
import { arreter, avis, voir } from './accompagnement/voir.ts';

export const accompagnement = defineGroup({
  name: 'accompagnement',
  summary: 'Être mis·e en relation, suivre et arrêter son accompagnement',
  commands: [
    voir,
    demander,
    accepter,
    reprendre,
    ecrire,
    arreter,
    avis,
    recus,
    prendre,
    decliner,
    injoignable,
    aide,
    panier,
    file,
    dossier,
    etat,
    note,
    garder,
    etape,
    fait,
    suivre,
    confier,
    clore,
  ],
  alone: 'voir',
});

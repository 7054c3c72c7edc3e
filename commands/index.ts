// Everything that people can type, in the order of /aide.
import type { Command, CommandGroup } from '../src/chat/command.ts';
import { accompagnement } from './accompagnement.ts';
import { agenda } from './agenda.ts';
import { aide } from './aide.ts';
import { annonce } from './annonce.ts';
import { annuler } from './annuler.ts';
import { compte } from './compte.ts';
import { dispo } from './dispo.ts';
import { equipe } from './equipe.ts';
import { ess } from './ess.ts';
import { evenement } from './evenement.ts';
import { initiative } from './initiative.ts';
import { lieu } from './lieu.ts';
import { liste } from './liste.ts';
import { orienter } from './orienter.ts';
import { permanence } from './permanence.ts';
import { projet } from './projet.ts';
import { relier } from './relier.ts';
import { reservations } from './reservations.ts';
import { reserver } from './reserver.ts';

export const commands: readonly (Command | CommandGroup)[] = [
  reserver,
  dispo,
  reservations,
  annuler,
  agenda,
  evenement,
  orienter,
  accompagnement,
  permanence,
  initiative,
  projet,
  relier,
  liste,
  compte,
  lieu,
  ess,
  annonce,
  equipe,
  aide,
];

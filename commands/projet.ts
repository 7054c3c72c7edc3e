// Project holders' sheets: its commands stand in the folder of the same name.
import { defineGroup } from '../src/chat/command.ts';
import { creer, depuis, modifier, repondre } from './projet/creer.ts';
import { annuaire, archiver, chercher, retablir, visibilite, voir } from './projet/voir.ts';

export const projet = defineGroup({
  name: 'projet',
  summary: 'Présenter mon projet, en trouver d’autres',
  commands: [voir, creer, modifier, repondre, annuaire, chercher, visibilite, archiver, retablir, depuis],
  alone: 'voir',
});

// What the social and solidarity economy is, its words, and whether a project seems to belong to it.
import { defineGroup } from '../src/chat/command.ts';
import { themes } from './ess/themes.ts';
import { verifier } from './ess/verifier.ts';
import { voir } from './ess/voir.ts';

export const ess = defineGroup({
  name: 'ess',
  summary: 'Comprendre l’ESS, ses mots, et vérifier un projet',
  commands: [voir, verifier, themes],
  alone: 'voir',
});

// Reading sheets: mine, one of them, the directory, by words; and who may read mine.
import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { aside } from '../../src/chat/options/labelled.ts';
import { ofPlace } from '../../src/chat/options/of-place.ts';
import { saidChoice } from '../../src/chat/options/said-choice.ts';
import { words } from '../../src/chat/options/words.ts';
import {
  directoryReply,
  foundReply,
  mineReply,
  projectDone,
  typedVisibilities,
  visibilityNames,
} from '../../src/messages/project.fr.ts';
import { initiativesOf } from '../../src/place/initiatives.ts';
import { whichProject } from './creer.ts';
import { projectCard, projectOutcome } from './shown.ts';

const NUMBER = /^p?\s?-?\s?0*(\d{1,9})$/i;

export const voir = defineCommand({
  name: 'voir',
  summary: 'Voir mes projets, ou la fiche d’un projet',
  title: 'Voir un projet',
  access: 'membre',
  audience: 'asker',
  options: { projet: optional(words('Son nom ou son numéro')) },
  examples: ['', 'P-007', 'garage'],
  said: ['mes projets', 'la fiche de mon projet'],

  async run(call) {
    const { args, actor, core, place } = call;
    if (args.projet === undefined) return mineReply(place, await core.projects.mine(actor));
    const number = NUMBER.exec(args.projet)?.[1];
    if (number !== undefined) return projectOutcome(call, await core.projects.find(actor, Number(number)));
    const found = await core.projects.search(actor, args.projet);
    const [only, ...others] = found;
    return only && others.length === 0 ? projectCard(call, only) : foundReply(place, args.projet, found);
  },
});

export const annuaire = defineCommand({
  name: 'annuaire',
  summary: 'Parcourir les projets',
  title: 'L’annuaire des projets',
  access: 'membre',
  audience: 'asker',
  options: {
    theme: optional(aside(ofPlace('Quel thème', (place) => initiativesOf(place).themes))),
    quartier: optional(aside(ofPlace('Quel quartier', ({ districts }) => districts ?? []))),
    besoin: optional(aside(ofPlace('Qui cherche quoi', (place) => initiativesOf(place).needs))),
  },
  examples: ['', 'mobilite', 'local'],
  said: ['annuaire des projets', 'les projets'],

  run: async ({ args: { theme, quartier, besoin }, actor, core, place }) =>
    directoryReply(place, await core.projects.directory(actor, { theme, district: quartier, need: besoin })),
});

export const chercher = defineCommand({
  name: 'chercher',
  summary: 'Chercher un projet',
  title: 'Chercher un projet',
  access: 'membre',
  audience: 'asker',
  options: { mots: words('Quels mots') },
  examples: ['vélos', 'jardin'],

  run: async ({ args: { mots }, actor, core, place }) =>
    foundReply(place, mots, await core.projects.search(actor, mots)),
});

const seenBy = saidChoice('Qui peut voir la fiche', {
  said: [
    ['moi', 'private'],
    ['moi seul', 'private'],
    ['moi seule', 'private'],
    ['equipe', 'team'],
    ['l’équipe', 'team'],
    ['membres', 'members'],
    ['tous les membres', 'members'],
  ],
  written: typedVisibilities,
  labels: visibilityNames,
});

export const visibilite = defineCommand({
  name: 'visibilite',
  summary: 'Choisir qui voit la fiche de mon projet',
  title: 'Qui voit la fiche',
  access: 'membre',
  audience: 'asker',
  options: { ...whichProject, pour: seenBy },
  examples: ['P-007 equipe', 'P-007 membres'],

  run: async (call) =>
    projectOutcome(
      call,
      await call.core.projects.show(call.actor, call.args.projet.number, call.args.pour),
      projectDone.seen(call.args.pour),
    ),
});

export const archiver = defineCommand({
  name: 'archiver',
  summary: 'Archiver la fiche de mon projet',
  title: 'Archiver',
  access: 'membre',
  audience: 'asker',
  options: whichProject,
  examples: ['P-007'],

  run: async (call) =>
    projectOutcome(call, await call.core.projects.archive(call.actor, call.args.projet.number), projectDone.archived),
});

export const retablir = defineCommand({
  name: 'retablir',
  summary: 'Rétablir la fiche archivée de mon projet',
  title: 'Rétablir',
  access: 'membre',
  audience: 'asker',
  options: whichProject,
  examples: ['P-007'],

  run: async (call) =>
    projectOutcome(call, await call.core.projects.restore(call.actor, call.args.projet.number), projectDone.restored),
});

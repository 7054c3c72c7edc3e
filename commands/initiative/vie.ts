// The life of an initiative: what is known of it, its states, its notes, who follows it.
import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { initiativeAnswer } from '../../src/chat/options/initiative-answer.ts';
import { afterDash, aside, quotedAfter } from '../../src/chat/options/labelled.ts';
import { reread } from '../../src/chat/options/reread.ts';
import { saidChoice } from '../../src/chat/options/said-choice.ts';
import { words } from '../../src/chat/options/words.ts';
import { warningOf } from '../../src/chat/warning.ts';
import { initiativeStates } from '../../src/core/initiatives/model.ts';
import { holds } from '../../src/core/people/rules.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { initiativeDone, publicCard, stateNames, typedStates } from '../../src/messages/initiative.fr.ts';
import { dossierOf, outcomeOf, whichInitiative } from './shown.ts';

const MOST_CHARS = 600;

export const voir = defineCommand({
  name: 'voir',
  summary: 'Voir une initiative',
  access: 'membre',
  audience: 'asker',
  options: whichInitiative,
  examples: ['I-042'],
  answersByRole: true,

  async run(call) {
    const { args, actor, core, place } = call;
    const { number } = args.initiative;
    if (holds(actor, 'veilleuse')) return dossierOf(call, number);
    const one = await core.initiatives.find(actor, number);
    return one.ok ? publicCard(place, one.value) : refuse(one.error, place);
  },
});

export const repondre = defineCommand({
  name: 'repondre',
  summary: 'Dire ou retirer le thème, un besoin, l’accord…',
  title: 'Compléter',
  access: 'veilleuse',
  audience: 'asker',
  options: { ...whichInitiative, reponse: initiativeAnswer('Quelle réponse (theme nature)') },
  examples: ['I-042 theme nature', 'I-042 accord oui'],

  run: async (call) => {
    const { args, actor, core } = call;
    const answered = await core.initiatives.answer(actor, args.initiative.number, args.reponse);
    return outcomeOf(call, answered, initiativeDone.changed);
  },
});

export const modifier = defineCommand({
  name: 'modifier',
  summary: 'Récrire le titre ou les précisions',
  title: 'Modifier',
  access: 'veilleuse',
  audience: 'asker',
  options: {
    ...whichInitiative,
    relecture: optional(aside(choice('Vous avez relu', { relu: 'J’ai relu' }))),
    nom: optional(quotedAfter('nom', 'Son titre', 120)),
    precisions: optional(afterDash(words('Ce qu’aucune case ne dit', MOST_CHARS))),
  },
  examples: ['I-042 nom «\u00a0Repair café du marché\u00a0»'],

  async run(call) {
    const { args, actor, core, lineWith } = call;
    const { nom, precisions, relecture } = args;
    const text = [nom, precisions].filter((each) => each !== undefined).join(' — ');
    const warned = warningOf({ text, isReread: relecture !== undefined }, (mend) => {
      const mended = (each: string | undefined) => mend(each ?? '') || undefined;
      return lineWith({ relecture: 'relu', nom: mended(nom), precisions: mended(precisions) });
    });
    if (warned) return warned;
    const changes = {
      ...(nom !== undefined && { title: nom }),
      ...(precisions !== undefined && { summary: precisions }),
    };
    return outcomeOf(
      call,
      await core.initiatives.rewrite(actor, args.initiative.number, changes),
      initiativeDone.changed,
    );
  },
});

const state = saidChoice('Quel état', {
  said: initiativeStates.flatMap((each) => [[typedStates[each], each] as const, [stateNames[each], each] as const]),
  written: typedStates,
  labels: stateNames,
});

export const etat = defineCommand({
  name: 'etat',
  summary: 'Dire où en est une initiative',
  title: 'État',
  access: 'veilleuse',
  audience: 'asker',
  options: { ...whichInitiative, etat: state },
  examples: ['I-042 rencontrée', 'I-042 en sommeil'],

  run: async (call) => {
    const { args, actor, core } = call;
    return outcomeOf(
      call,
      await core.initiatives.setState(actor, args.initiative.number, args.etat),
      initiativeDone.changed,
    );
  },
});

export const note = defineCommand({
  name: 'note',
  summary: 'Ajouter une note à une initiative',
  title: 'Ajouter une note',
  access: 'veilleuse',
  audience: 'asker',
  options: { ...whichInitiative, note: reread(words('La note', MOST_CHARS)) },
  examples: ['I-042 rencontrées au marché, elles visitent un local jeudi'],

  async run(call) {
    const { args, actor, core, line } = call;
    const { initiative, note: said } = args;
    const warned = warningOf(said, (mend) =>
      line('initiative note', { initiative, note: { text: mend(said.text), isReread: true } }),
    );
    if (warned) return warned;
    return outcomeOf(call, await core.initiatives.addNote(actor, initiative.number, said.text), initiativeDone.changed);
  },
});

export const nouvelles = defineCommand({
  name: 'nouvelles',
  summary: 'Dire qu’une initiative continue',
  title: 'Des nouvelles',
  access: 'veilleuse',
  audience: 'asker',
  options: whichInitiative,
  examples: ['I-042'],

  run: async (call) =>
    outcomeOf(
      call,
      await call.core.initiatives.hasNews(call.actor, call.args.initiative.number),
      initiativeDone.changed,
    ),
});

// Making a sheet from one sentence, and changing it: what is nobody's to note is shown before it is kept.
import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { afterDash, aside, quotedAfter } from '../../src/chat/options/labelled.ts';
import { needs } from '../../src/chat/options/needs.ts';
import { projectAnswer } from '../../src/chat/options/project-answer.ts';
import { reread } from '../../src/chat/options/reread.ts';
import { sheet } from '../../src/chat/options/sheet.ts';
import { words } from '../../src/chat/options/words.ts';
import { warningOf } from '../../src/chat/warning.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { projectDone } from '../../src/messages/project.fr.ts';
import { sheetNumber } from '../../src/messages/sheet-words.fr.ts';
import { initiativeIn } from '../../src/reading/initiative.ts';
import { projectCard, projectOutcome } from './shown.ts';

export const whichProject = { projet: sheet('Numéro de la fiche (P-007)', ['project']) };

const MOST_CHARS = 600;

export const creer = defineCommand({
  name: 'creer',
  summary: 'Créer la fiche de mon projet',
  title: 'Créer une fiche',
  access: 'membre',
  audience: 'asker',
  options: {
    phrase: reread(words('Votre projet, en une ou deux phrases', MOST_CHARS)),
  },
  examples: ['Garage solidaire au Val d’Aran, cherche un local, propose des outils'],
  said: ['créer la fiche de mon projet', 'créer mon projet', 'présenter mon projet'],

  async run(call) {
    const { args, actor, core, place, requestId, line } = call;
    const { phrase } = args;
    const warned = warningOf(phrase, (mend) =>
      line('projet creer', { phrase: { text: mend(phrase.text), isReread: true } }),
    );
    if (warned) return warned;
    const { title, summary, people: _, ...codes } = initiativeIn(phrase.text, place);
    const facts = { ...codes, name: title, pitch: summary, form: undefined };
    return projectOutcome(call, await core.projects.create(actor, facts, requestId), projectDone.created);
  },
});

const options = {
  ...whichProject,
  relecture: optional(aside(choice('Vous avez relu', { relu: 'J’ai relu' }))),
  nom: optional(quotedAfter('nom', 'Son nom', 120)),
  besoins: optional(needs('besoins', 'Ce que vous cherchez')),
  offres: optional(needs('offres', 'Ce que vous proposez')),
  presentation: optional(afterDash(words('En quelques phrases', MOST_CHARS))),
};

/** All that was said, with its words mended. */
const lineWith = ({ args, line }: Call<typeof options>, mend: (text: string) => string): string => {
  const { projet, besoins, offres } = args;
  const [nom, presentation] = [mend(args.nom ?? ''), mend(args.presentation ?? '')];
  return line('projet modifier', {
    projet,
    relecture: 'relu',
    ...(nom !== '' && { nom }),
    ...(besoins !== undefined && { besoins }),
    ...(offres !== undefined && { offres }),
    ...(presentation !== '' && { presentation }),
  });
};

export const modifier = defineCommand({
  name: 'modifier',
  summary: 'Modifier la fiche de mon projet',
  title: 'Modifier la fiche',
  access: 'membre',
  audience: 'asker',
  options,
  examples: ['P-007 nom «\u00a0Garage solidaire\u00a0»', 'P-007 — Un garage où l’on répare ensemble'],

  async run(call) {
    const { args, actor, core, complete } = call;
    const { nom, besoins, offres, presentation } = args;
    const text = [nom, presentation].filter((each) => each !== undefined).join(' — ');
    const warned = warningOf({ text, isReread: args.relecture !== undefined }, (mend) => lineWith(call, mend));
    if (warned) return warned;
    // What a form comes back without was emptied on purpose.
    const [none, nothing] = complete ? [[], ''] : [undefined, undefined];
    const [needed, offered, pitch] = [besoins ?? none, offres ?? none, presentation ?? nothing];
    const changes = {
      ...(nom !== undefined && { name: nom }),
      ...(pitch !== undefined && { pitch }),
      ...(needed !== undefined && { needs: needed }),
      ...(offered !== undefined && { offers: offered }),
    };
    const { number } = args.projet;
    if (Object.keys(changes).length === 0) return projectOutcome(call, await core.projects.find(actor, number));
    return projectOutcome(call, await core.projects.change(actor, number, changes), projectDone.changed);
  },
});

export const repondre = defineCommand({
  name: 'repondre',
  summary: 'Dire le thème, l’étape, un besoin… d’un projet',
  title: 'Compléter la fiche',
  access: 'membre',
  audience: 'asker',
  options: { ...whichProject, reponse: projectAnswer('Quelle réponse (theme nature)') },
  examples: ['P-007 theme mobilite', 'P-007 besoin local'],

  run: async (call) =>
    projectOutcome(
      call,
      await call.core.projects.answer(call.actor, call.args.projet.number, call.args.reponse),
      projectDone.changed,
    ),
});

export const depuis = defineCommand({
  name: 'depuis',
  summary: 'Faire d’une initiative un projet',
  title: 'Devenir un projet',
  access: 'veilleuse',
  audience: 'asker',
  options: { initiative: sheet('Numéro de l’initiative (I-042)', ['initiative']) },
  examples: ['I-042'],

  async run(call) {
    const { args, actor, core, place, requestId } = call;
    const { number } = args.initiative;
    const become = await core.projects.become(actor, number, requestId);
    if (!become.ok) return refuse(become.error, place);
    const { project, isNew } = become.value;
    const name = sheetNumber('initiative', number);
    return projectCard(call, project, isNew ? projectDone.become(name) : projectDone.wasOne(name));
  },
});

// Making a sheet from one sentence, and changing it: what is nobody's to note is shown before it is kept.
import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { afterDash, aside, quotedAfter } from '../../src/chat/options/labelled.ts';
import { projectAnswer } from '../../src/chat/options/project-answer.ts';
import { reread } from '../../src/chat/options/reread.ts';
import { sheet } from '../../src/chat/options/sheet.ts';
import { words } from '../../src/chat/options/words.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { projectDone } from '../../src/messages/project.fr.ts';
import { sensitiveReply } from '../../src/messages/sensitive.fr.ts';
import { sheetNumber } from '../../src/messages/sheet-words.fr.ts';
import { initiativeIn } from '../../src/reading/initiative.ts';
import { sensitiveIn, withoutSensitive } from '../../src/reading/sensitive.ts';
import { needsIn, projectCard, projectOutcome } from './shown.ts';

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
    const { text, isReread } = args.phrase;
    const found = isReread ? [] : sensitiveIn(text);
    if (found.length > 0) {
      const left = withoutSensitive(text);
      const keep = (kept: string) => line('projet creer', { phrase: { text: kept, isReread: true } });
      return sensitiveReply(found, { asTyped: keep(text), without: left === '' ? undefined : keep(left), words: left });
    }
    const { title, summary, people: _, ...codes } = initiativeIn(text, place);
    const facts = { ...codes, name: title, pitch: summary, form: undefined };
    return projectOutcome(call, await core.projects.create(actor, facts, requestId), projectDone.created);
  },
});

const options = {
  ...whichProject,
  relecture: optional(aside(choice('Vous avez relu', { relu: 'J’ai relu' }))),
  nom: optional(quotedAfter('nom', 'Son nom', 120)),
  besoins: optional(quotedAfter('besoins', 'Ce que vous cherchez', 200)),
  offres: optional(quotedAfter('offres', 'Ce que vous proposez', 200)),
  presentation: optional(afterDash(words('En quelques phrases', MOST_CHARS))),
};

/** Everything that was typed, with one text in the place of another. */
const lineWith = ({ args, line }: Call<typeof options>, mend: (text: string) => string): string =>
  line('projet modifier', {
    projet: args.projet,
    relecture: 'relu',
    ...Object.fromEntries(
      (['nom', 'besoins', 'offres', 'presentation'] as const).flatMap((name) => {
        const text = mend(args[name] ?? '');
        return text === '' ? [] : [[name, text] as const];
      }),
    ),
  });

export const modifier = defineCommand({
  name: 'modifier',
  summary: 'Modifier la fiche de mon projet',
  title: 'Modifier la fiche',
  access: 'membre',
  audience: 'asker',
  options,
  examples: ['P-007 nom «\u00a0Garage solidaire\u00a0»', 'P-007 — Un garage où l’on répare ensemble'],

  async run(call) {
    const { args, actor, core, place, complete } = call;
    const { nom, besoins, offres, presentation } = args;
    const typed = [nom, presentation].filter((text) => text !== undefined).join(' — ');
    const found = args.relecture === undefined ? sensitiveIn(typed) : [];
    if (found.length > 0) {
      return sensitiveReply(found, {
        asTyped: lineWith(call, (text) => text),
        without: lineWith(call, withoutSensitive),
        words: withoutSensitive(typed),
      });
    }
    // What a form comes back without was emptied on purpose.
    const emptied = complete ? '' : undefined;
    const [needs, offers, pitch] = [besoins ?? emptied, offres ?? emptied, presentation ?? emptied];
    const changes = {
      ...(nom !== undefined && { name: nom }),
      ...(pitch !== undefined && { pitch }),
      ...(needs !== undefined && { needs: needsIn(place, needs) }),
      ...(offers !== undefined && { offers: needsIn(place, offers) }),
    };
    return projectOutcome(call, await core.projects.change(actor, args.projet.number, changes), projectDone.changed);
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

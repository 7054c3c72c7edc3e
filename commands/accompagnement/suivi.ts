// What the staff does of a file. A button carries the version that its card showed: who acts late is told what became of it.
import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { nextStep } from '../../src/chat/options/next-step.ts';
import { rest } from '../../src/chat/options/rest.ts';
import { seenVersion } from '../../src/chat/options/seen-version.ts';
import type { FollowupAct } from '../../src/core/followups/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { closingQuestion, closingWords, type Done } from '../../src/messages/followup.fr.ts';
import { namesakesReply } from '../../src/messages/staff.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';
import { shown, state, whichFile } from './dossiers.ts';

const asShown = { vu: optional(seenVersion('Version affichée')) };
const shownFile = { ...whichFile, ...asShown };

type Acting = Pick<Call<unknown>, 'actor' | 'core' | 'place' | 'now'> & {
  readonly args: { readonly dossier: number; readonly vu?: number | undefined };
};

const acted = async (call: Acting, act: FollowupAct, done: Done): Promise<Reply> =>
  shown(call, await call.core.followups.act(call.actor, call.args.dossier, act, call.args.vu), done);

export const etat = defineCommand({
  name: 'etat',
  summary: 'Changer l’état d’un dossier, ou le rouvrir',
  title: 'État du dossier',
  access: 'animation',
  audience: 'asker',
  options: { ...whichFile, etat: state('Dans quel état'), ...asShown },
  examples: ['12 contacté', '12 activité créée'],

  run: async (call) => {
    const { etat: wanted, dossier } = call.args;
    return wanted === 'closed' ? closingQuestion(dossier) : acted(call, { act: 'state', state: wanted }, 'state');
  },
});

export const clore = defineCommand({
  name: 'clore',
  summary: 'Clore un dossier',
  access: 'animation',
  audience: 'asker',
  options: { ...whichFile, raison: optional(choice('Pourquoi', closingWords)), ...asShown },
  examples: ['12', '12 aboutie'],

  run: async (call) => {
    const { raison, dossier, vu } = call.args;
    return raison === undefined
      ? closingQuestion(dossier, vu)
      : acted(call, { act: 'close', because: CLOSING[raison] }, 'closed');
  },
});

const CLOSING = { aboutie: 'helped', ailleurs: 'elsewhere', silence: 'silent', autre: 'other' } as const;

export const etape = defineCommand({
  name: 'etape',
  summary: 'Dire la prochaine étape, et pour quand',
  title: 'Prochaine étape',
  access: 'animation',
  audience: 'asker',
  options: { ...whichFile, etape: nextStep('Quoi, et pour quand', 200) },
  examples: ['12 rappeler jeudi', '12 envoyer la liste des locaux lundi'],

  run: (call) => acted(call, { act: 'plan', step: call.args.etape }, 'planned'),
});

export const fait = defineCommand({
  name: 'fait',
  summary: 'Dire que la prochaine étape est faite',
  title: 'Étape faite',
  access: 'animation',
  audience: 'asker',
  options: shownFile,
  examples: ['12'],

  run: (call) => acted(call, { act: 'done' }, 'step done'),
});

export const suivre = defineCommand({
  name: 'suivre',
  summary: 'Suivre un dossier soi-même',
  title: 'Suivre un dossier',
  access: 'animation',
  audience: 'asker',
  options: shownFile,
  examples: ['12'],

  run: (call) => acted(call, { act: 'hand', to: call.actor.memberId }, 'taken'),
});

export const confier = defineCommand({
  name: 'confier',
  summary: 'Confier un dossier à un·e collègue',
  title: 'Confier un dossier',
  access: 'animation',
  audience: 'asker',
  options: { ...whichFile, a: rest('À qui') },
  examples: ['12 Karim'],

  async run(call) {
    const { actor, args, core, place, lineWith } = call;
    const found = await core.staff.roles.person(actor, args.a);
    if (!found.ok) return refuse(found.error, place);
    if (found.value.kind === 'namesakes') return namesakesReply(found.value, (typed) => lineWith({ a: typed }));
    return acted(call, { act: 'hand', to: found.value.person.memberId }, 'handed');
  },
});

// Who follows an initiative: another veilleuse, another initiative with which it is one, members.
import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { rest } from '../../src/chat/options/rest.ts';
import { sheet } from '../../src/chat/options/sheet.ts';
import type { Following } from '../../src/core/initiatives/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { initiativeDone } from '../../src/messages/initiative.fr.ts';
import { followedReply } from '../../src/messages/initiative-news.fr.ts';
import { namesakesReply } from '../../src/messages/staff.fr.ts';
import { dossierOf, outcomeOf, whichInitiative } from './shown.ts';

export const confier = defineCommand({
  name: 'confier',
  summary: 'Confier une initiative à une autre veilleuse',
  title: 'Confier',
  access: 'veilleuse',
  audience: 'asker',
  options: { ...whichInitiative, personne: rest('À qui') },
  examples: ['I-042 Karim'],

  async run(call) {
    const { args, actor, core, place, lineWith } = call;
    const handed = await core.initiatives.handOver(actor, args.initiative.number, args.personne);
    if (!handed.ok) return refuse(handed.error, place);
    if ('kind' in handed.value) return namesakesReply(handed.value, (personne) => lineWith({ personne }));
    return dossierOf(call, handed.value.number, initiativeDone.changed);
  },
});

export const fusionner = defineCommand({
  name: 'fusionner',
  summary: 'Réunir deux initiatives, la seconde répond pour les deux',
  title: 'Fusionner',
  access: 'veilleuse',
  audience: 'asker',
  options: { ...whichInitiative, avec: sheet('Avec laquelle (I-017)') },
  examples: ['I-042 I-017'],

  run: async (call) => {
    const { args, actor, core, place } = call;
    const { kind, number } = args.avec;
    if (kind !== 'initiative') return refuse({ code: 'initiative.unknown', number }, place);
    const merged = await core.initiatives.merge(actor, args.initiative.number, number);
    return outcomeOf(call, merged, initiativeDone.changed);
  },
});

const following = (
  kind: Following,
  { name, summary, title }: { readonly name: string; readonly summary: string; readonly title: string },
) =>
  defineCommand({
    name,
    summary,
    title,
    access: 'membre',
    audience: 'asker',
    // Not said: the contrary of what they did, as one button on a card that everyone shares.
    options: { ...whichInitiative, reponse: optional(choice('Oui ou non', { oui: 'Oui', non: 'Non' })) },
    examples: ['I-042', 'I-042 non'],

    async run({ args, actor, core, place }) {
      const { initiative, reponse } = args;
      const wanted = reponse === undefined ? undefined : reponse === 'oui';
      const followed = await core.initiatives.follow(actor, initiative.number, kind, wanted);
      return followed.ok ? followedReply(followed.value, kind) : refuse(followed.error, place);
    },
  });

export const connaitre = following('knows', {
  name: 'connaitre',
  summary: 'Dire que je connais une initiative, ou plus',
  title: 'Je connais',
});

export const suivre = following('follows', {
  name: 'suivre',
  summary: 'Suivre une initiative, ou ne plus la suivre',
  title: 'Suivre',
});

import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import type { ContactWish } from '../../src/core/orientation/model.ts';
import { askedReply, consentReply, withdrawnReply } from '../../src/messages/orientation-contacts.fr.ts';

/** Nothing is asked of the staff before the person agreed to be named. */
const contact = (
  wish: ContactWish,
  {
    name,
    summary,
    title,
    said,
  }: { readonly name: string; readonly summary: string; readonly title: string; readonly said: readonly string[] },
) =>
  defineCommand({
    name,
    summary,
    title,
    access: 'membre',
    audience: 'asker',
    options: { accord: optional(choice('Êtes-vous d’accord', { oui: 'D’accord' })) },
    examples: [''],
    said,

    run: async ({ args, actor, core, place }) =>
      args.accord === undefined
        ? consentReply(place, wish)
        : askedReply(place, await core.orientation.ask(actor, wish)),
  });

export const parler = contact('talk', {
  name: 'parler',
  summary: 'Demander à parler à quelqu’un',
  title: 'Parler à quelqu’un',
  said: ['parler à quelqu’un'],
});

export const rappeler = contact('callback', {
  name: 'rappeler',
  summary: 'Demander à être rappelé·e',
  title: 'Être rappelé·e',
  said: ['être rappelé', 'être rappelée', 'rappelez-moi'],
});

export const renoncer = defineCommand({
  name: 'renoncer',
  summary: 'Retirer ma demande de contact',
  title: 'Retirer ma demande',
  access: 'membre',
  audience: 'asker',
  options: {},
  examples: [''],

  async run({ actor, core }) {
    await core.orientation.withdraw(actor);
    return withdrawnReply();
  },
});

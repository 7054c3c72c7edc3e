import { defineCommand, defineGroup } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { choice } from '../src/chat/options/choice.ts';
import { accountReply, nameReply, shownByKey, shownNames } from '../src/messages/account.fr.ts';
import { remindersReply } from '../src/messages/reminders.fr.ts';
import { myStructureBlocks } from '../src/messages/structures.fr.ts';

const voir = defineCommand({
  name: 'voir',
  summary: 'Voir mes réglages',
  access: 'membre',
  audience: 'asker',
  options: {},
  examples: [''],
  said: ['mon compte', 'mes réglages'],

  async run({ actor, core, place }) {
    const structure = myStructureBlocks(place, await core.staff.structures.mine(actor));
    return accountReply(await core.reminders.wanted(actor), await core.names.shown(actor), structure);
  },
});

const rappels = defineCommand({
  name: 'rappels',
  summary: 'Recevoir des rappels, ou non',
  title: 'Mes rappels',
  access: 'membre',
  audience: 'asker',
  options: { reponse: optional(choice('Recevoir des rappels', { oui: 'Oui', non: 'Non' })) },
  examples: ['', 'non'],
  said: ['mes rappels', 'ne me rappelle plus', 'ne me rappelez plus'],

  async run({ args, actor, core }) {
    if (args.reponse === undefined) return remindersReply(await core.reminders.wanted(actor), { justChanged: false });
    const wanted = args.reponse === 'oui';
    await core.reminders.want(actor, wanted);
    return remindersReply(wanted, { justChanged: true });
  },
});

const nom = defineCommand({
  name: 'nom',
  summary: 'Choisir ce que les autres voient de mon nom',
  title: 'Mon nom',
  access: 'membre',
  audience: 'asker',
  options: { montrer: optional(choice('Ce que les autres voient', shownNames)) },
  examples: ['', 'prenom'],
  said: ['mon nom', 'montre mon nom', 'cache mon nom'],

  async run({ args: { montrer }, actor, core }) {
    return montrer === undefined
      ? nameReply(await core.names.shown(actor), { justChanged: false })
      : nameReply(await core.names.show(actor, shownByKey[montrer]), { justChanged: true });
  },
});

export const compte = defineGroup({
  name: 'compte',
  summary: 'Régler vos rappels et votre nom',
  commands: [voir, rappels, nom],
  alone: 'voir',
});

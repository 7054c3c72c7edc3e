import { defineCommand, defineGroup } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { choice } from '../src/chat/options/choice.ts';
import { remindersReply } from '../src/messages/reminders.fr.ts';

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

export const compte = defineGroup({
  name: 'compte',
  summary: 'Régler ce que Mijote vous envoie',
  commands: [rappels],
  alone: 'rappels',
});

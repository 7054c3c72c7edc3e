import { defineCommand } from '../src/chat/command.ts';
import { openPart } from '../src/chat/help.ts';
import { nearNames } from '../src/chat/near-names.ts';
import { optional } from '../src/chat/option.ts';
import { commandName } from '../src/chat/options/command-name.ts';
import { commandHelpReply, helpReply, noSuchCommandReply } from '../src/messages/help.fr.ts';

export const aide = defineCommand({
  name: 'aide',
  summary: 'Savoir ce que je sais faire',
  title: 'Aide',
  access: 'membre',
  audience: 'asker',
  options: { commande: optional(commandName('Quelle commande')) },
  examples: ['', 'reserver'],
  answersByRole: true,
  said: ['aide', 'aide-moi', 'help', 'que sais-tu faire'],
  implied: ['bonjour', 'salut', 'bonsoir', 'coucou'],

  async run({ args, actor, place, commands }) {
    const usable = commands.flatMap((entry) => openPart(entry, actor));
    if (args.commande === undefined) return helpReply(place.name, usable);
    const [name = ''] = args.commande.split(' ');
    const entry = usable.find((each) => each.name === name);
    return entry ? commandHelpReply(entry) : noSuchCommandReply(args.commande, nearNames(usable, name));
  },
});

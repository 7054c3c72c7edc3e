import { defineCommand } from '../../src/chat/command.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { answerButtons, eventCard } from '../../src/messages/event.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { buttons, say } from '../../src/reply/tree.ts';

export const voir = defineCommand({
  name: 'voir',
  summary: 'Voir un événement',
  access: 'membre',
  audience: 'asker',
  options: { evenement: eventNumber('Numéro de l’événement') },
  examples: ['12'],

  async run({ args, core, place }) {
    const event = await core.agenda.numbered(place, args.evenement);
    if (!event) return refuse({ code: 'event.not_found' }, place);
    return say('info', ...eventCard(place, event), buttons(...answerButtons(event)));
  },
});

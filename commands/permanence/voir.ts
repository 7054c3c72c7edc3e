// Which partners come, when, and what is free.
import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { partner } from '../../src/chat/options/partner.ts';
import { comingSessionsReply, developingReply } from '../../src/messages/coming-sessions.fr.ts';

export const voir = defineCommand({
  name: 'voir',
  summary: 'Voir les permanences des partenaires',
  title: 'Les permanences',
  access: 'membre',
  audience: 'asker',
  options: { partenaire: optional(partner('Quel partenaire')) },
  examples: ['', 'BGE'],
  said: [
    'les permanences',
    'prochaines permanences',
    'prochaine permanence',
    'quand est la permanence',
    'permanences de',
  ],

  async run({ args, actor, core, place }) {
    const { partenaire } = args;
    const asked = place.partners.find(({ key }) => key === partenaire);
    if (asked?.link === 'developing') return developingReply(asked);
    return comingSessionsReply(place, await core.appointments.sessions(actor, partenaire), partenaire);
  },
});

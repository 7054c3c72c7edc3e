import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { days } from '../../src/chat/options/days.ts';
import { partner } from '../../src/chat/options/partner.ts';
import { sparing } from '../../src/chat/options/placed.ts';
import { rest } from '../../src/chat/options/rest.ts';
import { whyBlock } from '../../src/messages/event-acts.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { decidedReply } from '../evenement/decided.ts';
import { withPartner } from './named.ts';

const partenaire = partner('Quel partenaire');

export const absence = defineCommand({
  name: 'absence',
  summary: 'Annuler les permanences d’un jour ou d’une période',
  title: 'Annoncer une absence',
  access: 'partenaire',
  audience: 'asker',
  options: {
    quand: sparing([partenaire], days('Quel jour, ou quelle période')),
    partenaire: optional(partenaire),
    motif: optional(rest('Pourquoi (les personnes attendues le liront)')),
  },
  examples: ['jeudi — formation', 'BGE la semaine prochaine — congés'],
  said: [
    'je suis absent',
    'je suis absente',
    'je serai absent',
    'je serai absente',
    'nous sommes absents',
    'nous sommes absentes',
    'nous serons absents',
    'nous serons absentes',
    'on est absents',
    'on sera absents',
    'on ne sera pas là',
    'je ne serai pas là',
    'je ne suis pas là',
    'nous ne serons pas là',
    'nous ne sommes pas là',
    'pas de permanence',
    'annule les permanences',
    'annuler les permanences',
  ],

  run: (call) => {
    const { args, actor, core, place, requestId, lineWith } = call;
    return withPartner(
      call,
      args.partenaire,
      (key) => lineWith({ partenaire: key }),
      async (partnerKey) => {
        const { quand, motif } = args;
        const outcome = await core.sessions.away(actor, { partnerKey, ...quand, reason: motif }, requestId);
        if (!outcome.ok && outcome.error.code === 'sessions.reason_needed')
          return refuse(outcome.error, place, whyBlock(lineWith({ partenaire: partnerKey })));
        return decidedReply(call, outcome);
      },
    );
  },
});

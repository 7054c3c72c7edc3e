import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { rest } from '../../src/chat/options/rest.ts';
import { whichEventReply, whyBlock } from '../../src/messages/event-acts.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { decidedReply } from './decided.ts';
import { askedHowFar, reachOf, reachOption } from './reach.ts';

export const annuler = defineCommand({
  name: 'annuler',
  summary: 'Annuler un événement',
  access: 'partenaire',
  audience: 'asker',
  options: {
    evenement: optional(eventNumber('Numéro de l’événement')),
    portee: optional(reachOption),
    motif: optional(rest('Pourquoi (les personnes inscrites le liront)')),
  },
  examples: ['12', '12 suivantes — intervenante malade'],

  async run(call) {
    const { args, actor, core, place, requestId, lineWith } = call;
    if (args.evenement === undefined)
      return whichEventReply(place, await core.agenda.toChange(actor), ({ id }) => lineWith({ evenement: id }));
    const found = await core.agenda.changeable(actor, args.evenement);
    if (!found.ok) return refuse(found.error, place);
    const asked =
      args.portee === undefined ? await askedHowFar(call, found.value, (portee) => lineWith({ portee })) : undefined;
    if (asked) return asked;
    const cancelling = { eventId: args.evenement, reach: reachOf(args.portee), reason: args.motif };
    const outcome = await core.agenda.cancel(actor, cancelling, requestId);
    return !outcome.ok && outcome.error.code === 'event.reason_needed'
      ? refuse(outcome.error, place, whyBlock(lineWith({})))
      : decidedReply(call, outcome);
  },
});

import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { partner } from '../../src/chat/options/partner.ts';
import { leading } from '../../src/chat/options/placed.ts';
import { rest } from '../../src/chat/options/rest.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { namedReply, speakersReply } from '../../src/messages/partners.fr.ts';
import { whichPartnerReply } from '../../src/messages/sessions.fr.ts';
import { namesakesReply } from '../../src/messages/staff.fr.ts';

export const partenaire = defineCommand({
  name: 'partenaire',
  summary: 'Dire qui parle au nom d’un partenaire',
  title: 'Parler au nom de…',
  access: 'animation',
  audience: 'asker',
  options: {
    faire: optional(leading(choice('Que faire', { nommer: 'Nommer', retirer: 'Retirer' }))),
    partenaire: optional(partner('Quel partenaire')),
    personne: optional(rest('Qui')),
  },
  examples: ['', 'Karim BGE', 'retirer Karim BGE'],

  async run({ args, actor, core, place, lineWith }) {
    const { personne } = args;
    const partnerKey = args.partenaire;
    if (personne === undefined) {
      const speakers = await core.partners.speakers(actor);
      return speakers.ok ? speakersReply(place, speakers.value, partnerKey) : refuse(speakers.error, place);
    }
    if (partnerKey === undefined) {
      const keys = place.partners.map(({ key }) => key);
      return whichPartnerReply(place, keys, (key) => lineWith({ partenaire: key }));
    }
    const isRemoval = args.faire === 'retirer';
    const outcome = isRemoval
      ? await core.partners.unname(actor, personne, partnerKey)
      : await core.partners.name(actor, personne, partnerKey);
    if (!outcome.ok) return refuse(outcome.error, place);
    if (outcome.value.kind === 'namesakes')
      return namesakesReply(outcome.value, (typed) => lineWith({ personne: typed }));
    const { memberId } = outcome.value.person;
    const undo = lineWith({ faire: isRemoval ? 'nommer' : 'retirer', personne: String(memberId) });
    return namedReply(place, outcome.value, undo);
  },
});

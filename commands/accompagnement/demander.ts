// Being put in touch with a partner: what would be shared is shown first, and leaves with « J’accepte » alone.
import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { contactDetail } from '../../src/chat/options/contact-detail.ts';
import { afterDash, aside } from '../../src/chat/options/labelled.ts';
import { partner } from '../../src/chat/options/partner.ts';
import { saidChoice } from '../../src/chat/options/said-choice.ts';
import { words } from '../../src/chat/options/words.ts';
import type { SharedWish } from '../../src/core/referrals/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { proposalReply, sentReply, whichPartnerReply } from '../../src/messages/referral.fr.ts';
import { resultOf } from '../orienter/asked.ts';

/** Carried by the buttons of the card. */
const sharing = saidChoice('Ce qui est partagé', {
  said: [
    ['avec mes réponses', 'with'],
    ['sans mes réponses', 'without'],
    ['minimum', 'least'],
  ],
  written: { with: 'avec mes réponses', without: 'sans mes réponses', least: 'minimum' },
  labels: { with: 'Avec mes réponses', without: 'Sans mes réponses', least: 'Le minimum' },
});

const WISHES: Readonly<Record<'with' | 'without' | 'least', SharedWish>> = {
  with: { withAnswers: true },
  without: { withAnswers: false },
  least: { afresh: true },
};

export const demander = defineCommand({
  name: 'demander',
  summary: 'Être mis·e en relation avec un partenaire',
  title: 'Mise en relation',
  access: 'membre',
  audience: 'asker',
  options: {
    partenaire: optional(aside(partner('Quel partenaire'))),
    partage: optional(aside(sharing)),
    telephone: optional(contactDetail('Votre téléphone, si vous voulez', 'phone')),
    courriel: optional(contactDetail('Votre courriel, si vous voulez', 'email')),
    message: optional(afterDash(words('Un mot pour ce partenaire, si vous voulez', 300))),
  },
  examples: ['BGE', 'URSCOP 06 12 34 56 78 — je suis libre le mardi'],
  said: [
    'mets-moi en relation',
    'mettez-moi en relation',
    'être mis en relation',
    'être mise en relation',
    'présente-moi',
    'présentez-moi',
  ],

  async run({ args, actor, core, place }) {
    const { partenaire, partage, telephone, courriel, message } = args;
    if (partenaire === undefined) return whichPartnerReply(core.referrals.proposable(actor));
    const proposed = await core.referrals.propose(actor, partenaire, {
      phone: telephone,
      email: courriel,
      note: message,
      ...(partage && WISHES[partage]),
    });
    return proposed.ok ? proposalReply(place, proposed.value) : refuse(proposed.error, place);
  },
});

export const accepter = defineCommand({
  name: 'accepter',
  summary: 'Accepter ce que montre une carte de mise en relation',
  title: 'Accepter',
  access: 'membre',
  audience: 'asker',
  options: { proposition: bookingNumber('Numéro de la proposition') },
  examples: ['12'],

  async run({ args, actor, core, place }) {
    const sent = await core.referrals.agree(actor, args.proposition);
    return sent.ok ? sentReply(place, sent.value) : refuse(sent.error, place);
  },
});

export const reprendre = defineCommand({
  name: 'reprendre',
  summary: 'Reprendre mon orientation, sans qui n’a pas pu m’aider',
  title: 'Reprendre',
  access: 'membre',
  audience: 'asker',
  options: { demande: bookingNumber('Numéro de la mise en relation') },
  examples: ['12'],

  async run(call) {
    const { args, actor, core, place } = call;
    const answers = await core.referrals.answersOf(actor, args.demande);
    if (!answers.ok) return refuse(answers.error, place);
    return resultOf(call, await core.orientation.resume(actor, answers.value));
  },
});

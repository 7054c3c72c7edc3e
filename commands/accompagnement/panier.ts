import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { refusedReply } from '../../src/messages/referral-partner.fr.ts';

export const panier = defineCommand({
  name: 'panier',
  summary: 'Voir qui n’a trouvé de réponse chez aucun partenaire',
  title: 'Le panier',
  access: 'animation',
  audience: 'asker',
  options: { demande: optional(bookingNumber('Je m’occupe de ce numéro')) },
  examples: ['', '12'],

  async run({ args, actor, core, place }) {
    const { referrals } = core;
    if (args.demande !== undefined) {
      const followed = await referrals.follow(actor, args.demande);
      if (!followed.ok) return refuse(followed.error, place);
    }
    const all = await referrals.refused(actor);
    return all.ok ? refusedReply(place, all.value, args.demande !== undefined) : refuse(all.error, place);
  },
});

// The partner's answers to a referral, and what is written through the bot on either side.
import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { words } from '../../src/chat/options/words.ts';
import type { ReferralAnswer } from '../../src/core/referrals/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { answeredReply, receivedListReply, receivedReply } from '../../src/messages/referral-partner.fr.ts';
import { writtenReply } from '../../src/messages/referral-steps.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';

const whichOne = { demande: bookingNumber('Numéro de la demande') };
const because = { ...whichOne, motif: words('Pourquoi (la personne le lira)', 300) };

const answered = async (
  { args, actor, core, place }: Call<typeof whichOne>,
  answer: ReferralAnswer,
  reason?: string,
): Promise<Reply> => {
  const outcome = await core.referrals.answer(actor, args.demande, answer, reason);
  if (!outcome.ok) return refuse(outcome.error, place);
  return answeredReply(place, outcome.value.referral, { answer, isNew: outcome.value.isNew });
};

const answering = (
  answer: Exclude<ReferralAnswer, 'declined'>,
  declared: { readonly name: string; readonly summary: string; readonly title: string },
) =>
  defineCommand({
    ...declared,
    access: 'partenaire',
    audience: 'asker',
    options: whichOne,
    examples: ['12'],
    run: (call) => answered(call, answer),
  });

export const prendre = answering('taken', {
  name: 'prendre',
  summary: 'Prendre en charge une mise en relation',
  title: 'Je prends',
});

export const injoignable = answering('unreachable', {
  name: 'injoignable',
  summary: 'Dire qu’une personne n’a pas pu être jointe',
  title: 'Injoignable',
});

export const aide = answering('helped', {
  name: 'aide',
  summary: 'Dire que l’aide est apportée',
  title: 'Aide apportée',
});

export const decliner = defineCommand({
  name: 'decliner',
  summary: 'Dire qu’une mise en relation n’est pas pour soi',
  title: 'Pas pour moi',
  access: 'partenaire',
  audience: 'asker',
  options: because,
  examples: ['12 — nous n’aidons que les associations'],

  run: (call) => answered(call, 'declined', call.args.motif),
});

export const recus = defineCommand({
  name: 'recus',
  summary: 'Voir les mises en relation reçues',
  title: 'Demandes reçues',
  access: 'partenaire',
  audience: 'asker',
  options: { demande: optional(bookingNumber('Numéro de la demande')) },
  examples: ['', '12'],

  async run({ args, actor, core, place }) {
    if (args.demande === undefined) {
      const all = await core.referrals.received(actor);
      return all.ok ? receivedListReply(place, all.value) : refuse(all.error, place);
    }
    const seen = await core.referrals.look(actor, args.demande);
    return seen.ok ? receivedReply(place, seen.value.referral, seen.value.isSpokenFor) : refuse(seen.error, place);
  },
});

export const ecrire = defineCommand({
  name: 'ecrire',
  summary: 'Écrire au partenaire, ou à la personne, par Mijote',
  title: 'Écrire',
  access: 'membre',
  audience: 'asker',
  options: { ...whichOne, message: words('Votre message', 300) },
  examples: ['12 — êtes-vous libre mardi à 14 h\u00a0?'],

  async run({ args, actor, core, place }) {
    const written = await core.referrals.write(actor, args.demande, args.message);
    return written.ok
      ? writtenReply(place, written.value, written.value.memberId === actor.memberId)
      : refuse(written.error, place);
  },
});

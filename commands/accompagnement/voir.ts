// One's own referrals: each step, and taking one's consent back, of one or of all.
import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { holds } from '../../src/core/people/rules.ts';
import type { Satisfaction } from '../../src/core/referrals/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { mineReply, stoppedReply, stopQuestion } from '../../src/messages/referral.fr.ts';
import { ratedReply, satisfactions } from '../../src/messages/referral-steps.fr.ts';
import { queueOf } from './dossiers.ts';

/** The staff, who type it all day, get their queue; and their own page in one press more. */
export const voir = defineCommand({
  name: 'voir',
  summary: 'Voir mon suivi et mes mises en relation, étape par étape',
  title: 'Mon accompagnement',
  access: 'membre',
  audience: 'asker',
  options: { qui: optional(choice('De qui', { moi: 'Le mien' })) },
  examples: ['', 'moi'],
  answersByRole: true,
  said: ['mon accompagnement', 'mes mises en relation', 'où en est ma demande'],

  run: async (call) => {
    const { args, actor, core, place } = call;
    if (args.qui === undefined && holds(actor, 'animation'))
      return queueOf(call, { state: undefined, isMine: false, page: 1 });
    return mineReply(place, await core.referrals.mine(actor), await core.followups.own(actor));
  },
});

export const arreter = defineCommand({
  name: 'arreter',
  summary: 'Retirer mon accord, ou arrêter mon projet',
  title: 'Arrêter',
  access: 'membre',
  audience: 'asker',
  options: {
    demande: optional(bookingNumber('Numéro de la mise en relation')),
    confirmer: optional(choice('Confirmez-vous', { oui: 'Oui, j’arrête' })),
  },
  examples: ['', '12'],
  said: [
    'j’arrête mon projet',
    'j’arrête le projet',
    'arrêter mon projet',
    'arrêtons le projet',
    'arrêtons notre projet',
    'on arrête le projet',
    'j’abandonne mon projet',
    'j’abandonne le projet',
    'abandonner mon projet',
    'retire mon accord',
    'retirez mon accord',
    'retirer mon accord',
  ],

  async run({ args, actor, core, place }) {
    const { referrals } = core;
    if (args.demande !== undefined) {
      const stopped = await referrals.stop(actor, args.demande);
      return stopped.ok ? stoppedReply(place, stopped.value) : refuse(stopped.error, place);
    }
    return args.confirmer === undefined
      ? stopQuestion(place, await referrals.mine(actor))
      : stoppedReply(place, await referrals.stopAll(actor));
  },
});

const MEANT: Readonly<Record<keyof typeof satisfactions, Satisfaction | undefined>> = {
  oui: 'full',
  partie: 'partly',
  non: 'none',
  passer: undefined,
};

export const avis = defineCommand({
  name: 'avis',
  summary: 'Dire si l’aide a répondu à mon besoin',
  title: 'Mon avis',
  access: 'membre',
  audience: 'asker',
  options: {
    demande: bookingNumber('Numéro de la mise en relation'),
    reponse: choice('L’aide a-t-elle répondu à votre besoin', satisfactions),
  },
  examples: ['12 oui'],

  async run({ args, actor, core, place }) {
    const rated = await core.referrals.rate(actor, args.demande, MEANT[args.reponse]);
    return rated.ok ? ratedReply(rated.value.isNew) : refuse(rated.error, place);
  },
});

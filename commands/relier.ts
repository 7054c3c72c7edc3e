// Bringing initiatives and projects together: the closest ones, the question to each side, and what became of it.
import { type Call, defineCommand, defineGroup } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { bookingNumber } from '../src/chat/options/booking.ts';
import { contactDetail } from '../src/chat/options/contact-detail.ts';
import { saidChoice } from '../src/chat/options/said-choice.ts';
import { sheet } from '../src/chat/options/sheet.ts';
import type { LinkFailure, LinkSeen } from '../src/core/links/model.ts';
import { reasonsSeen, stateOf } from '../src/core/links/rules.ts';
import type { Result } from '../src/kernel/result.ts';
import { refuse } from '../src/messages/failures.fr.ts';
import {
  answeredReply,
  askedReply,
  closestReply,
  linksReply,
  outcomeNames,
  outcomeNotedReply,
  ownPairReply,
  proposedReply,
  typedOutcomes,
} from '../src/messages/link.fr.ts';
import type { Reply } from '../src/reply/tree.ts';

const whichSheet = { fiche: sheet('Quelle fiche (I-042 ou P-007)') };
const whichLink = { lien: bookingNumber('Numéro de la mise en relation') };

const voir = defineCommand({
  name: 'voir',
  summary: 'Voir ce qui rapproche une fiche des autres, ou mes mises en relation',
  title: 'Rapprochements',
  access: 'membre',
  audience: 'asker',
  options: { fiche: optional(whichSheet.fiche) },
  examples: ['I-042', 'P-007', ''],

  async run({ args, actor, core, place }) {
    if (args.fiche === undefined)
      return linksReply((await core.links.mine(actor)).map((seen) => ({ ...seen, state: stateOf(seen.link) })));
    const found = await core.links.closest(actor, args.fiche);
    return found.ok ? closestReply(place, found.value.end, found.value.synergies) : refuse(found.error, place);
  },
});

const proposer = defineCommand({
  name: 'proposer',
  summary: 'Proposer de relier deux fiches',
  title: 'Relier deux fiches',
  access: 'membre',
  audience: 'asker',
  options: { ...whichSheet, avec: sheet('Avec laquelle') },
  examples: ['I-042 P-007'],
  said: ['relier', 'relie', 'reliez'],

  async run({ args, actor, core, place }) {
    const proposed = await core.links.propose(actor, args.fiche, args.avec);
    if (!proposed.ok) return refuse(proposed.error, place);
    const { link, seen } = proposed.value;
    if (!seen) return proposedReply(link);
    return link.introducedAt ? ownPairReply(link) : askedReply(place, seen, reasonsSeen(seen));
  },
});

const repondre = defineCommand({
  name: 'repondre',
  summary: 'Relire une mise en relation proposée',
  title: 'Répondre',
  access: 'membre',
  audience: 'asker',
  options: whichLink,
  examples: ['12'],

  async run({ args, actor, core, place }) {
    const found = await core.links.find(actor, args.lien);
    if (!found.ok) return refuse(found.error, place);
    const seen = found.value;
    const state = stateOf(seen.link);
    return state === 'waiting' && seen.mine.answer === undefined
      ? askedReply(place, seen, reasonsSeen(seen))
      : answeredReply(seen, state);
  },
});

const shown = ({ place }: Pick<Call<unknown>, 'place'>, outcome: Result<LinkSeen, LinkFailure>): Reply =>
  outcome.ok ? answeredReply(outcome.value, stateOf(outcome.value.link)) : refuse(outcome.error, place);

const oui = defineCommand({
  name: 'oui',
  summary: 'Accepter une mise en relation',
  title: 'Accepter',
  access: 'membre',
  audience: 'asker',
  options: {
    ...whichLink,
    telephone: optional(contactDetail('Votre téléphone, si vous voulez', 'phone')),
    courriel: optional(contactDetail('Votre courriel, si vous voulez', 'email')),
  },
  examples: ['12', '12 06 12 34 56 78'],

  async run(call) {
    const { lien, telephone, courriel } = call.args;
    const contact = [telephone, courriel].filter((each) => each !== undefined).join(', ');
    const answered = await call.core.links.answer(call.actor, lien, 'yes', contact === '' ? undefined : contact);
    return shown(call, answered);
  },
});

const non = defineCommand({
  name: 'non',
  summary: 'Décliner une mise en relation',
  title: 'Décliner',
  access: 'membre',
  audience: 'asker',
  options: whichLink,
  examples: ['12'],

  run: async (call) => shown(call, await call.core.links.answer(call.actor, call.args.lien, 'no')),
});

const retirer = defineCommand({
  name: 'retirer',
  summary: 'Retirer mon accord avant une présentation',
  title: 'Retirer mon accord',
  access: 'membre',
  audience: 'asker',
  options: whichLink,
  examples: ['12'],

  run: async (call) => shown(call, await call.core.links.withdraw(call.actor, call.args.lien)),
});

const outcome = saidChoice('Qu’a-t-elle donné', {
  said: [
    ['réalisée', 'done'],
    ['sans suite', 'none'],
    ['encore en cours', 'ongoing'],
    ['en cours', 'ongoing'],
  ],
  written: typedOutcomes,
  labels: outcomeNames,
});

const suite = defineCommand({
  name: 'suite',
  summary: 'Dire ce qu’a donné une rencontre',
  title: 'Ce que cela a donné',
  access: 'membre',
  audience: 'asker',
  options: { ...whichLink, issue: outcome },
  examples: ['12 réalisée'],

  async run({ args, actor, core, place }) {
    const noted = await core.links.outcome(actor, args.lien, args.issue);
    return noted.ok ? outcomeNotedReply(args.issue) : refuse(noted.error, place);
  },
});

export const relier = defineGroup({
  name: 'relier',
  summary: 'Rapprocher initiatives et projets',
  commands: [voir, proposer, repondre, oui, non, retirer, suite],
  alone: 'voir',
});

// The staff's side: the queue of those who are accompanied, and one file of it.
import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { bookingNumber } from '../../src/chat/options/booking.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { eventNumber } from '../../src/chat/options/event.ts';
import { aside, labelled } from '../../src/chat/options/labelled.ts';
import { saidChoice } from '../../src/chat/options/said-choice.ts';
import type { FollowupFailure, FollowupFile, QueueWish } from '../../src/core/followups/model.ts';
import type { Result } from '../../src/kernel/result.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { type Done, fileReply } from '../../src/messages/followup.fr.ts';
import { queueReply } from '../../src/messages/followup-queue.fr.ts';
import { stateLabels, stateWords } from '../../src/messages/followup-words.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';

type Asking = Pick<Call<unknown>, 'actor' | 'core' | 'place' | 'now'>;

export const whichFile = { dossier: eventNumber('Numéro du dossier') };

export const state = (summary: string) =>
  saidChoice(summary, {
    said: [
      ['nouveau', 'new'],
      ['nouveaux', 'new'],
      ['contacté', 'contacted'],
      ['contactés', 'contacted'],
      ['accompagné', 'supported'],
      ['accompagnés', 'supported'],
      ['activité créée', 'created'],
      ['créée', 'created'],
      ['créées', 'created'],
      ['clos', 'closed'],
    ],
    written: stateWords,
    labels: stateLabels,
  });

export const queueOf = async ({ actor, core, place, now }: Asking, wish: QueueWish): Promise<Reply> => {
  const queue = await core.followups.queue(actor, wish);
  return queue.ok ? queueReply(place, queue.value, wish, now) : refuse(queue.error, place);
};

const card = async ({ actor, core, place, now }: Asking, file: FollowupFile, done: Done): Promise<Reply> => {
  const referrals = await core.referrals.ofMember(actor, file.person.memberId);
  return referrals.ok
    ? fileReply(place, file, referrals.value, { done, now, me: actor.memberId })
    : refuse(referrals.error, place);
};

/** A file as it stands, after what was done of it, or not. */
export const shown = async (
  asking: Asking,
  outcome: Result<FollowupFile, FollowupFailure>,
  done: Done,
): Promise<Reply> => {
  if (outcome.ok) return card(asking, outcome.value, done);
  const { error } = outcome;
  return error.code === 'followup.moved' ? card(asking, error.file, 'moved') : refuse(error, asking.place);
};

export const file = defineCommand({
  name: 'file',
  summary: 'Voir la file des personnes accompagnées',
  title: 'La file',
  access: 'animation',
  audience: 'asker',
  options: {
    etat: optional(state('Dans quel état')),
    qui: optional(choice('Suivis par qui', { miens: 'Ceux que je suis' })),
    page: optional(aside(labelled('page', bookingNumber('Quelle page')))),
  },
  examples: ['', 'nouveaux', 'miens'],
  said: ['file des accompagnements', 'liste des accompagnements'],

  run: (call) =>
    queueOf(call, { state: call.args.etat, isMine: call.args.qui !== undefined, page: call.args.page ?? 1 }),
});

export const dossier = defineCommand({
  name: 'dossier',
  summary: 'Voir le dossier d’une personne accompagnée',
  title: 'Un dossier',
  access: 'animation',
  audience: 'asker',
  options: whichFile,
  examples: ['12'],

  run: async (call) => shown(call, await call.core.followups.file(call.actor, call.args.dossier), 'seen'),
});

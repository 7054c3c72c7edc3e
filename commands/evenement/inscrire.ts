import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { attending } from '../../src/chat/options/attending.ts';
import type { Wish } from '../../src/core/signups/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { answeredReply } from '../../src/messages/signup.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';
import { givingUp } from '../permanence/rendezvous.ts';
import { slotsOfSession } from '../permanence/reserver.ts';
import { naming, withNamed } from './named.ts';

const answer = async (
  call: Pick<Call<object>, 'actor' | 'core' | 'place' | 'requestId'>,
  eventId: number,
  wish: Wish,
): Promise<Reply> => {
  const { actor, core, place } = call;
  const outcome = await core.signups.answer(actor, eventId, wish);
  if (outcome.ok) return answeredReply(place, outcome.value);
  if (outcome.error.code !== 'signup.by_slot') return refuse(outcome.error, place);
  return wish === 'not_going' ? givingUp(call, eventId) : slotsOfSession(call, eventId);
};

export const inscrire = defineCommand({
  name: 'inscrire',
  summary: 'Participer à un événement',
  title: 'Participer',
  access: 'membre',
  audience: 'asker',
  options: { evenement: naming.evenement, reponse: optional(attending('Votre réponse')), nom: naming.nom },
  examples: ['12', '12 peut-être', 'café des porteurs'],
  said: ['je participe', 'je voudrais participer', 'inscris-moi', 'je m’inscris', 'm’inscrire'],

  run: (call) => {
    const wish = call.args.reponse ?? 'going';
    return withNamed(
      call,
      ({ id }) => call.line('evenement inscrire', { evenement: id, reponse: call.args.reponse }),
      (eventId) => answer(call, eventId, wish),
    );
  },
});

export const desinscrire = defineCommand({
  name: 'desinscrire',
  summary: 'Ne plus participer à un événement',
  title: 'Ne plus participer',
  access: 'membre',
  audience: 'asker',
  options: naming,
  examples: ['12', 'café des porteurs'],
  said: ['je ne participe plus', 'je ne viens plus', 'désinscris-moi', 'je me désinscris'],

  async run(call) {
    const mine = call.args.evenement === undefined ? await call.core.signups.mine(call.actor) : [];
    return withNamed(
      call,
      ({ id }) => call.line('evenement desinscrire', { evenement: id }),
      (eventId) => answer(call, eventId, 'not_going'),
      { isMeant: ({ id }) => mine.some(({ event }) => event.id === id) },
    );
  },
});

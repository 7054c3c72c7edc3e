// In whose name something is done: the partner that is said, else the only one that they speak for, else the one chosen.
import type { Call } from '../../src/chat/command.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { whichPartnerReply } from '../../src/messages/sessions.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';

export const withPartner = async (
  { actor, core, place }: Pick<Call<unknown>, 'actor' | 'core' | 'place'>,
  said: string | undefined,
  lineFor: (partnerKey: string) => string,
  act: (partnerKey: string) => Promise<Reply>,
): Promise<Reply> => {
  if (said !== undefined) return act(said);
  const known = await core.sessions.partnersOf(actor);
  if (!known.ok) return refuse(known.error, place);
  const [only, ...others] = known.value;
  return only !== undefined && others.length === 0 ? act(only) : whichPartnerReply(place, known.value, lineFor);
};

// Before a partner's sessions are called off: who is expected there, and where they could go.
import type { Call } from '../../src/chat/command.ts';
import type { Proposal } from '../../src/core/impact/model.ts';
import type { Sheet } from '../../src/core/sessions/model.ts';
import { expectedBlocks, otherSessionBlocks } from '../../src/messages/sessions.fr.ts';
import type { Block } from '../../src/reply/tree.ts';

const isExpectedAt = ({ visitors }: Sheet): boolean => visitors.some(({ gaveUp }) => !gaveUp);

/** Nothing of other events, and where nobody is expected. */
export const lostSessionBlocks = async (
  { actor, core, place }: Pick<Call<unknown>, 'actor' | 'core' | 'place'>,
  { act, events, occurrences }: Proposal,
): Promise<readonly Block[]> => {
  if (act.act !== 'event.cancel' && act.act !== 'event.away') return [];
  const lost = events.filter(({ event, memberIds }) => event.partnerKey !== undefined && memberIds.length > 0);
  const sheets: Sheet[] = [];
  for (const { event } of lost) {
    const sheet = await core.sessions.sheet(actor, event.id);
    if (sheet.ok && isExpectedAt(sheet.value)) sheets.push(sheet.value);
  }
  const partnerKey = sheets[0]?.event.partnerKey;
  if (partnerKey === undefined) return [];
  const gone = (occurrences?.possible ?? []).flatMap(({ eventId }) => (eventId === undefined ? [] : [eventId]));
  const others = await core.sessions.next(place, partnerKey, gone);
  return [...expectedBlocks(sheets), ...otherSessionBlocks(place, others)];
};

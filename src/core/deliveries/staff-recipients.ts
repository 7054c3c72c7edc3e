// Where the staff hears of what is for no one of them: in its channels, or each privately where it has none.
import type { Queries } from '../../db/direct.ts';
import type { Place } from '../../place/model.ts';
import { staffOf } from '../people/store.ts';
import type { Recipient } from './model.ts';
import { staffChannels } from './staff-channels.ts';

export const each = (memberIds: readonly number[]): readonly Recipient[] => memberIds.map((memberId) => ({ memberId }));

export const staffRecipients = async (db: Queries, place: Place): Promise<readonly Recipient[]> => {
  const channels = staffChannels(place);
  return channels.length > 0 ? channels.map((channel) => ({ channel })) : each(await staffOf(db, place.id));
};

// Who is told of a referral on the side of its partner: whoever speaks for it; where nobody does, the staff, to pass it on.
import type { Queries } from '../../db/direct.ts';
import type { Place } from '../../place/model.ts';
import type { Planned } from '../deliveries/model.ts';
import { staffRecipients } from '../deliveries/staff-recipients.ts';
import { speakerIds } from '../partners/store.ts';
import { staffOf } from '../people/store.ts';
import type { ToldTo } from './model.ts';
import { refusedOf } from './refused-store.ts';
import { tell } from './telling.ts';

export interface Heralds {
  readonly toldTo: ToldTo;
  readonly memberIds: readonly number[];
}

export const heraldsOf = async (db: Queries, placeId: string, partnerKey: string): Promise<Heralds> => {
  const speakers = await speakerIds(db, placeId, partnerKey);
  if (speakers.length > 0) return { toldTo: 'partner', memberIds: speakers };
  const staff = await staffOf(db, placeId);
  return { toldTo: staff.length > 0 ? 'staff' : 'nobody', memberIds: staff };
};

/** Once nobody is left who could answer them, the staff hears that there is someone, not who. */
export const refusedNotice = async (
  tx: Queries,
  place: Place,
  memberId: number,
  now: Temporal.Instant,
): Promise<readonly Planned[]> => {
  const last = await refusedOf(tx, place.id, memberId);
  return last === undefined
    ? []
    : tell(await staffRecipients(tx, place), {
        place,
        kind: 'referral.refused_by_all',
        subjectId: last,
        step: 'refused by all',
        due: now,
      });
};

// Recalling follow-ups to whoever looks after them, read from the files at each tick; and forgetting them.
import type { Place } from '../../place/model.ts';
import type { Delivery, Planned } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import { each, staffRecipients } from '../deliveries/staff-recipients.ts';
import type { Followup } from './model.ts';
import { recallsDue, recallsOf } from './rules.ts';
import { followupById } from './store.ts';
import { forgetHeld, isOfStaff, recallable } from './telling-store.ts';
import type { FollowupParts } from './usecases.ts';

/** `isTheirs`: told to whoever follows it, and to nobody else: it may name the person. */
export interface Told {
  readonly file: Followup;
  readonly isTheirs: boolean;
}

export interface RecallingRoom {
  /** One, three and six months after it was opened, and the day of its next step; sent or not. */
  due(place: Place): Promise<readonly Planned[]>;
  /** Undefined: there is nothing to recall any more. */
  told(place: Place, delivery: Pick<Delivery, 'key' | 'kind' | 'subjectId' | 'to'>): Promise<Told | undefined>;
  /** Notes that nobody looked at again. */
  forgetHeld(placeId: string): Promise<void>;
}

/** Beyond, nothing is recalled any more. */
const OPENED_WITHIN = { hours: 24 * 200 } as const;
const DUE_WITHIN_DAYS = 7;

const keyOf = (kind: string, id: number, of: string): string => `${kind} ${id}, ${of}`;

export const createRecalling = ({ db, clock }: FollowupParts): RecallingRoom => ({
  due: async (place) => {
    const now = clock.now();
    const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate();
    const files = await recallable(db.prisma, place.id, {
      now,
      openedSince: now.subtract(OPENED_WITHIN),
      dueSince: today.subtract({ days: DUE_WITHIN_DAYS }).toString(),
    });
    const due = files.flatMap(({ file, followerId }) =>
      recallsDue(file, place.timeZone, now).map((recall) => ({ file, followerId, recall })),
    );
    const staff = due.some(({ followerId }) => followerId === undefined) ? await staffRecipients(db.prisma, place) : [];
    return due.flatMap(({ file, followerId, recall }) =>
      (followerId === undefined ? staff : each([followerId])).map((to, index) => ({
        placeId: place.id,
        key:
          index === 0 ? keyOf(recall.kind, file.id, recall.of) : `${keyOf(recall.kind, file.id, recall.of)}, ${index}`,
        to,
        kind: recall.kind,
        subjectId: file.id,
        due: outOfQuietHours(recall.due, place),
        expiresAt: recall.expiresAt,
      })),
    );
  },

  told: async (place, { key, kind, subjectId, to }) => {
    const file = await followupById(db.prisma, place.id, subjectId, clock.now());
    if (!file || file.state === 'closed') return undefined;
    const memberId = 'memberId' in to ? to.memberId : undefined;
    const isTheirs =
      memberId !== undefined &&
      file.follower?.memberId === memberId &&
      (await isOfStaff(db.prisma, place.id, memberId));
    if (kind === 'followup.handed') return isTheirs ? { file, isTheirs } : undefined;
    const isStill = recallsOf(file, place.timeZone).some(
      (recall) => recall.kind === kind && key.startsWith(keyOf(kind, subjectId, recall.of)),
    );
    return isStill ? { file, isTheirs } : undefined;
  },

  forgetHeld: async (placeId) => {
    await forgetHeld(db.prisma, placeId, clock.now());
  },
});

// « Parler à quelqu’un », « Être rappelé·e »: the staff is told that someone asks, never who in a channel; their follow-up is
// opened, where the name is for those of the staff who look.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Delivery, Planned, Recipient } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import { staffRecipients } from '../deliveries/staff-recipients.ts';
import { insertPlanned } from '../deliveries/store.ts';
import { forgetUntouched, open } from '../followups/opening-store.ts';
import type { Actor } from '../people/model.ts';
import { deleteHandled, insertContact, isContactWaiting, withdrawContacts } from './contacts-store.ts';
import type { AskedContact, ContactWish } from './model.ts';

export interface ContactsRoom {
  /** With their consent, of that instant. */
  ask(actor: Actor, wish: ContactWish): Promise<AskedContact>;
  /** Takes back what nobody has answered yet. */
  withdraw(actor: Actor): Promise<void>;
  /** Whether the staff still has to answer it. */
  isWaiting(place: Place, delivery: Pick<Delivery, 'subjectId'>): Promise<boolean>;
  forgetHandled(placeId: string): Promise<void>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

/** How long the staff being told is of use. */
const USEFUL_FOR = { hours: 24 * 7 } as const;
const KEPT_FOR = { hours: 24 * 30 } as const;

export const createContacts = ({ db, clock, places }: Parts): ContactsRoom => {
  const placeOf = (placeId: string): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };

  const planned = (
    place: Place,
    id: number,
    recipients: readonly Recipient[],
    now: Temporal.Instant,
  ): readonly Planned[] => {
    const due = outOfQuietHours(now, place);
    return recipients.map((to, index) => ({
      placeId: place.id,
      key: `orientation contact ${id}, ${index}`,
      to,
      kind: 'orientation.contact',
      subjectId: id,
      due,
      expiresAt: due.add(USEFUL_FOR),
    }));
  };

  return {
    ask: async ({ placeId, memberId }, wish) => {
      const now = clock.now();
      const place = placeOf(placeId);
      return db.prisma.$transaction(async (tx) => {
        const recipients = await staffRecipients(tx, place);
        const id = await insertContact(tx, { placeId, memberId, wish, now });
        if (id !== undefined) {
          await open(tx, { placeId, memberId, because: wish, now });
          await insertPlanned(tx, planned(place, id, recipients, now), now);
        }
        return { isNew: id !== undefined, isTold: recipients.length > 0, at: now };
      });
    },

    withdraw: ({ placeId, memberId }) =>
      db.prisma.$transaction(async (tx) => {
        const withdrawn = await withdrawContacts(tx, memberId);
        if (withdrawn > 0) await forgetUntouched(tx, { placeId, memberId });
      }),

    isWaiting: ({ id }, { subjectId }) => isContactWaiting(db.prisma, id, subjectId),

    forgetHandled: async (placeId) => {
      await deleteHandled(db.prisma, placeId, clock.now().subtract(KEPT_FOR));
    },
  };
};

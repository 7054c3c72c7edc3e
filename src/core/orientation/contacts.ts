// « Parler à quelqu’un », « Être rappelé·e »: the staff is told that someone asks, never who in a channel; the name is for
// those of the staff who look, and that they looked is written down.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Delivery, Planned, Recipient } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import { staffChannels } from '../deliveries/staff-channels.ts';
import { insertPlanned } from '../deliveries/store.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import {
  deleteHandled,
  insertContact,
  isContactWaiting,
  staffOf,
  waitingContacts,
  withdrawContacts,
  writeHandled,
} from './contacts-store.ts';
import type { AskedContact, ContactRequest, ContactWish, OrientationFailure } from './model.ts';

export interface ContactsRoom {
  /** With their consent, of that instant. */
  ask(actor: Actor, wish: ContactWish): Promise<AskedContact>;
  /** Takes back what nobody has answered yet. */
  withdraw(actor: Actor): Promise<void>;
  /** For the staff. */
  waiting(actor: Actor): Promise<Result<readonly ContactRequest[], PeopleFailure>>;
  handled(actor: Actor, id: number): Promise<Result<void, PeopleFailure | OrientationFailure>>;
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
  const looking = ({ placeId, memberId }: Actor) => ({ placeId, actorId: memberId, now: clock.now() });

  /** Each of the staff privately, where it has no channel. */
  const recipientsOf = (place: Place, staff: readonly number[]): readonly Recipient[] => {
    const channels = staffChannels(place);
    return channels.length > 0 ? channels.map((channel) => ({ channel })) : staff.map((memberId) => ({ memberId }));
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
        const recipients = recipientsOf(place, await staffOf(tx, placeId));
        const id = await insertContact(tx, { placeId, memberId, wish, now });
        if (id !== undefined) await insertPlanned(tx, planned(place, id, recipients, now), now);
        return { isNew: id !== undefined, isTold: recipients.length > 0, at: now };
      });
    },

    withdraw: async ({ memberId }) => {
      await withdrawContacts(db.prisma, memberId);
    },

    waiting: async (actor) => {
      const refused = notOfStaff(actor);
      return refused ? fail(refused) : ok(await waitingContacts(db.prisma, looking(actor)));
    },

    handled: async (actor, id) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      return (await writeHandled(db.prisma, looking(actor), id))
        ? ok(undefined)
        : fail({ code: 'orientation.request_gone' });
    },

    isWaiting: ({ id }, { subjectId }) => isContactWaiting(db.prisma, id, subjectId),

    forgetHandled: async (placeId) => {
      await deleteHandled(db.prisma, placeId, clock.now().subtract(KEPT_FOR));
    },
  };
};

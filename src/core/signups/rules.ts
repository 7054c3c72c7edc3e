// When one may answer, what is recalled, and what is told. Pure.
import { isBefore, latest } from '../../kernel/interval.ts';
import type { Place } from '../../place/model.ts';
import type { Event } from '../agenda/model.ts';
import type { Planned } from '../deliveries/model.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { momentsOf } from '../reminders/rules.ts';
import type { Attendance, SignupFailure } from './model.ts';

export const mayAnswer = (event: Event, now: Temporal.Instant): SignupFailure | undefined => {
  if (event.cancelledAt !== undefined) return { code: 'signup.cancelled', event };
  if (event.feedKey !== undefined) return { code: 'signup.elsewhere', event };
  if (event.slotMinutes !== undefined) return { code: 'signup.by_slot', event };
  return isBefore(now, event.start.toInstant()) ? undefined : { code: 'signup.begun', event };
};

/** Its organiser; of a partner's session, those who speak for that partner (`keys`); and the staff. Others see numbers. */
export const maySeeNames = (
  { organiserId, partnerKey }: Pick<Event, 'organiserId' | 'partnerKey'>,
  actor: Actor,
  keys: ReadonlySet<string>,
): boolean =>
  holds(actor, 'animation') || (partnerKey === undefined ? organiserId === actor.memberId : keys.has(partnerKey));

const reminderKey = (moment: string, event: Pick<Event, 'id' | 'start'>, memberId: number): string =>
  `event.${moment} event ${event.id} member ${memberId} ${event.start.toInstant()}`;

export interface Expected {
  /** At the times at which they come. */
  readonly event: Event;
  readonly memberId: number;
  /** When they had a place at its present times. */
  readonly since: Temporal.Instant;
}

/** Those whose moment has come, for whoever had a place by then: as bookings are recalled. */
export const eventRemindersDue = (
  { event, memberId, since }: Expected,
  place: Pick<Place, 'id' | 'reminders'>,
  now: Temporal.Instant,
): readonly Planned[] =>
  momentsOf(event.start, place.reminders ?? { dayBeforeAt: undefined, before: undefined })
    .filter(({ due }) => !isBefore(now, due) && !isBefore(due, since))
    .map(({ kind, due, expiresAt }) => ({
      placeId: place.id,
      key: reminderKey(kind, event, memberId),
      to: { memberId },
      kind: 'event.reminder',
      subjectId: event.id,
      due,
      expiresAt,
    }));

/** Whether that reminder is of the event at the times at which they now come. */
export const isReminderOf = (key: string, event: Event): boolean => key.endsWith(` ${event.start.toInstant()}`);

/** The change that a notice is of, as its key says it: « event 12 moved, 3 to 5 ». */
export const sequenceIn = (key: string): number => Number(/, (\d+) to \d+$/.exec(key)?.[1]);

export interface Promoted {
  readonly placeId: string;
  readonly eventId: number;
  readonly memberId: number;
  readonly at: Temporal.Instant;
  readonly starts: Temporal.Instant;
}

/** Told at once, or when the quiet hours end; of use until it begins. */
export const promotionNotice = (
  { placeId, eventId, memberId, at, starts }: Promoted,
  now: Temporal.Instant,
): Planned => ({
  placeId,
  key: `event.promoted event ${eventId} member ${memberId} ${at}`,
  to: { memberId },
  kind: 'event.promoted',
  subjectId: eventId,
  due: latest(at, now),
  expiresAt: starts,
});

/** Whoever is told that they have a place has it still. */
export const stillComes = ({ event, own, standing }: Attendance, now: Temporal.Instant): boolean =>
  standing.answer === 'going' && event.cancelledAt === undefined && isBefore(now, own.start.toInstant());

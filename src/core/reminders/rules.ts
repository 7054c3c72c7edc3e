// When a booking is recalled: on the clocks of the place, whatever they do in between. Pure.
import { type Interval, isBefore } from '../../kernel/interval.ts';
import type { Place } from '../../place/model.ts';
import type { Reminders } from '../../place/telling.ts';
import type { Planned } from '../deliveries/model.ts';
import type { Moment, Remindable } from './model.ts';

/** In order of time. The day before is of use until the other one is due; that one, until the booking starts. */
export const momentsOf = (start: Temporal.ZonedDateTime, { dayBeforeAt, before }: Reminders): readonly Moment[] => {
  const begins = start.toInstant();
  const shortly = before && begins.subtract(before);
  const dayBefore =
    dayBeforeAt &&
    start
      .toPlainDate()
      .subtract({ days: 1 })
      .toZonedDateTime({ timeZone: start.timeZoneId, plainTime: dayBeforeAt })
      .toInstant();
  return [
    ...(dayBefore ? [{ kind: 'reminder.day_before', due: dayBefore, expiresAt: shortly ?? begins } as const] : []),
    ...(shortly ? [{ kind: 'reminder.before', due: shortly, expiresAt: begins } as const] : []),
  ];
};

/** How long after their start bookings are looked at: what was missed for longer is not even worth a line in the log. */
const MISSED = { hours: 12 } as const;
/** The day before begins at most two days before, were its days of 25 hours. */
const AHEAD_HOURS = 50;

/** What begins then may have to be recalled now; longer ahead where the place recalls longer before. */
export const recalledWithin = ({ reminders }: Pick<Place, 'reminders'>, now: Temporal.Instant): Interval => ({
  start: now.subtract(MISSED),
  end: now.add({ hours: Math.max(AHEAD_HOURS, Math.ceil(reminders?.before?.total('hours') ?? 0) + 1) }),
});

const keyOf = (kind: string, id: number, start: Temporal.ZonedDateTime): string =>
  `${kind} booking ${id} ${start.toInstant()}`;

/** Those whose moment has come, of a booking that had its times by then. */
export const remindersDue = (
  { booking, since }: Remindable,
  place: Pick<Place, 'id' | 'reminders'>,
  now: Temporal.Instant,
): readonly Planned[] => {
  const { id, memberId, start } = booking;
  return momentsOf(start, place.reminders ?? { dayBeforeAt: undefined, before: undefined })
    .filter(({ due }) => !isBefore(now, due) && !isBefore(due, since))
    .map((moment) => ({
      ...moment,
      placeId: place.id,
      key: keyOf(moment.kind, id, start),
      to: { memberId },
      subjectId: id,
    }));
};

/** Whether that reminder is of the booking as it is now. */
export const isStillOf = (key: string, kind: string, { id, start }: Remindable['booking']): boolean =>
  key === keyOf(kind, id, start);

// When something may be told: never in the quiet hours of the place; and by what it is known to the platforms. Pure.
import { createHash } from 'node:crypto';
import type { Place } from '../../place/model.ts';
import type { QuietHours } from '../../place/telling.ts';
import type { Delivery } from './model.ts';

const { compare } = Temporal.PlainTime;

/** From `start` to `end`, half-open; round midnight when the end comes first. */
const isQuiet = (time: Temporal.PlainTime, { start, end }: QuietHours): boolean => {
  const [afterStart, beforeEnd] = [compare(start, time) <= 0, compare(time, end) < 0];
  return compare(start, end) < 0 ? afterStart && beforeEnd : afterStart || beforeEnd;
};

/** The instant itself, or the end of the quiet hours in which it falls. */
export const outOfQuietHours = (
  instant: Temporal.Instant,
  { timeZone, quietHours }: Pick<Place, 'timeZone' | 'quietHours'>,
): Temporal.Instant => {
  const local = instant.toZonedDateTimeISO(timeZone);
  if (!quietHours || !isQuiet(local.toPlainTime(), quietHours)) return instant;
  const date = local.toPlainDate();
  const endsToday = compare(local.toPlainTime(), quietHours.end) < 0;
  const day = endsToday ? date : date.add({ days: 1 });
  return day.toZonedDateTime({ timeZone, plainTime: quietHours.end }).toInstant();
};

/** The same whoever tries: by it, a platform that was told is asked whether it was. It says nothing to whoever reads it. */
export const markOf = ({ placeId, key }: Pick<Delivery, 'placeId' | 'key'>): string =>
  createHash('sha256').update(`${placeId} ${key}`).digest('base64url').slice(0, 24);

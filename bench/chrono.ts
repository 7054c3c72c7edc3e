// What chrono-node's French makes of a phrase, and whether that is right: kindly judged, for it knows neither the hours of
// the place nor its moments.
import { fr } from 'chrono-node';
import type { Slot } from '../src/reading/model.ts';

export type ChronoReading = ReturnType<typeof fr.parse>;

type Moment = ChronoReading[number]['start'];

const MINUTES_FROM_UTC = 60;

export const chronoReads = (phrase: string, now: Temporal.Instant): ChronoReading =>
  fr.parse(phrase, { instant: new Date(now.epochMilliseconds), timezone: MINUTES_FROM_UTC }, { forwardDate: true });

const dayOf = (moment: Moment): string =>
  [moment.get('year'), moment.get('month'), moment.get('day')].map((part) => String(part).padStart(2, '0')).join('-');

const minutesOf = (moment: Moment): number => (moment.get('hour') ?? 0) * 60 + (moment.get('minute') ?? 0);

const isAt = (moment: Moment, time: Temporal.ZonedDateTime): boolean =>
  moment.isCertain('hour') && minutesOf(moment) === time.hour * 60 + time.minute;

/** Its dates; the start, where an hour was said, and the end, where both were. */
const isSlot = ({ start, end }: ChronoReading[number], slot: Slot): boolean => {
  if (dayOf(start) !== slot.start.toPlainDate().toString()) return false;
  if (slot.span === 'day' || slot.span === 'moment') return true;
  return (
    isAt(start, slot.start) && (slot.span === 'start' || (end !== null && end !== undefined && isAt(end, slot.end)))
  );
};

const isNoTime = (time: string): boolean => time === 'nothing' || time === 'unclear';

/** `slots`: what the phrase means. */
export const isRightOf = (found: ChronoReading, time: string, slots: readonly Slot[]): boolean =>
  isNoTime(time)
    ? found.length === 0
    : found.length === slots.length && slots.every((slot, index) => found[index] && isSlot(found[index], slot));

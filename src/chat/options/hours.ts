// Hours without a day: « 10h », « 14h-16h », « le matin ». A day that is said with them is not kept.
import { fail, ok, type Result } from '../../kernel/result.ts';
import { nextOpenDays } from '../../place/opening.ts';
import type { ReadingFailure, WhenReading } from '../../reading/model.ts';
import type { ReadContext, RequiredOption } from '../option.ts';
import { slotOf, when } from './when.ts';

export interface Hours {
  readonly start: Temporal.PlainTime;
  /** Undefined: only a start was said. */
  readonly end: Temporal.PlainTime | undefined;
}

const hoursIn = (reading: WhenReading, typed: string): Result<Hours, ReadingFailure> => {
  const { start, end, span } = slotOf(reading);
  return span === 'day'
    ? fail({ code: 'reading.unclear_time', typed })
    : ok({ start: start.toPlainTime(), end: span === 'start' ? undefined : end.toPlainTime() });
};

/** Read at midnight before a day that is open: of today, « le matin » would be what is left of it. */
const ofWholeDay = (context: ReadContext): ReadContext => {
  const { place, space, now } = context;
  const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate();
  const [day] = nextOpenDays(place, space, today, 1);
  return day ? { ...context, now: day.toZonedDateTime(place.timeZone).toInstant() } : context;
};

const said = ({ hour, minute }: Temporal.PlainTime): string =>
  minute === 0 ? `${hour}h` : `${hour}h${String(minute).padStart(2, '0')}`;

const print = ({ start, end }: Hours): string => (end ? `${said(start)}-${said(end)}` : said(start));

export const hours = (summary: string): RequiredOption<Hours> => {
  const time = when(summary);
  return {
    ...time,
    completes: false,
    parse: (raw, context) => {
      const read = time.parse(raw, ofWholeDay(context));
      return read.ok ? hoursIn(read.value, raw) : read;
    },
    find: (sentence, context) => {
      const found = time.find(sentence, ofWholeDay(context));
      if (!found.ok || !found.value) return found.ok ? ok(undefined) : found;
      const read = hoursIn(found.value.value, '');
      return read.ok ? ok({ value: read.value, sentence: found.value.sentence }) : read;
    },
    print,
    phrase: print,
    suggest: () => [],
  };
};

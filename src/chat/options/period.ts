import { fail, ok } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import type { WhenReading } from '../../reading/model.ts';
import type { Found, Sentence } from '../../reading/sentence.ts';
import { taking } from '../../reading/sentence.ts';
import { tokenize } from '../../reading/tokenize.ts';
import type { ReadContext, RequiredOption } from '../option.ts';
import { dayOf, exactly, when } from './when.ts';

/** A stretch of time that may last for days: half-open. */
export interface Period {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

/** A bare day is the whole of it, from midnight to midnight; several slots are one stretch, from the first to the last. */
const periodOf = ({ slots }: WhenReading, { timeZone }: Place): Period | undefined => {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return undefined;
  const start = first.span === 'day' ? first.start.startOfDay() : first.start;
  const lastDay = last.end.subtract({ nanoseconds: 1 }).toPlainDate();
  const end = last.span === 'day' ? lastDay.add({ days: 1 }).toZonedDateTime(timeZone) : last.end;
  return { start, end };
};

/** « jusqu’à vendredi », « jusqu’au 3 » when nothing says since when: from now on. */
const untilAt = (sentence: Sentence): readonly number[] => {
  const at = sentence.tokens.findIndex(({ taken, word }) => !taken && /^jusqu/.test(word));
  if (at < 0) return [];
  const next = sentence.tokens[at + 1]?.word ?? '';
  return ['a', 'au', 'aux'].includes(next) ? [at, at + 1] : [at];
};

const isMidnight = (time: Temporal.ZonedDateTime): boolean => time.equals(time.startOfDay());

const printed = ({ start, end }: Period, context: ReadContext): string => {
  const at = when('');
  const last = end.subtract({ nanoseconds: 1 }).toPlainDate();
  const sameDay = last.equals(start.toPlainDate());
  if (!sameDay) return `jusqu’à ${last}`;
  return isMidnight(start) && isMidnight(end)
    ? at.phrase(dayOf(last, context.place.timeZone), context)
    : at.phrase(exactly({ start, end }), context);
};

/** Since when and until when; « jusqu’à … » alone begins now. */
export const period = (summary: string): RequiredOption<Period> => {
  const at = when(summary);
  const found = (sentence: Sentence, context: ReadContext) => {
    const until = untilAt(sentence);
    const read = at.find(until.length > 0 ? taking(sentence, new Set(until)) : sentence, context);
    if (!read.ok || !read.value) return read.ok ? ok(undefined) : read;
    const stretch = periodOf(read.value.value, context.place);
    if (!stretch) return ok(undefined);
    const now = context.now
      .toZonedDateTimeISO(context.place.timeZone)
      .round({ smallestUnit: 'minute', roundingMode: 'floor' });
    const value = until.length > 0 ? { start: now, end: stretch.end } : stretch;
    return ok<Found<Period>>({ value, sentence: read.value.sentence });
  };
  return {
    ...at,
    find: found,
    parse: (raw, context) => {
      const read = found(tokenize(raw), context);
      if (!read.ok) return read;
      return read.value ? ok(read.value.value) : fail({ code: 'reading.unclear_time', typed: raw });
    },
    print: printed,
    phrase: printed,
  };
};

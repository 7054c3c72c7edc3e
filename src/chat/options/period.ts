import { fail, ok } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import { openingOn } from '../../place/opening.ts';
import type { WhenReading } from '../../reading/model.ts';
import type { Found, Sentence } from '../../reading/sentence.ts';
import { taking } from '../../reading/sentence.ts';
import { tokenize } from '../../reading/tokenize.ts';
import type { ReadContext, RequiredOption } from '../option.ts';
import { dayOf, exactly, when, whens } from './when.ts';

/** A stretch of time that may last for days: half-open. */
export interface Period {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

/** Whether nobody could come between these days: « du 24 décembre au 3 janvier » is one stretch, « lundi et jeudi » is not. */
const isOneStretch = ({ slots }: WhenReading, place: Place): boolean => {
  if (slots.length < 2) return true;
  if (slots.some(({ span }) => span !== 'day')) return false;
  return slots.every(({ start }, index) => {
    const next = slots[index + 1]?.start.toPlainDate();
    if (!next) return true;
    const between = Math.max(0, start.toPlainDate().until(next).days - 1);
    return Array.from({ length: between }, (_, ahead) => start.toPlainDate().add({ days: ahead + 1 })).every(
      (date) => openingOn(place, undefined, date).ranges.length === 0,
    );
  });
};

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

const taken = (before: Sentence, after: Sentence): string =>
  after.tokens
    .filter((token, index) => token.taken && !before.tokens[index]?.taken)
    .map(({ text }) => text)
    .join(' ');

const isMidnight = (time: Temporal.ZonedDateTime): boolean => time.equals(time.startOfDay());

export const printed = ({ start, end }: Period, context: ReadContext): string => {
  const at = when('');
  const last = end.subtract({ nanoseconds: 1 }).toPlainDate();
  const sameDay = last.equals(start.toPlainDate());
  // What begins at midnight was said by its days; anything else began when it was said.
  if (!sameDay) return isMidnight(start) ? `du ${start.toPlainDate()} au ${last}` : `jusqu’à ${last}`;
  return isMidnight(start) && isMidnight(end)
    ? at.phrase(dayOf(last, context.place.timeZone), context)
    : at.phrase(exactly({ start, end }), context);
};

/** Since when and until when; « jusqu’à … » alone begins now. */
export const period = (summary: string): RequiredOption<Period> => {
  const at = whens(summary);
  const found = (sentence: Sentence, context: ReadContext) => {
    const until = untilAt(sentence);
    const read = at.find(until.length > 0 ? taking(sentence, new Set(until)) : sentence, context);
    if (!read.ok || !read.value) return read.ok ? ok(undefined) : read;
    const { value: reading } = read.value;
    if (!isOneStretch(reading, context.place))
      return fail({ code: 'reading.several_times' as const, typed: taken(sentence, read.value.sentence) });
    const stretch = periodOf(reading, context.place);
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

// Days of the calendar, whether the place is open or not: « demain », « la semaine prochaine », « ce week-end », « décembre ».
import { fail, ok, type Result } from '../../kernel/result.ts';
import { shortDay } from '../../messages/words.fr.ts';
import type { DayRange, Place } from '../../place/model.ts';
import { findDayRange } from '../../reading/day-range.ts';
import { leftover } from '../../reading/leftover.ts';
import type { ReadingFailure } from '../../reading/model.ts';
import { findMonth, parseMonth } from '../../reading/month.ts';
import { type Found, type Sentence, taking } from '../../reading/sentence.ts';
import { tokenize } from '../../reading/tokenize.ts';
import type { ReadContext, RequiredOption, Suggestion } from '../option.ts';
import { type Period, printed } from './period.ts';
import { spanOf, whens } from './when.ts';

const WHOLE: readonly DayRange[] = [{ start: Temporal.PlainTime.from('00:00'), end: Temporal.PlainTime.from('23:59') }];

/** Weeks have seven days there, and no holiday is closed: what is on does not wait for the opening hours. */
const alwaysOpen = (place: Place): Place => ({
  ...place,
  hours: {
    weekly: { 1: WHOLE, 2: WHOLE, 3: WHOLE, 4: WHOLE, 5: WHOLE, 6: WHOLE, 7: WHOLE },
    closedOnPublicHolidays: false,
    exceptions: [],
  },
});

const wholeDays = (first: Temporal.PlainDate, last: Temporal.PlainDate, { place }: ReadContext): Period => ({
  start: first.toZonedDateTime(place.timeZone),
  end: last.add({ days: 1 }).toZonedDateTime(place.timeZone),
});

const ofMonth = (month: Temporal.PlainYearMonth, context: ReadContext): Period =>
  wholeDays(month.toPlainDate({ day: 1 }), month.toPlainDate({ day: month.daysInMonth }), context);

/** Days whole, from midnight to midnight; hours as they were said, of one day. */
const periodOf = (reading: Parameters<typeof spanOf>[0], context: ReadContext): Period => {
  const { start, end } = spanOf(reading);
  const [first, last] = [start.toPlainDate(), end.subtract({ nanoseconds: 1 }).toPlainDate()];
  const isOfDays = reading.slots.every(({ span }) => span === 'day');
  return isOfDays || !first.equals(last) ? wholeDays(first, last, context) : { start, end };
};

/** Words that open an end: « jusqu’au … », « d’ici … » begin today, « à partir du … » lasts for a year. */
const OPENINGS: readonly (readonly [opens: 'until' | 'from', words: readonly string[]])[] = [
  ['until', ['jusqu', 'au']],
  ['until', ['jusqu', 'a']],
  ['until', ['d', 'ici', 'au']],
  ['until', ['d', 'ici', 'a']],
  ['until', ['d', 'ici']],
  ['from', ['a', 'partir', 'du']],
  ['from', ['a', 'partir', 'de']],
  ['from', ['a', 'partir', 'd']],
];

const opened = (sentence: Sentence) => {
  const { tokens } = sentence;
  for (let at = 0; at < tokens.length; at += 1) {
    const found = OPENINGS.find(([, words]) =>
      words.every((word, index) => tokens[at + index]?.word === word && !tokens[at + index]?.taken),
    );
    if (found) return { opens: found[0], sentence: taking(sentence, new Set(found[1].map((_, index) => at + index))) };
  }
  return undefined;
};

const widened = (period: Period, opens: 'until' | 'from', context: ReadContext): Period => {
  const { timeZone } = context.place;
  const today = context.now.toZonedDateTimeISO(timeZone).toPlainDate();
  const [first, last] = [period.start.toPlainDate(), period.end.subtract({ nanoseconds: 1 }).toPlainDate()];
  return opens === 'until' ? wholeDays(today, last, context) : wholeDays(first, first.add({ years: 1 }), context);
};

/** « mardi 24 novembre », « du lundi 30 novembre au dimanche 6 décembre ». */
const shown = ({ start, end }: Period): string => {
  const last = end.subtract({ nanoseconds: 1 });
  const isOneDay = start.toPlainDate().equals(last.toPlainDate());
  return isOneDay ? shortDay(start) : `du ${shortDay(start)} au ${shortDay(last)}`;
};

const COMMON = ['aujourd’hui', 'demain', 'cette semaine', 'ce week-end', 'la semaine prochaine', 'ce mois-ci'];

type Finding = Result<Found<Period> | undefined, ReadingFailure>;

/** One period, from the first of the days that are said to the end of the last. */
export const days = (summary: string): RequiredOption<Period> => {
  const time = whens(summary);

  const closed = (sentence: Sentence, context: ReadContext): Finding => {
    const range = findDayRange(sentence, context);
    if (range) return ok({ value: wholeDays(range.value.from, range.value.to, context), sentence: range.sentence });
    const month = findMonth(sentence, context.now.toZonedDateTimeISO(context.place.timeZone));
    if (month) return ok({ value: ofMonth(month.value, context), sentence: month.sentence });
    const found = time.find(sentence, { ...context, place: alwaysOpen(context.place), space: undefined });
    if (!found.ok || !found.value) return found.ok ? ok(undefined) : found;
    const { value, sentence: rest } = found.value;
    return value.slots.length === 0
      ? fail({ code: 'reading.unclear_time', typed: leftover(sentence) ?? sentence.text })
      : ok({ value: periodOf(value, context), sentence: rest });
  };

  const find = (sentence: Sentence, context: ReadContext): Finding => {
    const open = opened(sentence);
    const found = open && closed(open.sentence, context);
    if (!open || !found?.ok || !found.value) return closed(sentence, context);
    return ok({ value: widened(found.value.value, open.opens, context), sentence: found.value.sentence });
  };

  const parse: RequiredOption<Period>['parse'] = (raw, context) => {
    const month = parseMonth(raw, context.now.toZonedDateTimeISO(context.place.timeZone));
    if (month) return ok(ofMonth(month, context));
    const found = find(tokenize(raw), context);
    if (!found.ok) return found;
    return found.value && leftover(found.value.sentence) === undefined
      ? ok(found.value.value)
      : fail({ code: 'reading.unclear_time', typed: raw });
  };

  const suggestion = (words: string, context: ReadContext): readonly Suggestion[] => {
    const value = parse(words, context);
    return value.ok ? [{ label: `${words} → ${shown(value.value)}`.slice(0, 100), value: words }] : [];
  };

  return {
    ...time,
    parse,
    find,
    print: printed,
    phrase: printed,
    suggest: (raw, context) =>
      raw.trim() === ''
        ? COMMON.flatMap((words) => suggestion(words, context))
        : suggestion(raw.trim().slice(0, 100), context),
  };
};

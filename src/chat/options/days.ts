// Days of the calendar, whether the place is open or not: « demain », « la semaine prochaine », « ce week-end », « décembre ».
import { fail, ok } from '../../kernel/result.ts';
import { shortDay } from '../../messages/words.fr.ts';
import type { DayRange, Place } from '../../place/model.ts';
import { leftover } from '../../reading/leftover.ts';
import { findMonth, parseMonth } from '../../reading/month.ts';
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

const read = (context: ReadContext): ReadContext => ({
  ...context,
  place: alwaysOpen(context.place),
  space: undefined,
});

const ofMonth = (month: Temporal.PlainYearMonth, { place: { timeZone } }: ReadContext): Period => ({
  start: month.toPlainDate({ day: 1 }).toZonedDateTime(timeZone),
  end: month.add({ months: 1 }).toPlainDate({ day: 1 }).toZonedDateTime(timeZone),
});

type Reading = Parameters<typeof spanOf>[0];

/** Days whole, from midnight to midnight; hours as they were said, of one day. */
const periodOf = (reading: Reading): Period => {
  const { start, end } = spanOf(reading);
  const last = end.subtract({ nanoseconds: 1 });
  const isOfDays = reading.slots.every(({ span }) => span === 'day');
  const isOfSeveral = !start.toPlainDate().equals(last.toPlainDate());
  return isOfDays || isOfSeveral
    ? { start: start.startOfDay(), end: last.startOfDay().add({ days: 1 }) }
    : { start, end };
};

/** « mardi 24 novembre », « du lundi 30 novembre au dimanche 6 décembre ». */
const shown = ({ start, end }: Period): string => {
  const last = end.subtract({ nanoseconds: 1 });
  const isOneDay = start.toPlainDate().equals(last.toPlainDate());
  return isOneDay ? shortDay(start) : `du ${shortDay(start)} au ${shortDay(last)}`;
};

const COMMON = ['aujourd’hui', 'demain', 'cette semaine', 'ce week-end', 'la semaine prochaine', 'ce mois-ci'];

/** One period, from the first of the days that are said to the end of the last. */
export const days = (summary: string): RequiredOption<Period> => {
  const time = whens(summary);
  const parse: RequiredOption<Period>['parse'] = (raw, context) => {
    const month = parseMonth(raw, context.now.toZonedDateTimeISO(context.place.timeZone));
    if (month) return ok(ofMonth(month, context));
    const found = time.parse(raw, read(context));
    if (!found.ok) return found;
    return found.value.slots.length === 0
      ? fail({ code: 'reading.unclear_time', typed: raw })
      : ok(periodOf(found.value));
  };
  const suggestion = (words: string, context: ReadContext): readonly Suggestion[] => {
    const value = parse(words, context);
    return value.ok ? [{ label: `${words} → ${shown(value.value)}`.slice(0, 100), value: words }] : [];
  };
  return {
    ...time,
    parse,
    find: (sentence, context) => {
      const month = findMonth(sentence, context.now.toZonedDateTimeISO(context.place.timeZone));
      if (month) return ok({ value: ofMonth(month.value, context), sentence: month.sentence });
      const found = time.find(sentence, read(context));
      if (!found.ok || !found.value) return found.ok ? ok(undefined) : found;
      return found.value.value.slots.length === 0
        ? fail({ code: 'reading.unclear_time', typed: leftover(sentence) ?? sentence.text })
        : ok({ value: periodOf(found.value.value), sentence: found.value.sentence });
    },
    print: printed,
    phrase: printed,
    suggest: (raw, context) =>
      raw.trim() === '' ? COMMON.flatMap((words) => suggestion(words, context)) : suggestion(raw.trim(), context),
  };
};

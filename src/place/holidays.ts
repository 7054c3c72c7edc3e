// French public holidays, Easter's included. Pure: the library computes, this file keeps one year's answer.
import Holidays from 'date-holidays';

interface PublicHoliday {
  readonly date: Temporal.PlainDate;
  /** In French. */
  readonly name: string;
  /** In English: `easter-monday`. */
  readonly key: string;
}

/** The library's rule (easter 1: the day after Easter) says which holiday it is, whatever it calls it. */
const KEYS: Readonly<Record<string, string>> = {
  '01-01': 'new-year',
  'easter 1': 'easter-monday',
  '05-01': 'labour-day',
  '05-08': 'victory-1945',
  'easter 39': 'ascension',
  'easter 50': 'whit-monday',
  '07-14': 'national-day',
  '08-15': 'assumption',
  '11-01': 'all-saints',
  '11-11': 'armistice',
  '12-25': 'christmas',
};

const calendar = new Holidays('FR', { languages: ['fr'], types: ['public'] });

const computed = new Map<number, readonly PublicHoliday[]>();

const compute = (year: number): readonly PublicHoliday[] =>
  calendar.getHolidays(year, 'fr').map(({ date, name, rule }) => ({
    date: Temporal.PlainDate.from(date.slice(0, 10)),
    name,
    key: KEYS[rule] ?? rule,
  }));

/** In order of date. None outside these years: the library's calendar is not reliable there. */
export const holidaysOf = (year: number): readonly PublicHoliday[] => {
  if (year < 1900 || year > 2199) return [];
  const known = computed.get(year);
  if (known !== undefined) return known;
  const holidays = compute(year);
  computed.set(year, holidays);
  return holidays;
};

/** Its name in French, or undefined on a day that is not a public holiday. */
export const holidayOn = (date: Temporal.PlainDate): string | undefined =>
  holidaysOf(date.year).find((holiday) => holiday.date.equals(date))?.name;

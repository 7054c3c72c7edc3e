// French public holidays. Pure: a library finds Easter, the law says the rest; one year's answer is kept.
import { easter } from 'date-easter';

interface PublicHoliday {
  readonly date: Temporal.PlainDate;
  /** In French. */
  readonly name: string;
  /** In English: `easter-monday`. */
  readonly key: string;
}

/** Eleven, by article L3133-1 of the Code du travail: a day of the year, or so many days after Easter Sunday. */
const LEGAL: readonly (Omit<PublicHoliday, 'date'> & ({ readonly day: string } | { readonly afterEaster: number }))[] =
  [
    { key: 'new-year', name: 'Jour de l’An', day: '01-01' },
    { key: 'easter-monday', name: 'Lundi de Pâques', afterEaster: 1 },
    { key: 'labour-day', name: 'Fête du Travail', day: '05-01' },
    { key: 'victory-1945', name: 'Victoire de 1945', day: '05-08' },
    { key: 'ascension', name: 'Ascension', afterEaster: 39 },
    { key: 'whit-monday', name: 'Lundi de Pentecôte', afterEaster: 50 },
    { key: 'national-day', name: 'Fête nationale', day: '07-14' },
    { key: 'assumption', name: 'Assomption', day: '08-15' },
    { key: 'all-saints', name: 'Toussaint', day: '11-01' },
    { key: 'armistice', name: 'Armistice de 1918', day: '11-11' },
    { key: 'christmas', name: 'Noël', day: '12-25' },
  ];

const computed = new Map<number, readonly PublicHoliday[]>();

const compute = (year: number): readonly PublicHoliday[] => {
  const sunday = Temporal.PlainDate.from(easter(year));
  return LEGAL.map(({ key, name, ...when }) => ({
    date: 'day' in when ? Temporal.PlainDate.from(`${year}-${when.day}`) : sunday.add({ days: when.afterEaster }),
    name,
    key,
  })).sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
};

/** In order of date. None outside these years: nobody books there, and the law was another. */
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

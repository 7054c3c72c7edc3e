// How dates, hours, durations and numbers are said in French, with the spaces that never break (U+00A0).
const NBSP = '\u00a0';

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

type LocalDay = Temporal.PlainDate | Temporal.ZonedDateTime;
type LocalHour = Temporal.PlainTime | Temporal.ZonedDateTime;

/** « lundi », from the ISO weekday (1 to 7). */
export const weekday = (isoWeekday: number): string => WEEKDAYS[isoWeekday - 1] ?? '';

/** « 24 », « 1er ». */
export const dayOfMonth = (date: LocalDay): string => (date.day === 1 ? '1er' : String(date.day));

/** « mardi 24 novembre ». */
export const shortDay = (date: LocalDay): string =>
  `${weekday(date.dayOfWeek)} ${dayOfMonth(date)}${NBSP}${MONTHS[date.month - 1]}`;

/** « mardi 24 novembre 2026 ». */
export const day = (date: LocalDay): string => `${shortDay(date)} ${date.year}`;

/** « novembre 2026 ». */
export const month = (date: LocalDay): string => `${MONTHS[date.month - 1]} ${date.year}`;

/** « 9 h », « 14 h 30 ». */
export const hour = (time: LocalHour): string =>
  time.minute === 0 ? `${time.hour}${NBSP}h` : `${time.hour}${NBSP}h${NBSP}${String(time.minute).padStart(2, '0')}`;

/** « de 9 h à 12 h 30 »; an end at midnight is said « minuit ». */
export const hours = (start: LocalHour, end: LocalHour): string =>
  `de ${hour(start)} à ${end.hour === 0 && end.minute === 0 ? 'minuit' : hour(end)}`;

/** « mardi 24 novembre 2026, de 9 h à 18 h ». Over several days, both are said in full. */
export const moment = (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): string =>
  start.toPlainDate().equals(end.subtract({ nanoseconds: 1 }).toPlainDate())
    ? `${day(start)}, ${hours(start, end)}`
    : `du ${day(start)} à ${hour(start)} au ${day(end)} à ${hour(end)}`;

/** « mardi 24 novembre, 9 h – 12 h 30 »: where room is scarce. */
export const shortMoment = (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): string =>
  `${shortDay(start)}, ${hour(start)} – ${hour(end)}`;

/** « 4 fois, du mardi 24 novembre au mardi 15 décembre ». */
export const severalTimes = (times: number, first: LocalDay, last: LocalDay): string =>
  `${count(times, 'fois', 'fois')}, du ${shortDay(first)} au ${shortDay(last)}`;

/** « 30 minutes », « 2 heures », « 1 h 30 », « 3 jours ». */
export const duration = (length: Temporal.Duration): string => {
  const minutes = length.total('minutes');
  if (minutes % 1440 === 0) return count(minutes / 1440, 'jour', 'jours');
  if (minutes < 60) return count(minutes, 'minute', 'minutes');
  if (minutes % 60 === 0) return count(minutes / 60, 'heure', 'heures');
  return `${Math.floor(minutes / 60)}${NBSP}h${NBSP}${String(minutes % 60).padStart(2, '0')}`;
};

const numbers = new Intl.NumberFormat('fr-FR');

/** « 1 000 000 ». */
export const number = (value: number): string => numbers.format(value);

/** « 1 place », « 3 places »: in French, zero is singular. */
export const count = (value: number, one: string, many: string): string =>
  `${number(value)}${NBSP}${Math.abs(value) < 2 ? one : many}`;

/** « a, b et c ». */
export const enumerate = (items: readonly string[], last: 'et' | 'ou' = 'et'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

/** « un ordinateur » in its guillemets, with the spaces that they want. */
export const quoted = (text: string): string => `«${NBSP}${text}${NBSP}»`;

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a list that was too long still holds. */
export const more = (left: number): readonly string[] => [`… et ${left} de plus.`];

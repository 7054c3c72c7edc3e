// How people write hours, durations and days in a place file: lenient in form, never in meaning. Undefined: not readable.
import type { DayRange } from './model.ts';

const TIME = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/i;

/** `9:00`, `14 h 30`. */
export const timeIn = (text: string): Temporal.PlainTime | undefined => {
  const [matched, hour, minute = '0'] = TIME.exec(text.trim()) ?? [];
  if (matched === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return new Temporal.PlainTime(Number(hour), Number(minute));
};

/** `9:00-12:30`, `21h – 8h`. The order of the ends is not checked here. */
export const rangeIn = (text: string): DayRange | undefined => {
  const [from = '', to = '', ...others] = text.split(/\s*(?:-|–|—|à)\s*/);
  const [start, end] = [timeIn(from), timeIn(to)];
  return start === undefined || end === undefined || others.length > 0 ? undefined : { start, end };
};

/** Several of them: `9h – 12h30, 14 h à 18 h`. */
export const rangesIn = (text: string): readonly DayRange[] | undefined => {
  const ranges = text
    .replaceAll('\u00a0', ' ')
    .split(/,|;|\bet\b/)
    .map(rangeIn);
  const read = ranges.filter((range) => range !== undefined);
  return read.length === ranges.length ? read : undefined;
};

const UNITS: readonly (readonly [pattern: RegExp, minutes: number])[] = [
  [/^(\d{1,5})\s*(?:min|minutes?)$/i, 1],
  [/^(\d{1,4})\s*(?:h|heures?)$/i, 60],
  [/^(\d{1,4})\s*(?:j|jours?)$/i, 24 * 60],
];
const HOURS_AND_MINUTES = /^(\d{1,4})\s*h\s*(\d{2})$/i;

const minutesIn = (text: string): number | undefined => {
  const [, hours, minutes] = HOURS_AND_MINUTES.exec(text) ?? [];
  if (hours !== undefined && minutes !== undefined) return Number(hours) * 60 + Number(minutes);
  for (const [pattern, unit] of UNITS) {
    const [, amount] = pattern.exec(text) ?? [];
    if (amount !== undefined) return Number(amount) * unit;
  }
  return undefined;
};

/** `30 min`, `2 h`, `1 h 30`, `3 jours` (of 24 hours). In hours and minutes, so that an instant can be moved by it. */
export const durationIn = (text: string): Temporal.Duration | undefined => {
  const minutes = minutesIn(text.replaceAll('\u00a0', ' ').trim());
  return minutes === undefined
    ? undefined
    : Temporal.Duration.from({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
};

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const FRENCH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** `2026-12-24` or `24/12/2026`. */
export const dayIn = (text: string): Temporal.PlainDate | undefined => {
  const iso = ISO.exec(text.trim());
  const french = FRENCH.exec(text.trim());
  const [year, month, day] = iso?.slice(1) ?? french?.slice(1).reverse() ?? [];
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
};

/** A zone with a name: a bare offset would not follow the changes of clock. */
export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
};

/** What two spellings of one name have in common: case, accents, apostrophes, hyphens and spacing do not count. */
export const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

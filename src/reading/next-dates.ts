// The next day of such a number, or of such a number and month; years between 1900 and 2199.

const { compare } = Temporal.PlainDate;

/** Undefined: no such day. */
export const dateOf = (year: number, month: number, day: number): Temporal.PlainDate | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2199) return undefined;
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
  return date.day === day ? date : undefined;
};

const LEAP_CYCLE = 8;

/** The next such day, today included; a 29 February waits for its year. */
export const nextDate = (month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate | undefined => {
  for (let year = today.year; year <= today.year + LEAP_CYCLE; year += 1) {
    const date = dateOf(year, month, day);
    if (date !== undefined && compare(date, today) >= 0) return date;
  }
  return undefined;
};

/** The next month's such day, today included: « le 31 » skips the months that have none. */
export const nextDayOfMonth = (day: number, today: Temporal.PlainDate): Temporal.PlainDate | undefined => {
  for (let ahead = 0; ahead <= 3; ahead += 1) {
    const month = today.with({ day: 1 }).add({ months: ahead });
    const date = dateOf(month.year, month.month, day);
    if (date !== undefined && compare(date, today) >= 0) return date;
  }
  return undefined;
};

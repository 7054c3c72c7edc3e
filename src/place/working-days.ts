// Working days, as people count them who answer one another: Monday to Friday, but for the French public holidays. Pure.
import { holidayOn } from './holidays.ts';

export const isWorkingDay = (date: Temporal.PlainDate): boolean => date.dayOfWeek <= 5 && holidayOn(date) === undefined;

/** The `count`th working day strictly after `date`, whatever day that is. */
export const workingDaysAfter = (date: Temporal.PlainDate, count: number): Temporal.PlainDate => {
  let day = date;
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
};

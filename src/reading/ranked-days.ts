// « le premier mardi de décembre » is a day; « le premier mardi du mois » is one a month.
import { MONTHS, ORDINALS, WEEKDAYS } from './calendar-words.ts';
import { type Line, past, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { match, type Rule, UNCLEAR } from './piece.ts';
import { rankedIn } from './recurrences.ts';

const { compare } = Temporal.PlainDate;

const ordinalAt = (line: Line, at: number): { readonly rank: number; readonly to: number } | undefined => {
  const named = ORDINALS.get(wordAt(line, at));
  if (named !== undefined) return { rank: named, to: at + 1 };
  const said = numberAt(line, at);
  const suffix = wordAt(line, said?.to ?? at);
  return said && said.digits === 1 && ['er', 'e', 'eme', 'nd', 'ieme'].includes(suffix)
    ? { rank: said.value, to: said.to + 1 }
    : undefined;
};

export const rankedRule: Rule = (line, at, { today }) => {
  const ordinal = ordinalAt(line, at);
  const weekday = ordinal && WEEKDAYS.get(wordAt(line, ordinal.to));
  if (ordinal === undefined || weekday === undefined) return undefined;
  const to = ordinal.to + 1;
  const nextMonth = past(line, to, ['du', 'mois', 'prochain']);
  if (nextMonth !== undefined) {
    const month = today.with({ day: 1 }).add({ months: 1 });
    const date = rankedIn(month.year, month.month, weekday, ordinal.rank);
    return match(nextMonth, date ? { is: 'day', date, others: [] } : UNCLEAR);
  }
  const of =
    past(line, to, ['du', 'mois', 'de']) ??
    past(line, to, ['du', 'mois', 'd']) ??
    past(line, to, ['de']) ??
    past(line, to, ['d']);
  const month = of === undefined ? undefined : MONTHS.get(wordAt(line, of));
  if (of === undefined || month === undefined) return match(past(line, to, ['du', 'mois']) ?? to, UNCLEAR);
  const said = numberAt(line, of + 1);
  const years =
    said?.digits === 4 && said.value >= 1900 && said.value < 2200 ? [said.value] : [today.year, today.year + 1];
  const dates = years.map((year) => rankedIn(year, month, weekday, ordinal.rank)).filter((date) => date !== undefined);
  const date = years.length === 1 ? dates[0] : dates.find((each) => compare(each, today) >= 0);
  return match(said?.digits === 4 ? said.to : of + 1, date ? { is: 'day', date, others: [] } : UNCLEAR);
};

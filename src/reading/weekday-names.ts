// Names of weekdays in a sentence, and the days that they fall on.
import { SHORT_WEEKDAYS, WEEKDAYS } from './calendar-words.ts';
import { HOUR_UNITS } from './clock-words.ts';
import { isCourteous } from './courtesies.ts';
import { countsThings } from './dates.ts';
import { daysAfter } from './day-order.ts';
import { isGlued, type Line, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { wordSet } from './word-set.ts';

/** Strictly after `date`. */
export const nextWeekday = (date: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  daysAfter(date, ((weekday - date.dayOfWeek + 6) % 7) + 1);

export const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => daysAfter(date, 1 - date.dayOfWeek);

export const inWeek = (monday: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  daysAfter(monday, weekday - 1);

const UNKNOWN_ONE = new Set(['un', 'une', 'de', 'du', 'mon', 'notre', 'la', 'des', 'jeu', 'a']);
const AROUND = wordSet(`
  matin mat midi aprem apm apres soir soiree prochain pro en a de entre dernier journee
`);

const isDayName = (word: string): boolean => WEEKDAYS.has(word) || SHORT_WEEKDAYS.has(word);

const SEPARATORS = new Set(['/', ',', '-', 'et', 'ou', '+', '&', '.']);

/** « lun/mer/ven » */
const isDayBeside = (line: Line, at: number): boolean => {
  const before = SEPARATORS.has(wordAt(line, at - 1)) ? at - 2 : at - 1;
  const after = SEPARATORS.has(wordAt(line, at + 1)) ? at + 2 : at + 1;
  return isDayName(wordAt(line, before)) || isDayName(wordAt(line, after));
};

/** « ven » is nothing else; Sam may be someone. */
const NO_OTHER_WORD = new Set(['lun', 'ven', 'vend', 'sam', 'dim']);
const WITH_NAMES = new Set(['avec', 'et', 'pour', 'moi', 'chez', 'par', '+']);

/** « mer », « jeu » are days where what follows, a point or the lack of anything else says so. */
const isShortDay = (line: Line, at: number): boolean => {
  const [before, after] = [wordAt(line, at - 1), wordAt(line, at + 1)];
  const isAlone = line.words.every((word, index) => index === at || isCourteous(word));
  const hasPoint = after === '.' && isGlued(line, at + 1);
  if (UNKNOWN_ONE.has(before)) return false;
  if (isAlone || isDayBeside(line, at)) return true;
  if (NO_OTHER_WORD.has(wordAt(line, at)) && !WITH_NAMES.has(before)) return true;
  if (hasPoint)
    return (
      before === 'le' ||
      before === 'ce' ||
      at === 0 ||
      numberAt(line, at + 2) !== undefined ||
      line.words.length > at + 2 ||
      before === ''
    );
  return numberAt(line, at + 1) !== undefined
    ? !countsThings(line, at + 2) || HOUR_UNITS.has(wordAt(line, at + 2))
    : AROUND.has(after);
};

/** The weekday named here, and past it. */
export const weekdayAt = (line: Line, at: number): { readonly weekday: number; readonly to: number } | undefined => {
  const full = WEEKDAYS.get(wordAt(line, at));
  if (full !== undefined) return { weekday: full, to: at + 1 };
  const short = SHORT_WEEKDAYS.get(wordAt(line, at));
  if (short === undefined || !isShortDay(line, at)) return undefined;
  return { weekday: short, to: wordAt(line, at + 1) === '.' && isGlued(line, at + 1) ? at + 2 : at + 1 };
};

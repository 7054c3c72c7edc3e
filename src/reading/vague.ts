// What speaks of time without naming a slot: « un de ces quatre », « avant jeudi », « sauf le matin »; and « maintenant ».
import { WEEKDAYS } from './calendar-words.ts';
import { PRESENT, VAGUE } from './clock-words.ts';
import { dateRule } from './dates.ts';
import { feastRule } from './feasts.ts';
import { pastAny, wordAt } from './line.ts';
import { momentRule } from './moments.ts';
import { phrases } from './phrases.ts';
import { match, type Rule, UNCLEAR } from './piece.ts';
import { relativeDayRule } from './relative-days.ts';
import { weekdayRule } from './weekdays.ts';

/** Whatever else is said. */
const NEVER_CLEAR = phrases([
  'un de ces quatre',
  'un de ces 4',
  'des que possible',
  'un de ces jours',
  'a la meme heure',
  'meme heure',
  'au meme moment',
  'comme d habitude',
  'comme la derniere fois',
  'comme la semaine derniere',
  'comme toujours',
  'comme la fois derniere',
]);

export const vagueRule: Rule = (line, at) => {
  const strong = pastAny(line, at, NEVER_CLEAR);
  if (strong !== undefined) return match(strong, UNCLEAR);
  const to = pastAny(line, at, VAGUE);
  return to === undefined || WEEKDAYS.has(wordAt(line, to)) ? undefined : match(to, { is: 'unclear', weak: true });
};

export const presentRule: Rule = (line, at) => {
  const to = pastAny(line, at, PRESENT);
  return to === undefined ? undefined : match(to, { is: 'soon', minutes: 0 });
};

const DANGLING = phrases(`
  jusqu a, jusqu au, jusqu, jusque, jusqua, avant, avant le, apres, apres le, d ici, d ici le, d ici a,
  d ici au, depuis, depuis le, a partir de, a partir du, a partir, a compter du, a compter de, sauf, sauf le,
  pas, pas le, hors, hormis, ni, apres l, avant l, jusqu a l, jusqu a la, a partir de la, a partir de l,
  apres la, avant la, autre que, jusqu a ce, avant ce, apres ce, excepte, a part, entre
`);
const DAYS: readonly Rule[] = [feastRule, relativeDayRule, weekdayRule, dateRule, momentRule];

/** « jusqu’à jeudi », « avant le 5 », « sauf mardi »: a bound without its other end, or what is not wanted. */
export const danglingRule: Rule = (line, at, present) => {
  const from = pastAny(line, at, DANGLING);
  if (from === undefined) return undefined;
  for (const start of wordAt(line, from - 1) === 'le' ? [from - 1, from] : [from]) {
    const found = DAYS.map((rule) => rule(line, start, present)).find((each) => each !== undefined);
    // « préparation avant Noël » may be a purpose.
    const isWeak = found?.pieces.some((piece) => piece.is === 'day' && piece.weak === true);
    if (found !== undefined) return match(found.to, isWeak ? { is: 'unclear', weak: true } : UNCLEAR);
  }
  return undefined;
};

// Several days at once: « tous les mardis », « la semaine prochaine », « en mars », « pendant 4 semaines ». Said here so that
// it is never read as one slot; series and several slots will be rules of their own.
import { MONTHS, UNITS_OF_DAYS, UNITS_OF_WEEKS, WEEKDAY_PLURALS, WEEKDAYS } from './calendar-words.ts';
import { MOMENT_FAMILIES } from './clock-words.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { match, type Rule, UNCLEAR } from './piece.ts';
import { mondayOf } from './weekday-names.ts';
import { wordSet } from './word-set.ts';

const EACH = phrases(`
  tous les, toutes les, tout les, ts les, chaque, les, chaques, plusieurs, certains
`);
const RECURRING = wordSet(`
  hebdo hebdomadaire hebdomadairement quotidien quotidiennement mensuel mensuellement bimensuel
`);
const PERIODS = new Set([
  ...UNITS_OF_DAYS,
  ...UNITS_OF_WEEKS,
  ...WEEKDAYS.keys(),
  ...WEEKDAY_PLURALS.keys(),
  'mois',
  'weekend',
  'weekends',
  'week',
  ...MOMENT_FAMILIES.flat(),
  'matinees',
  'soirees',
  'apres',
  'midis',
]);
const RATES = phrases(`
  fois par semaine, fois par mois, fois par jour, par semaine, sur deux, un jour sur deux,
  une semaine sur deux, une fois par mois
`);

/** « du 24 au 26 » */
const isBetweenDays = (line: Line, at: number): boolean =>
  wordAt(line, at) === 'du' &&
  numberAt(line, at + 1) !== undefined &&
  wordAt(line, at + 2) === 'au' &&
  numberAt(line, at + 3) !== undefined;

/** « tous les mardis », « chaque semaine », « les 3 et 4 mars », « toutes les deux semaines ». */
export const seriesRule: Rule = (line, at) => {
  const rate = pastAny(line, at, RATES);
  if (rate !== undefined) return match(rate, { is: 'unclear', weak: true });
  if (RECURRING.has(wordAt(line, at))) return match(at + 1, { is: 'unclear', weak: true });
  if (isBetweenDays(line, at)) return match(at + 4, UNCLEAR);
  const each = pastAny(line, at, EACH);
  if (each === undefined) return undefined;
  const counted = numberAt(line, each);
  const to = counted?.to ?? each;
  const isSeries =
    PERIODS.has(wordAt(line, to)) &&
    !(wordAt(line, to) === 'apres' && wordAt(line, to + 1) !== 'midi' && wordAt(line, to + 2) !== 'midi');
  if (isSeries) return match(to + 1, UNCLEAR);
  const isList =
    wordAt(line, at) === 'les' &&
    counted !== undefined &&
    counted.digits > 0 &&
    /^(?:et|,|ou|-|au)$/.test(wordAt(line, to));
  return isList ? match(to, UNCLEAR) : undefined;
};

const NEXT_WEEK = phrases(`
  la semaine prochaine, semaine prochaine, la semaine pro, semaine pro, la sem prochaine, sem prochaine,
  la semaine qui vient, la semaine a venir, sem pro
`);
const THIS_WEEK = phrases(['cette semaine', 'cette sem', 'dans la semaine', 'la semaine en cours']);
const SPANS = phrases(`
  la fin de la semaine, fin de la semaine, la fin du mois, la premiere semaine, la derniere semaine, le dernier jour,
  le premier jour du mois, les premiers jours,
  la semaine d apres, semaine d apres, l autre semaine, sous huitaine, sous quinzaine, la semaine suivante,
  la semaine derniere, semaine derniere, la semaine passee, le mois prochain, mois prochain, le mois dernier,
  ce mois ci, ce mois, l annee prochaine, l an prochain, l annee derniere, ce week end, ce weekend, ce we,
  le week end prochain, le weekend prochain, week end prochain, weekend prochain, le we prochain, we prochain,
  ces jours ci, dans le mois, cet ete, cet hiver, cet automne, ce printemps, le week end, week end, weekend,
  pendant les vacances, aux vacances, a la rentree, le trimestre prochain, ce trimestre, toute la semaine,
  la semaine entiere, semaine complete
`);
const IN_MONTH = phrases(`
  en, debut, fin, mi, courant, au mois de, au mois d, au debut de, dans le mois de, a la mi,
  pendant le mois de
`);
const WEEK_NUMBER = phrases(['semaine du', 'semaine', 'la semaine du', 'sem', 'la semaine']);

export const periodRule: Rule = (line, at, { today }) => {
  const next = pastAny(line, at, NEXT_WEEK);
  if (next !== undefined) return match(next, { is: 'week', monday: mondayOf(today).add({ weeks: 1 }) });
  const current = pastAny(line, at, THIS_WEEK);
  if (current !== undefined) return match(current, { is: 'week', monday: mondayOf(today) });
  const span = pastAny(line, at, SPANS);
  if (span !== undefined) return match(span, UNCLEAR);
  const month = pastAny(line, at, IN_MONTH) ?? at;
  const isMonth = MONTHS.has(wordAt(line, month)) && wordAt(line, month).length > 3;
  if (isMonth || (month > at && wordAt(line, month) === 'mai')) return match(month + 1, { is: 'unclear', weak: true });
  const week = pastAny(line, at, WEEK_NUMBER);
  const said = week === undefined ? undefined : numberAt(line, week);
  return said?.digits ? match(said.to, UNCLEAR) : undefined;
};

const COUNTED_DAYS = new Set([...UNITS_OF_DAYS, ...UNITS_OF_WEEKS, 'mois', 'nuits', 'seances', 'fois']);
const DAYS_LONG = phrases(['pendant', 'durant', 'pour', 'sur']);

/** « pendant 4 semaines », « 2 jours »: more than a slot. */
export const severalDaysRule: Rule = (line: Line, at) => {
  const from = pastAny(line, at, DAYS_LONG) ?? at;
  const said = numberAt(line, from);
  const isOne = said?.value === 1;
  return said !== undefined &&
    COUNTED_DAYS.has(wordAt(line, said.to)) &&
    !(isOne && UNITS_OF_DAYS.has(wordAt(line, said.to)))
    ? match(said.to + 1, UNCLEAR)
    : undefined;
};

// What speaks of time without naming a slot: « un de ces quatre », « avant jeudi », « sauf le matin »; and « maintenant ».

import { WEEKDAYS } from './calendar-words.ts';
import { clockAt } from './clock.ts';
import { PRESENT, VAGUE } from './clock-words.ts';
import { countsThings, dateRule, dayNumberAt } from './dates.ts';
import { feastRule } from './feasts.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { momentRule } from './moments.ts';
import { phrases } from './phrases.ts';
import { type Match, match, type Present, type Rule, UNCLEAR } from './piece.ts';
import { reader } from './reader.ts';
import { relativeDayRule } from './relative-days.ts';
import { weekdayRule } from './weekdays.ts';

/** Whatever else is said. */
const NEVER_CLEAR = phrases([
  'un de ces quatre',
  'un de ces 4',
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

const LATER_TODAY = phrases('tout a l heure, plus tard, un peu plus tard');

/** « tout à l’heure à 15h » is today. */
const laterAt = (line: Line, at: number, { today }: Present): Match | undefined => {
  const to = pastAny(line, at, LATER_TODAY);
  const from = to !== undefined && ['a', 'vers', 'des'].includes(wordAt(line, to)) ? to + 1 : to;
  const isTimed = from !== undefined && clockAt(line, from)?.at !== undefined;
  return to !== undefined && isTimed ? match(to, { is: 'day', date: today, others: [] }) : undefined;
};

export const vagueRule: Rule = (line, at, present) => {
  const later = laterAt(line, at, present);
  if (later !== undefined) return later;
  const strong = pastAny(line, at, NEVER_CLEAR);
  if (strong !== undefined) return match(strong, UNCLEAR);
  const to = pastAny(line, at, VAGUE);
  // « un jour sur deux » comes back.
  const isOther = to === undefined || WEEKDAYS.has(wordAt(line, to)) || wordAt(line, to) === 'sur';
  return isOther ? undefined : match(to, { is: 'unclear', weak: true });
};

const SOONEST = phrases(`
  des que possible, dqp, asap, a s a p, au plus vite, au plus tot, le plus tot possible, le plus vite possible,
  le plus rapidement possible, des que c est possible, des que c est libre, des que libre, des que ca se libere,
  quand c est libre, quand ce sera libre, le prochain creneau, le prochain creneau libre, le prochain creneau disponible,
  prochain creneau libre, prochain creneau, prochain creneau disponible, premier creneau libre, le premier creneau libre,
  premier creneau disponible, le premier creneau disponible, premiere dispo, des qu il y a de la place, en urgence,
  quand il y a de la place, quand y a de la place, quand il y aura de la place, des qu une place se libere,
  as soon as possible, le plus tot, prochaine dispo, prochaine disponibilite
`);

/** « dès que possible »: no time, but the first that is free. */
export const soonestRule: Rule = (line, at) => {
  const to = pastAny(line, at, SOONEST);
  return to === undefined ? undefined : match(to, { is: 'asap' });
};

export const presentRule: Rule = (line, at) => {
  const to = pastAny(line, at, PRESENT);
  return to === undefined ? undefined : match(to, { is: 'soon', minutes: 0 });
};

const DANGLING = phrases(`
  jusqu a, jusqu au, jusqu, jusque, jusqua, avant, avant le, apres, apres le, d ici, d ici le, d ici a,
  d ici au, depuis, depuis le, a partir de, a partir du, a partir, a compter du, a compter de, sauf, sauf le,
  pas, pas le, hors, hormis, ni, apres l, avant l, jusqu a l, jusqu a la, a partir de la, a partir de l,
  apres la, avant la, au lieu de, au lieu du, a la place de, a la place du, plutot que, plutot que de, autre que, jusqu a ce, avant ce, apres ce, excepte, a part, entre
`);
/** « si ça ne vous dérange pas, jeudi » */
const POLITE = new Set(['derange', 'derangeait', 'gene', 'embete', 'ennuie', 'hesitez', 'hesite']);
const DAYS: readonly Rule[] = [feastRule, relativeDayRule, weekdayRule, dateRule, momentRule];

/** « jusqu’à jeudi », « avant le 5 », « sauf mardi »: a bound without its other end, or what is not wanted. */
export const danglingRule: Rule = (line, at, present) => {
  const from = pastAny(line, at, DANGLING);
  if (from === undefined || POLITE.has(wordAt(line, at - 1))) return undefined;
  for (const start of wordAt(line, from - 1) === 'le' ? [from - 1, from] : [from]) {
    const found = DAYS.map((rule) => rule(line, start, present)).find((each) => each !== undefined);
    // « préparation avant Noël » may be a purpose.
    const isWeak = found?.pieces.some((piece) => piece.is === 'day' && piece.weak === true);
    if (found !== undefined) return match(found.to, isWeak ? { is: 'unclear', weak: true } : UNCLEAR);
  }
  return undefined;
};

/** « je ne serai pas là jeudi » */
const NOT_COMING = phrases(
  `serai serons sera seront viens viendrai vient viendra venons viendrons peux pourrai peut pourra pouvons pourrons suis`
    .split(' ')
    .map((verb) => `${verb} pas`),
);

export const absentRule: Rule = (line, at) => {
  const to = pastAny(line, at, NOT_COMING);
  return to === undefined ? undefined : match(to, UNCLEAR);
};

export const absent = reader(absentRule, NOT_COMING);

const ABOUT = phrases('vers, vers le, autour du, aux alentours du, aux environs du, aux alentours de, courant');
const DATED: readonly Rule[] = [feastRule, relativeDayRule, weekdayRule, dateRule];

/** « vers mardi », « autour du 15 »: which day, then? */
export const aboutDayRule: Rule = (line, at, present) => {
  const from = pastAny(line, at, ABOUT);
  if (from === undefined) return undefined;
  const found = DATED.map((rule) => rule(line, from, present)).find((each) => each !== undefined);
  if (found !== undefined) return match(found.to, UNCLEAR);
  const day = ['le', 'du'].includes(wordAt(line, from - 1)) ? dayNumberAt(line, from) : undefined;
  return day === undefined || countsThings(line, day.to) ? undefined : match(day.to, UNCLEAR);
};

export const aboutDays = reader(aboutDayRule, ABOUT);
export const vague = reader(vagueRule, NEVER_CLEAR, VAGUE, LATER_TODAY);
export const soonest = reader(soonestRule, SOONEST);
export const presentWords = reader(presentRule, PRESENT);
export const dangling = reader(danglingRule, DANGLING);

// Hours within a day: « à partir de 14h », « jusqu’à midi », « à 14h30 », « pendant 2h », « (2h) ».

import { MONTHS } from './calendar-words.ts';
import { boundAt, clockAt, edgeAt, NAMED_HOURS } from './clock.ts';
import { MINUTE_UNITS } from './clock-words.ts';
import { countsNothing } from './courtesies.ts';
import { countsThings } from './dates.ts';
import { durationAt, FRACTION_WORDS } from './duration.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type Match, match, type Rule, UNCLEAR } from './piece.ts';
import { NUMBERS, reader } from './reader.ts';
import { wordSet } from './word-set.ts';

const DAY = 24 * 60;

const FROM = phrases(`
  a partir de, a partir d, a partir, apartir de, apartir, a compter de, des, depuis, apres, au dela de,
  pas avant, a partir de vers, des la, a partir de la, a partir de l, des l
`);
const UNTIL = phrases(`
  jusqu a, jusqu au, jusqu, jusque, jusqua, jusque vers, jusqu a la, jusqu a l, avant, avant la,
  au plus tard a, pas apres, jusqu en, au plus tard, max, maxi, maximum, grand max, pas plus tard que,
  non pas plus tard que, et pas plus tard que, pour finir a, et finir a, et repartir a, et depart a, depart a, sortie a,
  fin a, fin, fini a, till, until, to
`);

const AND = new Set(['et', 'puis']);
const WHO = new Set(['je', 'on', 'nous']);
const LEAVING = wordSet(`
  repars pars finis termine quitte repartirai partirai finirai terminerai repart part finit repartira partira finira
  terminera repartons partons finissons terminons repartirons partirons finirons terminerons
`);
const LEAVING_AT = phrases('a, vers, avant, sur les coups de, vers les');

/** « je repars à 16h », « et on repartira vers 17h »: past the words before the hour. */
const leavingAt = (line: Line, at: number): number | undefined => {
  const who = AND.has(wordAt(line, at)) ? at + 1 : at;
  return WHO.has(wordAt(line, who)) && LEAVING.has(wordAt(line, who + 1))
    ? pastAny(line, who + 2, LEAVING_AT)
    : undefined;
};

const bounded = (line: Line, from: number | undefined, is: 'from' | 'until'): Match | undefined => {
  const clock = from === undefined ? undefined : boundAt(line, from);
  if (clock === undefined) return undefined;
  const value = is === 'until' && clock.at === 0 ? DAY : clock.at;
  return match(clock.to, value === undefined ? UNCLEAR : { is, clock: value });
};

export const fromRule: Rule = (line, at) => bounded(line, pastAny(line, at, FROM), 'from');
export const untilRule: Rule = (line, at) => bounded(line, leavingAt(line, at) ?? pastAny(line, at, UNTIL), 'until');

const LASTING = phrases(`
  pendant, durant, pdt, pour une duree de, d une duree de, d une duree d, une duree d, pour une duree d, duree d, une duree de, duree, duree :, duree de,
  sur une duree de, creneau de, creneau d, (, +, durant environ, pendant environ, pour environ,
  pendant au moins, duree : environ
`);
const PERHAPS_LASTING = phrases(['pour', 'de', 'd', 'sur']);
const LONGEST_SAID = 10 * 60;

/** « pendant 2h » is a duration whatever its length; « pour 3h » too, but « pour 14h » is an hour. */
export const durationRule: Rule = (line, at) => {
  const lasting = pastAny(line, at, LASTING);
  const perhaps = lasting === undefined ? pastAny(line, at, PERHAPS_LASTING) : undefined;
  const from = lasting ?? perhaps ?? at;
  const duration = durationAt(line, from);
  if (duration === undefined) return undefined;
  const { to, minutes } = duration;
  // « (14h) » is an hour in parentheses.
  const isHour =
    duration.likeClock &&
    minutes >= 7 * 60 &&
    (perhaps !== undefined || wordAt(line, at) === '(' || wordAt(line, at) === '+');
  if (lasting === undefined && perhaps === undefined && duration.likeClock) return undefined;
  if (isHour)
    return minutes > LONGEST_SAID || wordAt(line, at) !== 'pour'
      ? undefined
      : match(to, { is: 'hours', minutes, lasting: true });
  return match(to, minutes <= 0 ? UNCLEAR : { is: 'duration', minutes });
};

const AT = phrases(`
  a, vers, a vers, vers les, autour de, aux alentours de, aux environs de, environ, sur les coups de, sur le coup de, sur le coup des, sur les coups des,
  a environ, a partir, @, des, pour, pour les, de, d, heure :, vers environ, debut, debut a, debut :
`);
const HOURLY = new Set(['a', 'vers', 'autour', 'aux', 'sur', '@', 'environ', 'heure', 'debut', 'des']);
const AT_EDGE = phrases(['a l', 'a la', 'des l']);

const ABOUT = phrases(`
  vers, vers les, aux alentours de, aux environs de, autour de, sur les coups de, sur le coup de
`);
const EARLIEST = 7;
const LATEST = 22;

/** « vers 14 »: an hour, for nobody comes about fourteen. */
const aboutAt = (line: Line, at: number): Match | undefined => {
  const from = pastAny(line, at, ABOUT);
  const said = from === undefined ? undefined : numberAt(line, from);
  const isHour =
    said !== undefined &&
    said.digits > 0 &&
    said.value >= EARLIEST &&
    said.value <= LATEST &&
    !countsThings(line, said.to) &&
    countsNothing(wordAt(line, said.to)) &&
    !['/', '-', '.'].includes(wordAt(line, said.to)) &&
    !MONTHS.has(wordAt(line, said.to));
  return isHour ? match(said.to, { is: 'at', clock: said.value * 60 }) : undefined;
};

/** « à 14h », « vers 9h30 », « 14h »; alone, « 2h » may be a duration too. */
export const atRule: Rule = (line, at) => {
  const edge = pastAny(line, at, AT_EDGE);
  const place = edge === undefined ? undefined : edgeAt(line, edge);
  if (place !== undefined && place.at === 'opening') return match(place.to, { is: 'at', clock: place.at });
  const opener = pastAny(line, at, AT);
  const clock = clockAt(line, opener ?? at);
  if (clock === undefined) return aboutAt(line, at);
  // Nobody comes at 24:00: « les 24 heures du code ».
  if (clock.at === undefined || clock.at === DAY) return match(clock.to, UNCLEAR);
  if (clock.sure || HOURLY.has(wordAt(line, at))) return match(clock.to, { is: 'at', clock: clock.at });
  const minutes = typeof clock.at === 'number' ? clock.at : 0;
  return MINUTE_UNITS.has(wordAt(line, clock.to)) ? undefined : match(clock.to, { is: 'hours', minutes });
};

export const beginnings = reader(fromRule, FROM);
export const endings = reader(untilRule, UNTIL, AND, WHO);
export const durations = reader(durationRule, LASTING, PERHAPS_LASTING, FRACTION_WORDS, NUMBERS);
export const hours = reader(atRule, AT, AT_EDGE, NAMED_HOURS, NUMBERS);

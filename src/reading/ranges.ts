// From one hour to another: « 14h-16h », « de 9 à 12h », « entre midi et deux », « 14h 16h ».

import { MONTHS } from './calendar-words.ts';
import { boundAt, type Clock, clockAt, EDGE_WORDS, edgeAt, isShort, NAMED_HOURS } from './clock.ts';
import { HEADS, MOMENT_FAMILIES } from './clock-words.ts';
import { countsNothing } from './courtesies.ts';
import { countsThings } from './dates.ts';
import { isGlued, type Line, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import { type ClockValue, type Match, match, type Piece, type Rule, UNCLEAR } from './piece.ts';
import { NUMBERS, reader } from './reader.ts';
import { saysTime } from './spelling.ts';

const NOON = 12 * 60;
const DAY = 24 * 60;

/** « 14 » in « 14-16h », « de 9 à 12h »: a number that only its neighbour makes an hour. */
const bareAt = (line: Line, at: number): Clock | undefined => {
  const said = numberAt(line, at);
  if (
    said === undefined ||
    said.digits > 2 ||
    said.value > 24 ||
    wordAt(line, at) === 'un' ||
    wordAt(line, at) === 'une'
  )
    return undefined;
  return { to: said.to, at: said.value * 60, sure: false };
};

const OPENERS = phrases(['de', 'd', 'entre', 'depuis', 'des', 'from', 'a partir de', 'creneau']);
const LINKS = phrases(`
  a, au, -, - >, = >, >, /, jusqu a, jusqu au, jusque, jusqua, jusqu, .., ..., …, ~, jusqu a l, a l,
  jusqu a la, to, --
`);
const PAIRED = phrases(['et', 'a', '-', '&', 'jusqu a']);

const rangePiece = (start: ClockValue, end: ClockValue): Piece => {
  if (typeof start !== 'number' || typeof end !== 'number' || start < end) return { is: 'range', start, end };
  const isNight = start >= 18 * 60 && end <= 6 * 60;
  return isNight ? { is: 'range', start, end: end + DAY } : UNCLEAR;
};

/** « de 2h à 4h de l’après-midi », « midi à 2 »: what one end says of the other. */
const completed = (from: Clock, to: Clock): readonly [ClockValue | undefined, ClockValue | undefined] => {
  const [start, end] = [from.at, to.at];
  if (typeof start !== 'number' || typeof end !== 'number') return [start, end];
  if (start === NOON && from.sure && !to.sure && end > 0 && end <= 6 * 60) return [start, end + NOON];
  if (!from.sure && to.sure && end > NOON && start < NOON && start + NOON < end && end !== NOON)
    return isAfternoonSaid(from, to) ? [start + NOON, end] : [start, end];
  if (end === 0) return [start, DAY];
  return [start, end];
};

/** The first hour is short, the second was said to be of the afternoon. */
const isAfternoonSaid = (from: Clock, to: Clock): boolean => isShort(from) && to.sure;

/** « jeudi 14-16 », « entre 9 et 12 »: no mark of hours at all, but nothing else that it could be. */
const isBareRange = (line: Line, at: number, from: Clock, to: Clock, hasOpener: boolean): boolean => {
  if (
    typeof from.at !== 'number' ||
    typeof to.at !== 'number' ||
    from.at >= to.at ||
    from.at < 7 * 60 ||
    to.at > 22 * 60
  )
    return false;
  const isAllInOne = isGlued(line, from.to) && ['-', '/'].includes(wordAt(line, from.to)) && isGlued(line, from.to + 1);
  return (
    (hasOpener || isAllInOne) &&
    !MONTHS.has(wordAt(line, to.to)) &&
    (countsNothing(wordAt(line, to.to)) || wordAt(line, to.to) === 'demain' || line.tokens[to.to]?.taken === true) &&
    wordAt(line, at) !== 'le'
  );
};

/** « après-midi de 2 à 4 » are hours of it; without it, nobody knows. */
const ofTheAfternoon = (line: Line, at: number, from: Clock, to: Clock): Match | undefined => {
  if (!mayBeHours(line, at, from, to) || from.at === undefined || to.at === undefined) return undefined;
  return match(to.to, MOMENTS.has(wordAt(line, at - 1)) ? { is: 'range', start: from.at, end: to.at } : UNCLEAR);
};
const MOMENTS = new Set(MOMENT_FAMILIES.flat());

/** « demain de 2 à 4 »: of the afternoon, most likely; « un groupe de 2 à 4 » are people. */
const mayBeHours = (line: Line, at: number, from: Clock, to: Clock): boolean =>
  wordAt(line, at) === 'de' &&
  typeof from.at === 'number' &&
  typeof to.at === 'number' &&
  from.at > 0 &&
  from.at < to.at &&
  (saysTime(wordAt(line, at - 1)) || countsNothing(wordAt(line, at - 1))) &&
  !HEADS.has(wordAt(line, at - 1)) &&
  countsNothing(wordAt(line, to.to));

/** « une heure à 14h » lasts an hour. */
const isStay = (from: Clock, to: Clock): boolean =>
  !from.sure && typeof from.at === 'number' && from.at > 0 && from.at < LONGEST_STAY && !isShort(to) && !to.sure;
const LONGEST_STAY = 5 * 60;

export const rangeRule: Rule = (line, at) => {
  const opener = pastAny(line, at, OPENERS);
  const start = opener ?? at;
  const from = boundAt(line, start) ?? bareAt(line, start);
  if (from === undefined) return undefined;
  const isPaired = opener !== undefined && wordAt(line, at) === 'entre';
  const link = pastAny(line, from.to, isPaired ? PAIRED : LINKS);
  const hour = link === undefined ? undefined : boundAt(line, link);
  const to = link === undefined ? undefined : (hour ?? bareAt(line, link));
  if (to === undefined) return juxtaposed(line, at, opener);
  const [isFromBare, isToBare] = [
    clockAt(line, start) === undefined && edgeAt(line, start) === undefined,
    hour === undefined,
  ];
  if (
    isToBare &&
    (countsThings(line, to.to) ||
      HEADS.has(wordAt(line, to.to)) ||
      MONTHS.has(wordAt(line, to.to)) ||
      wordAt(line, to.to) === '/')
  )
    return undefined;
  if (isFromBare && isToBare && !isBareRange(line, at, from, to, opener !== undefined))
    return opener !== undefined ? ofTheAfternoon(line, at, from, to) : undefined;
  // « pour 2 à 14h » is two people at two o’clock.
  if (isFromBare && typeof from.at === 'number' && from.at < 7 * 60 && (opener === undefined || !isShort(to)))
    return undefined;
  // « pour 12 à 14h » too.
  if (isFromBare && opener === undefined && wordAt(line, at - 1) === 'pour' && wordAt(line, from.to) === 'a')
    return undefined;
  if (opener === undefined && isStay(from, to) && wordAt(line, from.to) === 'a') return undefined;
  const [first, last] = completed(from, to);
  // « 14h à 3 » is three people at two o’clock.
  if (isToBare && typeof first === 'number' && typeof last === 'number' && last <= first) return undefined;
  return match(to.to, first === undefined || last === undefined ? UNCLEAR : rangePiece(first, last));
};

/** « 14h 16h »: the second hour is the end. */
const juxtaposed = (line: Line, at: number, opener: number | undefined): Match | undefined => {
  const from = clockAt(line, opener ?? at);
  const to = from && clockAt(line, from.to);
  if (typeof from?.at !== 'number' || typeof to?.at !== 'number' || isShort(from) || isShort(to) || to.at <= from.at)
    return undefined;
  return match(to.to, { is: 'range', start: from.at, end: to.at });
};

export const ranges = reader(rangeRule, OPENERS, EDGE_WORDS, NAMED_HOURS, NUMBERS);

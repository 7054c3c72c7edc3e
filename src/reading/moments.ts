// Parts of the day: « matin », « cet après-midi », « ce soir ».

import { MONTHS, RELATIVE_DAYS, WEEKDAYS } from './calendar-words.ts';
import { clockAt } from './clock.ts';
import { HOUR_UNITS, NOUN_MOMENTS } from './clock-words.ts';
import { isCourteous } from './courtesies.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { isUnknownMoment, momentAt, momentStarts } from './moment-names.ts';
import { phrases } from './phrases.ts';
import { match, type Piece, type Rule, UNCLEAR } from './piece.ts';
import { placeReader } from './reader.ts';
import { wordSet } from './word-set.ts';

const THIS = new Set(['ce', 'cet', 'cette', 'c', 'ct', 'cett']);
const CUES = new Set(['en', 'la', 'cette', 'l', 'dans', 'toute', 'de', 'd']);
const WITHIN = phrases(`
  dans la, dans l, dans le, en, toute la, tout l, tout le, toute l, le, la, l
`);
const NOON_HOUR = 12 * 60;

/** « soirée jeux », « matinée découverte » name what is done, unless something around says that it is when. */
const isNoun = (line: Line, at: number, to: number, word: string): boolean =>
  NOUN_MOMENTS.has(word) &&
  !CUES.has(wordAt(line, at - 1)) &&
  /^[a-z]/.test(wordAt(line, to)) &&
  !AFTER_MOMENT.has(wordAt(line, to));

const AFTER_MOMENT = wordSet(`
  pour avec a de au dans en entre vers stp svp merci des
`);

const OF = new Set(['du', 'de', 'd']);
const DAYS = new Set([...WEEKDAYS.keys(), ...MONTHS.keys(), ...RELATIVE_DAYS.keys(), ...HOUR_UNITS]);

/** « cours du soir », « café du matin »: the name of something, if an hour is said elsewhere. */
const belongsToNoun = (line: Line, at: number): boolean => {
  const noun = wordAt(line, at - 2);
  return OF.has(wordAt(line, at - 1)) && /^[a-z]{3,}$/.test(noun) && !DAYS.has(noun) && !isCourteous(noun);
};

export const momentRule: Rule = (line, at, { place, today }) => {
  const isThis = THIS.has(wordAt(line, at));
  const within = isThis ? at + 1 : (pastAny(line, at, WITHIN) ?? at);
  const moment = momentAt(line, within, place) ?? momentAt(line, at, place);
  if (moment === undefined && isUnknownMoment(line, within, place)) return match(within + 1, UNCLEAR);
  // « midi et demi » is an hour.
  const isHour = moment !== undefined && (clockAt(line, within)?.to ?? 0) > moment.to;
  if (moment === undefined || isHour || isNoun(line, within, moment.to, moment.word)) return undefined;
  const weak = belongsToNoun(line, at) ? ({ weak: true } as const) : {};
  const alone = moment.word === 'midi' && !isThis ? { alone: NOON_HOUR } : {};
  const piece: Piece = { is: 'moment', ...moment.part, ...alone, ...weak };
  const day = isThis ? [{ is: 'day', date: today, others: [] } as const] : [];
  return match(moment.to, ...day, piece);
};

export const moments = placeReader(momentRule, (place) => [...THIS, ...WITHIN.keys(), ...momentStarts(place)]);

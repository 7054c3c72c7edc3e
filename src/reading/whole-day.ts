// « toute la journée », « dans la journée », « une demi-journée ».

import { type Line, pastAny, wordAt } from './line.ts';
import { phrases } from './phrases.ts';
import { match, type Rule } from './piece.ts';
import { reader } from './reader.ts';
import { wordSet } from './word-set.ts';

const WHOLE = phrases(`
  toute la journee, toute une journee, la journee entiere, la journee complete, une journee entiere,
  une journee complete, journee entiere, journee complete, tte la journee, toute journee, pour la journee,
  sur la journee, a la journee, en journee, la journee, une journee, 1 journee, le jour entier, 1 jour,
  un jour entier, pendant la journee, pendant une journee, full day, du matin au soir,
  toute la sainte journee, toute la jrnee
`);
const ANY_HOUR = phrases(`
  dans la journee, en cours de journee, dans le courant de la journee, au cours de la journee,
  n importe quelle heure, a n importe quelle heure, peu importe l heure, heure indifferente
`);
const HALF_DAY = phrases(`
  une demi journee, la demi journee, demi journee, 1 / 2 journee, une demie journee, demie journee, half day, une half day
`);

const NAMING = wordSet(`
  de des d du portes porte mondiale nationale internationale ess decouverte detude
`);
const DAY_AFTER = /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|hier|aujourdhui|aujourd|apres|\d+)$/;

/** « la journée des associations » is a name. */
const isName = (line: Line, to: number): boolean =>
  NAMING.has(wordAt(line, to)) && !DAY_AFTER.test(wordAt(line, to + 1));

export const wholeDayRule: Rule = (line, at) => {
  const any = pastAny(line, at, ANY_HOUR);
  if (any !== undefined) return match(any, { is: 'any-hour' });
  const half = pastAny(line, at, HALF_DAY);
  if (half !== undefined) return match(half, { is: 'half-day' });
  const whole = pastAny(line, at, WHOLE) ?? loneJournee(line, at);
  return whole === undefined || isName(line, whole) ? undefined : match(whole, { is: 'whole-day' });
};

/** « jeudi journée »: the bare word, at the end or before something else that is known. */
const loneJournee = (line: Line, at: number): number | undefined =>
  wordAt(line, at) === 'journee' && !/^[a-z]/.test(wordAt(line, at + 1)) ? at + 1 : undefined;

export const wholeDays = reader(wholeDayRule, WHOLE, ANY_HOUR, HALF_DAY, new Set(['journee']));

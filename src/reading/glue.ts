// The small words around what was said of time: taken with it, so that they are no purpose. And what of it is left over
// that may still be a time: then nothing was understood for certain.
import { HEADS } from './clock-words.ts';
import { countsNothing } from './courtesies.ts';
import { countsThings } from './dates.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { numberAt } from './numbers.ts';
import { phrases } from './phrases.ts';
import type { PlacedPiece } from './pieces.ts';
import { isNearlyADay } from './spelling.ts';
import { wordSet } from './word-set.ts';

const BEFORE = wordSet(`
  le la l les ce cet cette a au pour de d du des en dans sur vers entre , ( prevu
  prevue date jour heure horaire horaires jours quand : - @ plutot ; environ soit creneau
  pendant durant lors
`);
const AFTER = wordSet(') , . ; tot tard ? ! environ pile - exactement courant inclus compris entiere entier');

/** What was said, and the small words that touch it. */
export const glued = (line: Line, said: ReadonlySet<number>): ReadonlySet<number> => {
  const taken = new Set(said);
  for (const at of said) {
    for (let before = at - 1; !taken.has(before) && BEFORE.has(wordAt(line, before)); before -= 1) taken.add(before);
    for (let after = at + 1; !taken.has(after) && AFTER.has(wordAt(line, after)); after += 1) taken.add(after);
  }
  return taken;
};

const LISTING_BEFORE = new Set(['au', 'a', '-', 'et', 'ou', '&', '/', ',']);
const LISTING_AFTER = new Set(['au', '-', 'et', 'ou', '&', ',', '/']);

/** « 3 et 5 mars »: a number joined to a day from before. Not « pour 3, le 5 mars ». */
const isListedBefore = (line: Line, said: ReadonlySet<number>, from: number): boolean => {
  const cue = ['le', 'du', 'l'].includes(wordAt(line, from - 1)) ? from - 1 : from;
  const joint = cue - 1;
  if (!LISTING_BEFORE.has(wordAt(line, joint)) || said.has(joint)) return false;
  const at = joint - 1;
  const isNumber =
    /^\d{1,2}(?:er)?$/.test(wordAt(line, at)) || (wordAt(line, at) === 'er' && /^\d$/.test(wordAt(line, at - 1)));
  return (
    isNumber && !said.has(at) && !['pour', 'x', 'sommes', 'sera', 'bureau', 'salle'].includes(wordAt(line, at - 1))
  );
};

/** « le 5 et 6 », « jeudi 26, 27 », « demain 14 »: a number left beside a day, that counts nothing. */
const isListedAfter = (line: Line, said: ReadonlySet<number>, to: number): boolean => {
  const joined = LISTING_AFTER.has(wordAt(line, to));
  const from = joined ? to + 1 : to;
  const at = joined && ['le', 'du'].includes(wordAt(line, from)) ? from + 1 : from;
  // « 6/8 personnes »
  if (LISTING_AFTER.has(wordAt(line, at + 1)) && HEADS.has(wordAt(line, at + 3))) return false;
  const said1 = /^\d{1,4}$/.test(wordAt(line, at)) ? numberAt(line, at) : undefined;
  if (said1 === undefined || said.has(at) || countsThings(line, said1.to) || HEADS.has(wordAt(line, said1.to)))
    return false;
  return countsNothing(wordAt(line, said1.to)) || joined;
};

const COUNTING_CUES = wordSet('pour x sommes sera serons bureau salle + à a @');

/** « 24 14h »: a day, most likely, but nothing says so. */
const isNumberBefore = (line: Line, said: ReadonlySet<number>, from: number): boolean =>
  /^\d{1,2}$/.test(wordAt(line, from - 1)) && !said.has(from - 1) && !COUNTING_CUES.has(wordAt(line, from - 2));

const HOURLIKE = new Set(['a', 'vers']);

/** « demain à 14 »: most likely an hour, but it may be people. */
const isHalfSaidHour = (line: Line, said: ReadonlySet<number>, to: number): boolean => {
  const number =
    HOURLIKE.has(wordAt(line, to)) && !said.has(to) && /^\d{1,2}$/.test(wordAt(line, to + 1))
      ? numberAt(line, to + 1)
      : undefined;
  return (
    number !== undefined &&
    number.value >= 7 &&
    number.value <= 22 &&
    !HEADS.has(wordAt(line, number.to)) &&
    countsNothing(wordAt(line, number.to))
  );
};

const DANGLING = wordSet('apres avant jusqu jusque jusqua compter sauf excepte');

/** « jeudi après la réunion »: bounded by something that only they know. */
const isBounded = (line: Line, said: ReadonlySet<number>, from: number, to: number): boolean => {
  let before = from - 1;
  while (BEFORE.has(wordAt(line, before)) && !said.has(before)) before -= 1;
  return [before, to].some((at) => DANGLING.has(wordAt(line, at)) && !said.has(at));
};

const SAYS_HOURS = new Set(['at', 'hours', 'range', 'from', 'until', 'soon', 'exact']);

/** Said of days, and not understood: « lundi et le suivant », « sauf quand il pleut ». */
const LEFT_OPEN = wordSet('suivant suivante suivants suivantes sauf excepte hormis');

const ROUGHLY = phrases(`
  tot, tard, de bonne heure, assez tot, tres tot, assez tard, aux aurores, derniere heure, en derniere heure, a la fraiche, a la tombee de la nuit, a l aube, au plus tard,
  au plus tot
`);

/** « jeudi tôt »: at what hour? « demain matin tôt » is the morning. */
const isRough = (line: Line, kept: readonly PlacedPiece[]): boolean =>
  kept.every(({ piece }) => piece.is === 'day') && kept.some(({ to }) => pastAny(line, to, ROUGHLY) !== undefined);

export const isResidue = (line: Line, said: ReadonlySet<number>, kept: readonly PlacedPiece[]): boolean => {
  const isDayed = kept.some(({ piece }) => piece.is === 'day');
  return (
    line.words.some((word, at) => word !== '' && !said.has(at) && isNearlyADay(word)) ||
    isRough(line, kept) ||
    line.words.some((word, at) => LEFT_OPEN.has(word) && !said.has(at)) ||
    kept.some(({ piece, from, to }) => {
      const isDay = piece.is === 'day';
      if (
        (isDay || piece.is === 'moment') &&
        isBounded(line, said, from, to) &&
        !kept.some((other) => SAYS_HOURS.has(other.piece.is))
      )
        return true;
      if (!isDayed && isNumberBefore(line, said, from)) return true;
      return (
        (isDay && isListedBefore(line, said, from)) ||
        isListedAfter(line, said, to) ||
        ((isDay || piece.is === 'moment') && isHalfSaidHour(line, said, to))
      );
    })
  );
};

// From what someone looks for to what is asked of the database: its words, and the yearly events that they name. Pure.
import type { Place } from '../../place/model.ts';

export interface Search {
  /** A full-text query: all its words, from their beginning. */
  readonly query: string;
  /** Keys of the yearly events whose name holds all the words. */
  readonly editions: readonly string[];
}

const SMALL = new Set(
  'a au aux avec ce ces d dans de des du en et l la le les ou par pour qu que s sur un une vers chez'.split(' '),
);

/** As `event_words` has them in the database (prisma/migrations/0016_agenda_reading). */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .match(/[a-z0-9]+/g) ?? [];

const SURE_CHARS = 3;

/** « ateliers » finds « atelier »; « ess » finds no « essai ». */
const term = (word: string): string => (word.length <= SURE_CHARS ? word : `${word.replace(/[sx]$/, '')}:*`);

const isNamed = (name: string, wanted: readonly string[]): boolean => {
  const said = wordsOf(name);
  return wanted.every((word) =>
    said.some((each) => (word.length <= SURE_CHARS ? each === word : each.startsWith(word.replace(/[sx]$/, '')))),
  );
};

/** Undefined: the words say nothing to look for. */
export const searchOf = ({ eventSeries }: Pick<Place, 'eventSeries'>, about: string): Search | undefined => {
  const all = wordsOf(about);
  const wanted = all.some((word) => !SMALL.has(word)) ? all.filter((word) => !SMALL.has(word)) : [];
  if (wanted.length === 0) return undefined;
  return {
    query: wanted.map(term).join(' & '),
    editions: eventSeries.filter(({ name }) => isNamed(name, wanted)).map(({ key }) => key),
  };
};

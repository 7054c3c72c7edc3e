// How many may come to an event: « 20 places », « 20 personnes max », « sans limite ». It is no booking's seats.
import { fail, ok } from '../../kernel/result.ts';
import { findSeats, parseSeats } from '../../reading/seats.ts';
import { inARow, type Sentence, taking } from '../../reading/sentence.ts';
import { folded } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';

export const MOST_PLACES = 10_000;

/** As many as want to. */
export const UNLIMITED = 0;

const WITHOUT = [
  ['places', 'illimitees'],
  ['sans', 'limite', 'de', 'places'],
  ['sans', 'limite'],
  ['illimite'],
] as const;

const withoutAt = (sentence: Sentence): ReadonlySet<number> | undefined => {
  for (const words of WITHOUT) {
    const positions = inARow(sentence, words);
    if (positions) return new Set(positions);
  }
  return undefined;
};

const bounded = (places: number, typed: string) =>
  places >= 0 && places <= MOST_PLACES ? ok(places) : fail({ code: 'reading.not_a_number' as const, typed });

export const places = (summary: string): RequiredOption<number> => ({
  kind: 'places',
  summary,
  required: true,
  input: 'integer',
  completes: false,
  parse: (raw) => {
    if (/^(?:sans limite|illimite)/.test(folded(raw.trim()))) return ok(UNLIMITED);
    const read = parseSeats(raw);
    return read.ok ? bounded(read.value, raw) : read;
  },
  find: (sentence) => {
    const without = withoutAt(sentence);
    if (without) return ok({ value: UNLIMITED, sentence: taking(sentence, without) });
    const found = findSeats(sentence);
    if (!found) return ok(undefined);
    const value = bounded(found.value, String(found.value));
    return value.ok ? ok({ ...found, value: value.value }) : value;
  },
  print: String,
  phrase: (value) => (value === UNLIMITED ? 'sans limite de places' : `${value} places`),
  suggest: () => [],
});

import { ok } from '../../kernel/result.ts';
import { findSeats, parseSeats } from '../../reading/seats.ts';
import type { RequiredOption } from '../option.ts';

/** How many people; any whole number is read, the core says which are too few or too many. */
export const seats = (summary: string): RequiredOption<number> => ({
  kind: 'seats',
  summary,
  required: true,
  input: 'integer',
  completes: false,
  parse: (raw) => parseSeats(raw),
  find: (sentence, { space, place }) => ok(findSeats(sentence, { space, place })),
  print: String,
  phrase: (people) => `pour ${people} personnes`,
  suggest: () => [],
});

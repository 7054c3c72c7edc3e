// One of what the place file lists under a key: an objective of its programme, a yearly event.
import { fail, ok } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import { inARow, taking } from '../../reading/sentence.ts';
import { folded } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';
import { startingLike } from './suggestions.ts';

interface Listed {
  readonly key: string;
  readonly name: string;
}

const MOST_CHARS = 75;

const short = (text: string): string => (text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS - 1)}…` : text);

export const ofPlace = (summary: string, listedBy: (place: Place) => readonly Listed[]): RequiredOption<string> => ({
  kind: 'choice',
  summary,
  required: true,
  input: 'choice',
  completes: true,
  parse: (raw, { place }) => {
    const typed = folded(raw.trim());
    const found = listedBy(place).find(({ key, name }) => key === typed || folded(name) === typed);
    const known = listedBy(place).map(({ key }) => key);
    return found ? ok(found.key) : fail({ code: 'reading.unknown_choice', typed: raw, known });
  },
  find: (sentence, { place }) => {
    for (const { key } of listedBy(place)) {
      const positions = inARow(sentence, key.split(/(-)/));
      if (positions) return ok({ value: key, sentence: taking(sentence, new Set(positions)) });
    }
    return ok(undefined);
  },
  print: (key) => key,
  phrase: (key) => key,
  suggest: (raw, { place }) =>
    startingLike(
      raw,
      listedBy(place).map(({ key, name }) => ({ label: short(name), value: key })),
    ),
});

import { ok } from '../../kernel/result.ts';
import type { SpaceKey } from '../../place/model.ts';
import { findSpace, parseSpace } from '../../reading/space.ts';
import type { RequiredOption } from '../option.ts';
import { startingLike } from './suggestions.ts';

/** One of the place's spaces, by any of its names. Those let by lease are read too: the core says why they can't be booked. */
export const space = (summary: string): RequiredOption<SpaceKey> => ({
  kind: 'space',
  summary,
  required: true,
  input: 'choice',
  completes: true,
  parse: (raw, { place }) => parseSpace(raw, place),
  find: (sentence, { place }) => ok(findSpace(sentence, place)),
  print: (key) => key,
  phrase: (key) => key,
  suggest: (raw, { place }) =>
    startingLike(
      raw,
      place.spaces.filter(({ use }) => use.by !== 'lease').map(({ key, name }) => ({ label: name, value: key })),
    ),
});

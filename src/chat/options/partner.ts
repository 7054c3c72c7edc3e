// One of the place's partners, by any of its names: its own, in full, former ones.
import { fail, ok } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import type { Partner } from '../../place/partner.ts';
import { inARow, type Sentence, taking } from '../../reading/sentence.ts';
import { folded, tokenize } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';

/** Discord lists no more. */
const MOST = 25;

interface Named {
  readonly key: string;
  readonly words: readonly string[];
}

const namesOf = ({ key, name, fullName, aliases }: Partner): readonly string[] => [
  key,
  name,
  ...(fullName === undefined ? [] : [fullName]),
  ...aliases,
];

const known = new WeakMap<readonly Partner[], readonly Named[]>();

/** The longest first: « Région » begins « Région Occitanie ». */
const namedOf = ({ partners }: Place): readonly Named[] => {
  const named =
    known.get(partners) ??
    partners
      .flatMap((partner) =>
        namesOf(partner).map((name) => ({
          key: partner.key,
          words: tokenize(name).tokens.map(({ word }) => word),
        })),
      )
      .sort((one, other) => other.words.length - one.words.length);
  known.set(partners, named);
  return named;
};

const foundIn = (sentence: Sentence, place: Place) => {
  for (const { key, words } of namedOf(place)) {
    const positions = inARow(sentence, words);
    if (positions) return { key, positions };
  }
  return undefined;
};

export const partner = (summary: string): RequiredOption<string> => ({
  kind: 'choice',
  summary,
  required: true,
  input: 'choice',
  completes: true,
  parse: (raw, { place }) => {
    const sentence = tokenize(raw);
    const found = foundIn(sentence, place);
    return found && found.positions.length === sentence.tokens.length
      ? ok(found.key)
      : fail({ code: 'reading.unknown_choice', typed: raw, known: place.partners.map(({ name }) => name) });
  },
  find: (sentence, { place }) => {
    const found = foundIn(sentence, place);
    return ok(found && { value: found.key, sentence: taking(sentence, new Set(found.positions)) });
  },
  print: (key) => key,
  phrase: (key) => key,
  suggest: (raw, { place: { partners } }) => {
    const typed = folded(raw.trim());
    const near = partners.filter((each) => namesOf(each).some((name) => folded(name).includes(typed)));
    return (near.length > 0 ? near : partners).slice(0, MOST).map(({ key, name }) => ({ label: name, value: key }));
  },
});

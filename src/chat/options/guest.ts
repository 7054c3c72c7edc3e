import { fail, ok } from '../../kernel/result.ts';
import { type Sentence, type Token, taking } from '../../reading/sentence.ts';
import type { RequiredOption } from '../option.ts';

const MOST_CHARS = 60;
const MOST_WORDS = 4;

const TITLES = new Set(['mme', 'mmes', 'm', 'mr', 'mlle', 'madame', 'monsieur', 'mademoiselle', 'dr']);
const OPENINGS: readonly (readonly string[])[] = [
  ['au', 'nom', 'de'],
  ['au', 'nom', 'd'],
  ['pour', 'le', 'compte', 'de'],
  ['pour', 'le', 'compte', 'd'],
];

const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);
const isName = (token: Token | undefined): boolean => token !== undefined && !token.taken && /^\p{L}/u.test(token.word);

const opens = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, index) => tokens[at + index]?.word === word && !tokens[at + index]?.taken);

/** A word, and those after it that are written as names are. */
const nameFrom = (tokens: readonly Token[], from: number): number => {
  if (!isName(tokens[from])) return from;
  let to = from + 1;
  while (to - from < MOST_WORDS) {
    const hyphen = tokens[to]?.word === '-' && isCapital(tokens[to + 1]) ? 1 : 0;
    const next = tokens[to + hyphen];
    if (!isName(next) || !isCapital(next)) break;
    to += hyphen + 1;
  }
  return to;
};

interface Said {
  readonly from: number;
  /** Where the words that are the name begin: its title, when it has one. */
  readonly name: number;
  readonly to: number;
}

/** « pour Mme Diallo », « au nom de Fatou Diallo », « pour le compte de M. Roux ». A bare « pour Fatou » is a purpose. */
const saidAt = (tokens: readonly Token[], at: number): Said | undefined => {
  const opening = OPENINGS.find((words) => opens(tokens, at, words));
  const name = at + (opening?.length ?? (tokens[at]?.word === 'pour' ? 1 : 0));
  if (name === at) return undefined;
  const titled = TITLES.has(tokens[name]?.word ?? '');
  if (!titled && !opening) return undefined;
  const dot = titled && tokens[name + 1]?.word === '.' ? 1 : 0;
  const first = titled ? name + 1 + dot : name;
  const to = nameFrom(tokens, first);
  return to === first ? undefined : { from: at, name, to };
};

const textOf = ({ text, tokens }: Sentence, { name, to }: Said): string =>
  text.slice(tokens[name]?.start ?? 0, tokens[to - 1]?.end ?? 0).slice(0, MOST_CHARS);

/** Someone who has no account, by their name: read before what the rest of the sentence says. */
export const guest = (summary: string): RequiredOption<string> => ({
  kind: 'guest',
  summary,
  required: true,
  input: 'text',
  completes: false,
  parse: (raw) => {
    const name = raw.trim();
    return name.length > MOST_CHARS
      ? fail({ code: 'reading.too_long', length: name.length, limit: MOST_CHARS })
      : ok(name);
  },
  find: (sentence) => {
    for (let at = 0; at < sentence.tokens.length; at += 1) {
      const said = sentence.tokens[at]?.taken ? undefined : saidAt(sentence.tokens, at);
      if (!said) continue;
      const taken = new Set(Array.from({ length: said.to - said.from }, (_, index) => said.from + index));
      return ok({ value: textOf(sentence, said), sentence: taking(sentence, taken) });
    }
    return ok(undefined);
  },
  print: (name) => name,
  phrase: (name) => `au nom de ${name}`,
  suggest: () => [],
});

// A sentence as tokens. Each finder takes the tokens that it understands; what nobody takes is the purpose.
export interface Token {
  /** As typed. */
  readonly text: string;
  /** Lower case, without accents, ligatures or elision: what finders compare. Empty: a marked purpose, not to be read. */
  readonly word: string;
  /** Position of the first and after the last character in the typed text. */
  readonly start: number;
  readonly end: number;
  readonly taken: boolean;
}

export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A value found in a sentence, and the sentence with the tokens that said it marked as taken. */
export interface Found<T> {
  readonly value: T;
  readonly sentence: Sentence;
}

/** The same sentence with those tokens, given by their positions in it, taken too. */
export const taking = (sentence: Sentence, positions: ReadonlySet<number>): Sentence => ({
  ...sentence,
  tokens: sentence.tokens.map((token, position) => (positions.has(position) ? { ...token, taken: true } : token)),
});

export const positionsFrom = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** Where these words first stand in a row, none of them taken. */
export const inARow = ({ tokens }: Sentence, words: readonly string[]): readonly number[] | undefined => {
  const at = tokens.findIndex((_, index) =>
    words.every((word, ahead) => tokens[index + ahead]?.word === word && tokens[index + ahead]?.taken === false),
  );
  return at < 0 ? undefined : positionsFrom(at, at + words.length);
};

// An option is a codec with two doors: `parse` reads a field typed on its own (Discord, a form), `find` finds itself in
// a sentence and says which words it used (Slack, the terminal, a mention). `print` gives the words that `parse` reads
// back as the same value, `phrase` those that `find` does: fields are filled with the first, buttons carry the second.
import type { Result } from '../kernel/result.ts';
import type { Place, Space } from '../place/model.ts';
import type { ReadingFailure } from '../reading/model.ts';
import type { Found, Sentence } from '../reading/sentence.ts';

export interface ReadContext {
  readonly place: Place;
  readonly now: Temporal.Instant;
  /** The space already read by an option before this one: its hours and default stay complete what is said of time. */
  readonly space: Space | undefined;
}

export interface Suggestion {
  readonly label: string;
  /** What the platform sends back: read by `parse`. */
  readonly value: string;
}

export interface Option<T> {
  readonly kind:
    | 'space'
    | 'when'
    | 'seats'
    | 'equipment'
    | 'booking'
    | 'event'
    | 'guest'
    | 'choice'
    | 'command'
    | 'name'
    | 'quota'
    | 'places'
    | 'aside'
    | 'title'
    | 'text'
    | 'rest';
  /** In French, 45 characters at most: the label of its field. */
  readonly summary: string;
  readonly required: boolean;
  /** How platforms ask for it: free text, a whole number, or one of `suggest('')` (25 at most). */
  readonly input: 'text' | 'integer' | 'choice';
  /** Whether `suggest` has anything to say while one types. */
  readonly completes: boolean;
  parse(raw: string, context: ReadContext): Result<T, ReadingFailure>;
  find(sentence: Sentence, context: ReadContext): Result<Found<T> | undefined, ReadingFailure>;
  print(value: T, context: ReadContext): string;
  phrase(value: T, context: ReadContext): string;
  /** From memory, within a millisecond: it runs at each key stroke. */
  suggest(raw: string, context: ReadContext): readonly Suggestion[];
}

/** An option that may be absent: `T | undefined` in the arguments. */
export interface OptionalOption<T> extends Option<T> {
  readonly required: false;
}

export interface RequiredOption<T> extends Option<T> {
  readonly required: true;
}

/** Keyed by their French name, as typed on Discord: lower case, 32 characters at most. Order is that of reading. */
export type Options = Readonly<Record<string, RequiredOption<unknown> | OptionalOption<unknown>>>;

export type ArgumentsOf<O> = {
  readonly [K in keyof O]: O[K] extends RequiredOption<infer T>
    ? T
    : O[K] extends OptionalOption<infer T>
      ? T | undefined
      : never;
};

export const optional = <T>(option: RequiredOption<T>): OptionalOption<T> => ({ ...option, required: false });

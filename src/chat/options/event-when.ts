// When an event is: as a booking's times, with the length that the place gives to an event of which only the start is
// said; of what comes back, also the words that said it, to be read again when it is written further.
import { ok } from '../../kernel/result.ts';
import { agendaOf } from '../../place/agenda.ts';
import { spaceOf } from '../../place/model.ts';
import { isEndless } from '../../reading/endless.ts';
import type { Slot, WhenReading } from '../../reading/model.ts';
import { printWhenAll } from '../../reading/print-several.ts';
import type { Sentence } from '../../reading/sentence.ts';
import { parseWhen } from '../../reading/when.ts';
import { aYearAhead } from '../event-rule.ts';
import type { ReadContext, RequiredOption } from '../option.ts';
import { whens } from './when.ts';

export interface EventWhen {
  readonly reading: WhenReading;
  /** What comes back, in words that read back as it. */
  readonly words: string;
  readonly endless: boolean;
}

const lengthened = (slot: Slot, { place }: ReadContext): Slot =>
  slot.span === 'start' ? { ...slot, end: slot.start.add(agendaOf(place).defaultLength), span: 'hours' } : slot;

const lasting = (reading: WhenReading, context: ReadContext): WhenReading => ({
  ...reading,
  slots: reading.slots.map((slot) => lengthened(slot, context)),
  alternatives: reading.alternatives.map((slot) => lengthened(slot, context)),
});

const isSame = (one: readonly Slot[], other: readonly Slot[]): boolean =>
  one.length === other.length && one.every(({ start }, index) => other[index]?.start.equals(start) === true);

/** Of a series: the words themselves when they say the same on their own. */
const eventWhen = (read: WhenReading, words: string, context: ReadContext): EventWhen => {
  const reading = lasting(read, context);
  if (read.slots.length < 2) return { reading, words: printWhenAll(reading), endless: false };
  const again = parseWhen(words, context);
  return again.ok && isSame(again.value.slots, read.slots)
    ? { reading, words, endless: isEndless(words, context) }
    : { reading, words: printWhenAll(reading), endless: false };
};

/** As typed, what stands together kept together (« l’après-midi » read again is still one), but for the commas between. */
const takenWords = ({ text, tokens }: Sentence, after: Sentence): string => {
  const runs: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (const [index, token] of tokens.entries()) {
    const isTaken = !token.taken && after.tokens[index]?.taken === true;
    if (isTaken && last) last.end = token.end;
    else if (isTaken) {
      last = { start: token.start, end: token.end };
      runs.push(last);
    } else last = undefined;
  }
  return runs
    .map(({ start, end }) => text.slice(start, end).replaceAll(/^[\s,]+|[\s,]+$/g, ''))
    .filter((run) => run !== '')
    .join(' ');
};

/** As far ahead as events are written. */
const farther = (context: ReadContext): ReadContext => {
  const place = aYearAhead(context.place);
  return { ...context, place, space: context.space && spaceOf(place, context.space.key) };
};

export const eventWhens = (summary: string): RequiredOption<EventWhen> => {
  const all = whens(summary);
  return {
    ...all,
    parse: (raw, asked) => {
      const context = farther(asked);
      const read = all.parse(raw, context);
      return read.ok ? ok(eventWhen(read.value, raw, context)) : read;
    },
    find: (sentence, asked) => {
      const context = farther(asked);
      const found = all.find(sentence, context);
      if (!found.ok || !found.value) return found.ok ? ok(undefined) : found;
      const { value, sentence: left } = found.value;
      const words = takenWords(sentence, left);
      return ok({ value: eventWhen(value, words, context), sentence: left });
    },
    print: ({ reading, words }, context) => (reading.slots.length > 1 ? words : all.print(reading, context)),
    phrase: ({ reading, words }) => (reading.slots.length > 1 ? words : printWhenAll(reading)),
  };
};

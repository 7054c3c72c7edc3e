// One hour of the day, as people say it: « 9h45 », « 14 h 30 », « 9:45 », « midi ».
import { fail, ok } from '../../kernel/result.ts';
import { typedHour } from '../../messages/appointment.fr.ts';
import { clockAt } from '../../reading/clock.ts';
import { lineOf } from '../../reading/line.ts';
import { positionsFrom, type Sentence, taking } from '../../reading/sentence.ts';
import { tokenize } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';

const MINUTES_OF_A_DAY = 24 * 60;

const foundIn = (sentence: Sentence) => {
  const line = lineOf(sentence);
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const clock = clockAt(line, at);
    if (typeof clock?.at !== 'number') continue;
    const minutes = clock.at % MINUTES_OF_A_DAY;
    const value = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
    return { value, positions: positionsFrom(at, clock.to) };
  }
  return undefined;
};

export const hourOfDay = (summary: string): RequiredOption<Temporal.PlainTime> => ({
  kind: 'when',
  summary,
  required: true,
  input: 'text',
  completes: false,
  parse: (raw) => {
    const sentence = tokenize(raw);
    const found = foundIn(sentence);
    return found && found.positions.length === sentence.tokens.length
      ? ok(found.value)
      : fail({ code: 'reading.unclear_time', typed: raw });
  },
  find: (sentence) => {
    const found = foundIn(sentence);
    return ok(found && { value: found.value, sentence: taking(sentence, new Set(found.positions)) });
  },
  // Without a space, so that no number of it is heard as another.
  print: typedHour,
  phrase: typedHour,
  suggest: () => [],
});

// How long each appointment lasts: « rdv de 45 min » in a sentence, « 45 » or « 45 min » in a field.
import { fail, ok } from '../../kernel/result.ts';
import { SLOT_MINUTES } from '../../place/permanences.ts';
import { durationAt } from '../../reading/duration.ts';
import { leftover } from '../../reading/leftover.ts';
import { lineOf } from '../../reading/line.ts';
import { findSlotLength } from '../../reading/slot-length.ts';
import { tokenize } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';

const bounded = (minutes: number, typed: string) =>
  Number.isInteger(minutes) && minutes >= SLOT_MINUTES.least && minutes <= SLOT_MINUTES.most
    ? ok(minutes)
    : fail({ code: 'reading.unknown_choice' as const, typed, known: ['30 min', '45 min', '1 h'] });

const bare = (raw: string): number | undefined => {
  const digits = /^\s*(\d{1,3})\s*$/.exec(raw)?.[1];
  if (digits !== undefined) return Number(digits);
  const sentence = tokenize(raw);
  const said = durationAt(lineOf(sentence), 0);
  return said?.to === sentence.tokens.length ? said.minutes : undefined;
};

const phrase = (minutes: number): string => `rdv de ${minutes} min`;

export const slotLength = (summary: string): RequiredOption<number> => ({
  kind: 'text',
  summary,
  required: true,
  input: 'text',
  completes: true,
  parse: (raw) => {
    const found = findSlotLength(tokenize(raw));
    const isAll = found !== undefined && leftover(found.sentence) === undefined;
    return bounded(bare(raw) ?? (isAll ? found.value : 0), raw);
  },
  find: (sentence) => {
    const found = findSlotLength(sentence);
    if (!found) return ok(undefined);
    const value = bounded(found.value, `${found.value} min`);
    return value.ok ? ok(found) : value;
  },
  print: (minutes) => `${minutes} min`,
  phrase,
  suggest: () => [30, 45, 60].map((minutes) => ({ label: `${minutes} min`, value: `${minutes} min` })),
});

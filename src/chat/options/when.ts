import { fail, ok } from '../../kernel/result.ts';
import { day, hour, severalTimes, shortDay, shortMoment } from '../../messages/words.fr.ts';
import type { Slot, WhenReading } from '../../reading/model.ts';
import { printWhenAll } from '../../reading/print-several.ts';
import { findWhen, parseWhen, printWhen } from '../../reading/when.ts';
import type { ReadContext, RequiredOption, Suggestion } from '../option.ts';

const shown = (slot: Slot): string =>
  slot.span === 'day' && slot.start.toPlainDate().until(slot.end.toPlainDate()).days > 0
    ? shortDay(slot.start)
    : shortMoment(slot.start, slot.end);

/** « demain matin → mardi 24 novembre, 9 h – 12 h 30 »: the label is what is understood, the value what both doors read. */
const reading = (typed: string, slot: Slot): Suggestion => ({
  label: `${typed} → ${shown(slot)}`.slice(0, 100),
  value: printWhen(slot),
});

/** As a form shows it: « mardi 24 novembre 2026, 9 h – 12 h 30 »; what such words can't tell apart stays as buttons carry it. */
const written = (slot: Slot): string => {
  const exact = printWhen(slot);
  if (/^\d{4}-\d\d-\d\d$/.test(exact)) return day(slot.start);
  return /^\d{4}-\d\d-\d\d [\dh]+-[\dh]+$/.test(exact)
    ? `${day(slot.start)}, ${hour(slot.start)} – ${hour(slot.end)}`
    : exact;
};

const COMMON = [
  'aujourd’hui',
  'demain',
  'demain matin',
  'demain après-midi',
  'après-demain',
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
];

/** « tous les mardis matin → 4 fois, du mardi 24 novembre au mardi 15 décembre »: as it was typed, for it says them all. */
const several = (typed: string, { slots }: WhenReading): readonly Suggestion[] => {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return [];
  const label = `${typed} → ${severalTimes(slots.length, first.start, last.start)}`;
  return typed.length > 100 ? [] : [{ label: label.slice(0, 100), value: typed }];
};

const understood = (typed: string, context: ReadContext): readonly Suggestion[] => {
  const read = parseWhen(typed, context);
  if (!read.ok || read.value.problem === 'past') return [];
  if (read.value.slots.length > 1) return several(typed, read.value);
  return [...read.value.slots, ...read.value.alternatives].map((slot) => reading(typed, slot));
};

/**
 * Stretches of time, in words: one, several, or a series. What was understood but lies in the past or outside opening
 * hours is read: the core answers.
 */
export const whens = (summary: string): RequiredOption<WhenReading> => ({
  kind: 'when',
  summary,
  required: true,
  input: 'text',
  completes: true,
  parse: (raw, context) => {
    const read = parseWhen(raw, context);
    return read.ok && read.value.asap === true ? fail({ code: 'reading.unclear_time', typed: raw }) : read;
  },
  find: (sentence, context) => {
    const found = findWhen(sentence, context);
    return found?.value.problem === 'unclear'
      ? fail({ code: 'reading.unclear_time', typed: takenWords(found.sentence, sentence) })
      : ok(found);
  },
  print: (reading) => (reading.slots.length > 1 ? printWhenAll(reading) : reading.slots.map(written).join('')),
  phrase: printWhenAll,
  suggest: (raw, context) =>
    raw.trim() === ''
      ? COMMON.flatMap((words) => understood(words, context).slice(0, 1))
      : understood(raw.trim(), context).slice(0, 25),
});

const SOONEST = 'dès que possible';

/** The same; or « dès que possible », which has no slot, and alternatives to look into. */
export const whensOrSoonest = (summary: string): RequiredOption<WhenReading> => {
  const all = whens(summary);
  return {
    ...all,
    parse: parseWhen,
    find: (sentence, context) => {
      const found = findWhen(sentence, context);
      return found?.value.asap === true ? ok(found) : all.find(sentence, context);
    },
    print: (reading, context) => (reading.asap === true ? SOONEST : all.print(reading, context)),
    phrase: (reading, context) => (reading.asap === true ? SOONEST : all.phrase(reading, context)),
  };
};

/** One stretch of time, where only one makes sense: several are asked again, rather than the first taken in silence. */
export const when = (summary: string): RequiredOption<WhenReading> => {
  const all = whens(summary);
  return {
    ...all,
    parse: (raw, context) => {
      const read = all.parse(raw, context);
      return read.ok && read.value.slots.length > 1 ? fail({ code: 'reading.several_times', typed: raw }) : read;
    },
    find: (sentence, context) => {
      const found = all.find(sentence, context);
      return found.ok && found.value && found.value.value.slots.length > 1
        ? fail({ code: 'reading.several_times', typed: takenWords(found.value.sentence, sentence) })
        : found;
    },
  };
};

type Words = { readonly tokens: readonly { readonly text: string; readonly taken: boolean }[] };

const takenWords = (after: Words, before: Words): string =>
  after.tokens
    .filter((token, index) => token.taken && !before.tokens[index]?.taken)
    .map(({ text }) => text)
    .join(' ');

/** A reading of exactly these hours, as a button says it again. */
export const exactly = ({ start, end }: Pick<Slot, 'start' | 'end'>): WhenReading => ({
  slots: [{ start, end, span: 'hours' }],
  alternatives: [],
  problem: undefined,
  repeats: false,
  skipped: [],
});

/** A reading of that whole day, as a button says it again. */
export const dayOf = (date: Temporal.PlainDate, timeZone: string): WhenReading => {
  const start = date.toZonedDateTime(timeZone);
  return {
    slots: [{ start, end: start.add({ days: 1 }), span: 'day' }],
    alternatives: [],
    problem: undefined,
    repeats: false,
    skipped: [],
  };
};

/** The slot that was read, where one is asked. */
export const slotOf = ({ slots: [slot] }: WhenReading): Slot => {
  if (!slot) throw new Error('a reading without a slot was taken as read');
  return slot;
};

/** From the first of what was read to the end of its last. */
export const spanOf = ({ slots }: WhenReading): Pick<Slot, 'start' | 'end'> => {
  const sorted = [...slots].sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) throw new Error('a reading without a slot was taken as read');
  return { start: first.start, end: last.end };
};

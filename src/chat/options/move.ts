// A booking that moves: « demain à jeudi 14h », « de demain à jeudi, même heure », « jeudi 14h », « demain à 16h ».
import { fail, ok } from '../../kernel/result.ts';
import { WEEKDAY_PLURALS } from '../../reading/calendar-words.ts';
import { leftover } from '../../reading/leftover.ts';
import type { Slot, WhenReading } from '../../reading/model.ts';
import { positionsFrom, type Sentence, taking } from '../../reading/sentence.ts';
import { tokenize } from '../../reading/tokenize.ts';
import { findWhen, parseWhen } from '../../reading/when.ts';
import type { ReadContext, RequiredOption } from '../option.ts';

export interface Move {
  /** When the booking is, if that was said. */
  readonly from: WhenReading | undefined;
  readonly to: Slot;
  /** Another plausible reading of `to`. */
  readonly otherTo: Slot | undefined;
  /** Only hours were said: the booking keeps its day. */
  readonly sameDay: boolean;
  /** « mes mardis »: those of this weekday (ISO), in a series. */
  readonly each: number | undefined;
  /** A day of the calendar was said, not a weekday by its name. */
  readonly isDated: boolean;
}

const TOWARDS = new Set(['a', 'au', 'vers', 'pour', '>']);

/** Those before `at` (or from it on) alone: what the others say is not read. */
const only = (sentence: Sentence, keep: (at: number) => boolean): Sentence => ({
  ...sentence,
  tokens: sentence.tokens.map((token, at) => (keep(at) ? token : { ...token, taken: true })),
});

const single = (sentence: Sentence, context: ReadContext) => {
  const found = findWhen(sentence, context);
  return found && found.value.problem !== 'unclear' && found.value.slots.length === 1 ? found : undefined;
};

/**
 * Hours that were said without a day: put behind either of two dates, of different weekdays, they are still one moment of
 * it. Of that whole day: of today, « le matin » would be what is left of it.
 */
const hoursAlone = (words: string, context: ReadContext): Slot | undefined => {
  const [slot, other] = ['2027-03-03', '2027-03-04'].map((date) => {
    const read = parseWhen(`${date} ${words}`, context);
    const [first, another] = read.ok ? read.value.slots : [];
    return another === undefined && first?.start.toPlainDate().toString() === date ? first : undefined;
  });
  return other && slot;
};

/** « même heure » is what a day alone means here. */
const sameHours = ({ tokens }: Sentence): ReadonlySet<number> => {
  const at = tokens.findIndex(
    ({ word, taken }, index) =>
      !taken && /^memes?$/.test(word) && /^(?:heures?|horaires?)$/.test(tokens[index + 1]?.word ?? ''),
  );
  if (at < 0) return new Set();
  const before = ['la', 'aux', 'a'].reduce((from, word) => (tokens[from - 1]?.word === word ? from - 1 : from), at);
  return new Set(Array.from({ length: at + 2 - before }, (_, index) => before + index));
};

/** A week later, a weekday's name means another day; a date does not. */
const isDate = (words: string, slot: Slot, context: ReadContext): boolean => {
  const later = parseWhen(words, { ...context, now: context.now.add({ hours: 24 * 7 }) });
  const [other] = later.ok ? later.value.slots : [];
  return other?.start.toPlainDate().dayOfWeek !== slot.start.dayOfWeek || other.start.toPlainDate().equals(slot.start);
};

const POSSESSIVES = new Set(['mes', 'nos', 'les', 'tous', 'toutes']);

/** « mes mardis », « tous les mardis »: which of a series. */
const eachSaid = ({ tokens }: Sentence): { readonly weekday: number; readonly at: ReadonlySet<number> } | undefined => {
  const at = tokens.findIndex(({ taken, word }) => !taken && WEEKDAY_PLURALS.has(word));
  const weekday = WEEKDAY_PLURALS.get(tokens[at]?.word ?? '');
  if (weekday === undefined) return undefined;
  let first = at;
  while (POSSESSIVES.has(tokens[first - 1]?.word ?? '')) first -= 1;
  return { weekday, at: new Set(positionsFrom(first, at + 1)) };
};

const moveAt = (sentence: Sentence, at: number | undefined, context: ReadContext) => {
  const to = single(at === undefined ? sentence : only(sentence, (index) => index > at), context);
  const slot = to?.value.slots[0];
  if (!to || !slot) return undefined;
  const before = at === undefined ? undefined : only(sentence, (index) => index < at);
  const from = before && findWhen(before, context);
  if (from && (from.value.problem === 'unclear' || from.value.slots.length !== 1)) return undefined;
  const isNew = (found: Sentence, given: Sentence) =>
    found.tokens.flatMap(({ taken }, index) => (taken && !given.tokens[index]?.taken ? [index] : []));
  const given = at === undefined ? sentence : only(sentence, (index) => index > at);
  const saidOfTo = isNew(to.sentence, given);
  const words = saidOfTo.map((index) => sentence.tokens[index]?.text ?? '').join(' ');
  const [otherTo] = to.value.alternatives;
  const alone = slot.span === 'day' ? undefined : hoursAlone(words, context);
  const value: Move = {
    from: from?.value,
    to: alone ?? slot,
    otherTo: to.value.problem === undefined ? otherTo : undefined,
    sameDay: alone !== undefined,
    each: undefined,
    isDated: alone === undefined && isDate(words, slot, context),
  };
  const used = [
    ...saidOfTo,
    ...(at === undefined ? [] : [at]),
    ...(from && before ? isNew(from.sentence, before) : []),
  ];
  return { value, sentence: taking(sentence, new Set(used)) };
};

/** The last « à » that parts two moments: « demain à 14h à jeudi ». */
const found = (sentence: Sentence, context: ReadContext) => {
  const parts = sentence.tokens.flatMap(({ word, taken }, at) => (!taken && TOWARDS.has(word) ? [at] : []));
  for (const at of parts.toReversed()) {
    const moved = moveAt(sentence, at, context);
    if (moved?.value.from) return moved;
  }
  const [first] = parts;
  return moveAt(sentence, undefined, context) ?? (first === undefined ? undefined : moveAt(sentence, first, context));
};

/** « 12 l’après-midi » reads as an hour that is none: a number that comes first may be the booking's. */
const findOne = (typed: Sentence, context: ReadContext) => {
  const sentence = taking(typed, sameHours(typed));
  const read = found(sentence, context);
  if (read) return read;
  const at = sentence.tokens.findIndex(({ taken }) => !taken);
  if (!/^\d+$/.test(sentence.tokens[at]?.word ?? '')) return undefined;
  const moved = found(
    only(sentence, (index) => index > at),
    context,
  );
  if (!moved) return undefined;
  const tokens = moved.sentence.tokens.map((token, index) => (index === at ? { ...token, taken: false } : token));
  return { ...moved, sentence: { ...moved.sentence, tokens } };
};

const findMove = (typed: Sentence, context: ReadContext) => {
  const said = eachSaid(typed);
  if (!said) return findOne(typed, context);
  const read = findOne(taking(typed, said.at), context);
  return read && { ...read, value: { ...read.value, each: said.weekday } };
};

const said = ({ hour, minute }: Temporal.ZonedDateTime): string =>
  minute === 0 ? `${hour}h` : `${hour}h${String(minute).padStart(2, '0')}`;

const printTo = ({ to, sameDay }: Move): string => {
  const date = to.start.toPlainDate().toString();
  if (to.span === 'day') return date;
  const hours = to.span === 'start' ? said(to.start) : `${said(to.start)}-${said(to.end)}`;
  return sameDay ? hours : `${date} ${hours}`;
};

export const move = (summary: string): RequiredOption<Move> => ({
  kind: 'when',
  summary,
  required: true,
  input: 'text',
  completes: false,
  parse: (raw, context) => {
    const found = findMove(tokenize(raw), context);
    return found && leftover(found.sentence) === undefined
      ? ok(found.value)
      : fail({ code: 'reading.unclear_time', typed: raw });
  },
  find: (sentence, context) => ok(findMove(sentence, context)),
  print: printTo,
  phrase: printTo,
  suggest: () => [],
});

/** Where a booking goes: a day alone keeps its hours, a start alone its length, hours alone its day. */
export const destination = (
  { start, end }: { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime },
  { to, sameDay }: Pick<Move, 'to' | 'sameDay'>,
): { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime } => {
  const date = sameDay ? start.toPlainDate() : to.start.toPlainDate();
  const at = (time: Temporal.ZonedDateTime) =>
    date.toZonedDateTime({ timeZone: start.timeZoneId, plainTime: time.toPlainTime() });
  switch (to.span) {
    case 'day':
      return { start: at(start), end: at(end) };
    case 'start':
      return { start: at(to.start), end: at(to.start).add(start.until(end)) };
    case 'hours':
    case 'moment':
      return { start: at(to.start), end: at(to.end) };
  }
};

// The same move for each of a series: « au jeudi », « mes mardis au jeudi 14h », « 14h-16h ».
import type { NewTimes } from '../../core/series/model.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { WEEKDAY_PLURALS, WEEKDAYS } from '../../reading/calendar-words.ts';
import type { ReadingFailure } from '../../reading/model.ts';
import type { RequiredOption } from '../option.ts';
import { type Move, move } from './move.ts';

export interface EachMove {
  /** Of this weekday alone (ISO): « mes mardis ». */
  readonly of: number | undefined;
  readonly times: NewTimes;
}

/** A date is for one of them: a series goes to a weekday, or to other hours. */
export const eachOf = (moved: Move, typed: string): Result<EachMove, ReadingFailure> => {
  const { each, from, to, sameDay, isDated } = moved;
  if (isDated && !sameDay) return fail({ code: 'reading.unclear_time', typed });
  const hours = {
    start: to.start.toPlainTime(),
    end: to.span === 'start' ? undefined : to.end.toPlainTime(),
  };
  return ok({
    of: each ?? from?.slots[0]?.start.dayOfWeek,
    times: {
      weekday: sameDay ? undefined : to.start.dayOfWeek,
      hours: to.span === 'day' ? undefined : hours,
    },
  });
};

const named = (names: ReadonlyMap<string, number>, weekday: number): string =>
  [...names].find(([, each]) => each === weekday)?.[0] ?? '';

const said = ({ hour, minute }: Temporal.PlainTime): string =>
  minute === 0 ? `${hour}h` : `${hour}h${String(minute).padStart(2, '0')}`;

const phrase = ({ of, times: { weekday, hours } }: EachMove): string =>
  [
    of === undefined ? '' : `mes ${named(WEEKDAY_PLURALS, of)}`,
    weekday === undefined ? '' : named(WEEKDAYS, weekday),
    hours === undefined ? '' : hours.end === undefined ? said(hours.start) : `${said(hours.start)}-${said(hours.end)}`,
  ]
    .filter((words) => words !== '')
    .join(' ');

export const moveEach = (summary: string): RequiredOption<EachMove> => {
  const once = move(summary);
  return {
    ...once,
    parse: (raw, context) => {
      const read = once.parse(raw, context);
      return read.ok ? eachOf(read.value, raw) : read;
    },
    find: (sentence, context) => {
      const found = once.find(sentence, context);
      if (!found.ok || !found.value) return found.ok ? ok(undefined) : found;
      const read = eachOf(found.value.value, '');
      return read.ok ? ok({ value: read.value, sentence: found.value.sentence }) : read;
    },
    print: phrase,
    phrase,
  };
};

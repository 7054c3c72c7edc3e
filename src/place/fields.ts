// The bricks of a place file's schema: what one line may hold. A fault of ours travels as the `fault` of a custom issue.
import { z } from 'zod';
import type { DayRange } from './model.ts';
import type { Fault } from './problem.ts';
import type { QuietHours } from './telling.ts';
import { dayIn, durationIn, isTimeZone, rangeIn, rangesIn, timeIn } from './written.ts';

/**
 * A section whose keys are all known. On an unknown one the issue's message carries those that could have been meant,
 * since zod's issue names only the stranger.
 */
export const section = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join('|') : undefined),
  });

const read = <T>(readText: (text: string) => T | Fault, isFault: (value: T | Fault) => value is Fault) =>
  z.string().transform((written, context): T => {
    const value = readText(written);
    if (!isFault(value)) return value;
    context.addIssue({ code: 'custom', params: { fault: value }, input: written });
    return z.NEVER;
  });

const isFault = <T>(value: T | Fault): value is Fault => typeof value === 'object' && value !== null && 'code' in value;

export const text = z.string().trim().min(1);
export const names = z.array(text).default([]);
export const key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
export const quantity = z.int().min(1).max(100_000);
export const squareMetres = z.number().positive().max(1_000_000);

export const yesNo = z
  .preprocess((value) => (value === true ? 'oui' : value === false ? 'non' : value), z.enum(['oui', 'non']))
  .transform((answer) => answer === 'oui');

export const duration = read(
  (written) => durationIn(written) ?? ({ code: 'place.not_a_duration', found: written } as const),
  isFault<Temporal.Duration>,
);

export const plainDay = read(
  (written) => dayIn(written) ?? ({ code: 'place.not_a_day', found: written } as const),
  isFault<Temporal.PlainDate>,
);

export const timeZone = read(
  (written) => (isTimeZone(written) ? written : ({ code: 'place.unknown_zone', found: written } as const)),
  isFault<string>,
);

export const time = read(
  (written) => timeIn(written.replaceAll('\u00a0', ' ')) ?? ({ code: 'place.not_a_time', found: written } as const),
  isFault<Temporal.PlainTime>,
);

const isWebAddress = (written: string): boolean => /^https?:$/.test(URL.parse(written)?.protocol ?? '');

export const webAddress = read(
  (written) => (isWebAddress(written) ? written : ({ code: 'place.not_an_address', found: written } as const)),
  isFault<string>,
);

const { compare } = Temporal.PlainTime;

const inOrder = (ranges: readonly DayRange[]): readonly DayRange[] | Fault => {
  if (ranges.some(({ start, end }) => compare(start, end) >= 0)) return { code: 'place.ends_before_start' };
  const sorted = ranges.toSorted((a, b) => compare(a.start, b.start));
  const overlap = sorted.some(({ end }, index) => {
    const next = sorted[index + 1];
    return next !== undefined && compare(next.start, end) < 0;
  });
  return overlap ? { code: 'place.hours_overlap' } : sorted;
};

const notHours = (found: string): Fault => ({ code: 'place.not_hours', found });

/** The ranges of one day: `9:00-12:00, 14:00-18:00`, or `fermé`. */
export const dayRanges = read(
  (written): readonly DayRange[] | Fault => {
    const ranges = written.trim() === 'fermé' ? [] : rangesIn(written);
    return ranges === undefined ? notHours(written) : inOrder(ranges);
  },
  isFault<readonly DayRange[]>,
);

/** One range, no more. */
export const dayRange = read(
  (written): DayRange | Fault => {
    const [only, ...others] = rangesIn(written) ?? [];
    if (only === undefined || others.length > 0) return notHours(written);
    return compare(only.start, only.end) < 0 ? only : { code: 'place.ends_before_start' };
  },
  isFault<DayRange>,
);

/** A range that may go round midnight; one as long as a day would leave no time at all. */
export const quietHours = read(
  (written): QuietHours | Fault => {
    const range = rangeIn(written.replaceAll('\u00a0', ' '));
    if (range === undefined) return notHours(written);
    return compare(range.start, range.end) === 0 ? { code: 'place.ends_before_start' } : range;
  },
  isFault<QuietHours>,
);

const NONE = 'non';

/** A value, or `non` for none. */
const orNone = <T extends object>(readText: (text: string) => T | undefined, fault: (found: string) => Fault) =>
  read(
    (written): { readonly value: T | undefined } | Fault => {
      if (written.trim() === NONE) return { value: undefined };
      const value = readText(written.replaceAll('\u00a0', ' '));
      return value === undefined ? fault(written) : { value };
    },
    isFault<{ readonly value: T | undefined }>,
  ).transform(({ value }) => value);

export const durationOrNone = orNone(durationIn, (found) => ({ code: 'place.not_a_duration', found }));
export const timeOrNone = orNone(timeIn, (found) => ({ code: 'place.not_a_time', found }));

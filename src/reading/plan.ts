// What the pieces of a sentence ask for when it is more than one slot: occasions (days and what part of them), and what
// bounds them. Undefined when they do not fit together: then it is asked again.
import { chunksOf, isDayPiece } from './chunks.ts';
import { all, isSaid, isSeriesSaid } from './counting.ts';
import { joined } from './exceptions.ts';
import { type Line, wordAt } from './line.ts';
import { occasionsOf } from './occasions.ts';
import type { Exception, Pattern, Piece } from './piece.ts';
import type { PlacedPiece } from './pieces.ts';
import { inWeek, mondayOf } from './weekday-names.ts';
import { type WishedTime, wishedTime } from './wish.ts';

export type DaySet =
  | { readonly is: 'one'; readonly date: Temporal.PlainDate; readonly others: readonly Temporal.PlainDate[] }
  /** Each day from one to the other. */
  | { readonly is: 'run'; readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }
  /** The days of these weeks when the place is open. */
  | { readonly is: 'week'; readonly monday: Temporal.PlainDate; readonly weeks: number }
  | { readonly is: 'every'; readonly pattern: Pattern };

export interface Occasion {
  readonly days: readonly DaySet[];
  readonly time: WishedTime;
}

export interface Window {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

export interface Limits {
  readonly from: Temporal.PlainDate | undefined;
  readonly until: Temporal.PlainDate | undefined;
  /** The end was a number alone: of the month in which it begins. */
  readonly untilMonthDay: number | undefined;
  readonly times: number | undefined;
  readonly lasting: Temporal.Duration | undefined;
  /** It must be in one of them, if there are any. */
  readonly windows: readonly Window[];
  readonly exception: Exception;
}

export interface Plan {
  readonly occasions: readonly Occasion[];
  readonly limits: Limits;
  /** « jeudi ou vendredi »: one of them, and nobody knows which. */
  readonly isChoice: boolean;
}

const limitsOf = (pieces: readonly Piece[]): Limits | undefined => {
  const [from, ...froms] = all(pieces, 'from-day');
  const [until, ...untils] = all(pieces, 'until-day');
  const [times, ...others] = all(pieces, 'times');
  const [lasting, ...more] = all(pieces, 'lasting');
  if (froms.length + untils.length + others.length + more.length > 0) return undefined;
  return {
    from: from?.date,
    until: until?.date,
    untilMonthDay: until?.monthDay,
    times: times?.times,
    lasting: lasting?.duration,
    windows: [],
    exception: joined(all(pieces, 'except').map(({ exception }) => exception)),
  };
};

const LIMITING = new Set<Piece['is']>(['from-day', 'until-day', 'times', 'lasting', 'except', 'month']);

/** A week said beside weekdays says which they are: « mardi et jeudi de la semaine prochaine ». */
const inTheirWeek = (body: readonly PlacedPiece[]): readonly PlacedPiece[] => {
  const mondays = body.flatMap(({ piece }) => {
    if (piece.is === 'week' && piece.weeks === undefined) return [piece.monday];
    return piece.is === 'day' && piece.inWeek === true ? [mondayOf(piece.date)] : [];
  });
  const [monday, another] = mondays;
  const isMoved = ({ piece }: PlacedPiece) =>
    (piece.is === 'day' && piece.weekday !== undefined) || (piece.is === 'span' && piece.weekdays !== undefined);
  const isLonely = body.filter(isMoved).length === 0;
  if (monday === undefined || another !== undefined || isLonely) return body;
  return body
    .filter(({ piece }) => piece.is !== 'week' && !(piece.is === 'day' && piece.inWeek === true))
    .map((placed) => {
      const { piece } = placed;
      if (piece.is === 'day' && piece.weekday !== undefined)
        return { ...placed, piece: { is: 'day', date: inWeek(monday, piece.weekday), others: [] } };
      if (piece.is !== 'span' || piece.weekdays === undefined) return placed;
      const [first, last] = piece.weekdays;
      const span = { first: inWeek(monday, first), last: inWeek(monday, last < first ? last + 7 : last) };
      return { ...placed, piece: { is: 'span', ...span } };
    });
};

const isPaceOnly = (piece: Piece): boolean =>
  piece.is === 'every' && piece.pattern.by === 'week' && piece.pattern.weekdays.length === 0;

const MOST_PATTERNS = 12;

/** What comes back: weekdays become patterns, ranges and months what bounds them. */
const seriesOf = (
  line: Line,
  body: readonly PlacedPiece[],
  limits: Limits,
  said: ReadonlySet<number>,
): Plan | undefined => {
  const pieces = body.map(({ piece }) => piece);
  const everies = all(pieces, 'every');
  if (everies.length > MOST_PATTERNS) return undefined;
  const paces = everies.filter(isPaceOnly);
  const weeks = paces.map(({ pattern }) => (pattern.by === 'week' ? pattern.weeks : 1))[0];
  const windows = pieces.flatMap((piece): readonly Window[] => {
    if (piece.is === 'span') return [{ first: piece.first, last: piece.last }];
    if (piece.is === 'week')
      return [{ first: piece.monday, last: piece.monday.add({ days: 7 * (piece.weeks ?? 1) - 1 }) }];
    return piece.is === 'month'
      ? [{ first: piece.first, last: piece.first.add({ months: 1 }).subtract({ days: 1 }) }]
      : [];
  });
  const isAnchored =
    weeks !== undefined && !pieces.some((piece) => isWeekday(piece) || (piece.is === 'every' && !isPaceOnly(piece)));
  let { from } = limits;
  const kept = body.flatMap((placed): readonly PlacedPiece[] => {
    const { piece } = placed;
    if (piece.is === 'span' || piece.is === 'week' || piece.is === 'month' || isPaceOnly(piece)) return [];
    if (piece.is === 'day' && piece.weekday !== undefined)
      return [
        { ...placed, piece: { is: 'every', pattern: { by: 'week', weekdays: [piece.weekday], weeks: weeks ?? 1 } } },
      ];
    if (piece.is === 'day' && isAnchored) {
      from = piece.date;
      return [{ ...placed, piece: { is: 'every', pattern: { by: 'week', weekdays: [piece.date.dayOfWeek], weeks } } }];
    }
    if (piece.is === 'every' && piece.pattern.by === 'week' && weeks !== undefined)
      return [{ ...placed, piece: { is: 'every', pattern: { ...piece.pattern, weeks } } }];
    return [placed];
  });
  const chunks = kept.length === 0 || paces.length > 1 ? undefined : chunksOf(line, kept, said);
  const occasions = chunks && occasionsOf(chunks);
  if (chunks === undefined || occasions === undefined) return undefined;
  return { occasions, limits: { ...limits, from, windows }, isChoice: chunks.some(({ joint }) => joint === 'or') };
};

const isWeekday = (piece: Piece): boolean => piece.is === 'day' && piece.weekday !== undefined;

const NO_LIMITS = {
  from: undefined,
  until: undefined,
  untilMonthDay: undefined,
  times: undefined,
  lasting: undefined,
  windows: [],
};

/** « à partir de jeudi, 3 jours de suite », « demain jusqu’à vendredi »: each day from the first to the last. */
const runOf = (body: readonly PlacedPiece[], limits: Limits): Plan | undefined => {
  const days = body.map(({ piece }) => piece).filter(isDayPiece);
  const [day, another] = days;
  const times = body.map(({ piece }) => piece).filter((piece) => !isDayPiece(piece));
  const first = limits.from ?? (day?.is === 'day' ? day.date : undefined);
  const isOne = limits.from === undefined ? day !== undefined && another === undefined : day === undefined;
  const last = limits.until ?? (first && limits.lasting && first.add(limits.lasting).subtract({ days: 1 }));
  const time = wishedTime(times, true);
  const isWhole = (limits.until === undefined) !== (limits.lasting === undefined) && limits.times === undefined;
  if (first === undefined || last === undefined || !isOne || !isWhole || time === undefined) return undefined;
  if (Temporal.PlainDate.compare(first, last) > 0) return undefined;
  const { exception } = limits;
  return {
    occasions: [{ days: [{ is: 'run', first, last }], time }],
    limits: { ...NO_LIMITS, exception },
    isChoice: false,
  };
};

const isNoException = ({ dates, monthDays, weekdays, holidays }: Exception): boolean =>
  dates.length + monthDays.length + weekdays.length + holidays.length === 0;

/** `kept`: those that count. `said`: the positions of all that is said of time. */
export const planOf = (line: Line, kept: readonly PlacedPiece[], said: ReadonlySet<number>): Plan | undefined => {
  const pieces = kept.map(({ piece }) => piece);
  const limits = limitsOf(pieces);
  if (limits === undefined || isSaid(pieces, 'soon')) return undefined;
  const isSeries = isSeriesSaid(kept, (at) => wordAt(line, at));
  const body = kept.filter(({ piece }) => !LIMITING.has(piece.is) || (isSeries && piece.is === 'month'));
  if (isSeries) return seriesOf(line, body, limits, said);
  if (pieces.some(({ is }) => is === 'month')) return undefined;
  const placed = inTheirWeek(body);
  const isBounded = limits.from ?? limits.until ?? limits.times ?? limits.lasting;
  if (isBounded !== undefined) return runOf(placed, limits);
  const chunks = chunksOf(line, placed, said);
  const occasions = chunks && occasionsOf(chunks);
  if (chunks === undefined || occasions === undefined) return undefined;
  const isOne = occasions.length === 1 && occasions[0]?.days.length === 1 && occasions[0].days[0]?.is === 'one';
  if (isOne && !isNoException(limits.exception)) return undefined;
  return { occasions, limits, isChoice: chunks.some(({ joint }) => joint === 'or') };
};

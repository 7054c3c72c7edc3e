// What the pieces of a sentence ask for when it is more than one slot: occasions (days and what part of them), and what
// bounds them. Undefined when they do not fit together: then it is asked again.
import { type Limits, NO_LIMITS, type Plan } from './asked.ts';
import { chunksOf, isDayPiece } from './chunks.ts';
import { all, isSaid, isSeriesSaid } from './counting.ts';
import { joined } from './exceptions.ts';
import { type Line, wordAt } from './line.ts';
import { occasionsOf } from './occasions.ts';
import type { Exception, Piece } from './piece.ts';
import type { PlacedPiece } from './pieces.ts';
import { seriesOf } from './series.ts';
import { stretchOf } from './stretches.ts';
import { inWeek, mondayOf } from './weekday-names.ts';
import { wishedTime } from './wish.ts';

const LIMITING = new Set<Piece['is']>(['from-day', 'until-day', 'times', 'lasting', 'parity', 'except', 'month']);

const UNLIMITED: Limits = { ...NO_LIMITS, exception: joined([]) };

const limitsOf = (pieces: readonly Piece[]): Limits | undefined => {
  if (!pieces.some(({ is }) => LIMITING.has(is))) return UNLIMITED;
  const [from, ...froms] = all(pieces, 'from-day');
  const [until, ...untils] = all(pieces, 'until-day');
  const [times, ...others] = all(pieces, 'times');
  const [lasting, ...more] = all(pieces, 'lasting');
  const [parity, ...parities] = all(pieces, 'parity');
  if (froms.length + untils.length + others.length + more.length + parities.length > 0) return undefined;
  return {
    from: from?.date,
    until: until?.date,
    untilMonthDay: until?.monthDay,
    times: times?.times,
    lasting: lasting?.duration,
    parity: parity?.parity,
    windows: [],
    exception: joined(all(pieces, 'except').map(({ exception }) => exception)),
  };
};

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
        return { ...placed, piece: { ...piece, date: inWeek(monday, piece.weekday), others: [] } };
      if (piece.is !== 'span' || piece.weekdays === undefined) return placed;
      const [first, last] = piece.weekdays;
      const span = { first: inWeek(monday, first), last: inWeek(monday, last < first ? last + 7 : last) };
      return { ...placed, piece: { is: 'span', ...span } };
    });
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
  if (isSaid(pieces, 'stretch')) return stretchOf(pieces);
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

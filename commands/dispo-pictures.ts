// What /dispo draws: the week of one space around a day, its month, or one day of every space.
import type { Call } from '../src/chat/command.ts';
import type { Options } from '../src/chat/option.ts';
import { dayPicture, type MonthLines, monthReply, type WeekLines, weekPicture } from '../src/messages/pictures.fr.ts';
import { daySvg } from '../src/pictures/day.ts';
import { monthSvg } from '../src/pictures/month.ts';
import { pngOf } from '../src/pictures/png.ts';
import { weekSvg } from '../src/pictures/week.ts';
import type { Place, Space, SpaceKey } from '../src/place/model.ts';
import { nextOpenDays } from '../src/place/opening.ts';
import type { Block, Reply } from '../src/reply/tree.ts';

type Asked = Pick<Call<Options>, 'actor' | 'core' | 'place' | 'now'>;

const { compare } = Temporal.PlainDate;

const todayAt = ({ now, place }: Asked): Temporal.PlainDate => now.toZonedDateTimeISO(place.timeZone).toPlainDate();

const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });

/** The first open day from `date` on, at the latest `last`; else `date`. */
const firstOpen = (
  place: Place,
  space: Space,
  date: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Temporal.PlainDate => nextOpenDays(place, space, date.subtract({ days: 1 }), 1, last)[0] ?? date;

const boardOf = async ({ actor, core }: Asked, { key }: Space, first: Temporal.PlainDate, last: Temporal.PlainDate) => {
  const [board] = await core.booking.boards(actor, { spaceKey: key, first, last });
  if (!board) throw new Error(`${key} has no board`);
  return board;
};

export const weekShown = async (asked: Asked, space: Space, date: Temporal.PlainDate): Promise<Block> => {
  const monday = mondayOf(date);
  const board = await boardOf(asked, space, monday, monday.add({ days: 6 }));
  const png = await pngOf(weekSvg({ place: asked.place, space, board, asked: date, today: todayAt(asked) }));
  return weekPicture(asked.place, space, board, png);
};

interface WeekLinesOf {
  onDay(date: Temporal.PlainDate): string;
  readonly month: string;
}

/** A week is asked for by its first open day, today at the earliest. */
export const weekLines = (
  asked: Asked,
  space: Space,
  date: Temporal.PlainDate,
  { onDay, month }: WeekLinesOf,
): WeekLines => {
  const [monday, today] = [mondayOf(date), todayAt(asked)];
  const open = (from: Temporal.PlainDate) =>
    onDay(firstOpen(asked.place, space, compare(from, today) < 0 ? today : from, mondayOf(from).add({ days: 6 })));
  return {
    previous: compare(monday, today) <= 0 ? undefined : open(monday.subtract({ days: 7 })),
    next: open(monday.add({ days: 7 })),
    month,
  };
};

export const dayShown = async (asked: Asked, date: Temporal.PlainDate): Promise<Block> => {
  const { actor, core, place } = asked;
  const boards = await core.booking.boards(actor, { spaceKey: undefined, first: date, last: date });
  return dayPicture(date, await pngOf(daySvg({ place, date, boards, today: todayAt(asked) })));
};

/** The space that is named, if it can be booked; else the one that most people share. */
export const spaceShown = (place: Place, key: SpaceKey | undefined): Space | undefined => {
  const bookable = place.spaces.filter(({ use }) => use.by !== 'lease');
  if (key !== undefined) return bookable.find((each) => each.key === key);
  return bookable.find(({ use }) => use.by === 'seat') ?? bookable[0];
};

interface MonthLinesOf {
  readonly book: string;
  inMonth(month: Temporal.PlainYearMonth): string;
  onDay(date: Temporal.PlainDate): string;
}

export const monthShown = async (
  asked: Asked,
  space: Space,
  month: Temporal.PlainYearMonth,
  { book, inMonth, onDay }: MonthLinesOf,
): Promise<Reply> => {
  const [first, today] = [month.toPlainDate({ day: 1 }), todayAt(asked)];
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  const board = await boardOf(asked, space, first, last);
  const png = await pngOf(monthSvg({ place: asked.place, space, board, today }));
  const isFirst = compare(first, today) <= 0;
  const lines: MonthLines = {
    book,
    previous: isFirst ? undefined : inMonth(month.subtract({ months: 1 })),
    next: inMonth(month.add({ months: 1 })),
    week: onDay(firstOpen(asked.place, space, compare(first, today) < 0 ? today : first, last)),
  };
  return monthReply(asked.place, space, board, png, lines);
};

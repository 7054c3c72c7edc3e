// The words in the pictures, and those beside them, which say the same to whoever does not see them.
import type { Board, BoardDay, Cell } from '../core/booking/board.ts';
import type { Place, Space } from '../place/model.ts';
import { type Block, type Button, buttons, heading, list, type Reply, say } from '../reply/tree.ts';
import { count, day, enumerate, hours, month, sentenceCase, shortDay, weekday } from './words.fr.ts';

const NBSP = '\u00a0';

const plural = (value: number, one: string, many: string): string => (value < 2 ? one : many);

const dayNumber = (date: Temporal.PlainDate): string => (date.day === 1 ? '1er' : String(date.day));

/** « lundi 23 », or with its month where the two ends differ. */
const between = (first: Temporal.PlainDate, last: Temporal.PlainDate): string => {
  if (first.equals(last)) return day(first);
  if (first.year !== last.year) return `du ${day(first)} au ${day(last)}`;
  const start = first.month === last.month ? `${weekday(first.dayOfWeek)} ${dayNumber(first)}` : shortDay(first);
  return `du ${start} au ${day(last)}`;
};

const shareTaken = (share: number): string => {
  if (share === 0) return 'libre';
  return share === 1 ? 'complet' : `${Math.min(99, Math.max(1, Math.round(share * 100)))}${NBSP}%${NBSP}pris`;
};

export const pictureWords = {
  free: 'libre',
  /** Of a space shared by seat, and of one taken whole. */
  full: 'complet',
  occupied: 'occupé',
  closed: 'fermé',
  mine: 'à vous',
  past: 'passé',
  partTaken: 'part déjà réservée',
  fullOrOccupied: 'complet ou occupé',
  seats: (free: number): string => plural(free, 'place', 'places'),
  freeSeats: (free: number): string => plural(free, 'place libre', 'places libres'),
  numberedSeats: (free: number): string => count(free, 'place', 'places'),
  numberedFreeSeats: (free: number): string => count(free, 'place libre', 'places libres'),
  seatsInAll: (capacity: number): string => `${count(capacity, 'place', 'places')} en tout`,
  wholeSpace: 'se réserve en entier',
  weekday: (date: Temporal.PlainDate, short: boolean): string =>
    short ? `${weekday(date.dayOfWeek).slice(0, 3)}.` : weekday(date.dayOfWeek),
  dayNumber,
  hour: (hour: number): string => (hour === 24 ? 'minuit' : `${hour}${NBSP}h`),
  weekOf: (first: Temporal.PlainDate, last: Temporal.PlainDate): string => `Semaine ${between(first, last)}`,
  month: (date: Temporal.PlainDate): string => sentenceCase(month(date)),
  day: (date: Temporal.PlainDate): string => sentenceCase(day(date)),
  shareTaken,
  seenOn: (today: Temporal.PlainDate): string => `Vu le ${day(today)}`,
  more: (left: number): string => `… et ${left} de plus`,
} as const;

type Times = Pick<Cell, 'start' | 'end'>;

/** Those that touch are one. */
const joined = (all: readonly Times[]): readonly Times[] => {
  const runs: Times[] = [];
  for (const times of all) {
    const last = runs.at(-1);
    if (last && Temporal.ZonedDateTime.compare(last.end, times.start) === 0)
      runs[runs.length - 1] = { start: last.start, end: times.end };
    else runs.push(times);
  }
  return runs;
};

const during = (cells: readonly Times[]): string => enumerate(joined(cells).map(({ start, end }) => hours(start, end)));

const openWords = (cells: readonly Cell[], shared: boolean, capacitySeats: number): string => {
  const [full, free] = [
    cells.filter(({ freeSeats }) => freeSeats === 0),
    cells.filter(({ freeSeats }) => freeSeats > 0),
  ];
  if (free.length === 0) return shared ? 'complet' : 'occupé';
  if (!shared) return full.length === 0 ? 'libre' : `libre ${during(free)}`;
  const least = Math.min(...free.map(({ freeSeats }) => freeSeats));
  const left = least === capacitySeats ? 'libre' : `au moins ${count(least, 'place', 'places')}`;
  return full.length === 0 ? left : `complet ${during(full)}, ${left} sinon`;
};

const closedWords = ({ because }: BoardDay): string => (because === undefined ? 'fermé' : `fermé (${because})`);

/** « au moins 6 places », « libre de 9 h à 12 h », « fermé (Noël) ». */
export const dayWords = (shown: BoardDay, space: Space, capacitySeats: number): string => {
  const { cells } = shown;
  if (cells.length === 0) return closedWords(shown);
  const left = cells.filter(({ past }) => !past);
  if (left.length === 0) return 'passé';
  const [open, shut, mine] = [
    left.filter(({ closed }) => !closed),
    left.filter(({ closed }) => closed),
    left.filter((cell) => cell.mine),
  ];
  if (open.length === 0) return 'fermé';
  return [
    openWords(open, space.use.by === 'seat', capacitySeats),
    ...(shut.length === 0 ? [] : [`fermé ${during(shut)}`]),
    ...(mine.length === 0 ? [] : [`à vous ${during(mine)}`]),
  ].join(', ');
};

interface Said {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly words: string;
}

const dated = (date: Temporal.PlainDate): string => `${weekday(date.dayOfWeek)} ${dayNumber(date)}`;

const datedRun = ({ first, last, words }: Said): string => {
  if (first.equals(last)) return `${dated(first)}, ${words}`;
  const isTwo = first.add({ days: 1 }).equals(last);
  return isTwo ? `${dated(first)} et ${dated(last)}, ${words}` : `du ${dated(first)} au ${dated(last)}, ${words}`;
};

/** Days that follow one another and are alike are said together: « du lundi 21 au jeudi 24, libre ». */
const datedDays = (days: readonly BoardDay[], wordsOf: (day: BoardDay) => string | undefined): readonly string[] => {
  const runs: Said[] = [];
  for (const each of days) {
    const words = wordsOf(each);
    if (words === undefined) continue;
    const last = runs.at(-1);
    if (last?.words === words && last.last.add({ days: 1 }).equals(each.date))
      runs[runs.length - 1] = { ...last, last: each.date };
    else runs.push({ first: each.date, last: each.date, words });
  }
  return runs.map(datedRun);
};

/** Also closed now and then; what is closed every week is not worth a word. */
export const isShown = (place: Place, space: Space, { date, cells }: BoardDay): boolean =>
  cells.length > 0 ||
  Object.entries((space.hours ?? place.hours).weekly).some(
    ([dayOfWeek, ranges]) => Number(dayOfWeek) === date.dayOfWeek && (ranges?.length ?? 0) > 0,
  );

/** The picture, and every day of it in words. */
export const weekPicture = (place: Place, space: Space, { days, capacitySeats }: Board, png: Uint8Array): Block => {
  const shown = days.filter((each) => isShown(place, space, each));
  const [first, last] = [shown[0]?.date ?? days[0]?.date, shown.at(-1)?.date ?? days.at(-1)?.date];
  const said = datedDays(shown, (each) => dayWords(each, space, capacitySeats));
  const week = first && last ? `semaine ${between(first, last)}` : 'semaine';
  return {
    type: 'picture',
    name: `${space.key}-semaine-${days[0]?.date.toString() ?? ''}.png`,
    png,
    words: [`La ${week} en image${NBSP}: ${said.length === 0 ? 'fermé tous les jours' : said.join(`${NBSP}; `)}.`],
  };
};

export const dayPicture = (date: Temporal.PlainDate, png: Uint8Array): Block => ({
  type: 'picture',
  name: `espaces-${date.toString()}.png`,
  png,
  words: ['Les mêmes heures en image, espace par espace.'],
});

/** Undefined for what is over. */
const monthDayWords = (shown: BoardDay): string | undefined => {
  const { cells, takenShare } = shown;
  if (cells.length === 0) return closedWords(shown);
  if (cells.every(({ past }) => past)) return undefined;
  const mine = cells.some((cell) => cell.mine && !cell.past) ? ', à vous en partie' : '';
  return `${takenShare === undefined ? 'fermé' : shareTaken(takenShare)}${mine}`;
};

const weeksOf = (days: readonly BoardDay[]): readonly (readonly BoardDay[])[] => {
  const weeks: BoardDay[][] = [];
  for (const each of days) {
    const last = weeks.at(-1);
    if (last && (last[0]?.date.weekOfYear ?? 0) === each.date.weekOfYear) last.push(each);
    else weeks.push([each]);
  }
  return weeks;
};

export interface MonthLines {
  readonly book: string;
  readonly week: string;
  readonly next: string;
  /** Undefined once the month before is over. */
  readonly previous: string | undefined;
}

export const monthReply = (place: Place, space: Space, { days }: Board, png: Uint8Array, lines: MonthLines): Reply => {
  const first = days[0]?.date;
  const title = first === undefined ? space.name : `${space.name}, ${month(first)}`;
  const weeks = weeksOf(days.filter((each) => isShown(place, space, each))).map((week) =>
    datedDays(week, monthDayWords),
  );
  return say(
    'info',
    heading(title),
    list(weeks.filter((said) => said.length > 0).map((said) => [said.join(`${NBSP}; `)])),
    {
      type: 'picture',
      name: `${space.key}-${first?.toPlainYearMonth().toString() ?? 'mois'}.png`,
      png,
      words: ['Le mois en image, et ce qui est pris chaque jour.'],
    },
    buttons(
      { label: 'Réserver', command: lines.book, tone: 'primary', effect: 'form' },
      ...(lines.previous === undefined ? [] : [{ label: 'Mois précédent', command: lines.previous }]),
      { label: 'Mois suivant', command: lines.next },
      { label: 'Voir la semaine', command: lines.week },
    ),
  );
};

export interface WeekLines {
  /** Undefined once the week before is over. */
  readonly previous: string | undefined;
  readonly next: string;
  readonly month: string;
}

export const weekButtons = ({ previous, next, month: whole }: WeekLines): readonly Button[] => [
  ...(previous === undefined ? [] : [{ label: 'Semaine précédente', command: previous }]),
  { label: 'Semaine suivante', command: next },
  { label: 'Voir le mois', command: whole },
];

// What is on, day by day.
import type { Event, EventKind } from '../core/agenda/model.ts';
import type { Closure } from '../core/closures/model.ts';
import type { Place } from '../place/model.ts';
import {
  type Block,
  type Button,
  buttons,
  heading,
  type Line,
  link,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { eventChoice, eventDayBlocks, eventLine, kindNames } from './event.fr.ts';
import { exceptionsWithin } from './hours.fr.ts';
import { spacesWords } from './impact.fr.ts';
import { day, dayOfMonth, enumerate, moment, month, quoted, sentenceCase, shortDay, weekday } from './words.fr.ts';

interface Period {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

const lastDay = ({ end }: Period): Temporal.PlainDate => end.subtract({ nanoseconds: 1 }).toPlainDate();

const isWholeMonth = ({ start, end }: Period): boolean =>
  start.day === 1 && start.toPlainDate().add({ months: 1 }).equals(end.toPlainDate());

/** « du lundi 23 au dimanche 29 novembre 2026 », « de décembre 2026 », « du jeudi 26 novembre 2026 ». */
export const ofPeriod = (period: Period): string => {
  if (isWholeMonth(period)) {
    const name = month(period.start);
    return /^[ao]/.test(name) ? `d’${name}` : `de ${name}`;
  }
  const [first, last] = [period.start.toPlainDate(), lastDay(period)];
  if (first.equals(last)) return `du ${day(first)}`;
  if (first.year !== last.year) return `du ${day(first)} au ${day(last)}`;
  const start = first.month === last.month ? `${weekday(first.dayOfWeek)} ${dayOfMonth(first)}` : shortDay(first);
  return `du ${start} au ${day(last)}`;
};

/** « ateliers et rencontres », « « ESS » », or both. */
const soughtWords = ({ kinds, about }: Sought): string | undefined => {
  const parts = [
    ...(kinds === undefined ? [] : [enumerate(kinds.map((kind) => kindNames[kind].many))]),
    ...(about === undefined ? [] : [quoted(about)]),
  ];
  return parts.length === 0 ? undefined : parts.join(' ');
};

export interface Sought {
  readonly kinds?: readonly EventKind[] | undefined;
  readonly about?: string | undefined;
}

/** Closures and hours out of the ordinary; nothing when there are none. */
export const exceptionalBlocks = (
  place: Place,
  { start, end }: Period,
  closures: readonly Closure[],
): readonly Block[] => {
  const lines: readonly Line[] = [
    ...closures.map(
      (closure): Line => [
        strong('Fermé'),
        `\u00a0: ${spacesWords(place, closure.spaceKeys)}, ${moment(closure.start.toZonedDateTimeISO(place.timeZone), closure.end.toZonedDateTimeISO(place.timeZone))} (${closure.reason})`,
      ],
    ),
    ...exceptionsWithin(place.hours, { from: start.toPlainDate(), to: lastDay({ start, end }) }).map(
      (words): Line => [sentenceCase(words)],
    ),
  ];
  return lines.length === 0 ? [] : [p(strong('À savoir')), list(lines)];
};

export interface AgendaShown {
  readonly period: Period;
  readonly sought: Sought;
  readonly events: readonly Event[];
  readonly closures: readonly Closure[];
  /** There are more than are shown. */
  readonly isCut: boolean;
  /** Of the web page; undefined: none is known. */
  readonly page: string | undefined;
  /** What comes after, when there is nothing. */
  readonly next: readonly Event[];
  /** Whoever looks for something gets what comes, without an end. */
  readonly isOpen: boolean;
  /** Those that ask for other periods; `rest`: for what is cut. */
  readonly lines: { readonly nextWeek: string; readonly month: string; readonly rest: string | undefined };
}

const moves = ({ period, lines }: AgendaShown): readonly Button[] => [
  ...(lines.rest === undefined ? [] : [{ label: 'La suite', command: lines.rest }]),
  { label: 'La semaine prochaine', command: lines.nextWeek },
  ...(isWholeMonth(period) ? [] : [{ label: sentenceCase(month(period.start)), command: lines.month }]),
];

const title = ({ period, isOpen, sought }: AgendaShown): string => {
  const words = soughtWords(sought);
  return `Agenda ${isOpen ? 'à venir' : ofPeriod(period)}${words === undefined ? '' : `\u00a0: ${words}`}`;
};

const empty = (place: Place, shown: AgendaShown): Reply => {
  const { period, sought, next, closures } = shown;
  const words = soughtWords(sought);
  return say(
    'info',
    heading(title(shown)),
    p('Rien n’est annoncé à ces dates.'),
    ...exceptionalBlocks(place, period, closures),
    ...(next.length === 0
      ? [p(words === undefined ? 'Rien n’est encore annoncé pour la suite.' : 'Rien non plus pour la suite.')]
      : [p('Ensuite\u00a0:'), list(next.map((event) => eventLine(place, event))), eventChoice(next)]),
    buttons(...(words === undefined ? moves(shown) : [{ label: 'Tout l’agenda', command: 'agenda' }])),
  );
};

export const agendaReply = (place: Place, shown: AgendaShown): Reply => {
  const { period, events, closures, isCut, lines, page } = shown;
  if (events.length === 0) return empty(place, shown);
  return say(
    'info',
    heading(title(shown)),
    ...eventDayBlocks(place, events, period.start.toPlainDate()),
    ...(isCut
      ? [
          p(
            lines.rest === undefined
              ? 'Il y en a d’autres ce jour-là\u00a0: ajoutez une heure ou un thème pour les voir.'
              : 'Il y en a d’autres, plus tard.',
            ...(page === undefined ? [] : [' Tout est aussi sur ', link('la page du lieu', page), '.']),
          ),
        ]
      : []),
    ...exceptionalBlocks(place, period, closures),
    eventChoice(events),
    buttons(...moves(shown)),
  );
};

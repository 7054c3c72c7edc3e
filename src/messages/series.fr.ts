// The cards of several bookings at once: what can be had of them, what was, and what is done to them together.
import type { Booking, Stay } from '../core/booking/model.ts';
import type { Impossible, OccurrenceFailure, SeriesCheck, SeriesDone } from '../core/series/model.ts';
import { type Place, type Space, spaceOf } from '../place/model.ts';
import { openingOn } from '../place/opening.ts';
import type { Skipped } from '../reading/model.ts';
import {
  type Block,
  type Button,
  buttons,
  code,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { bookingLine, noBookingReply, spaceTitle, whichReply } from './booking.fr.ts';
import { spaceName } from './failures.fr.ts';
import { rhythm, sessions } from './rhythm.fr.ts';
import { count, day, duration, enumerate, moment, more, sentenceCase, shortDay, shortMoment } from './words.fr.ts';

type Reasons = {
  readonly [C in OccurrenceFailure['code']]: (failure: Extract<OccurrenceFailure, { readonly code: C }>) => string;
};

/** In a parenthesis, after the day. */
const reasons: Reasons = {
  'booking.leased': () => 'se loue, ne se réserve pas',
  'booking.no_one': () => 'pour personne',
  'booking.too_many_people': ({ capacityPeople }) =>
    capacityPeople === undefined ? 'trop de monde' : `${count(capacityPeople, 'personne', 'personnes')} au plus`,
  'booking.not_enough_equipment': () => 'pas assez de matériel',
  'booking.past': () => 'passé',
  'booking.too_late': () => 'trop tard pour réserver',
  'booking.too_far': ({ horizonDays }) => `au-delà de ${count(horizonDays, 'jour', 'jours')}`,
  'booking.closed': ({ because }) => (because === undefined ? 'fermé' : `fermé\u00a0: ${because}`),
  'booking.off_step': ({ step }) => `par tranches de ${duration(step)}`,
  'booking.too_short': ({ shortest }) => `${duration(shortest)} au moins`,
  'booking.too_long': ({ longest }) => `${duration(longest)} au plus`,
  'booking.not_for_you': () => 'réservé à d’autres',
  'booking.approval_needed': () => 'demande un accord',
  'booking.full': ({ capacitySeats, peakSeats }) => {
    const free = Math.max(0, capacitySeats - peakSeats);
    return free === 0 ? 'complet' : `plus que ${count(free, 'place', 'places')}`;
  },
  'booking.taken': () => 'déjà pris',
  'booking.equipment_taken': () => 'matériel déjà pris',
  'booking.over_quota': ({ quotaPerWeek }) => `${quotaPerWeek} par semaine au plus`,
  'booking.over_structure_quota': ({ quotaPerWeek }) => `${quotaPerWeek} par semaine au plus pour votre structure`,
  'booking.already': () => 'vous y êtes déjà',
  'booking.started': () => 'déjà commencé',
  'booking.cancel_too_late': () => 'trop tard pour changer',
  'booking.restore_too_late': () => 'trop tard pour rétablir',
  'booking.not_cancelled': () => 'pas annulé',
  'booking.already_cancelled': () => 'annulé',
  'series.there_already': () => 'déjà à ce moment',
};

const because = (failure: OccurrenceFailure): string => {
  const reason = reasons[failure.code] as (failure: OccurrenceFailure) => string;
  return reason(failure);
};

/** « mardi 22 décembre (jeudi 24 décembre, fermé) » of one that was asked to go to another day. */
const impossibleWords = ({ stay, failure, wanted }: Impossible): string => {
  const isElsewhere = wanted !== undefined && !wanted.start.toPlainDate().equals(stay.start.toPlainDate());
  const there = isElsewhere ? `${shortDay(wanted.start)}, ` : '';
  return `${shortDay(stay.start)} (${there}${because(failure)})`;
};

/** What the reading set aside: all but people’s own exceptions. */
const setAsideWords = (place: Place, space: Space | undefined, { date, because: why }: Skipped): readonly string[] => {
  switch (why) {
    case 'excluded':
      return [];
    case 'past':
      return [`${shortDay(date)} (passé)`];
    case 'school_holiday':
      return [`${shortDay(date)} (vacances scolaires)`];
    case 'closed': {
      const { closed } = openingOn(place, space, date);
      if (closed === undefined || closed.because === 'weekday') return [`${shortDay(date)} (fermé)`];
      return [
        `${shortDay(date)} (${closed.because === 'holiday' ? `férié\u00a0: ${closed.name}` : `fermé\u00a0: ${closed.reason}`})`,
      ];
    }
  }
};

const FEW = 4;
/** Beyond, the rest is counted. */
const MANY = 12;

/** As many as are read and booked at once. */
const MOST = 60;

/** « 2 impossibles : mercredi 11 novembre (fermé), mercredi 25 (complet). »: in the sentence while they are few. */
const told = (before: Line, words: readonly string[], one = 'impossible', many = 'impossibles'): readonly Block[] => {
  if (words.length === 0) return [p(...before, '.')];
  const start = `, ${count(words.length, one, many)}`;
  if (words.length <= FEW) return [p(...before, `${start}\u00a0: ${words.join(', ')}.`)];
  const shown = words.length > MANY ? [...words.slice(0, MANY), ...more(words.length - MANY)] : words;
  return [p(...before, `${start}\u00a0:`), list(shown.map((each) => [each]))];
};

const whens = (stays: readonly Stay[]): Block => list(stays.map(({ start, end }) => [moment(start, end)]));

const named = (place: Place, bookings: readonly Stay[]): string =>
  enumerate([...new Set(bookings.map(({ spaceKey }) => spaceTitle(place, spaceKey)))]);

export interface CheckLines {
  /** The line that books them. */
  readonly confirm: string;
  /** The line of the form that asks for something else. */
  readonly change: string;
  /** Whom the staff asks it for. */
  readonly guestName?: string | undefined;
}

/** What the press does, and what follows from it. */
const agreementNotice = (needs: SeriesCheck['needs']): readonly Block[] =>
  needs === undefined
    ? []
    : [
        p(
          'L’équipe devra donner son accord, une fois pour toutes les séances. Les créneaux seront gardés en attendant.',
        ),
      ];

/** « Réserver les 9 », « Demander les 9 ». */
const bookingLabel = (length: number, needs: SeriesCheck['needs']): string =>
  `${needs === undefined ? 'Réserver' : 'Demander'} ${length < 2 ? 'cette séance' : `les ${length}`}`;

/** « 9 séances possibles, 2 impossibles : … » and one press to book the nine. */
export const seriesCheckReply = (
  place: Place,
  { possible, impossible, needs }: SeriesCheck,
  skipped: readonly Skipped[],
  { confirm, change, guestName }: CheckLines,
): Reply => {
  const space = spaceOf(place, (possible[0] ?? impossible[0]?.stay)?.spaceKey ?? '');
  const judged = new Set(impossible.map(({ stay }) => stay.start.toPlainDate().toString()));
  const setAside = skipped.filter(({ date }) => !judged.has(date.toString()));
  const all = [
    ...setAside.map((each) => ({ date: each.date, words: setAsideWords(place, space, each) })),
    ...impossible.map((each) => ({ date: each.stay.start.toPlainDate(), words: [impossibleWords(each)] })),
  ].sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
  const words = all.flatMap((each) => each.words);
  const isCut = possible.length + impossible.length === MOST;
  const changeIt: Button = { label: 'Changer ma demande', command: change, effect: 'form' };
  const areTooLong = impossible.length > 0 && impossible.every(({ failure }) => failure.code === 'booking.too_long');
  if (possible.length === 0)
    return say(
      'refusal',
      ...told(['Aucune séance possible'], words),
      ...(areTooLong ? [p('Précisez des heures, par exemple ', code('14h-16h'), '.')] : []),
      p('Rien n’est réservé.'),
      buttons(changeIt),
    );
  const { length } = possible;
  return say(
    'question',
    heading(`${named(place, possible)}\u00a0: ${sessions(length)}`),
    ...(guestName === undefined ? [] : [p('Au nom de ', strong(guestName), '.')]),
    ...told([strong(`${sessions(length)} ${length < 2 ? 'possible' : 'possibles'}`)], words),
    whens(possible),
    ...(isCut ? [p(`Je n’en prends pas plus de ${MOST} à la fois\u00a0: refaites la demande pour la suite.`)] : []),
    ...agreementNotice(needs),
    p('Rien n’est encore réservé.'),
    buttons({ label: bookingLabel(length, needs), command: confirm, tone: 'primary' }, changeIt),
  );
};

const seriesButtons = ([first]: readonly Booking[]): readonly Block[] =>
  first === undefined
    ? []
    : [
        buttons(
          { label: 'Annuler', command: `annuler ${first.id} serie`, tone: 'danger' },
          {
            label: 'Ajouter à mon calendrier',
            command: `reservations calendrier ${first.id} serie`,
            effect: 'beside',
          },
        ),
      ];

/** Of what waits for an agreement. */
const waitingNotice = (bookings: readonly Booking[]): readonly Block[] =>
  bookings.some(({ approval }) => approval === 'waiting')
    ? [
        p(
          'L’équipe doit encore donner son accord. Les créneaux sont gardés pour vous, et la réponse vous parviendra ici en privé.',
        ),
      ]
    : [];

const guestBlocks = ([first]: readonly Booking[]): readonly Block[] =>
  first?.guest === undefined ? [] : [p('Au nom de ', strong(first.guest.name ?? 'une personne extérieure'), '.')];

/** What was booked; what was lost between the card and the press is said too. */
export const seriesBookedReply = (place: Place, { bookings, impossible }: SeriesDone): Reply =>
  say(
    'done',
    heading(bookings.some(({ approval }) => approval === 'waiting') ? 'C’est demandé' : 'C’est réservé'),
    ...guestBlocks(bookings),
    ...told(
      [strong(`${named(place, bookings)}\u00a0: ${sessions(bookings.length)}`)],
      impossible.map(impossibleWords),
      'n’a pas pu l’être',
      'n’ont pas pu l’être',
    ),
    whens(bookings),
    ...waitingNotice(bookings),
    ...seriesButtons(bookings),
  );

/** « Cette séance, celle-ci et les suivantes, toute la série ? » */
export const howMuchToCancelReply = (place: Place, booking: Booking, toCome: readonly Booking[]): Reply => {
  const isLater = ({ start }: Booking) => Temporal.ZonedDateTime.compare(start, booking.start) > 0;
  const following = toCome.filter(isLater).length;
  return say(
    'question',
    p(
      strong(`${sentenceCase(spaceName(place, booking.spaceKey))}, ${moment(booking.start, booking.end)}`),
      `, fait partie d’une série de ${sessions(toCome.length)} à venir. Que voulez-vous annuler\u00a0?`,
    ),
    buttons(
      { label: 'Cette séance', command: `annuler ${booking.id} seance`, tone: 'danger' },
      ...(following > 0 && following + 1 < toCome.length
        ? [
            {
              label: `Celle-ci et les ${following === 1 ? 'suivante' : 'suivantes'}`,
              command: `annuler ${booking.id} suivantes`,
            },
          ]
        : []),
      { label: `Toute la série (${toCome.length})`, command: `annuler ${booking.id} serie` },
      { label: 'Entre deux dates', command: `annuler ${booking.id} serie`, effect: 'form' },
    ),
  );
};

/** The same, of what moves. */
export const howMuchToMoveReply = (
  place: Place,
  booking: Booking,
  toCome: readonly Booking[],
  lineFor: (portee: 'seance' | 'suivantes' | 'serie') => string,
): Reply => {
  const isLater = ({ start }: Booking) => Temporal.ZonedDateTime.compare(start, booking.start) > 0;
  const following = toCome.filter(isLater).length;
  return say(
    'question',
    p(
      strong(`${sentenceCase(spaceName(place, booking.spaceKey))}, ${moment(booking.start, booking.end)}`),
      `, fait partie d’une série de ${sessions(toCome.length)} à venir. Que voulez-vous décaler\u00a0?`,
    ),
    buttons(
      { label: 'Cette séance', command: lineFor('seance') },
      ...(following > 0 && following + 1 < toCome.length
        ? [{ label: `Celle-ci et les ${following === 1 ? 'suivante' : 'suivantes'}`, command: lineFor('suivantes') }]
        : []),
      { label: `Toute la série (${toCome.length})`, command: lineFor('serie') },
      { label: 'Entre deux dates', command: lineFor('serie'), effect: 'form' },
    ),
  );
};

const kept = (impossible: readonly Impossible[], sentence: string): readonly Block[] =>
  impossible.length === 0 ? [] : [p(sentence), list(impossible.map((each) => [impossibleWords(each)]))];

export const seriesCancelledReply = (place: Place, { bookings, impossible }: SeriesDone): Reply => {
  const [first] = bookings;
  return say(
    'done',
    p('C’est annulé\u00a0: ', strong(`${named(place, bookings)}, ${sessions(bookings.length)}`), '.'),
    whens(bookings),
    ...kept(impossible, 'Ce qui reste réservé\u00a0:'),
    p('Vous pouvez les rétablir pendant 5 minutes, tant que les places sont libres.'),
    ...(first ? [buttons({ label: 'Rétablir', command: `reservations retablir ${first.id} serie` })] : []),
  );
};

export const seriesRestoredReply = (place: Place, { bookings, impossible }: SeriesDone): Reply =>
  say(
    'done',
    heading('C’est rétabli'),
    p(strong(`${named(place, bookings)}\u00a0: ${sessions(bookings.length)}`), '.'),
    whens(bookings),
    ...kept(impossible, 'Ce qui n’a pas pu l’être\u00a0:'),
    ...seriesButtons(bookings),
  );

/** The new hours of each, before anything moves. */
export const moveCheckReply = (place: Place, { possible, impossible, needs }: SeriesCheck, confirm: string): Reply => {
  const { length } = possible;
  const words = impossible.map(impossibleWords);
  return length === 0
    ? say('refusal', ...told(['Aucune séance ne peut être décalée'], words), p('Rien n’a changé.'))
    : say(
        'question',
        heading(`${named(place, possible)}\u00a0: ${sessions(length)} à décaler`),
        ...told([strong(`${sessions(length)} ${length < 2 ? 'possible' : 'possibles'}`)], words),
        whens(possible),
        ...agreementNotice(needs),
        ...(needs === undefined ? [] : [p('Si elle refuse, ces séances sont annulées.')]),
        p(
          impossible.length === 0
            ? 'Rien n’a encore changé.'
            : 'Ce qui est impossible restera à sa place. Rien n’a encore changé.',
        ),
        buttons({
          label: length < 2 ? 'Décaler cette séance' : `Décaler les ${length}`,
          command: confirm,
          tone: 'primary',
        }),
      );
};

export const seriesMovedReply = (place: Place, { bookings, impossible }: SeriesDone): Reply =>
  say(
    'done',
    heading(bookings.some(({ approval }) => approval === 'waiting') ? 'C’est demandé' : 'C’est modifié'),
    ...guestBlocks(bookings),
    p(strong(`${named(place, bookings)}\u00a0: ${sessions(bookings.length)}`), '.'),
    whens(bookings),
    ...waitingNotice(bookings),
    ...kept(impossible, 'Ce qui reste à sa place\u00a0:'),
    ...seriesButtons(bookings),
  );

/** Nothing of what was asked could be done; each is said with its reason. */
export const noneDoneBlocks = (impossible: readonly Impossible[]): readonly Block[] =>
  impossible.length === 0 ? [] : [list(impossible.map((each) => [sentenceCase(impossibleWords(each))]))];

/** One line a booking, one a series that has several to come. */
interface Entry {
  readonly next: Booking;
  readonly all: readonly Booking[];
}

const entriesOf = (bookings: readonly Booking[]): readonly Entry[] =>
  bookings.flatMap((booking, index) => {
    const { seriesId } = booking;
    if (seriesId === undefined) return [{ next: booking, all: [booking] }];
    const isFirst = bookings.findIndex((each) => each.seriesId === seriesId) === index;
    return isFirst ? [{ next: booking, all: bookings.filter((each) => each.seriesId === seriesId) }] : [];
  });

/** « tous les mardis de 9 h à 12 h 30, jusqu’au …, coworking : 4 séances, la prochaine mardi 24 novembre ». */
const entryLine = (place: Place, { next, all }: Entry): Line => {
  const last = all.at(-1);
  const said = rhythm(all);
  if (said !== undefined)
    return [
      strong(sentenceCase(said)),
      ...bookingLine(place, next).slice(1),
      `\u00a0: ${sessions(all.length)}, la prochaine ${shortDay(next.start)}`,
    ];
  return all.length === 1 || last === undefined
    ? bookingLine(place, next)
    : [
        ...bookingLine(place, next),
        `\u00a0; puis ${count(all.length - 1, 'autre séance', 'autres séances')}, jusqu’au ${day(last.start)}`,
      ];
};

/** A series is one line: its next date, and how many there are. */
export const bookingsReply = (place: Place, bookings: readonly Booking[]): Reply => {
  const entries = entriesOf(bookings);
  return bookings.length === 0
    ? noBookingReply()
    : say(
        'info',
        heading(bookings.length === 1 ? 'Votre réservation à venir' : `Vos ${bookings.length} réservations à venir`),
        list(entries.map((entry) => entryLine(place, entry))),
        {
          type: 'choice',
          label: 'Voir, modifier ou annuler',
          options: entries.map(({ next, all }) => ({
            label: shortMoment(next.start, next.end),
            hint:
              all.length === 1
                ? spaceTitle(place, next.spaceKey)
                : `${spaceTitle(place, next.spaceKey)}, série de ${sessions(all.length)}`,
            command: `reservations voir ${next.id}`,
          })),
        },
      );
};

const rhythmWords = (toCome: readonly Booking[]): string => {
  const said = rhythm(toCome);
  return said === undefined ? '' : `, ${said}`;
};

/** Under the card of one of its bookings. */
export const seriesBlocks = ({ id }: Booking, toCome: readonly Booking[]): readonly Block[] =>
  toCome.length < 2
    ? []
    : [
        p(`Elle fait partie d’une série${rhythmWords(toCome)}\u00a0: ${sessions(toCome.length)} à venir.`),
        buttons(
          { label: 'Décaler les suivantes', command: `reservations decaler ${id} suivantes`, effect: 'form' },
          {
            label: 'Toute la série à mon calendrier',
            command: `reservations calendrier ${id} serie`,
            effect: 'beside',
          },
        ),
      ];

export const whichToMoveReply = (
  place: Place,
  bookings: readonly Booking[],
  lineFor: (booking: Booking) => string,
): Reply =>
  whichReply(place, bookings, {
    question: 'Quelle réservation voulez-vous déplacer\u00a0?',
    label: 'Réservation à déplacer',
    lineFor,
  });

/** « Laquelle ? », of several series: one press shows what moving it would give. */
export const whichSeriesToMoveReply = (
  place: Place,
  series: readonly (readonly Booking[])[],
  lineFor: (next: Booking) => string,
): Reply => {
  const entries = series.flatMap(([next, ...rest]) => (next ? [{ next, all: [next, ...rest] }] : []));
  return say(
    'question',
    p('Quelle série voulez-vous déplacer\u00a0?'),
    list(entries.map((entry) => entryLine(place, entry))),
    {
      type: 'choice',
      label: 'Série à déplacer',
      options: entries.map(({ next, all }) => ({
        label: shortMoment(next.start, next.end),
        hint: `${spaceTitle(place, next.spaceKey)}, série de ${sessions(all.length)}`,
        command: lineFor(next),
      })),
    },
  );
};

// An event, in words: the one place that writes it, for the chat, the announcements, the pages and calendars alike.
import type { Event, EventKind } from '../core/agenda/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { type Block, type Button, fields, heading, type Line, list, p, strong } from '../reply/tree.ts';
import { count, day, hour, moment, quoted, sentenceCase, shortDay } from './words.fr.ts';

/** « atelier », « ateliers »: in the middle of a sentence. */
export const kindNames: Readonly<Record<EventKind, { readonly one: string; readonly many: string }>> = {
  workshop: { one: 'atelier', many: 'ateliers' },
  session: { one: 'permanence', many: 'permanences' },
  info_meeting: { one: 'réunion d’information', many: 'réunions d’information' },
  gathering: { one: 'rencontre', many: 'rencontres' },
  ess_month: { one: 'mois de l’ESS', many: 'mois de l’ESS' },
  committee: { one: 'comité', many: 'comités' },
  other: { one: 'autre événement', many: 'autres événements' },
};

const SEPARATOR = ' · ';

const clipped = (text: string, chars: number): string =>
  text.length <= chars ? text : `${text.slice(0, chars - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

type Times = Pick<Event, 'start' | 'end'>;

const isOfOneDay = ({ start, end }: Times): boolean =>
  start.toPlainDate().equals(end.subtract({ nanoseconds: 1 }).toPlainDate());

const hourOfEnd = ({ end }: Times): string => (end.hour === 0 && end.minute === 0 ? 'minuit' : hour(end));

/** « jeudi 26 novembre 2026, 9 h 30 – 11 h 30 »; over several days, both are said in full. */
export const eventWhen = (times: Times): string =>
  isOfOneDay(times)
    ? `${day(times.start)}, ${hour(times.start)} – ${hourOfEnd(times)}`
    : moment(times.start, times.end);

/** « 9 h 30 – 11 h 30 », where the day is already said. */
export const eventHours = (times: Times): string =>
  isOfOneDay(times)
    ? `${hour(times.start)} – ${hourOfEnd(times)}`
    : `dès ${hour(times.start)}, jusqu’au ${shortDay(times.end)} à ${hour(times.end)}`;

/** « Espace de convivialité »; undefined: it is not said. */
export const eventWhere = (place: Place, { spaceKey, location }: Event): string | undefined =>
  spaceKey === undefined ? location : (spaceOf(place, spaceKey)?.name ?? spaceKey);

const waitingWords = (waiting: number): string => (waiting === 0 ? '' : `, ${waiting}\u00a0en attente`);

/** « sur rendez-vous, 45 min »; undefined: all come at once. */
export const slotWords = ({ slotMinutes }: Pick<Event, 'slotMinutes'>): string | undefined =>
  slotMinutes === undefined ? undefined : `sur rendez-vous, ${slotMinutes}\u00a0min`;

/** « 12 places restantes », « 2 créneaux libres », « complet, 3 en attente », « annulé »; undefined: as many may come as want to. */
export const eventState = (event: Event): string | undefined => {
  if (event.cancelledAt !== undefined) return 'annulé';
  const { seatsLeft } = event;
  if (seatsLeft === undefined) return undefined;
  if (seatsLeft === 0) return `complet${waitingWords(event.waiting)}`;
  return event.slotMinutes === undefined
    ? count(seatsLeft, 'place restante', 'places restantes')
    : count(seatsLeft, 'créneau libre', 'créneaux libres');
};

const said = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(SEPARATOR);

const TITLE_IN_LINE = 70;
const WHERE_IN_LINE = 50;

const shortTitle = ({ title }: Event) => strong(clipped(title, TITLE_IN_LINE));

const rest = (place: Place, event: Event): string => {
  const where = eventWhere(place, event);
  const words = said([
    slotWords(event),
    where === undefined ? undefined : clipped(where, WHERE_IN_LINE),
    eventState(event),
  ]);
  return words === '' ? '' : `${SEPARATOR}${words}`;
};

/** « jeudi 26 novembre 2026, 9 h 30 – 11 h 30 · Café des porteurs · Espace de convivialité · 12 places restantes ». */
export const eventLine = (place: Place, event: Event): Line => [
  `${eventWhen(event)}${SEPARATOR}`,
  shortTitle(event),
  rest(place, event),
];

/** The same in a list of that day: « 9 h 30 – 11 h 30 · Café des porteurs · … ». */
export const eventDayLine = (place: Place, event: Event): Line => [
  `${eventHours(event)}${SEPARATOR}`,
  shortTitle(event),
  rest(place, event),
];

export interface EventDay {
  readonly date: Temporal.PlainDate;
  readonly events: readonly Event[];
}

/** By day of their start, in order; what began before `from` is said on that day. */
export const eventDays = (events: readonly Event[], from?: Temporal.PlainDate): readonly EventDay[] => {
  const days = new Map<string, { readonly date: Temporal.PlainDate; readonly events: Event[] }>();
  for (const event of events) {
    const start = event.start.toPlainDate();
    const date = from !== undefined && Temporal.PlainDate.compare(start, from) < 0 ? from : start;
    const known = days.get(date.toString());
    if (known) known.events.push(event);
    else days.set(date.toString(), { date, events: [event] });
  }
  return [...days.values()].sort((one, other) => Temporal.PlainDate.compare(one.date, other.date));
};

/** Each day, and under it what is on. */
export const eventDayBlocks = (place: Place, events: readonly Event[], from?: Temporal.PlainDate): readonly Block[] =>
  eventDays(events, from).flatMap(({ date, events: ofDay }) => [
    p(strong(sentenceCase(day(date)))),
    list(ofDay.map((event) => eventDayLine(place, event))),
  ]);

const seeLine = ({ id }: Pick<Event, 'id'>): string => `evenement voir ${id}`;

/** One of several to see or sign up to; Discord holds 25, and `fit` says how many more there are. */
export const eventChoice = (events: readonly Event[], label = 'Voir ou participer'): Block => ({
  type: 'choice',
  label,
  options: events.map((event) => ({
    label: clipped(event.title, 60),
    hint: `${shortDay(event.start)}, ${hour(event.start)}`,
    command: seeLine(event),
  })),
});

export const seeButton = (event: Pick<Event, 'id'>, label = 'Voir'): Button => ({ label, command: seeLine(event) });

export const goButton = ({ id }: Pick<Event, 'id'>, label = 'Je participe'): Button => ({
  label,
  command: `evenement inscrire ${id}`,
  tone: 'primary',
});

export const maybeButton = ({ id }: Pick<Event, 'id'>): Button => ({
  label: 'Peut-être',
  command: `evenement inscrire ${id} peutetre`,
});

export const leaveButton = ({ id }: Pick<Event, 'id'>, label = 'Je ne peux plus'): Button => ({
  label,
  command: `evenement desinscrire ${id}`,
});

export const wantButton = (event: Event): Button =>
  event.slotMinutes !== undefined
    ? goButton(event, 'Prendre rendez-vous')
    : goButton(event, event.seatsLeft === 0 ? 'M’inscrire sur la liste d’attente' : 'Je participe');

/** What anyone may answer, seen by everyone: as an announcement carries it. None where it is not answered here. */
export const answerButtons = (event: Event): readonly Button[] => {
  if (event.cancelledAt !== undefined || event.feedKey !== undefined) return [];
  // Of a time of one's own, nobody says « peut-être » before everyone.
  return event.slotMinutes === undefined
    ? [wantButton(event), maybeButton(event), leaveButton(event)]
    : [wantButton(event)];
};

/** « Mois de l’ESS ». */
const editionName = (place: Place, key: string): string =>
  place.eventSeries.find((series) => series.key === key)?.name ?? key;

const going = ({ going: people, maybe }: Event): string => {
  const unsure = maybe === 0 ? undefined : `${maybe}\u00a0peut-être`;
  if (people === 0) return unsure ?? 'personne pour le moment';
  const sure = count(people, 'personne participe', 'personnes participent');
  return unsure === undefined ? sure : `${sure}, ${unsure}`;
};

const TITLE_CHARS = 140;

/** « CRESS », in guillemets: the calendar that an event was read from, where one signs up to it. */
export const feedWords = (place: Place, { feedKey }: Event): string =>
  quoted((place.feeds ?? []).find(({ key }) => key === feedKey)?.name ?? feedKey ?? place.name);

/** What it is, without names nor buttons: the same for everyone. */
export const eventCard = (place: Place, event: Event): readonly Block[] => {
  const { title, kind, theme, edition, description, cancelledAt, cancelledBecause } = event;
  const where = eventWhere(place, event);
  const state = eventState(event);
  const slots = slotWords(event);
  const name = edition === undefined ? kindNames[kind].one : editionName(place, edition);
  return [
    heading(clipped(title, TITLE_CHARS)),
    ...(cancelledAt === undefined
      ? []
      : [p(strong('Cet événement est annulé'), cancelledBecause === undefined ? '.' : `\u00a0: ${cancelledBecause}`)]),
    fields(
      ...(title.length > TITLE_CHARS ? [['Titre', [title]] as const] : []),
      ['Quoi', [[sentenceCase(name), ...(slots === undefined ? [] : [slots])].join(', ')]],
      ['Quand', [strong(eventWhen(event))]],
      ...(where === undefined ? [] : [['Où', [strong(where)]] as const]),
      ...(theme === undefined ? [] : [['Thème', [theme]] as const]),
      ...(state === undefined || cancelledAt !== undefined
        ? []
        : [[slots === undefined ? 'Places' : 'Créneaux', [state]] as const]),
      ...(cancelledAt === undefined && event.feedKey === undefined && slots === undefined
        ? [['Qui vient', [going(event)]] as const]
        : []),
    ),
    ...(description === undefined ? [] : [p(description)]),
  ];
};

// What whoever holds events reads: what is about to be done, what was, and what can be corrected in one press.
import type { EventAct, EventOccurrence, ImpossibleEvent, Obstacle } from '../core/agenda/acts.ts';
import type { Event, EventKind } from '../core/agenda/model.ts';
import type { Carried, Proposal, StaffAct } from '../core/impact/model.ts';
import type { EventSeries, Place } from '../place/model.ts';
import type { Skipped } from '../reading/model.ts';
import {
  type Block,
  type Button,
  buttons,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { eventCard, eventChoice, eventLine, kindNames, seeButton } from './event.fr.ts';
import { spaceName } from './failures.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { eventLossBlocks, touchedBlocks } from './touched.fr.ts';
import { count, day, moment, month, more, quoted, sentenceCase, shortDay, shortMoment } from './words.fr.ts';

export type { EventAct } from '../core/agenda/acts.ts';

/** As they are typed. */
export const kindWords: Readonly<Record<EventKind, string>> = {
  workshop: 'atelier',
  session: 'permanence',
  info_meeting: 'reunion',
  gathering: 'rencontre',
  ess_month: 'moisess',
  committee: 'comite',
  other: 'autre',
};

/** « Atelier », by what is typed. */
export const kindLabels = Object.fromEntries(
  Object.entries(kindWords).map(([kind, word]) => [word, sentenceCase(kindNames[kind as EventKind].one)]),
);

export const kindOfWord = (word: string): EventKind =>
  (Object.keys(kindWords) as EventKind[]).find((kind) => kindWords[kind] === word) ?? 'other';

export const isEventAct = (act: StaffAct): act is EventAct => act.act.startsWith('event.');

/** In a sentence, after what could not be had. */
const obstacleWords = (because: Obstacle): string => {
  switch (because.by) {
    case 'event':
      return `${quoted(because.title)} s’y tient`;
    case 'closure':
      return `fermé\u00a0: ${because.reason}`;
    case 'session':
      return 'une permanence s’y tient';
    case 'committee':
      return 'un comité s’y tient';
    case 'booking':
      return 'déjà réservé';
    case 'past':
      return 'passé';
  }
};

const impossibleLine = ({ start, end, because }: ImpossibleEvent): Line => [
  `${shortMoment(start, end)} (${obstacleWords(because)})`,
];

const skippedLine = ({ date, because }: Skipped): readonly Line[] => {
  switch (because) {
    case 'school_holiday':
      return [[`${shortDay(date)} (vacances scolaires)`]];
    case 'excluded':
      return [[`${shortDay(date)} (écarté, comme vous l’avez dit)`]];
    case 'closed':
      return [[`${shortDay(date)} (fermé)`]];
    case 'past':
      return [[`${shortDay(date)} (passé)`]];
  }
};

const MANY = 15;

/** As many as are read at once; the rest is counted. */
const shortened = (lines: readonly Line[]): readonly Line[] =>
  lines.length > MANY ? [...lines.slice(0, MANY), ...more(lines.length - MANY).map((words): Line => [words])] : lines;

const whenLines = (occurrences: readonly EventOccurrence[]): readonly Line[] =>
  shortened(occurrences.map(({ start, end }): Line => [sentenceCase(moment(start, end))]));

const dates = (times: number): string => count(times, 'date', 'dates');

export const impossibleBlocks = (
  impossible: readonly ImpossibleEvent[],
  skipped: readonly Skipped[] = [],
): readonly Block[] => [
  ...(impossible.length === 0
    ? []
    : [
        p(strong(`${dates(impossible.length)} impossible${impossible.length < 2 ? '' : 's'}`), '\u00a0:'),
        list(shortened(impossible.map(impossibleLine))),
      ]),
  ...(skipped.length === 0
    ? []
    : [
        p(`${sentenceCase(dates(skipped.length))} laissée${skipped.length < 2 ? '' : 's'} de côté\u00a0:`),
        list(shortened(skipped.flatMap(skippedLine))),
      ]),
];

const whereWords = (
  place: Place,
  { spaceKey, location }: { readonly spaceKey?: string | undefined; readonly location?: string | undefined },
): string =>
  spaceKey === undefined ? (location === undefined ? '' : `, ${location}`) : `, ${spaceName(place, spaceKey)}`;

const proposalTitle = (act: EventAct): string => {
  switch (act.act) {
    case 'event.make':
      return 'Avant de créer cet événement';
    case 'event.change':
      return 'Avant de modifier cet événement';
    case 'event.cancel':
      return 'Avant d’annuler cet événement';
    case 'event.away':
      return 'Avant d’annuler ces permanences';
  }
};

const proposalWhat = (place: Place, act: EventAct, possible: readonly EventOccurrence[]): readonly Block[] => {
  const [first] = possible;
  const times = possible.length === 1 && first ? ` ${moment(first.start, first.end)}` : ` ${dates(possible.length)}`;
  const several = possible.length > 1 ? [list(whenLines(possible))] : [];
  switch (act.act) {
    case 'event.make':
      return [
        p(strong(act.facts.title), whereWords(place, act.facts), `\u00a0:${times}.`),
        ...several,
        ...(act.rule?.endless === true
          ? [
              p(
                `Sans fin donnée\u00a0: j’écris jusqu’au ${day(Temporal.PlainDate.from(act.rule.until))}, puis je prolonge au fil du temps et je vous dis ce qui n’a pas pu l’être.`,
              ),
            ]
          : []),
      ];
    case 'event.change':
      return [
        ...(act.because === undefined ? [] : [p(`Motif\u00a0: ${act.because}.`)]),
        p(`Après ce changement\u00a0:${times}${whereWords(place, act.changes.set)}.`),
        ...several,
      ];
    case 'event.cancel':
      return [
        p(`Annuler\u00a0:${times}.`, ...(act.reason === undefined ? [] : [` Motif\u00a0: ${act.reason}.`])),
        ...several,
      ];
    case 'event.away':
      return [
        p(
          strong(partnerName(place, act.partnerKey)),
          `\u00a0: annuler${times}.`,
          ...(act.reason === undefined ? [] : [` Motif\u00a0: ${act.reason}.`]),
        ),
        ...several,
      ];
  }
};

interface ShownProposal {
  /** Something moved since it was shown, and was confirmed. */
  readonly changed?: boolean;
  readonly skipped?: readonly Skipped[];
  /** What helps to decide. */
  readonly besides?: readonly Block[];
}

export const eventProposalReply = (
  place: Place,
  { planId, touched, events, occurrences }: Proposal,
  act: EventAct,
  { changed = false, skipped = [], besides = [] }: ShownProposal = {},
): Reply => {
  const { possible = [], impossible = [] } = occurrences ?? {};
  const isHarmful = touched.length > 0 || events.some(({ memberIds }) => memberIds.length > 0);
  return say(
    'question',
    heading(proposalTitle(act)),
    ...(changed ? [p('Cela a changé depuis que je vous l’ai montré. Relisez avant de confirmer.')] : []),
    ...proposalWhat(place, act, possible),
    ...impossibleBlocks(impossible, skipped),
    ...touchedBlocks(place, touched),
    ...eventLossBlocks(events.filter(({ memberIds }) => memberIds.length > 0)),
    ...(isHarmful ? [] : [p('Personne n’est touché.')]),
    ...besides,
    p('Rien n’est encore fait.'),
    buttons({ label: 'Confirmer', command: `evenement confirmer ${planId}`, tone: isHarmful ? 'danger' : 'primary' }),
  );
};

const OUTSIDE = 'en dehors des heures d’ouverture';

const outsideBlocks = (isOutside: boolean): readonly Block[] =>
  isOutside ? [p('Ce moment est ', strong(OUTSIDE), '\u00a0: prévoyez qui ouvre et qui ferme.')] : [];

const objectiveLabel = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text);

const objectiveBlocks = (place: Place, event: Event): readonly Block[] => {
  if (place.objectives.length === 0) return [];
  const served = place.objectives.filter(({ key }) => event.objectives.includes(key));
  return [
    p(
      served.length === 0 ? 'Aucun objectif du programme n’est noté.' : 'Pour le bilan, il sert\u00a0: ',
      ...served.map(({ text }, index) => `${index === 0 ? '' : '\u00a0; '}${quoted(text.replace(/\.$/, ''))}`),
      ...(served.length === 0 ? [] : ['.']),
    ),
    {
      type: 'choice',
      label: 'Ajouter ou retirer un objectif',
      options: place.objectives.map(({ key, text }) => ({
        label: objectiveLabel(`${event.objectives.includes(key) ? 'Retirer' : 'Ajouter'}\u00a0: ${text}`),
        command: `evenement objectif ${event.id} ${key}`,
      })),
    },
  ];
};

const kindBlock = ({ id, kind }: Event): Block => ({
  type: 'choice',
  label: 'Ce n’est pas ce type d’événement',
  options: (Object.keys(kindWords) as EventKind[])
    .filter((each) => each !== kind)
    .map((each) => ({
      label: sentenceCase(kindNames[each].one),
      command: `evenement completer ${id} ${kindWords[each]}`,
    })),
});

export interface HeldLines {
  /** The form that changes it, filled with what it is. */
  readonly change: string;
  /** The form of what is seldom said: theme, place elsewhere, description. */
  readonly complete: string;
  readonly isOutside: boolean;
}

const actButtons = ({ id }: Event, { change, complete }: HeldLines): Block => {
  const cancel: Button = { label: 'Annuler l’événement', command: `evenement annuler ${id}`, tone: 'danger' };
  return buttons(
    { label: 'Modifier', command: change, effect: 'form' },
    { label: 'Compléter', command: complete, effect: 'form' },
    cancel,
    seeButton({ id }, 'Voir la fiche'),
  );
};

const toldBlocks = ({ touched, events }: Pick<Carried, 'touched' | 'events'>): readonly Block[] => {
  const people = new Set(events.flatMap(({ memberIds }) => memberIds)).size;
  return [
    ...(touched === 0
      ? []
      : [
          p(
            `${count(touched, 'réservation touchée', 'réservations touchées')}\u00a0: chaque personne est prévenue en privé, avec le motif.`,
          ),
        ]),
    ...(people === 0 ? [] : [p(`${count(people, 'personne est prévenue', 'personnes sont prévenues')} en privé.`)]),
  ];
};

/** What one event is now, for whoever holds it. */
export const heldReply = (
  place: Place,
  event: Event,
  lines: HeldLines,
  { title, carried }: { readonly title: string; readonly carried: Pick<Carried, 'touched' | 'events'> },
  ...more: readonly Block[]
): Reply =>
  say(
    'done',
    p(strong(title)),
    ...eventCard(place, event),
    ...outsideBlocks(lines.isOutside),
    ...toldBlocks(carried),
    ...more,
    actButtons(event, lines),
    // A partner's session is one because of the partner.
    ...(event.partnerKey === undefined ? [kindBlock(event)] : []),
    ...objectiveBlocks(place, event),
  );

export const doneTitles = { made: 'C’est à l’agenda', changed: 'C’est modifié', kept: 'C’est noté' } as const;

/** « vendredi prochain » may be the next day or that of the week after: the other is one press away. */
export const otherTimeBlock = (
  other: { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime },
  line: string,
): Block => buttons({ label: `Plutôt ${shortMoment(other.start, other.end)}`, command: line });

export const seriesMadeReply = (
  place: Place,
  events: readonly Event[],
  { touched, events: losses, occurrences, act }: Carried,
): Reply => {
  const [first] = events;
  return say(
    'done',
    heading(first ? `${first.title}\u00a0: ${dates(events.length)}` : 'C’est à l’agenda'),
    list(shortened(events.map((event) => eventLine(place, event)))),
    ...impossibleBlocks(occurrences?.impossible ?? []),
    ...toldBlocks({ touched, events: losses }),
    ...(act.act === 'event.make' && act.rule?.endless === true
      ? [p('Je la prolonge au fil du temps, sans que rien soit à faire.')]
      : []),
    ...(first
      ? [
          buttons(
            { label: 'Annuler la série', command: `evenement annuler ${first.id} serie`, tone: 'danger' },
            { label: 'Modifier la série', command: `evenement modifier ${first.id} serie`, effect: 'form' },
          ),
          eventChoice(events, 'Voir une date'),
        ]
      : []),
  );
};

export const severalChangedReply = ({ touched, events, occurrences }: Carried): Reply =>
  say(
    'done',
    p(strong(`C’est modifié\u00a0: ${dates(occurrences?.possible.length ?? 0)}`), '.'),
    ...(occurrences && occurrences.possible.length > 0 ? [list(whenLines(occurrences.possible))] : []),
    ...impossibleBlocks(occurrences?.impossible ?? []),
    ...toldBlocks({ touched, events }),
  );

export const eventCancelledReply = ({ touched, events, occurrences }: Carried): Reply => {
  const possible = occurrences?.possible ?? [];
  return say(
    'done',
    p(strong('C’est annulé'), possible.length > 1 ? `\u00a0: ${dates(possible.length)}.` : '.'),
    ...(possible.length === 0 ? [] : [list(whenLines(possible))]),
    ...toldBlocks({ touched, events }),
    p('L’espace est rendu\u00a0: il peut être réservé.'),
  );
};

/** Where no more is known than what was asked. */
export const eventDoneReply = (act: EventAct, id: number): Reply => {
  switch (act.act) {
    case 'event.make':
      return say('done', p('C’est à l’agenda.'), buttons(seeButton({ id })));
    case 'event.change':
      return say('done', p('C’est modifié.'), buttons(seeButton({ id })));
    case 'event.cancel':
    case 'event.away':
      return say('done', p('C’est annulé.'), buttons(seeButton({ id })));
  }
};

/** « Cette date, celle-ci et les suivantes, toute la série ? » */
export const howFarReply = (
  place: Place,
  event: Event,
  series: readonly Event[],
  lineFor: (reach: 'seance' | 'suivantes' | 'serie') => string,
): Reply => {
  const following = series.filter(({ start }) => Temporal.ZonedDateTime.compare(start, event.start) > 0).length;
  return say(
    'question',
    p(...eventLine(place, event), `, revient\u00a0: ${dates(series.length)} à venir. Jusqu’où aller\u00a0?`),
    buttons(
      { label: 'Cette date', command: lineFor('seance') },
      ...(following > 0 && following + 1 < series.length
        ? [{ label: 'Celle-ci et les suivantes', command: lineFor('suivantes') }]
        : []),
      { label: `Toute la série (${series.length})`, command: lineFor('serie') },
    ),
  );
};

/** Those that someone may change, one of which is to be chosen. */
export const whichEventReply = (place: Place, events: readonly Event[], lineFor: (event: Event) => string): Reply =>
  events.length === 0
    ? say(
        'info',
        p('Aucun événement à venir n’est à vous.'),
        buttons({ label: 'Créer un événement', command: 'evenement creer', effect: 'form' }),
      )
    : say('question', list(shortened(events.map((event) => eventLine(place, event)))), {
        type: 'choice',
        label: 'Lequel',
        options: events.map((event) => ({
          label: objectiveLabel(event.title),
          hint: shortMoment(event.start, event.end),
          command: lineFor(event),
        })),
      });

/** The reason is asked for before anyone is told. */
export const whyBlock = (line: string): Block =>
  buttons({ label: 'Dire pourquoi et annuler', command: line, tone: 'danger', effect: 'form' });

/** Told to whoever holds a series that was written further. */
export const prolongedReply = (
  title: string,
  { until, impossible }: { readonly until: Temporal.PlainDate; readonly impossible: readonly ImpossibleEvent[] },
): Reply =>
  say(
    'info',
    heading('Des dates n’ont pas pu être réservées'),
    p('J’ai prolongé ', strong(title), ` jusqu’au ${day(until)}. Ce qui n’a pas pu l’être\u00a0:`),
    list(shortened(impossible.map(impossibleLine))),
    buttons({ label: 'Créer une autre date', command: 'evenement creer', effect: 'form' }),
  );

export interface Preparation {
  readonly series: EventSeries;
  readonly year: number;
}

/** « juin »: the month alone. */
const monthName = ({ series, year }: Preparation): string =>
  month(new Temporal.PlainDate(year, series.month, 1)).replace(/ \d+$/, '');

const lastTheme = ({ series }: Preparation): string =>
  [...series.editions]
    .sort((one, other) => other.year - one.year)
    .slice(0, 1)
    .map(({ year, theme }) => ` Dernier thème connu, en ${year}\u00a0: ${quoted(theme)}.`)
    .join('');

/** Told to the staff, half a year ahead. */
export const preparationReply = (editions: readonly Preparation[]): Reply =>
  say(
    'info',
    heading('Rendez-vous annuels à préparer'),
    list(
      editions.map(
        (edition): Line => [
          strong(`${edition.series.name} ${edition.year}`),
          `, en ${monthName(edition)}\u00a0: rien n’est encore à l’agenda.${lastTheme(edition)}`,
        ],
      ),
    ),
    p('Créez une première date quand le thème est choisi.'),
    buttons({ label: 'Créer un événement', command: 'evenement creer', effect: 'form', tone: 'primary' }),
  );

// What is said in channels of what is on: true whenever it is read, so without « demain » nor « bientôt ».
import type { Event } from '../core/agenda/model.ts';
import type {
  AnnouncedEvent,
  AnnouncementKind,
  EventMoment,
  Programme,
  Stopped,
  Where,
} from '../core/announcements/model.ts';
import type { Preview } from '../core/announcements/previews.ts';
import type { ChannelTrouble } from '../core/deliveries/model.ts';
import type { Place } from '../place/model.ts';
import { plainBlock, plainLine } from '../reply/plain.ts';
import {
  type Block,
  type Button,
  buttons,
  code,
  heading,
  type Line,
  link,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { exceptionalBlocks, ofPeriod } from './agenda.fr.ts';
import { digestReply } from './digest.fr.ts';
import {
  answerButtons,
  eventCard,
  eventChoice,
  eventDayLine,
  eventDays,
  eventLine,
  kindNames,
  seeButton,
} from './event.fr.ts';
import { count, day, enumerate, hour, quoted, sentenceCase, shortDay } from './words.fr.ts';

/** As buttons and lists name them. */
export const announcementNames: Readonly<Record<AnnouncementKind, string>> = {
  agenda: 'L’agenda de la semaine',
  aujourdhui: 'Ce qui a lieu dans la journée',
  evenements: 'Chaque événement, avant qu’il ait lieu',
  'mois-ess': 'Le mois de l’ESS, semaine après semaine',
  veilleuses: 'La semaine des veilleuses, pour un canal de l’équipe',
};

const agendaButton: Button = { label: 'Voir l’agenda', command: 'agenda', effect: 'beside' };

/** More would make a wall of words, and not fit in one message: the days keep their first ones, and what is left is counted. */
const MOST_EVENTS = 20;
/** Of their lines and of the choice among them: all platforms carry as much beside the rest. */
const MOST_CHARS = 2_600;

type Day = ReturnType<typeof eventDays>[number];

const charsOf = (place: Place, event: Event): number =>
  plainLine(eventDayLine(place, event)).length + plainBlock(eventChoice([event], '')).length;

/** How many of each day are shown, so that no day is left out. */
const shownADay = (place: Place, days: readonly Day[]): number => {
  const shown = (most: number) => days.flatMap(({ events }) => events.slice(0, most));
  const isTooMuch = (events: readonly Event[]) =>
    events.length > MOST_EVENTS || events.reduce((sum, event) => sum + charsOf(place, event), 0) > MOST_CHARS;
  let most = Math.max(0, ...days.map(({ events }) => events.length));
  while (most > 1 && isTooMuch(shown(most))) most -= 1;
  return most;
};

/** The title of an announcement of one day says it already. */
const dayBlocks = ({ place, period }: Programme, { date, events }: Day, most: number): readonly Block[] => {
  const left = events.length - most;
  const isOneDay = period.start.toPlainDate().add({ days: 1 }).equals(period.end.toPlainDate());
  return [
    ...(isOneDay ? [] : [p(strong(sentenceCase(day(date))))]),
    list(events.slice(0, most).map((event) => eventDayLine(place, event))),
    // Beside the list, whose own shortening counts what it leaves out.
    ...(left > 0 ? [p(`… et ${count(left, 'autre', 'autres')} ce jour-là.`)] : []),
  ];
};

const movedBlocks = ({ place, movedAway }: Programme): readonly Block[] =>
  movedAway.length === 0
    ? []
    : [
        p(strong('Déplacé')),
        list(
          movedAway.map(
            ({ event, start }): Line => [`Prévu ${shortDay(start)}, désormais\u00a0: `, ...eventLine(place, event)],
          ),
        ),
      ];

/** Where the rest is. */
const restBlocks = ({ address }: Programme, isCut: boolean): readonly Block[] => {
  if (!isCut) return [];
  return [
    address === undefined
      ? p('Il y en a davantage\u00a0: tout est dans ', code('/agenda'), '.')
      : p('Il y en a davantage\u00a0: ', link('tout l’agenda est sur la page du lieu', address), '.'),
  ];
};

/** What is on, by day, as much as is shown; what has moved; and what can still be come to. */
const whatIsOn = (programme: Programme): { readonly blocks: readonly Block[]; readonly open: readonly Event[] } => {
  const { place, period, events } = programme;
  const days = eventDays(events, period.start.toPlainDate());
  const most = shownADay(place, days);
  const isCut = days.some(({ events: ofDay }) => ofDay.length > most);
  return {
    blocks: [
      ...days.flatMap((each) => dayBlocks(programme, each, most)),
      ...restBlocks(programme, isCut),
      ...movedBlocks(programme),
    ],
    open: days
      .flatMap(({ events: ofDay }) => ofDay.slice(0, most))
      .filter(({ cancelledAt }) => cancelledAt === undefined),
  };
};

const isEmpty = ({ events, movedAway }: Programme): boolean => events.length === 0 && movedAway.length === 0;

const choiceOf = (open: readonly Event[]): readonly Block[] => (open.length === 0 ? [] : [eventChoice(open)]);

const weekButtons = buttons(agendaButton, { label: 'Réserver un espace', command: 'reserver', effect: 'form' });

export const weekReply = (programme: Programme): Reply => {
  const { place, period, closures } = programme;
  const { blocks, open } = whatIsOn(programme);
  return say(
    'info',
    heading(`L’agenda de la semaine, ${ofPeriod(period)}`),
    ...(isEmpty(programme)
      ? [
          p(
            'Rien n’est annoncé cette semaine\u00a0: une belle occasion d’avancer au calme, ou de proposer quelque chose.',
          ),
        ]
      : []),
    ...blocks,
    ...exceptionalBlocks(place, period, closures),
    ...choiceOf(open),
    weekButtons,
  );
};

export const todayReply = (programme: Programme): Reply => {
  const { place, period, closures } = programme;
  const { blocks, open } = whatIsOn(programme);
  const [only, ...others] = open;
  return say(
    'info',
    heading(`Aujourd’hui à ${place.name}, ${day(period.start)}`),
    ...(isEmpty(programme) && closures.length === 0 ? [p('Il n’y a plus rien d’annoncé ce jour-là.')] : []),
    ...blocks,
    ...exceptionalBlocks(place, period, closures),
    // One event is answered in one press.
    ...(only && others.length === 0 ? [buttons(...answerButtons(only), seeButton(only))] : choiceOf(open)),
  );
};

const announcedSeries = ({ place, period: { start } }: Programme) =>
  place.eventSeries.filter(({ announcedWeekly, month }) => announcedWeekly === true && month === start.month);

/** « Thème 2016 : … », of those that are announced in that month. */
const themeBlocks = (programme: Programme): readonly Block[] =>
  announcedSeries(programme)
    .flatMap(({ editions }) => editions.filter(({ year }) => year === programme.period.start.year))
    .map(({ year, theme }) => p(strong(`Thème ${year}`), `\u00a0: ${theme}`));

const monthName = (programme: Programme): string =>
  enumerate(announcedSeries(programme).map(({ name }) => name)) || sentenceCase(kindNames.ess_month.one);

export const essMonthReply = (programme: Programme): Reply => {
  const { blocks, open } = whatIsOn(programme);
  return say(
    'info',
    heading(`${monthName(programme)}, ${ofPeriod(programme.period)}`),
    ...themeBlocks(programme),
    ...(isEmpty(programme) ? [p('Rien n’est annoncé cette semaine.')] : []),
    ...blocks,
    ...choiceOf(open),
    buttons(agendaButton),
  );
};

const leadOf = (moment: EventMoment, { start }: AnnouncedEvent['event']): Block => {
  switch (moment) {
    case 'announced.event_in_week':
      return p(`À noter\u00a0: ${shortDay(start)}.`);
    case 'announced.event_tomorrow':
      return p(`Rappel\u00a0: ${shortDay(start)}, à ${hour(start)}.`);
    case 'announced.event_soon':
      return p(`Cela commence à ${hour(start)}.`);
  }
};

export const announcedEventReply = ({ place, event, isMoved }: AnnouncedEvent, moment: EventMoment): Reply => {
  const isCancelled = event.cancelledAt !== undefined;
  return say(
    'info',
    ...(isCancelled
      ? []
      : [isMoved ? p(strong('La date a changé'), `\u00a0: ${shortDay(event.start)}.`) : leadOf(moment, event)]),
    ...eventCard(place, event),
    buttons(...(isCancelled ? [agendaButton] : [...answerButtons(event), seeButton(event)])),
  );
};

/** As people of that platform call it. */
export const channelNoun = ({ platform }: Where['at']): string => (platform === 'discord' ? 'salon' : 'canal');

/** « le canal « général » », « le canal C0123 » where we do not know its name. */
export const channelWords = ({ name, at }: Where): string =>
  `le ${channelNoun(at)} ${name === undefined ? at.channel : quoted(name)}`;

/** What happened there. */
export const troubleWords = (because: ChannelTrouble): string => {
  switch (because) {
    case 'channel_gone':
      return 'il n’existe plus, ou je n’y ai plus accès';
    case 'channel_archived':
      return 'il est archivé';
    case 'not_invited':
      return 'je n’y suis pas';
    case 'not_allowed':
      return 'je n’ai pas le droit d’y écrire';
    case 'disconnected':
      return 'je ne suis plus connecté à cet espace de travail';
  }
};

/** How it is put right, and by whom. */
export const remedy = (because: ChannelTrouble, platform: Where['at']['platform']): Line => {
  switch (because) {
    case 'channel_gone':
      return platform === 'slack'
        ? ['S’il existe encore, invitez-moi dans ce canal\u00a0: ', code('/invite @Mijote'), '.']
        : ['S’il existe encore, donnez au rôle de Mijote le droit «\u00a0Voir le salon\u00a0».'];
    case 'channel_archived':
      return ['Désarchivez-le, ou choisissez-en un autre.'];
    case 'not_invited':
      return platform === 'slack'
        ? ['Invitez-moi dans ce canal\u00a0: ', code('/invite @Mijote'), '.']
        : [
            'Dans les réglages du salon, sous «\u00a0Permissions\u00a0», donnez au rôle de Mijote les droits «\u00a0Voir le salon\u00a0» et «\u00a0Envoyer des messages\u00a0».',
          ];
    case 'not_allowed':
      return platform === 'slack'
        ? [
            'Quelqu’un qui gère ce canal doit permettre aux applications d’y écrire (réglages du canal, «\u00a0Autorisations\u00a0»).',
          ]
        : [
            'Dans les réglages du salon, sous «\u00a0Permissions\u00a0», donnez au rôle de Mijote le droit «\u00a0Envoyer des messages\u00a0» («\u00a0Envoyer des messages dans les fils\u00a0» pour un fil).',
          ];
    case 'disconnected':
      return ['Quelqu’un qui administre cet espace de travail doit réinstaller Mijote.'];
  }
};

/** To whoever asked for them, or to the staff. */
export const stoppedReply = (stopped: Stopped): Reply => {
  const { kinds, because, at } = stopped;
  return say(
    'info',
    heading('Des annonces se sont arrêtées'),
    p(`${sentenceCase(channelWords(stopped))} ne reçoit plus rien, car ${troubleWords(because)}.`),
    list(kinds.map((kind): Line => [announcementNames[kind]])),
    p(...remedy(because, at.platform)),
    p(
      `Ensuite, dans ce ${channelNoun(at)}, tapez `,
      code(`/annonce suivre ${kinds[0] ?? 'agenda'}`),
      '\u00a0: les annonces reprendront.',
    ),
  );
};

/** What would be said; undefined: nothing would. */
export const previewWords = (preview: Preview): Reply | undefined => {
  if (preview.kind === 'evenements')
    return preview.announced && announcedEventReply(preview.announced, preview.announced.moment);
  if (preview.kind === 'veilleuses') return preview.digest && digestReply(preview.place, preview.digest);
  const { kind, programme } = preview;
  const hasNothing = isEmpty(programme) && (kind === 'mois-ess' || programme.closures.length === 0);
  switch (kind) {
    case 'agenda':
      return weekReply(programme);
    case 'aujourdhui':
      return hasNothing ? undefined : todayReply(programme);
    case 'mois-ess':
      return hasNothing ? undefined : essMonthReply(programme);
  }
};

// The page that each person has in Slack's « Accueil »: what is theirs, how the place stands, what is on. Someone who never
// used the bot reads there what to do.
import type { Event } from '../core/agenda/model.ts';
import type { Booking } from '../core/booking/model.ts';
import type { Actor } from '../core/people/model.ts';
import type { PlaceNow } from '../core/showing/model.ts';
import type { Attendance } from '../core/signups/model.ts';
import type { Wait } from '../core/waitlist/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { type Block, buttons, code, heading, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { comingWords } from './coming.fr.ts';
import { eventChoice, eventDayBlocks } from './event.fr.ts';
import { bookingsReply } from './series.fr.ts';
import { openDetail, openWord, spaceState, spaceUntil, todayIs } from './showing.fr.ts';
import { ownEventsBlocks } from './signup.fr.ts';
import { waitsBlocks } from './waitlist.fr.ts';
import { hour, more, quoted } from './words.fr.ts';

export interface HomeOf {
  readonly actor: Pick<Actor, 'roles'>;
  /** Whether they ever spoke. */
  readonly isKnown: boolean;
  readonly shown: PlaceNow;
  readonly bookings: readonly Booking[];
  readonly waits: readonly Wait[];
  readonly attendances: readonly Attendance[];
  /** Of the days to come. */
  readonly events: readonly Event[];
  /** There are more of them. */
  readonly isCut: boolean;
}

const welcome = (place: Place): readonly Block[] => [
  p(
    strong('Bienvenue.'),
    ` Je suis Mijote, le robot de ${place.name}\u00a0: on y réserve une place ou une salle, on y suit l’agenda, sans quitter Slack.`,
  ),
];

const quickButtons = ({ roles }: HomeOf['actor']): Block =>
  buttons(
    { label: 'Réserver', command: 'reserver', tone: 'primary', effect: 'form' },
    { label: 'Ce qui est libre', command: 'dispo' },
    { label: 'L’agenda', command: 'agenda' },
    { label: 'Mes réservations', command: 'reservations' },
    ...(roles.has('animation') || roles.has('admin') ? [{ label: 'La journée', command: 'equipe jour' }] : []),
    { label: 'Aide', command: 'aide' },
  );

const noBooking: readonly Block[] = [
  heading('Mes réservations'),
  p(
    `Rien de réservé. Appuyez sur ${quoted('Réserver')}, ou écrivez comme vous parlez, dans n’importe quelle conversation\u00a0: `,
    code('/reserver coworking demain matin'),
    '.',
  ),
];

/** Of each kind: a page is read at a glance, and « Mes réservations » shows all. */
const MOST = 10;

const atGlance = (block: Block): Block => {
  if (block.type === 'choice') return { ...block, options: block.options.slice(0, MOST) };
  if (block.type !== 'list' || block.items.length <= MOST) return block;
  return { ...block, items: [...block.items.slice(0, MOST), more(block.items.length - MOST)] };
};

/** Each place that is offered has a button of its own. */
const waiting = (place: Place, waits: readonly Wait[]): readonly Block[] => {
  const left = waits.length - MOST;
  return [...waitsBlocks(place, waits.slice(0, MOST)), ...(left > 0 ? [p(...more(left))] : [])];
};

const NOTED_DAYS = { days: 14 } as const;

const today = (place: Place, { now, openness, spaces, closures }: PlaceNow): readonly Block[] => {
  const date = now.toPlainDate();
  const noted = comingWords(place, undefined, closures, { first: date, last: date.add(NOTED_DAYS) });
  return [
    heading('Le lieu aujourd’hui'),
    p(
      strong(`${todayIs(now)}, à ${hour(now)}`),
      `\u00a0: ${openWord(openness).toLowerCase()} ${openDetail(openness, now)}.`,
    ),
    list(
      spaces.map((space) => [
        strong(spaceOf(place, space.spaceKey)?.name ?? space.spaceKey),
        `\u00a0: ${spaceState(place, space)} ${spaceUntil(space)}`,
      ]),
    ),
    ...(noted.length === 0 ? [] : [p('À noter\u00a0: ', noted.join('\u00a0; '), '.')]),
  ];
};

const agenda = (place: Place, { events, isCut, shown }: HomeOf): readonly Block[] => [
  heading('Les sept jours qui viennent'),
  ...(events.length === 0
    ? [p(`Rien n’est annoncé. ${quoted('L’agenda')}, en haut de cette page, montre la suite.`)]
    : [
        ...eventDayBlocks(place, events, shown.now.toPlainDate()),
        eventChoice(events),
        ...(isCut ? [p(`Il y en a d’autres\u00a0: voyez ${quoted('L’agenda')}, en haut de cette page.`)] : []),
      ]),
];

export const homeReply = (place: Place, home: HomeOf): Reply => {
  const { actor, isKnown, shown, bookings, waits, attendances } = home;
  return say(
    'info',
    heading(place.name),
    ...(isKnown ? [] : welcome(place)),
    quickButtons(actor),
    ...(bookings.length === 0 ? noBooking : bookingsReply(place, bookings).blocks.map(atGlance)),
    ...waiting(place, waits),
    ...ownEventsBlocks(place, attendances).map(atGlance),
    ...today(place, shown),
    ...agenda(place, home),
  );
};

// What someone answered to an event, and who comes.
import type { Event } from '../core/agenda/model.ts';
import type { Answered, Attendance, Attendee, Seen, Standing } from '../core/signups/model.ts';
import type { Place } from '../place/model.ts';
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
import {
  eventCard,
  eventChoice,
  eventLine,
  eventWhen,
  feedWords,
  leaveButton,
  maybeButton,
  seeButton,
  wantButton,
} from './event.fr.ts';
import { count, day, hour, quoted, sentenceCase } from './words.fr.ts';

const agendaButton: Button = { label: 'Voir l’agenda', command: 'agenda' };

const maybe = quoted('peut-être');

const inLine = (ahead: number): string =>
  ahead === 0
    ? 'Personne n’attend avant vous.'
    : `${count(ahead, 'personne attend', 'personnes attendent')} avant vous.`;

/** Undefined: they have not answered. */
const standingWords = ({ capacity }: Event, { answer, ahead }: Standing): string | undefined => {
  switch (answer) {
    case undefined:
      return undefined;
    case 'going':
      return 'Vous participez.';
    case 'waiting':
      return `Vous êtes sur la liste d’attente. ${inLine(ahead)}`;
    case 'maybe':
      return `Vous avez répondu ${maybe}${capacity === undefined ? '.' : '\u00a0: aucune place ne vous est gardée.'}`;
    case 'not_going':
      return 'Vous avez dit que vous ne venez pas.';
  }
};

const calendarButton = ({ id }: Event): Button => ({
  label: 'Ajouter à mon calendrier',
  command: `evenement calendrier ${id}`,
  effect: 'beside',
});

/** What they may answer now. */
const ownButtons = (event: Event, { answer }: Standing): readonly Button[] => {
  switch (answer) {
    case undefined:
      return [wantButton(event), maybeButton(event)];
    case 'going':
      return [leaveButton(event), maybeButton(event), calendarButton(event)];
    case 'waiting':
      return [leaveButton(event, 'Quitter la liste d’attente'), maybeButton(event)];
    case 'maybe':
      return [wantButton(event), leaveButton(event)];
    case 'not_going':
      return [wantButton(event), maybeButton(event)];
  }
};

const elsewhere = (place: Place, event: Event): Block =>
  p(`Cet événement vient de l’agenda ${feedWords(place, event)}\u00a0: c’est là-bas qu’on s’y inscrit, pas ici.`);

const ended = (event: Event, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(event.end.toInstant(), now) <= 0;

const begun = (event: Event, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(event.start.toInstant(), now) <= 0;

/** Each comes at a time of their own. */
const slotBlocks = ({ id }: Event, { slot }: Standing): readonly Block[] =>
  slot === undefined
    ? [buttons({ label: 'Choisir un créneau', command: `permanence reserver ${id}`, tone: 'primary' })]
    : [
        p(strong(`Vous avez rendez-vous ${eventWhen(slot)}.`)),
        buttons({ label: 'Voir mon rendez-vous', command: `permanence rendezvous ${id}`, tone: 'primary' }),
      ];

/** What stands for them, and what they may do. */
const standingBlocks = (place: Place, { event, standing }: Attendance, now: Temporal.Instant): readonly Block[] => {
  if (event.cancelledAt !== undefined) return [];
  if (event.feedKey !== undefined) return [elsewhere(place, event)];
  if (event.slotMinutes !== undefined && !ended(event, now)) return slotBlocks(event, standing);
  if (begun(event, now)) return [p(ended(event, now) ? 'C’est passé.' : 'C’est commencé.')];
  const said = standingWords(event, standing);
  return [...(said === undefined ? [] : [p(strong(said))]), buttons(...ownButtons(event, standing))];
};

/** The other dates of what comes back. */
const datesChoice = (others: readonly Event[]): Block => ({
  type: 'choice',
  label: 'Les autres dates',
  options: others.map((event) => ({
    label: sentenceCase(`${day(event.start)}, ${hour(event.start)}`),
    command: seeButton(event).command,
  })),
});

/** Of a partner's session, slot by slot. */
const namesLine = ({ id, partnerKey }: Event): string =>
  partnerKey === undefined ? `evenement inscrits ${id}` : `permanence liste ${id}`;

export const eventReply = (place: Place, seen: Seen, now: Temporal.Instant): Reply => {
  const { event, maySeeNames, others } = seen;
  return say(
    'info',
    ...eventCard(place, event),
    ...standingBlocks(place, seen, now),
    ...(others.length === 0 ? [] : [datesChoice(others)]),
    buttons(
      ...(maySeeNames && event.feedKey === undefined
        ? [{ label: 'Voir qui vient', command: namesLine(event), effect: 'beside' } as const]
        : []),
      agendaButton,
    ),
  );
};

const TITLES: Readonly<Record<'going' | 'waiting' | 'maybe' | 'not_going', readonly [string, string]>> = {
  going: ['C’est noté, vous participez', 'C’est déjà noté, vous participez'],
  waiting: ['Vous êtes sur la liste d’attente', 'Vous êtes déjà sur la liste d’attente'],
  maybe: [`C’est noté\u00a0: ${maybe}`, `C’est déjà noté\u00a0: ${maybe}`],
  not_going: ['C’est noté, vous ne venez pas', 'C’est déjà noté, vous ne venez pas'],
};

const whatFollows = ({ event, standing, gaveUp, changed }: Answered): string | undefined => {
  switch (standing.answer) {
    case 'going':
      return changed ? 'L’organisation voit votre nom, les autres seulement combien vous êtes.' : undefined;
    case 'waiting':
      return `${inLine(standing.ahead)} Dès qu’une place se libère, elle est à vous et je vous préviens en privé.`;
    case 'maybe':
    case 'not_going':
    case undefined:
      return gaveUp && event.capacity !== undefined
        ? 'Votre place est rendue, elle servira à quelqu’un d’autre.'
        : undefined;
  }
};

export const answeredReply = (place: Place, answered: Answered): Reply => {
  const { event, standing, changed } = answered;
  const [done, already] = TITLES[standing.answer ?? 'not_going'];
  const follows = whatFollows(answered);
  return say(
    changed ? 'done' : 'info',
    heading(changed ? done : already),
    p(...eventLine(place, event)),
    ...(follows === undefined ? [] : [p(follows)]),
    buttons(...ownButtons(event, standing), seeButton(event, 'Voir l’événement')),
  );
};

const GROUPS: readonly (readonly [Attendee['answer'], one: string, many: string])[] = [
  ['going', 'personne vient', 'personnes viennent'],
  ['waiting', 'personne attend une place', 'personnes attendent une place'],
  ['maybe', 'personne viendra peut-être', 'personnes viendront peut-être'],
];

export const attendeesReply = (place: Place, event: Event, attendees: readonly Attendee[]): Reply =>
  say(
    'info',
    heading('Qui vient'),
    p(...eventLine(place, event)),
    ...(attendees.length === 0 ? [p('Personne n’a encore répondu.')] : []),
    ...GROUPS.flatMap(([answer, one, many]): readonly Block[] => {
      const names = attendees.filter((each) => each.answer === answer).map(({ name }): Line => [name]);
      return names.length === 0 ? [] : [p(strong(count(names.length, one, many))), list(names)];
    }),
    p('Ces noms sont pour l’organisation et l’équipe\u00a0; le journal garde trace de cette consultation.'),
  );

/** One's answer, beside an event of one's own list. */
const ownState = ({ event, standing }: Attendance): string => {
  switch (standing.answer) {
    case 'waiting':
      return ', sur la liste d’attente';
    case 'maybe':
      return ', peut-être';
    default:
      return event.cancelledAt === undefined ? '' : ', annulé';
  }
};

/** Below one's bookings. */
export const ownEventsBlocks = (
  place: Place,
  attendances: readonly Attendance[],
  title = 'Mes événements',
): readonly Block[] => {
  if (attendances.length === 0) return [];
  return [
    heading(title),
    list(
      attendances.map((each) => [
        ...eventLine(place, { ...each.own, capacity: undefined, seatsLeft: undefined }),
        ownState(each),
      ]),
    ),
    eventChoice(
      attendances.map(({ own }) => own),
      'Voir un événement, ou me désister',
    ),
  ];
};

/** Several are called that, or none. */
export const whichEventReply = (
  events: readonly Event[],
  { typed, lineFor }: { readonly typed: string; readonly lineFor: (event: Event) => string },
): Reply =>
  events.length === 0
    ? say(
        'refusal',
        p(`Je ne trouve pas d’événement à venir qui réponde à ${quoted(typed)}, et je n’ai rien fait.`),
        buttons(agendaButton),
      )
    : say('question', p(`Plusieurs événements répondent à ${quoted(typed)}. Lequel\u00a0?`), choiceOf(events, lineFor));

const choiceOf = (events: readonly Event[], lineFor: (event: Event) => string): Block => {
  const choice = eventChoice(events, 'Lequel');
  if (choice.type !== 'choice') return choice;
  return {
    ...choice,
    options: choice.options.flatMap((option, index) => {
      const event = events[index];
      return event ? [{ ...option, command: lineFor(event) }] : [];
    }),
  };
};

/** No event was named. */
export const comingReply = (events: readonly Event[], lineFor: (event: Event) => string): Reply =>
  events.length === 0
    ? say('info', p('Rien n’est annoncé pour l’instant.'), buttons(agendaButton))
    : say('question', p('Quel événement\u00a0? Voici ceux qui viennent.'), choiceOf(events, lineFor));

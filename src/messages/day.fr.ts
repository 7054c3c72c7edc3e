// The staff's day, the poster of the door, and the log of who did what.

import type { Event } from '../core/agenda/model.ts';
import type { Cell } from '../core/booking/board.ts';
import type { Booking } from '../core/booking/model.ts';
import type { JournalEntry } from '../core/journal/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { buttons, heading, type Line, link, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { eventChoice, eventDayLine, eventWhere } from './event.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { roleNames } from './role.fr.ts';
import { count, day, enumerate, hour, hours, sentenceCase, shortDay } from './words.fr.ts';

export interface Expected {
  readonly booking: Booking;
  readonly name: string;
}

const expectedLine = ({ booking, name }: Expected): Line => [
  strong(hours(booking.start, booking.end)),
  `\u00a0– ${name}`,
  booking.people > 1 ? `, ${count(booking.people, 'personne', 'personnes')}` : '',
  booking.guest === undefined ? '' : ' (sans compte)',
  booking.approval === 'waiting' ? ' (attend un accord)' : '',
  booking.purpose === undefined ? '' : `, ${booking.purpose}`,
];

export const dayReply = (
  place: Place,
  date: Temporal.PlainDate,
  expected: readonly Expected[],
  events: readonly Event[],
  lines: { readonly poster: string; readonly next: string },
): Reply => {
  const spaces = place.spaces.flatMap((space) => {
    const here = expected.filter(({ booking }) => booking.spaceKey === space.key);
    return here.length === 0 ? [] : [p(strong(space.name)), list(here.map(expectedLine))];
  });
  return say(
    'info',
    heading(sentenceCase(day(date))),
    ...(events.length === 0
      ? []
      : [
          p(strong('Événements')),
          list(events.map((event) => eventDayLine(place, event))),
          eventChoice(events, 'Voir un événement'),
        ]),
    ...(spaces.length === 0 ? [p('Personne n’est attendu ce jour-là.')] : spaces),
    ...(expected.length === 0
      ? []
      : [
          {
            type: 'choice' as const,
            label: 'Arrivée, changement, annulation',
            options: expected.map(({ booking, name }) => ({
              label: `${hours(booking.start, booking.end)}, ${name}`,
              hint: spaceOf(place, booking.spaceKey)?.name ?? booking.spaceKey,
              command: `equipe reservation ${booking.id}`,
            })),
          },
        ]),
    p('Ces noms sont pour l’équipe\u00a0; le journal garde trace de cette consultation.'),
    buttons(
      { label: 'Affiche pour la porte', command: lines.poster, effect: 'beside' },
      { label: 'Le jour suivant', command: lines.next },
    ),
  );
};

export const posterReply = (
  date: Temporal.PlainDate,
  { name, content, address }: { readonly name: string; readonly content: string; readonly address: string | undefined },
): Reply =>
  say(
    'done',
    {
      type: 'file',
      name,
      mime: 'text/html',
      content,
      words: [
        `L’affiche du ${day(date)}, à imprimer en A4. N’y figurent que les noms que des personnes ont choisi de montrer.`,
      ],
    },
    ...(address === undefined
      ? []
      : [p('Toujours à jour, pour un écran à la porte\u00a0: ', link('l’affiche du jour', address), '.')]),
  );

export const posterWords = {
  title: (place: Place, date: Temporal.PlainDate): string => `${place.name}\u00a0– ${day(date)}`,
  date: (date: Temporal.PlainDate): string => sentenceCase(day(date)),
  closed: 'Fermé',
  programme: 'Au programme',
  where: (place: Place, event: Event): string => eventWhere(place, event) ?? '',
  printedAt: (now: Temporal.ZonedDateTime): string =>
    `État du ${shortDay(now)} à ${hour(now)}. Pour réserver, écrivez à Mijote.`,
  names: (names: readonly string[]): string => enumerate(names),
  hours: (cell: Pick<Cell, 'start' | 'end'>): string => `${hour(cell.start)} – ${hour(cell.end)}`,
  state: (place: Place, spaceKey: string, { freeSeats, closed }: Pick<Cell, 'freeSeats' | 'closed'>): string => {
    const use = spaceOf(place, spaceKey)?.use;
    if (closed) return 'fermé';
    if (freeSeats === 0) return use?.by === 'seat' ? 'complet' : 'occupé';
    return use?.by === 'seat'
      ? `${count(freeSeats, 'place libre', 'places libres')} sur ${use.capacitySeats}`
      : 'libre';
  },
} as const;

const isRole = (key: string): key is keyof typeof roleNames => Object.hasOwn(roleNames, key);

const roleWords = (role: string | undefined): string =>
  role !== undefined && isRole(role) ? `«\u00a0${roleNames[role]}\u00a0»` : 'un rôle';

const numberOf = (subject: string): string => /\d+$/.exec(subject)?.[0] ?? '';

/** « C0123 », of « channel slack/T1/C0123 ». */
const channelOf = (subject: string): string => subject.split('/').at(-1) ?? '';

const ACTS: Readonly<Record<string, (entry: JournalEntry, place: Place) => string>> = {
  'event.made': ({ subject }) => `a créé l’événement ${numberOf(subject)}`,
  'event.changed': ({ subject }) => `a modifié l’événement ${numberOf(subject)}`,
  'event.cancelled': ({ subject }) => `a annulé l’événement ${numberOf(subject)}`,
  'event.answered': ({ subject }) => `a répondu à l’événement ${numberOf(subject)}`,
  'event.viewed': ({ subject }) => `a consulté les noms de l’événement ${numberOf(subject)}`,
  'session.viewed': ({ subject }) => `a consulté qui vient à la permanence ${numberOf(subject)}`,
  'session.marked': ({ subject }) => `a noté une présence à la permanence ${numberOf(subject)}`,
  'partner.named': ({ subject, partner }, place) =>
    `a nommé le membre ${numberOf(subject)} pour parler au nom de ${partnerName(place, partner ?? '')}`,
  'partner.unnamed': ({ subject, partner }, place) =>
    `a retiré au membre ${numberOf(subject)} la parole de ${partnerName(place, partner ?? '')}`,
  'announcement.followed': ({ subject }) => `a demandé des annonces dans le canal ${channelOf(subject)}`,
  'announcement.stopped': ({ subject }) => `a arrêté des annonces dans le canal ${channelOf(subject)}`,
  'followup.queue_seen': () => 'a consulté les noms de la file des accompagnements',
  'followup.seen': ({ subject }) => `a consulté le dossier ${numberOf(subject)}`,
  'followup.state': ({ subject }) => `a changé l’état du dossier ${numberOf(subject)}`,
  'followup.close': ({ subject }) => `a clos le dossier ${numberOf(subject)}`,
  'followup.plan': ({ subject }) => `a noté la prochaine étape du dossier ${numberOf(subject)}`,
  'followup.done': ({ subject }) => `a fait l’étape du dossier ${numberOf(subject)}`,
  'followup.hand': ({ subject }) => `a confié le dossier ${numberOf(subject)}`,
  'followup.note': ({ subject }) => `a ajouté une note au dossier ${numberOf(subject)}`,
  'referral.consented': ({ subject }) => `a accepté la mise en relation ${numberOf(subject)}`,
  'referral.withdrawn': ({ subject }) => `a retiré son accord à la mise en relation ${numberOf(subject)}`,
  'referral.taken': ({ subject }) => `a pris la mise en relation ${numberOf(subject)}`,
  'referral.declined': ({ subject }) => `a décliné la mise en relation ${numberOf(subject)}`,
  'referral.unreachable': ({ subject }) => `n’a pu joindre personne (mise en relation ${numberOf(subject)})`,
  'referral.helped': ({ subject }) => `a apporté son aide (mise en relation ${numberOf(subject)})`,
  'referral.expired': ({ subject }) => `a clos la mise en relation ${numberOf(subject)}, restée sans réponse`,
  'referral.viewed': ({ subject }) =>
    subject === 'referrals'
      ? 'a consulté les mises en relation reçues'
      : `a consulté la mise en relation ${numberOf(subject)}`,
  'referral.refused_viewed': () => 'a consulté les noms de qui aucun partenaire n’a pu aider',
  'referral.followed': ({ subject }) => `s’occupe de la personne de la mise en relation ${numberOf(subject)}`,
  'initiative.noted': ({ subject }) => `a noté l’initiative ${numberOf(subject)}`,
  'initiative.state': ({ subject }) => `a changé l’état de l’initiative ${numberOf(subject)}`,
  'initiative.changed': ({ subject }) => `a complété l’initiative ${numberOf(subject)}`,
  'initiative.handed': ({ subject }) => `a confié l’initiative ${numberOf(subject)}`,
  'initiative.merged': ({ subject }) => `a réuni une initiative avec la ${numberOf(subject)}`,
  'initiative.news': ({ subject }) => `a donné des nouvelles de l’initiative ${numberOf(subject)}`,
  'initiative.names_seen': ({ subject }) => `a consulté les noms de l’initiative ${numberOf(subject)}`,
  'booking.made': ({ subject }) => `a fait la réservation ${numberOf(subject)}`,
  'booking.changed': ({ subject }) => `a modifié la réservation ${numberOf(subject)}`,
  'booking.cancelled': ({ subject }) => `a annulé la réservation ${numberOf(subject)}`,
  'booking.restored': ({ subject }) => `a rétabli la réservation ${numberOf(subject)}`,
  'booking.confirmed': ({ subject }) => `a confirmé la venue de la réservation ${numberOf(subject)}`,
  'booking.viewed': ({ subject }) => `a consulté le nom de la réservation ${numberOf(subject)}`,
  'booking.displaced': ({ subject }) => `a repris la réservation ${numberOf(subject)}`,
  'booking.equipment_taken': ({ subject }) => `a repris du matériel à la réservation ${numberOf(subject)}`,
  'booking.accepted': ({ subject }) => `a accepté la réservation ${numberOf(subject)}`,
  'booking.refused': ({ subject }) => `a refusé la réservation ${numberOf(subject)}`,
  'booking.expired': ({ subject }) => `a rendu le créneau de la réservation ${numberOf(subject)}, restée sans réponse`,
  'closure.made': ({ subject }) => `a fermé (fermeture ${numberOf(subject)})`,
  'closure.lifted': ({ subject }) => `a levé la fermeture ${numberOf(subject)}`,
  'opening.made': ({ subject }) => `a ouvert à d’autres heures (ouverture ${numberOf(subject)})`,
  'opening.cancelled': ({ subject }) => `a retiré l’ouverture ${numberOf(subject)}`,
  'maintenance.made': ({ subject }) => `a mis du matériel hors service (panne ${numberOf(subject)})`,
  'maintenance.ended': ({ subject }) => `a remis du matériel en service (panne ${numberOf(subject)})`,
  'member.joined': () => 'a parlé à Mijote pour la première fois',
  'member.reminders': () => 'a changé ses rappels',
  'member.shown_name': () => 'a changé ce que les autres voient de son nom',
  'role.granted': ({ subject, role }) => `a donné ${roleWords(role)} au membre ${numberOf(subject)}`,
  'role.withdrawn': ({ subject, role }) => `a retiré ${roleWords(role)} au membre ${numberOf(subject)}`,
  'structure.made': ({ subject }) => `a créé la structure ${numberOf(subject)}`,
  'structure.renamed': ({ subject }) => `a renommé la structure ${numberOf(subject)}`,
  'structure.closed': ({ subject }) => `a supprimé la structure ${numberOf(subject)}`,
  'structure.restored': ({ subject }) => `a rétabli la structure ${numberOf(subject)}`,
  'structure.quota': ({ subject }) => `a changé un quota de la structure ${numberOf(subject)}`,
  'structure.joined': ({ subject, structure }) =>
    `a mis le membre ${numberOf(subject)} dans la structure ${structure ?? ''}`,
  'structure.left': ({ subject, structure }) =>
    `a retiré le membre ${numberOf(subject)} de la structure ${structure ?? ''}`,
  'day.viewed': ({ subject }) => `a consulté les noms du ${day(Temporal.PlainDate.from(subject.replace('day ', '')))}`,
};

/** What has no words yet is said by its code: nothing is left out. */
const entryLine = (place: Place, entry: JournalEntry): Line => {
  const at = entry.at.toZonedDateTimeISO(place.timeZone);
  const act = ACTS[entry.action]?.(entry, place) ?? `${entry.action} (${entry.subject})`;
  return [`${shortDay(at)}, ${hour(at)}\u00a0– `, strong(entry.actor ?? 'Mijote'), ` ${act}`];
};

export const journalReply = (place: Place, entries: readonly JournalEntry[]): Reply =>
  say(
    'info',
    heading('Le journal'),
    ...(entries.length === 0
      ? [p('Rien n’est encore écrit.')]
      : [list(entries.map((entry) => entryLine(place, entry)))]),
  );

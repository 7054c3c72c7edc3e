// What a partner and the staff read of sessions: opened, called off, and who comes.
import type { Event } from '../core/agenda/model.ts';
import type { Attendance, Mark, Shape, Sheet, Visitor } from '../core/sessions/model.ts';
import type { Place } from '../place/model.ts';
import type { Partner } from '../place/partner.ts';
import { type Block, buttons, heading, type Line, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { eventLine, eventWhen, eventWhere, goButton } from './event.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { count, hour, shortDay, shortMoment } from './words.fr.ts';

/** « Permanence BGE Haute-Garonne », « Réunion d’information URSCOP ». */
export const sessionTitle = ({ name }: Pick<Partner, 'name'>, { kind }: Pick<Shape, 'kind'>): string =>
  `${kind === 'info_meeting' ? 'Réunion d’information' : 'Permanence'} ${name}`;

export const attendanceNames: Readonly<Record<Attendance, string>> = {
  to_come: 'à venir',
  came: 'venu·e',
  excused: 'excusé·e',
  absent: 'absent·e',
  cancelled_by_structure: 'annulé par la structure',
};

/** As they are typed. */
export const markWords: Readonly<Record<Mark, string>> = {
  came: 'venu',
  excused: 'excuse',
  absent: 'absent',
  to_come: 'avenir',
};

export const whichPartnerReply = (
  place: Place,
  keys: readonly string[],
  lineFor: (partnerKey: string) => string,
): Reply =>
  say('question', p('Au nom de quel partenaire\u00a0?'), {
    type: 'choice',
    label: 'Choisir un partenaire',
    options: keys.map((key) => ({ label: partnerName(place, key), command: lineFor(key) })),
  });

/** It holds a space, or is held elsewhere: that is for its partner to say. */
export const whichSpaceReply = (place: Place, lineFor: (spaceKey: string) => string): Reply =>
  say(
    'question',
    p('Dans quel espace\u00a0? La permanence l’occupe en entier, et personne d’autre ne peut le réserver.'),
    {
      type: 'choice',
      label: 'Choisir un espace',
      options: place.spaces
        .filter(({ use }) => use.by !== 'lease')
        .map(({ key, name }) => ({ label: name, command: lineFor(key) })),
    },
    p('Si c’est ailleurs, ajoutez par exemple\u00a0: lieu «\u00a0la médiathèque\u00a0».'),
  );

const MOST_SHOWN = 5;

/** Where those who lose their appointment could go. */
export const otherSessionBlocks = (place: Place, events: readonly Event[]): readonly Block[] =>
  events.length === 0
    ? [p('Aucune autre date n’a de place pour l’instant\u00a0: pensez à en ouvrir une avant d’annuler.')]
    : [
        p(strong('Dates proposées à la place'), '\u00a0:'),
        list(events.slice(0, MOST_SHOWN).map((event) => eventLine(place, event))),
      ];

/** Who is expected, when: for whoever is about to call it off. */
export const expectedBlocks = (sheets: readonly Sheet[]): readonly Block[] => {
  const expected = sheets.flatMap(({ event, visitors }) =>
    visitors
      .filter(({ gaveUp }) => !gaveUp)
      .map(
        ({ name, slot }): Line => [
          strong(name),
          `, ${shortMoment(slot?.start ?? event.start, slot?.end ?? event.end)}`,
        ],
      ),
  );
  return expected.length === 0 ? [] : [p(strong('Personnes attendues'), '\u00a0:'), list(expected)];
};

/** To those who lose it: the next ones of the same partner, one press away. */
export const rebookBlock = (partnerKey: string, events: readonly Event[]): Block =>
  buttons(...events.slice(0, 3).map((event) => goButton(event, `${shortDay(event.start)}, ${hour(event.start)}`)), {
    label: 'Voir toutes les dates',
    command: `permanence voir ${partnerKey}`,
  });

const comingWords = ({ capacity, going, cancelledAt, slotMinutes }: Event): string => {
  if (cancelledAt !== undefined) return '';
  const taken = slotMinutes === undefined ? count(going, 'personne', 'personnes') : `${going}\u00a0rendez-vous`;
  return capacity === undefined ? `\u00a0– ${taken}` : `\u00a0– ${taken} sur ${capacity}`;
};

const sessionLine = (event: Event): Line => [
  strong(event.title),
  `, ${eventWhen(event)}${event.cancelledAt === undefined ? '' : ' (annulé)'}${comingWords(event)}`,
];

const sessionChoice = (events: readonly Event[], label: string): readonly Block[] =>
  events.length === 0
    ? []
    : [
        {
          type: 'choice',
          label,
          options: events.map(({ id, title, start }) => ({
            label: title,
            hint: `${shortDay(start)}, ${hour(start)}`,
            command: `permanence liste ${id}`,
          })),
        },
      ];

const openButton = { label: 'Ouvrir une permanence', command: 'permanence ouvrir', effect: 'form' } as const;

const MOST_LISTED = 15;

/** `ahead`: to come; `recent`: whose attendance can still be written down, the last first. */
export const sessionsReply = ({
  ahead,
  recent,
}: {
  readonly ahead: readonly Event[];
  readonly recent: readonly Event[];
}): Reply =>
  say(
    'info',
    heading('Les permanences'),
    ...(ahead.length === 0
      ? [p('Aucune permanence à venir.')]
      : [p(strong('À venir'), '\u00a0:'), list(ahead.slice(0, MOST_LISTED).map(sessionLine))]),
    ...sessionChoice(ahead, 'Voir qui vient'),
    ...(recent.length === 0
      ? []
      : [p(strong('Récentes'), '\u00a0:'), list(recent.slice(0, MOST_LISTED).map(sessionLine))]),
    ...sessionChoice(recent, 'Noter les présences'),
    buttons(openButton, { label: 'Annoncer une absence', command: 'permanence absence', effect: 'form' }),
  );

const visitorLine = ({ name, slot, attendance }: Visitor): Line => [
  ...(slot === undefined ? [] : [`${hour(slot.start)} – ${hour(slot.end)}\u00a0: `]),
  strong(name),
  `, ${attendanceNames[attendance]}`,
];

interface Row {
  readonly at: string;
  readonly line: Line;
}

/** By the hour, those who come and what is free. */
const rowsOf = ({ visitors, free }: Sheet): readonly Line[] =>
  [
    ...visitors.map(
      (visitor): Row => ({ at: visitor.slot?.start.toInstant().toString() ?? '', line: visitorLine(visitor) }),
    ),
    ...free.map(
      ({ start, end }): Row => ({
        at: start.toInstant().toString(),
        line: [`${hour(start)} – ${hour(end)}\u00a0: libre`],
      }),
    ),
  ]
    .sort((one, other) => one.at.localeCompare(other.at))
    .map(({ line }) => line);

const MARKED: Readonly<Record<Mark, string>> = {
  came: 'Est venu·e',
  excused: 'S’est excusé·e',
  absent: 'Est absent·e',
  to_come: 'Remettre «\u00a0à venir\u00a0»',
};

const markChoice = ({ event, visitors }: Sheet, mark: Mark): readonly Block[] => {
  const others = visitors.filter(({ mayMark, attendance }) => mayMark && attendance !== mark);
  return others.length === 0
    ? []
    : [
        {
          type: 'choice',
          label: MARKED[mark],
          options: others.map(({ memberId, name, slot }) => ({
            label: name,
            ...(slot === undefined ? {} : { hint: hour(slot.start) }),
            command: `permanence presence ${event.id} ${markWords[mark]} ${memberId}`,
          })),
        },
      ];
};

const MARKING: readonly Mark[] = ['came', 'excused', 'absent', 'to_come'];

export const sheetReply = (place: Place, sheet: Sheet, { noted = false }: { readonly noted?: boolean } = {}): Reply => {
  const { event } = sheet;
  const where = eventWhere(place, event);
  const rows = rowsOf(sheet);
  const isOpen = event.cancelledAt === undefined;
  return say(
    noted ? 'done' : 'info',
    heading(event.title),
    p(...(noted ? [strong('C’est noté'), '. '] : []), eventWhen(event), where === undefined ? '.' : `, ${where}.`),
    ...(isOpen
      ? []
      : [
          p(
            strong('Cette permanence est annulée'),
            event.cancelledBecause === undefined ? '.' : `\u00a0: ${event.cancelledBecause}.`,
          ),
        ]),
    rows.length === 0 ? p('Personne n’est inscrit pour l’instant.') : list(rows),
    ...MARKING.flatMap((mark) => markChoice(sheet, mark)),
    buttons(
      ...(isOpen ? [{ label: 'Modifier', command: `evenement modifier ${event.id}`, effect: 'form' } as const] : []),
      { label: 'Toutes les permanences', command: 'permanence liste' },
    ),
  );
};

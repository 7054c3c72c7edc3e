// What the staff reads of structures, and what members read of theirs.
import type { Overrun, Placed, QuotaSet, StructureCard, WeeklyQuota, WeekOfSpace } from '../core/structures/model.ts';
import type { Place } from '../place/model.ts';
import {
  type Block,
  buttons,
  code,
  heading,
  type Inline,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { spaceName } from './failures.fr.ts';
import { count, day, number, quoted, sentenceCase } from './words.fr.ts';

export const structureActs = {
  creer: 'Créer une structure',
  ajouter: 'Y ajouter une personne',
  retirer: 'En retirer une personne',
  renommer: 'La renommer',
  quota: 'Changer son quota',
  supprimer: 'La supprimer',
  retablir: 'La rétablir',
} as const;

const bookings = (many: number): string => count(many, 'réservation', 'réservations');

const used = ({ used: many, perWeek }: WeekOfSpace): string =>
  perWeek === undefined
    ? `${bookings(many)} cette semaine, sans limite`
    : `${bookings(many)} sur ${number(perWeek)} cette semaine`;

/** In the order of the place; a space that has no limit and was not used is not spoken of. */
const weekOf = (
  place: Place,
  { week }: StructureCard,
): readonly { readonly name: string; readonly space: WeekOfSpace }[] =>
  place.spaces.flatMap(({ key, name }) => {
    const space = week.find(({ spaceKey }) => spaceKey === key);
    return space && (space.perWeek !== undefined || space.used > 0 || space.isOwn) ? [{ name, space }] : [];
  });

const weekLines = (place: Place, card: StructureCard): readonly Line[] =>
  weekOf(place, card).map(({ name, space }) => [
    strong(name),
    `\u00a0: ${used(space)}${space.isOwn ? ' (quota à elle)' : ''}`,
  ]);

const membersWords = ({ members }: StructureCard): string => count(members.length, 'membre', 'membres');

/** Nothing was taken from anyone: it is said, with what it changes. */
const overrunBlocks = (place: Place, overruns: readonly Overrun[]): readonly Block[] =>
  overruns.length === 0
    ? []
    : [
        p('Rien n’est annulé, mais elle ne peut rien réserver de plus\u00a0:'),
        list(
          overruns.map(({ spaceKey, monday, booked, perWeek }) => [
            `la semaine du ${day(monday)}, `,
            strong(spaceName(place, spaceKey)),
            `\u00a0: ${bookings(booked)} pour un quota de ${number(perWeek)}`,
          ]),
        ),
      ];

export const structuresReply = (
  place: Place,
  cards: readonly StructureCard[],
  lineFor: (card: StructureCard) => string,
): Reply =>
  say(
    'info',
    heading('Les structures'),
    ...(cards.length === 0
      ? [p('Aucune structure n’est enregistrée.')]
      : [
          list(
            cards.map((card) => [
              strong(card.name),
              `\u00a0: ${membersWords(card)}`,
              ...weekOf(place, card).map(({ name, space }) => `\u00a0; ${name.toLowerCase()}, ${used(space)}`),
            ]),
          ),
          {
            type: 'choice',
            label: 'Voir une structure',
            options: cards.map((card) => ({ label: card.name, hint: membersWords(card), command: lineFor(card) })),
          } as const,
        ]),
    p('Pour en créer une\u00a0: ', code('/equipe structure creer Les Copains'), '.'),
  );

interface CardLines {
  readonly close: string;
  dismiss(memberId: number): string;
}

/** What can be typed of it, with its own name. */
const hints = ({ name }: StructureCard): readonly Inline[] => [
  'Pour ajouter une personne\u00a0: ',
  code(`/equipe structure ajouter Karim — ${name}`),
  '. Pour changer son quota\u00a0: ',
  code(`/equipe structure quota ${name} coworking 12`),
  '.',
];

export const structureReply = (place: Place, card: StructureCard, lines: CardLines, done?: Line): Reply =>
  say(
    done === undefined ? 'info' : 'done',
    ...(done === undefined ? [heading(card.name)] : [p(...done)]),
    ...(card.members.length === 0
      ? [p('Personne n’en fait partie pour l’instant.')]
      : [list(card.members.map(({ name }) => [name]))]),
    ...(weekLines(place, card).length === 0 ? [] : [list(weekLines(place, card))]),
    p(...hints(card)),
    ...(card.members.length === 0
      ? []
      : [
          {
            type: 'choice',
            label: 'Retirer une personne',
            options: card.members.map(({ memberId, name }) => ({
              label: name,
              hint: `n° ${memberId}`,
              command: lines.dismiss(memberId),
            })),
          } as const,
        ]),
    buttons({ label: 'Supprimer la structure', command: lines.close, tone: 'danger' }),
  );

export const createdLine = ({ name }: StructureCard): Line => ['C’est créé\u00a0: ', strong(name), '.'];

export const renamedLine = ({ name }: StructureCard, former: string): Line => [
  `C’est fait. ${quoted(former)} s’appelle désormais `,
  strong(name),
  '.',
];

export const restoredLine = ({ name }: StructureCard): Line => ['C’est rétabli\u00a0: ', strong(name), '.'];

export const placedReply = (
  place: Place,
  { person, structure, former, overruns }: Placed,
  undoLine: string | undefined,
): Reply =>
  say(
    'done',
    structure === undefined
      ? p('C’est fait. ', strong(person.name), ` ne fait plus partie de ${quoted(former?.name ?? '')}.`)
      : p(
          'C’est fait. ',
          strong(person.name),
          ' fait partie de ',
          strong(structure.name),
          former === undefined || former.id === structure.id ? '.' : `, et plus de ${quoted(former.name)}.`,
        ),
    p(
      structure === undefined
        ? 'Ses réservations à venir sont gardées, et ne comptent plus pour cette structure.'
        : 'Ses réservations à venir sont gardées, et comptent pour cette structure.',
    ),
    ...overrunBlocks(place, overruns),
    ...(undoLine === undefined ? [] : [buttons({ label: 'Revenir en arrière', command: undoLine })]),
  );

const quotaWords = (place: Place, { card, spaceKey }: QuotaSet): string => {
  const space = card.week.find((each) => each.spaceKey === spaceKey);
  const name = sentenceCase(spaceName(place, spaceKey));
  return space?.perWeek === undefined
    ? `${name} n’a pas de limite pour ses membres.`
    : `${name} se réserve ${count(space.perWeek, 'fois', 'fois')} par semaine par tous ses membres ensemble.`;
};

export const quotaReply = (place: Place, set: QuotaSet, undoLine: (former: WeeklyQuota) => string): Reply =>
  say(
    'done',
    p('C’est fait pour ', strong(set.card.name), `. ${quotaWords(place, set)}`),
    ...overrunBlocks(place, set.overruns),
    buttons({ label: 'Revenir en arrière', command: undoLine(set.former) }),
  );

export const closedReply = ({ name }: StructureCard, undoLine: string): Reply =>
  say(
    'done',
    p(
      'C’est supprimé\u00a0: ',
      strong(name),
      '. Les réservations de ses membres sont gardées\u00a0; son quota ne vaut plus.',
    ),
    buttons({ label: 'Rétablir', command: undoLine }),
  );

/** Of one's own, in /compte; nothing for who is of none. */
export const myStructureBlocks = (place: Place, card: StructureCard | undefined): readonly Block[] =>
  card === undefined
    ? []
    : [
        heading('Votre structure'),
        p('Vous faites partie de ', strong(card.name), '. Voici ce que ses membres ont réservé ensemble\u00a0:'),
        list(
          weekOf(place, card).length === 0
            ? [['rien cette semaine, et sans limite']]
            : weekOf(place, card).map(({ name, space }) => [strong(name), `\u00a0: ${used(space)}`]),
        ),
      ];

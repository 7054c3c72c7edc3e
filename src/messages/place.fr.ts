// The cards of /lieu: a place, or one of its spaces, as its file has them; what is not known is said to be unknown.
import type { Closure } from '../core/closures/model.ts';
import { type Partner, type Place, type Space, spaceOf } from '../place/model.ts';
import { type Opening, openingOn } from '../place/opening.ts';
import { type Block, buttons, fields, heading, type Line, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { comingWords } from './coming.fr.ts';
import { closedDays, openDays, openingWords } from './hours.fr.ts';
import {
  bookingRules,
  capacity,
  equipmentWords,
  howShared,
  innerSpaces,
  surface,
  UNKNOWN,
  UNKNOWN_F,
} from './place-words.fr.ts';
import { sourced } from './sources.fr.ts';
import { day, enumerate, sentenceCase } from './words.fr.ts';

const NBSP = '\u00a0';

const paragraph = (text: string | undefined): readonly Block[] => (text === undefined ? [] : [p(text)]);

/** How far ahead what is out of the ordinary is said, and that a public holiday closes. */
const AHEAD = { years: 2 } as const;
const HOLIDAYS_AHEAD = { days: 45 } as const;

const hoursRows = (
  place: Place,
  space: Space | undefined,
  today: Temporal.PlainDate,
  closures: readonly Closure[],
): readonly (readonly [string, Line])[] => {
  const hours = space?.hours ?? place.hours;
  const open = openDays(hours);
  const week = open.length === 0 ? ['aucune heure d’ouverture n’est fixée'] : open;
  const coming = comingWords(place, space, closures, {
    first: today,
    last: today.add(AHEAD),
    holidaysUntil: today.add(HOLIDAYS_AHEAD),
  });
  return [
    ['Horaires', [sentenceCase([...week, ...closedDays(hours)].join(`${NBSP}; `))]],
    todayRow(openingOn(place, space, today), today),
    ...(coming.length === 0 ? [] : ([['À noter', [sentenceCase(coming.join(`${NBSP}; `))]]] as const)),
  ];
};

const todayRow = (opening: Opening, today: Temporal.PlainDate): readonly [string, Line] => [
  'Aujourd’hui',
  [`${day(today)}, ${openingWords(opening)}`],
];

const LINKS: Readonly<Record<Partner['link'], string>> = {
  established: 'Partenariats engagés',
  regular: 'Liens réguliers',
  developing: 'Liens en développement (aucune rencontre promise)',
};

const MEETINGS = { individual: 'permanences individuelles', collective: 'réunions d’information collectives' } as const;

const partnerWords = ({ name, fullName, meeting, pathways = [] }: Partner): string => {
  const details = [fullName, meeting && MEETINGS[meeting], ...pathways].filter((detail) => detail !== undefined);
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
};

const partnerBlocks = ({ partners }: Place): readonly Block[] => {
  if (partners.length === 0) return [];
  const groups = (['established', 'regular', 'developing'] as const).map((link): Line => {
    const names = partners.filter((partner) => partner.link === link).map(partnerWords);
    return names.length === 0 ? [] : [strong(LINKS[link]), `${NBSP}: ${names.join(`${NBSP}; `)}.`];
  });
  return [heading('Partenaires'), list(groups.filter((line) => line.length > 0))];
};

const leasingBlocks = ({ leasing, spaces }: Place): readonly Block[] => {
  const offices = spaces.filter(({ use }) => use.by === 'lease');
  if (leasing === undefined || offices.length === 0) return [];
  const { name, description, rent = 'loyer', amount = `montant ${UNKNOWN}`, tenants, selection } = leasing;
  const sentences = [
    description ?? `${enumerate(offices.map((office) => office.name))}.`,
    `${sentenceCase(rent)} (${amount})${tenants === undefined ? '' : `, pour ${tenants}`}.`,
    selection === undefined ? `Attribution ${UNKNOWN_F}.` : `Attribution${NBSP}: ${selection}.`,
  ];
  return [p(strong(name), `${NBSP}: ${sentences.join(' ')}`)];
};

const serviceBlocks = ({ services = [] }: Place): readonly Block[] => {
  const names = services.map(({ name, fullName }) => (fullName === undefined ? name : `${name} (${fullName})`));
  return names.length === 0 ? [] : [p(strong('Services de la Ville'), `${NBSP}: ${names.join(`${NBSP}; `)}.`)];
};

const inShort = (space: Space): Line => {
  const people =
    space.use.by === 'lease' || (space.use.by === 'whole' && space.use.capacityPeople === undefined)
      ? undefined
      : capacity(space);
  const area = space.surfaceM2 === undefined ? undefined : surface(space.surfaceM2);
  const facts = [area, people, howShared(space), ...space.equipment.map(equipmentWords)];
  return [strong(space.name), `${NBSP}: ${facts.filter((fact) => fact !== undefined).join(', ')}.`];
};

/** `closures`: those that the staff made, to come. */
export const placeCard = (place: Place, today: Temporal.PlainDate, closures: readonly Closure[] = []): Reply =>
  say(
    'info',
    heading(`${place.name}, ${place.town}`),
    ...paragraph(place.description),
    fields(
      ['Adresse', [place.address ?? UNKNOWN_F]],
      ['Surface', [surface(place.surfaceM2)]],
      ...(place.openedOn === undefined ? [] : ([['Ouvert depuis', [place.openedOn]]] as const)),
      ...hoursRows(place, undefined, today, closures),
    ),
    heading('Espaces'),
    list(place.spaces.map(inShort)),
    ...leasingBlocks(place),
    {
      type: 'choice',
      label: 'En savoir plus sur un espace',
      options: place.spaces.map((space) => ({
        label: space.name,
        command: `lieu ${space.key}`,
      })),
    },
    ...partnerBlocks(place),
    ...serviceBlocks(place),
    ...sourced(place.source, place.leasing?.source, ...place.partners.map(({ source }) => source)),
  );

const capacityRows = (space: Space): readonly (readonly [string, Line])[] => {
  const said = capacity(space);
  return said === undefined ? [] : [['Capacité', [said]]];
};

const around = (place: Place, space: Space): readonly (readonly [string, Line])[] => {
  const outer = space.inside === undefined ? undefined : spaceOf(place, space.inside);
  const inner = innerSpaces(place, space);
  return [
    ...(outer === undefined ? [] : ([['Se trouve dans', [outer.nameWithArticle]]] as const)),
    ...(inner.length === 0 ? [] : ([['Comprend', [enumerate(inner)]]] as const)),
  ];
};

const booking = (place: Place, space: Space): readonly Block[] => {
  if (space.use.by === 'lease') return [p('Cet espace ne se réserve pas à l’heure.'), ...leasingBlocks(place)];
  return [
    p(strong('Pour réserver')),
    list(bookingRules(space).map((rule) => [sentenceCase(rule), '.'])),
    ...(space.freeAccess ? [p('Sans réservation, on peut venir tant qu’il y a de la place.')] : []),
    buttons(
      { label: 'Réserver', command: `reserver ${space.key}`, tone: 'primary', effect: 'form' },
      { label: 'Voir les disponibilités', command: `dispo ${space.key}`, effect: 'beside' },
    ),
  ];
};

export const spaceCard = (
  place: Place,
  space: Space,
  today: Temporal.PlainDate,
  closures: readonly Closure[] = [],
): Reply =>
  say(
    'info',
    heading(space.name),
    ...paragraph(space.description),
    fields(
      ['Surface', [surface(space.surfaceM2)]],
      ...capacityRows(space),
      ['Partage', [sentenceCase(howShared(space))]],
      [
        'Équipement',
        [space.equipment.length === 0 ? UNKNOWN : sentenceCase(enumerate(space.equipment.map(equipmentWords)))],
      ],
      ...around(place, space),
      ...hoursRows(place, space, today, closures),
    ),
    ...booking(place, space),
    ...sourced(space.source),
  );

// The cards of /lieu: a place, or one of its spaces, as its file has them; what is not known is said to be unknown.
import { type Partner, type Place, type Space, spaceOf } from '../place/model.ts';
import { type Opening, openingOn } from '../place/opening.ts';
import { type Block, buttons, fields, heading, type Line, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { closedDays, openDays, openingWords } from './hours.fr.ts';
import { bookingRules, capacity, equipmentWords, howShared, innerSpaces, surface, UNKNOWN } from './place-words.fr.ts';
import { day, enumerate, sentenceCase } from './words.fr.ts';

const NBSP = '\u00a0';

const paragraph = (text: string | undefined): readonly Block[] => (text === undefined ? [] : [p(text)]);

const sourced = (source: string | undefined): readonly Block[] =>
  source === undefined ? [] : [p(`Source${NBSP}: ${source}.`)];

const hoursRows = (place: Place, space: Space | undefined): readonly (readonly [string, Line])[] => {
  const hours = space?.hours ?? place.hours;
  const open = openDays(hours);
  const week = open.length === 0 ? ['aucune heure d’ouverture n’est fixée'] : open;
  return [['Horaires', [sentenceCase([...week, ...closedDays(hours)].join(`${NBSP}; `))]]];
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
  const rent = leasing.rent ?? `loyer ${UNKNOWN}`;
  const terms = [
    rent,
    leasing.tenants && `pour ${leasing.tenants}`,
    leasing.selection && `sélection par ${leasing.selection}`,
  ];
  return [
    p(
      strong(leasing.name),
      `${NBSP}: ${leasing.description ?? enumerate(offices.map(({ name }) => name))} ${sentenceCase(terms.filter((term) => term !== undefined).join(', '))}.`,
    ),
  ];
};

export const placeCard = (place: Place, today: Temporal.PlainDate): Reply =>
  say(
    'info',
    heading(`${place.name}, ${place.town}`),
    ...paragraph(place.description),
    fields(
      ['Adresse', [place.address ?? 'non communiquée']],
      ['Surface', [surface(place.surfaceM2)]],
      ...(place.openedOn === undefined ? [] : ([['Ouvert depuis', [place.openedOn]]] as const)),
      ...hoursRows(place, undefined),
      todayRow(openingOn(place, undefined, today), today),
    ),
    heading('Espaces'),
    list(
      place.spaces.map((space) => [
        strong(space.name),
        `${NBSP}: ${[surface(space.surfaceM2), howShared(space), ...space.equipment.map(equipmentWords)].join(', ')}.`,
      ]),
    ),
    ...leasingBlocks(place),
    {
      type: 'choice',
      label: 'En savoir plus sur un espace',
      options: place.spaces.map((space) => ({
        label: space.name,
        hint: sentenceCase(howShared(space)),
        command: `lieu ${space.key}`,
      })),
    },
    ...partnerBlocks(place),
    ...(place.services ?? []).map(({ name, fullName, description }) =>
      p(strong(fullName === undefined ? name : `${name} (${fullName})`), `${NBSP}: ${description ?? UNKNOWN}`),
    ),
    ...sourced(place.source),
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
      { label: 'Réserver', command: `reserver ${space.key}`, tone: 'primary', then: 'form' },
      { label: 'Voir les disponibilités', command: `dispo ${space.key}`, then: 'beside' },
    ),
  ];
};

export const spaceCard = (place: Place, space: Space, today: Temporal.PlainDate): Reply =>
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
      ...hoursRows(place, space),
      todayRow(openingOn(place, space, today), today),
    ),
    ...booking(place, space),
    ...sourced(space.source),
  );

// What a place has of its own to say of the social and solidarity economy, from its file: its partners and services by
// name, the themes of each year, the objectives of its programme; each with its source.
import type { EventSeries, Partner, Place } from '../place/model.ts';
import { folded } from '../place/written.ts';
import { heading, type Line, list, p, type Reply, say, strong } from '../reply/tree.ts';
import type { Term } from './ess-glossary.fr.ts';
import { sourced } from './sources.fr.ts';
import { quoted, sentenceCase } from './words.fr.ts';

const NBSP = '\u00a0';

const LINKS: Readonly<Record<Partner['link'], string>> = {
  established: 'partenariat engagé',
  regular: 'lien régulier',
  developing: 'lien en développement, aucune rencontre promise',
};

/** What is said of it has its own full stop. */
const described = (description: string | undefined): string =>
  description === undefined ? '' : description.replace(/\.?$/, '.');

const partnerWords = ({ fullName, description, link }: Partner): string =>
  [
    ...[fullName, LINKS[link]]
      .filter((words) => words !== undefined)
      .map(sentenceCase)
      .map(described),
    described(description),
  ]
    .filter((words) => words !== '')
    .join(' ');

export interface LocalTerm extends Pick<Term, 'key' | 'name' | 'names' | 'words'> {
  readonly kind: 'here';
  readonly source: string | undefined;
}

interface Named {
  readonly name: string;
  readonly fullName?: string | undefined;
  readonly aliases: readonly string[];
}

const namesOf = ({ name, fullName, aliases }: Named): readonly string[] => [
  name,
  ...(fullName === undefined ? [] : [fullName]),
  ...aliases,
];

/** What the place's file names: partners, services of the town, what is let, what comes back each year. */
export const localTerms = ({ partners, services = [], leasing, eventSeries }: Place): readonly LocalTerm[] => [
  ...partners.map(
    (partner): LocalTerm => ({
      key: partner.key,
      name: partner.name,
      names: namesOf(partner),
      kind: 'here',
      words: partnerWords(partner),
      source: partner.source,
    }),
  ),
  ...services.map(
    (service): LocalTerm => ({
      key: service.key,
      name: service.name,
      names: namesOf(service),
      kind: 'here',
      words: [service.fullName, service.description].map(described).join(' ').trim(),
      source: service.source,
    }),
  ),
  ...(leasing?.description === undefined
    ? []
    : [
        {
          key: 'leasing',
          name: leasing.name,
          names: [leasing.name],
          kind: 'here' as const,
          words: described(leasing.description),
          source: leasing.source,
        },
      ]),
  ...eventSeries.map(
    (series): LocalTerm => ({
      key: series.key,
      name: series.name,
      names: [series.name],
      kind: 'here',
      words: [described(series.description), ...themesOf(series)].join(' ').trim(),
      source: series.source,
    }),
  ),
];

/** « 2015, « L’économie circulaire ». », the last first. */
const themesOf = ({ editions }: EventSeries): readonly string[] =>
  [...editions].sort((a, b) => b.year - a.year).map(({ year, theme }) => `${year}${NBSP}: ${quoted(theme)}.`);

/** Of a word that is known everywhere: who or what it is here, under the same name. */
export const namedHere = (place: Place, { names }: Pick<Term, 'names'>): readonly LocalTerm[] => {
  const known = new Set(names.map(folded));
  return localTerms(place).filter((local) => local.names.some((name) => known.has(folded(name))));
};

const seriesLine = (series: EventSeries): Line => {
  const themes = series.editions.length === 0 ? ['Aucun thème n’est communiqué.'] : themesOf(series);
  return [strong(series.name), `${NBSP}: ${[described(series.description), ...themes].join(' ').trim()}`];
};

/** The themes of each year, and the objectives of the programme. */
export const themesReply = (place: Place): Reply => {
  const { name, town, eventSeries, objectives } = place;
  const nothing = eventSeries.length === 0 && objectives.length === 0;
  return say(
    'info',
    heading(`L’ESS à ${name}, ${town}`),
    ...(nothing ? [p('Ni thème ni objectif ne sont communiqués pour ce lieu.')] : []),
    ...(eventSeries.length === 0
      ? []
      : [p(strong('Les rendez-vous de chaque année et leurs thèmes')), list(eventSeries.map(seriesLine))]),
    ...(objectives.length === 0
      ? []
      : [p(strong('Les objectifs du programme')), list(objectives.map(({ text }) => [text]))]),
    ...(nothing ? [] : sourced(...eventSeries.map((each) => each.source), ...objectives.map((each) => each.source))),
  );
};

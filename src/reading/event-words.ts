// What the title of an event says of it: its kind, and the yearly event that it is part of. Guesses, shown and corrected.
import type { EventKindKey } from '../place/agenda.ts';
import type { Place } from '../place/model.ts';
import { tokenize } from './tokenize.ts';

/** By the words of a title, without accents; the first that is said wins. */
const KINDS: readonly (readonly [kind: EventKindKey, phrases: readonly string[]])[] = [
  ['ess_month', ['mois de l ess', 'mois ess', 'mois de l economie sociale et solidaire', 'mois de l economie sociale']],
  [
    'info_meeting',
    [
      'reunion d information',
      'reunion d info',
      'reunion info',
      'reunion publique',
      'information collective',
      'info collective',
      'infos collectives',
      'matinee d information',
    ],
  ],
  [
    'committee',
    ['comite', 'commission', 'jury', 'conseil d administration', 'assemblee generale', 'ag', 'copil', 'cotech'],
  ],
  ['session', ['permanence', 'permanences']],
  [
    'workshop',
    [
      'atelier',
      'ateliers',
      'formation',
      'stage',
      'initiation',
      'repair cafe',
      'fresque',
      'hackathon',
      'tuto',
      'cours',
      'demonstration',
    ],
  ],
  [
    'gathering',
    [
      'rencontre',
      'rencontres',
      'cafe',
      'cafes',
      'apero',
      'repas',
      'petit dejeuner',
      'petit dej',
      'dejeuner',
      'buffet',
      'soiree',
      'fete',
      'debat',
      'cafe debat',
      'conference',
      'table ronde',
      'projection',
      'cine debat',
      'forum',
      'portes ouvertes',
      'inauguration',
      'vernissage',
      'gouter',
      'pique nique',
      'speed meeting',
      'marche',
      'jeux',
      'concert',
      'spectacle',
      'temoignage',
      'temoignages',
      'colloque',
      'seminaire',
      'journee',
    ],
  ],
];

const wordsIn = (text: string): string =>
  ` ${tokenize(text)
    .tokens.map(({ word }) => word)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(' ')} `;

const says = (words: string, phrase: string): boolean => words.includes(` ${phrase} `);

/** Undefined: its words say nothing of it. */
export const kindIn = (title: string): EventKindKey | undefined => {
  const words = wordsIn(title);
  const said = KINDS.flatMap(([kind, phrases]) =>
    phrases
      .filter((phrase) => says(words, phrase))
      .map((phrase) => ({ kind, at: words.indexOf(` ${phrase} `), phrase })),
  );
  return said.sort((a, b) => a.at - b.at || b.phrase.length - a.phrase.length)[0]?.kind;
};

/** The key of the yearly event whose name the title holds. */
export const editionIn = (title: string, { eventSeries }: Pick<Place, 'eventSeries'>): string | undefined => {
  const words = wordsIn(title);
  return eventSeries.find(({ name }) => says(words, wordsIn(name).trim()))?.key;
};

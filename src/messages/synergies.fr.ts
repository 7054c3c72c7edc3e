// Why an initiative and a project could be of use to one another, and what each reason weighs.
import type { Reason, Sheet, Synergy } from '../core/synergies/model.ts';
import type { Place } from '../place/model.ts';
import { type CodedPlace, type CodeField, codesOf } from '../place/sheet-codes.ts';
import { type Block, heading, type Line, list, p, strong } from '../reply/tree.ts';
import { sheetNumber } from './sheet-words.fr.ts';
import { count, enumerate, quoted, sentenceCase } from './words.fr.ts';

const NBSP = '\u00a0';

/** Whose sheet it is, and the other one, by its title. */
export type Told = Pick<Sheet, 'kind' | 'title'>;

const nameOf = (place: CodedPlace, field: CodeField, key: string): string =>
  codesOf(place, field).find((each) => each.key === key)?.name ?? key;

const namesOf = (place: CodedPlace, field: CodeField, keys: readonly string[]): string =>
  enumerate(keys.map((key) => nameOf(place, field, key)));

/** « elle », an initiative; « il », a project. */
const pronoun = ({ kind }: Told): string => (kind === 'initiative' ? 'elle' : 'il');

/** « elle cherche un local, que « L’Atelier vélo » propose »: seen from the first of the two. */
export const reasonWords = (place: CodedPlace, first: Told, second: Told, reason: Reason): string => {
  const other = quoted(second.title);
  switch (reason.because) {
    case 'need_met':
      return `${pronoun(first)} cherche ${namesOf(place, 'needs', reason.codes)}, que ${other} propose`;
    case 'offer_wanted':
      return `${pronoun(first)} propose ${namesOf(place, 'offers', reason.codes)}, que ${other} cherche`;
    case 'theme':
      return `même thème (${nameOf(place, 'theme', reason.theme)})`;
    case 'district':
      return `même quartier (${nameOf(place, 'district', reason.district)})`;
    case 'words':
      return 'des mots proches';
    case 'stage':
      return `${reason.ahead === 'first' ? pronoun(first) : other} est à une étape plus avancée`;
  }
};

/** Heaviest first: « elle cherche un local, que « L’Atelier vélo » propose ; même quartier (Val d’Aran). » */
export const reasonsWords = (place: CodedPlace, first: Told, second: Told, reasons: readonly Reason[]): string =>
  `${reasons.map((reason) => reasonWords(place, first, second, reason)).join(`${NBSP}; `)}.`;

const weighed = ({ because, points }: Reason): string => {
  switch (because) {
    case 'need_met':
      return `${points} pour ce que l’autre propose`;
    case 'offer_wanted':
      return `${points} pour ce que l’autre cherche`;
    case 'theme':
      return `${points} pour le thème`;
    case 'district':
      return `${points} pour le quartier`;
    case 'words':
      return `${points} pour les mots`;
    case 'stage':
      return `${points} pour l’étape`;
  }
};

/** « 62 points : 30 pour ce que l’autre propose, 18 pour le quartier et 14 pour le thème ». */
export const scoreWords = ({ score, reasons }: Pick<Synergy, 'score' | 'reasons'>): string =>
  `${count(score, 'point', 'points')}${NBSP}: ${enumerate(reasons.map(weighed))}`;

const synergyLine = (place: Place, first: Told, { sheet, score, reasons }: Synergy): Line => [
  strong(`${sheetNumber(sheet.kind, sheet.number)}${NBSP}: ${sheet.title}`),
  ` (${scoreWords({ score, reasons })}). ${sentenceCase(reasonsWords(place, first, sheet, reasons))}`,
];

const HOW =
  'Les points disent ce qui rapproche\u00a0: ce que l’un cherche et que l’autre propose, le thème, le quartier, les mots. Ils proposent, vous décidez.';

/** The three closest of one initiative or project, each with its reasons and what they weigh. */
export const synergiesBlocks = (place: Place, first: Told, synergies: readonly Synergy[]): readonly Block[] =>
  synergies.length === 0
    ? [
        p(
          'Rien d’assez proche pour l’instant. Dites ce qui est cherché ou proposé, le thème ou le quartier\u00a0: je compare de nouveau.',
        ),
      ]
    : [heading('Synergies possibles'), list(synergies.map((each) => synergyLine(place, first, each))), p(HOW)];

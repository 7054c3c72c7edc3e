// What a place file says of residents' initiatives: the codes of needs and offers, themes and stages, the words by which each
// is said, and which of the programme's objectives follow from them. What may be wrong with it is in initiative-checks.ts.
import { z } from 'zod';
import { duration, key, names, section, text } from './fields.ts';

/** One code, and how people say it. */
export interface Code {
  readonly key: string;
  /** As it stands in a list: « un local », « des bénévoles ». */
  readonly name: string;
  /** Words of a sentence that mean it. */
  readonly words: readonly string[];
  /** Keys of objectives that it serves. */
  readonly objectives: readonly string[];
}

export interface InitiativeRules {
  /** Of needs and of offers alike: what one looks for, another may have. */
  readonly needs: readonly Code[];
  /** Keys of those that mean something else in each theme: a garage’s tools are no gardener’s. */
  readonly needsOfTheme: readonly string[];
  readonly themes: readonly Code[];
  readonly stages: readonly Code[];
  /** « cherche », « manque de »: what follows is a need. */
  readonly needVerbs: readonly string[];
  /** « propose », « met à disposition »: what follows is an offer. */
  readonly offerVerbs: readonly string[];
  /** Words that search takes for one another. */
  readonly synonyms: readonly (readonly string[])[];
  /** Keys of objectives that an initiative serves because it stands in a district. */
  readonly districtObjectives: readonly string[];
  /** Without news for so long, whoever follows it is asked. */
  readonly silence: Temporal.Duration;
}

const code = section({ nom: text, mots: names, objectifs: names });
const codes = z.record(key, code).default({});

export const CODES = { needs: 'besoins', themes: 'thèmes', stages: 'étapes' } as const;

export const initiativesSection = section({
  'sans nouvelles': duration.prefault('30 jours'),
  verbes: section({ besoin: names, offre: names }).prefault({}),
  besoins: codes,
  'besoins propres à un thème': names,
  thèmes: codes,
  étapes: codes,
  'objectifs d’un quartier': names,
  synonymes: z.array(z.array(text).min(2)).default([]),
});

const codesOf = (written: z.output<typeof codes>): readonly Code[] =>
  Object.entries(written).map(([own, { nom, mots, objectifs }]) => ({
    key: own,
    name: nom,
    words: mots,
    objectives: objectifs,
  }));

export const buildInitiatives = (file: z.output<typeof initiativesSection>): InitiativeRules => ({
  needs: codesOf(file.besoins),
  needsOfTheme: file['besoins propres à un thème'],
  themes: codesOf(file.thèmes),
  stages: codesOf(file.étapes),
  needVerbs: file.verbes.besoin,
  offerVerbs: file.verbes.offre,
  synonyms: file.synonymes,
  districtObjectives: file['objectifs d’un quartier'],
  silence: file['sans nouvelles'],
});

const DEFAULTS: InitiativeRules = buildInitiatives(initiativesSection.parse({}));

/** Of a place whose file says nothing of it too. */
export const initiativesOf = ({ initiatives }: { readonly initiatives?: InitiativeRules | undefined }) =>
  initiatives ?? DEFAULTS;

// What a place file says of orientation: the answers that a person may give, and, partner by partner, to which of them it
// has something to offer. What follows from it is in orienting.ts; what may be wrong with it, in orientation-checks.ts.
import { z } from 'zod';
import { DATA_INCLUSION } from './data-inclusion.ts';
import { key, names, section, text, yesNo } from './fields.ts';

/** In the order in which they are asked; the last one is asked with consent only. */
export const questions = ['stage', 'need', 'form', 'field', 'district', 'public'] as const;

export type Question = (typeof questions)[number];

/** What a rule may look at; a public is no condition. */
export const conditions = ['need', 'stage', 'form', 'field'] as const;

export type Condition = (typeof conditions)[number];

/** One answer to a question. */
export interface Choice {
  readonly key: string;
  /** On its button: « Trouver des financements ». */
  readonly name: string;
  /** After « parce que »: « vous cherchez des financements ». */
  readonly because: string;
  /** Words of a sentence that mean it. */
  readonly words: readonly string[];
  /** Of data.inclusion, where that vocabulary has it. */
  readonly code: string | undefined;
  /** It rules nobody out: « je ne sais pas ». */
  readonly open: boolean;
  /** What the place itself has for it. */
  readonly here: string | undefined;
  readonly source: string | undefined;
}

/** For whom a partner has something: keys of choices. An empty list: whatever the answer. */
export interface Offer extends Readonly<Record<Condition | 'public', readonly string[]>> {
  readonly source: string | undefined;
}

/** For whom it has nothing: all of it must be answered so. */
export type Exclusion = Readonly<Record<Condition, readonly string[]>>;

export interface PartnerOrientation {
  readonly contact: string | undefined;
  readonly offers: readonly Offer[];
  readonly exclusions: readonly Exclusion[];
}

export interface OrientationRules {
  /** The vocabulary of its codes, and its version. */
  readonly vocabulary: string;
  /** The town's own service, for whoever nobody else answers: a key of the place's services. */
  readonly welcome: string;
  readonly choices: Readonly<Record<Question, readonly Choice[]>>;
}

/** As a file names them; `pathOf` says where. */
export const SECTIONS: Readonly<Record<Question, string>> = {
  stage: 'étapes',
  need: 'besoins',
  form: 'formes',
  field: 'domaines',
  district: 'quartiers',
  public: 'publics',
};

/** Where a file has the answers to a question. */
export const pathOf = (question: Question): readonly string[] =>
  question === 'district' ? [SECTIONS.district] : ['orientation', SECTIONS[question]];

const choice = section({
  nom: text,
  'parce que': text,
  mots: names,
  code: text.optional(),
  'n’écarte rien': yesNo.default(false),
  ici: text.optional(),
  source: text.optional(),
});

/** As a file writes them. */
export const choices = z.record(key, choice).default({});

export const orientationSection = section({
  vocabulaire: z.literal(DATA_INCLUSION),
  accueil: text,
  étapes: choices,
  besoins: choices,
  formes: choices,
  domaines: choices,
  publics: choices,
});

const listed = { besoins: names, étapes: names, formes: names, domaines: names };

export const partnerOrientation = section({
  contact: text.optional(),
  offres: z.array(section({ ...listed, publics: names, source: text.optional() })).min(1),
  'pas pour': z.array(section(listed)).default([]),
});

type WrittenChoices = z.output<typeof choices>;
type WrittenOffer = z.output<typeof partnerOrientation>['offres'][number];

export const choicesOf = (written: WrittenChoices): readonly Choice[] =>
  Object.entries(written).map(([own, { nom, mots, code, ici, source, ...other }]) => ({
    key: own,
    name: nom,
    because: other['parce que'],
    words: mots,
    code,
    open: other['n’écarte rien'],
    here: ici,
    source,
  }));

/** Districts are the place’s own: others than orientation read them too. */
export const buildOrientation = (
  file: z.output<typeof orientationSection>,
  districts: readonly Choice[],
): OrientationRules => ({
  vocabulary: file.vocabulaire,
  welcome: file.accueil,
  choices: {
    stage: choicesOf(file.étapes),
    need: choicesOf(file.besoins),
    form: choicesOf(file.formes),
    field: choicesOf(file.domaines),
    district: districts,
    public: choicesOf(file.publics),
  },
});

const conditionsOf = (written: Pick<WrittenOffer, 'besoins' | 'étapes' | 'formes' | 'domaines'>): Exclusion => ({
  need: written.besoins,
  stage: written.étapes,
  form: written.formes,
  field: written.domaines,
});

export const buildPartnerOrientation = (file: z.output<typeof partnerOrientation>): PartnerOrientation => ({
  contact: file.contact,
  offers: file.offres.map((offer) => ({ ...conditionsOf(offer), public: offer.publics, source: offer.source })),
  exclusions: file['pas pour'].map(conditionsOf),
});

export const choiceOf = ({ choices: all }: OrientationRules, question: Question, own: string): Choice | undefined =>
  all[question].find((each) => each.key === own);

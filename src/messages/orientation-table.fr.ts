// The decision table of an orientation, for whoever writes a place file: who is named for what, and by which answers.
import type { Partner, Place } from '../place/model.ts';
import {
  conditions,
  type Exclusion,
  type Offer,
  type OrientationRules,
  type Question,
  questions,
} from '../place/orientation.ts';
import type { OrientationAnswers } from '../place/orienting.ts';
import { linkNames } from './place-words.fr.ts';

const NBSP = '\u00a0';

export const questionNames: Readonly<Record<Question, string>> = {
  stage: 'étape',
  need: 'besoin',
  form: 'forme',
  field: 'domaine',
  district: 'quartier',
  public: 'public',
};

const all = (question: Question, keys: readonly string[]): readonly string[] =>
  keys.length === 0 ? [] : [`${questionNames[question]}${NBSP}: ${keys.join(' ou ')}`];

const ruleWords = (rule: Offer | Exclusion): string => conditions.flatMap((each) => all(each, rule[each])).join(' et ');

const offerLines = (offer: Offer): readonly string[] => [
  `  si ${ruleWords(offer)}`,
  ...(offer.public.length === 0 ? [] : [`     en priorité, ${all('public', offer.public).join('')}`]),
  `     ${offer.source === undefined ? 'à ajuster' : `source${NBSP}: ${offer.source}`}`,
];

const answersWords = (answers: OrientationAnswers | undefined): string => {
  const said = questions.flatMap((question) => all(question, answers?.[question] ?? []));
  return said.length === 0 ? 'aucune réponse' : said.join(', ');
};

const partnerLines = (partner: Partner, answers: OrientationAnswers | undefined): readonly string[] => [
  `${partner.name} (${linkNames[partner.link]})`,
  ...(partner.orientation?.offers ?? []).flatMap(offerLines),
  ...(partner.orientation?.exclusions ?? []).map((exclusion) => `  jamais si ${ruleWords(exclusion)}`),
  `  par exemple${NBSP}: ${answersWords(answers)}`,
  '',
];

/** `reachedBy`: answers by which each partner is named. */
export const decisionTable = (
  { name, partners }: Pick<Place, 'name' | 'partners'>,
  { vocabulary }: OrientationRules,
  reachedBy: (partner: Partner) => OrientationAnswers | undefined,
): string =>
  [
    `${name}${NBSP}: qui est nommé, et pour quoi (vocabulaire ${vocabulary})`,
    '',
    ...partners.flatMap((partner) => partnerLines(partner, reachedBy(partner))),
    'Une question passée n’écarte personne. Trois partenaires au plus, ceux qui répondent au plus de réponses d’abord.',
    'Un public donne une priorité, jamais une condition.',
    '',
  ].join('\n');

/** What may be answered, by its key. */
export const answersTable = ({ choices }: OrientationRules): string =>
  [
    ...questions.flatMap((question) => [
      questionNames[question],
      ...choices[question].map(
        ({ key, name, code }) => `  ${key.padEnd(28)} ${name}${code === undefined ? '' : ` (${code})`}`,
      ),
      '',
    ]),
  ].join('\n');

export const noOrientation = (name: string): string =>
  `${name}${NBSP}: ce lieu n’a pas d’orientation dans son fichier.`;

// What a free sentence already says: words of the place file, whatever their ending, and partners by their names, those of
// before included. Who someone is is never read from it: that is asked, with consent. Pure.
import type { Place } from '../../place/model.ts';
import { type Question, questions } from '../../place/orientation.ts';
import type { Partner } from '../../place/partner.ts';
import { folded } from '../../place/written.ts';
import { EMPTY, type OrientationDraft } from './model.ts';
import { leaving, takesSeveral } from './rules.ts';

export type Stems = ReadonlyMap<string, string | undefined>;

/** Without the publics. */
type Said = Exclude<Question, 'public'>;

interface Phrase {
  readonly question: Said;
  readonly choice: string;
  readonly words: readonly string[];
}

export const wordsOf = (text: string): readonly string[] => folded(text).split(' ').filter(Boolean);

const phrasesOf = ({ orientation }: Pick<Place, 'orientation'>): readonly Phrase[] =>
  questions.flatMap((question) =>
    question === 'public' || orientation === undefined
      ? []
      : orientation.choices[question].flatMap(({ key, words }) =>
          words.map((word) => ({ question, choice: key, words: wordsOf(word) })),
        ),
  );

/** All that has to be stemmed once: the place's words. */
export const vocabularyOf = (place: Pick<Place, 'orientation'>): readonly string[] =>
  phrasesOf(place).flatMap(({ words }) => words);

/** A lone common word is no name in a sentence: « région », « métropole ». */
const isTelling = (name: string, partner: Pick<Partner, 'name'>): boolean =>
  name === partner.name || /\s|-/.test(name.trim()) || /\p{Lu}.*\p{Lu}/u.test(name);

const isIn = (words: readonly string[], phrase: readonly string[]): boolean =>
  phrase.length > 0 && words.some((_, at) => phrase.every((word, ahead) => words[at + ahead] === word));

/** Keys of the partners, and of the town's services, that it names. */
const namedIn = ({ partners, services = [] }: Pick<Place, 'partners' | 'services'>, words: readonly string[]) => [
  ...partners
    .filter((partner) =>
      [partner.name, ...(partner.fullName ? [partner.fullName] : []), ...partner.aliases, ...(partner.pathways ?? [])]
        .filter((name) => isTelling(name, partner))
        .some((name) => isIn(words, wordsOf(name))),
    )
    .map(({ key }) => key),
  ...services
    .filter(({ name, aliases }) => [name, ...aliases].some((each) => isIn(words, wordsOf(each))))
    .map(({ key }) => key),
];

const commonStart = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

/** « je n’ai pas besoin de financement », « j’ai déjà un local »: named, and not needed. */
const isDenied = (words: readonly string[], at: number): boolean => {
  const before = (count: number) => words.slice(Math.max(0, at - count), at);
  return before(2).includes('deja') || (before(4).includes('besoin') && before(4).includes('pas'));
};

interface Heard {
  readonly phrase: Phrase;
  readonly at: number;
}

/** The longest first, then the one spelled most alike: « associations » is no « associés ». */
const heardIn = (phrases: readonly Phrase[], words: readonly string[], stems: Stems): readonly Heard[] => {
  const stem = (word: string): string => stems.get(word) ?? word;
  const isSaid = ({ words: said }: Phrase, at: number): boolean =>
    said.every((word, ahead) => {
      const typed = words[at + ahead];
      return typed !== undefined && stem(typed) === stem(word);
    });
  const likeness = ({ words: said }: Phrase, at: number): number =>
    said.reduce((sum, word, ahead) => sum + commonStart(word, words[at + ahead] ?? ''), said.length * 100);
  const heard: Heard[] = [];
  for (let at = 0; at < words.length; ) {
    const [best] = phrases.filter((phrase) => isSaid(phrase, at)).toSorted((a, b) => likeness(b, at) - likeness(a, at));
    if (best) heard.push({ phrase: best, at });
    at += best?.words.length ?? 1;
  }
  return heard;
};

/** Two answers to a question that takes one are no answer: it is asked. */
const sure = (question: Said, choices: readonly string[]): readonly string[] => {
  const distinct = [...new Set(choices)];
  return distinct.length > 1 && !takesSeveral(question) ? [] : distinct;
};

export const understoodFrom = (
  place: Pick<Place, 'orientation' | 'partners' | 'services'>,
  sentence: string,
  stems: Stems,
): OrientationDraft => {
  const words = wordsOf(sentence);
  const heard = heardIn(phrasesOf(place), words, stems).filter(
    ({ phrase, at }) => phrase.question !== 'need' || !isDenied(words, at),
  );
  const answers = Object.fromEntries(
    questions.flatMap((question) => {
      if (question === 'public') return [];
      const said = sure(
        question,
        heard.filter(({ phrase }) => phrase.question === question).map(({ phrase }) => phrase.choice),
      );
      return said.length === 0 ? [] : [[question, said]];
    }),
  );
  const draft = { ...EMPTY, answers, named: namedIn(place, words) };
  return draft.answers.need === undefined ? draft : leaving(draft, 'need');
};

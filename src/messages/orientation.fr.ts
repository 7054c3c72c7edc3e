// Orientation, question by question: what was understood, what is asked, one button an answer.
import type { OrientationDraft } from '../core/orientation/model.ts';
import type { Place } from '../place/model.ts';
import { type Choice, choiceOf, type OrientationRules, type Question, questions } from '../place/orientation.ts';
import type { OrientationAnswers } from '../place/orienting.ts';
import {
  type Block,
  type Button,
  buttons,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { questionNames } from './orientation-table.fr.ts';
import { enumerate, sentenceCase } from './words.fr.ts';

const NBSP = '\u00a0';

/** As they are typed, and carried by buttons. */
export const typedQuestions: Readonly<Record<Question, string>> = {
  stage: 'etape',
  need: 'besoin',
  form: 'forme',
  field: 'domaine',
  district: 'quartier',
  public: 'public',
};

const ASKED: Readonly<Record<Question, string>> = {
  stage: `Où en est votre projet${NBSP}?`,
  need: `De quoi avez-vous besoin${NBSP}?`,
  form: `Sous quelle forme${NBSP}?`,
  field: `Dans quel domaine${NBSP}?`,
  district: `Où vivez-vous, ou où se fera le projet${NBSP}?`,
  public: `Êtes-vous dans une de ces situations${NBSP}?`,
};

export const talkButton: Button = { label: 'Parler à quelqu’un', command: 'orienter parler', effect: 'replace' };
export const callButton: Button = { label: 'Être rappelé·e', command: 'orienter rappeler', effect: 'replace' };
export const restartButton: Button = { label: 'Recommencer', command: 'orienter recommencer', effect: 'replace' };

export const questionButton = (question: Question, label: string): Button => ({
  label,
  command: `orienter question ${typedQuestions[question]}`,
  effect: 'replace',
});

const resultButton: Button = {
  label: 'Voir qui peut m’aider',
  command: 'orienter resultat',
  tone: 'primary',
  effect: 'replace',
};

const namesOf = (rules: OrientationRules, question: Question, answers: OrientationAnswers): readonly string[] =>
  (answers[question] ?? []).flatMap((key) => {
    const choice = choiceOf(rules, question, key);
    return choice ? [choice.name] : [];
  });

/** « Besoin : Trouver des financements »: a line a question; what the place no longer asks is left out. */
export const answerLines = (rules: OrientationRules, answers: OrientationAnswers): readonly Line[] =>
  questions.flatMap((question): readonly Line[] => {
    const names = namesOf(rules, question, answers);
    return names.length === 0 ? [] : [[`${sentenceCase(questionNames[question])}${NBSP}: `, strong(names.join(', '))]];
  });

/** And whom they named, as they are called today. */
const saidLines = (place: Place, rules: OrientationRules, draft: OrientationDraft): readonly Line[] => {
  const named = [...place.partners, ...(place.services ?? [])].filter(({ key }) => draft.named.includes(key));
  return [
    ...answerLines(rules, draft.answers),
    ...named.map(({ name }): Line => [`Vous avez nommé${NBSP}: `, strong(name)]),
  ];
};

const saidBlocks = (lines: readonly Line[], title: string): readonly Block[] =>
  lines.length === 0 ? [] : [p(`${title}${NBSP}:`), list(lines)];

/** Where this question comes from: nothing, a sentence, or an earlier moment. */
export type Opening = 'asked' | 'understood' | 'resumed';

const openingBlocks = (
  place: Place,
  rules: OrientationRules,
  draft: OrientationDraft,
  opening: Opening,
): readonly Block[] => {
  const said = saidLines(place, rules, draft);
  switch (opening) {
    case 'asked':
      return [];
    case 'understood':
      return said.length === 0
        ? [p('Je n’ai reconnu aucune réponse dans votre phrase. Voici les questions, chacune peut être passée.')]
        : saidBlocks(said, 'Voici ce que j’ai compris');
    case 'resumed':
      return saidBlocks(said, 'Reprenons. Vous avez répondu');
  }
};

const answerButton = (question: Question, { key, name }: Choice, isChosen: boolean): Button => ({
  label: isChosen ? `Retirer${NBSP}: ${name}` : name,
  command: `orienter ${isChosen ? 'retirer' : 'repondre'} ${typedQuestions[question]} ${key}`,
  effect: 'replace',
  ...(isChosen ? { tone: 'primary' } : {}),
});

/** As many as stand on a card beside what else one may do, on every platform. */
const MOST_BUTTONS = 10;

const choiceBlock = (rules: OrientationRules, question: Question, { answers }: OrientationDraft): Block => {
  const all = rules.choices[question].map((choice) =>
    answerButton(question, choice, answers[question]?.includes(choice.key) ?? false),
  );
  return all.length <= MOST_BUTTONS
    ? buttons(...all)
    : { type: 'choice', label: 'Répondre', options: all.map(({ label, command }) => ({ label, command })) };
};

export interface Asking {
  readonly question: Question;
  /** Those that the place asks, in order. */
  readonly asked: readonly Question[];
  readonly before: Question | undefined;
  readonly takesSeveral: boolean;
  readonly opening: Opening;
}

const consentBlocks = (): readonly Block[] => [
  p(
    'C’est facultatif. Vos réponses donnent une priorité et une explication, elles n’écartent de rien. Je les garde un jour avec les autres, pour vous seulement.',
  ),
  buttons({ label: 'D’accord, je réponds', command: 'orienter accord', effect: 'replace' }),
];

export const questionReply = (
  place: Place,
  rules: OrientationRules,
  draft: OrientationDraft,
  asking: Asking,
): Reply => {
  const { question, asked, before, takesSeveral, opening } = asking;
  const hasAnswer = (draft.answers[question]?.length ?? 0) > 0;
  const needsConsent = question === 'public' && draft.publicsAgreedAt === undefined;
  const next: Button = {
    label: hasAnswer ? 'Continuer' : 'Passer',
    command: `orienter passer ${typedQuestions[question]}`,
    effect: 'replace',
  };
  return say(
    'question',
    ...openingBlocks(place, rules, draft, opening),
    heading(`Question ${asked.indexOf(question) + 1} sur ${asked.length}`),
    p(strong(ASKED[question]), ...(takesSeveral ? [' Plusieurs réponses sont possibles.'] : [])),
    ...(needsConsent ? consentBlocks() : [choiceBlock(rules, question, draft)]),
    buttons(next, ...(before === undefined ? [] : [questionButton(before, 'Revenir')]), resultButton),
    buttons(talkButton, restartButton),
  );
};

const startsWithVowel = (words: string): boolean => /^[aeiouyhàâéèêëîïôœ]/i.test(words);

/** « que vous cherchez des financements et que vous pensez à une coopérative ». */
export const thatWords = (clauses: readonly string[]): string =>
  enumerate(clauses.map((clause) => (startsWithVowel(clause) ? `qu’${clause}` : `que ${clause}`)));

/** What each of these answers says of the person: « vous cherchez des financements ». */
export const clausesOf = (
  rules: OrientationRules,
  reasons: readonly { readonly question: Question; readonly choice: string }[],
): readonly string[] =>
  reasons.flatMap(({ question, choice }) => {
    const found = choiceOf(rules, question, choice);
    return found ? [found.because] : [];
  });

// The five questions of /ess verifier, what each answer is a reason for, and the three verdicts: to be confirmed by
// people, a priority and never an exclusion.
import type { Answer, Answers, Assessment, Question, Verdict } from '../core/ess/model.ts';
import type { Place } from '../place/model.ts';
import {
  type Block,
  type Button,
  buttons,
  fields,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { talkBlock } from './contact.fr.ts';
import { LAW } from './ess-glossary.fr.ts';
import { callButton } from './orientation.fr.ts';
import { sourced } from './sources.fr.ts';
import { sentenceCase } from './words.fr.ts';

const NBSP = '\u00a0';

/** As typed: « forme oui but passer ». */
export const answerNames = { oui: 'Oui', non: 'Non', passer: 'Je ne sais pas' } as const;

const ANSWERS: Readonly<Record<Answer, string>> = {
  yes: answerNames.oui,
  no: answerNames.non,
  unknown: answerNames.passer,
};

interface Words {
  /** 45 characters at most: the label of its field. */
  readonly label: string;
  readonly asked: string;
  readonly help: string;
  /** After « parce que ». */
  readonly because: Readonly<Record<Answer, string>>;
  /** What would change an answer that keeps the project outside; usefulness is only asked of other forms, and told there. */
  readonly instead?: string;
}

export const questionWords: Readonly<Record<Question, Words>> = {
  form: {
    label: 'Association, coopérative, mutuelle, fondation',
    asked: `Le projet est-il, ou sera-t-il, une association, une coopérative, une mutuelle ou une fondation${NBSP}?`,
    help: 'Une société commerciale peut aussi en relever, à d’autres conditions (article 1er).',
    because: {
      yes: 'c’est une association, une coopérative, une mutuelle ou une fondation',
      no: 'ce n’est ni une association, ni une coopérative, ni une mutuelle, ni une fondation',
      unknown: 'sa forme n’est pas encore choisie',
    },
    instead:
      'une forme d’association, de coopérative, de mutuelle ou de fondation, ou bien une utilité sociale inscrite dans les statuts d’une société commerciale',
  },
  purpose: {
    label: 'Un autre but que partager les bénéfices',
    asked: `A-t-il un autre but que de partager des bénéfices${NBSP}?`,
    help: 'On peut gagner sa vie avec le projet\u00a0; la question est de savoir si c’est tout ce qu’il cherche (article 1er).',
    because: {
      yes: 'son but est autre que le seul partage des bénéfices',
      no: 'son seul but est de partager des bénéfices',
      unknown: 'son but reste à préciser',
    },
    instead: 'un but autre que le seul partage des bénéfices',
  },
  governance: {
    label: 'Des décisions prises démocratiquement',
    asked: `Les décisions s’y prennent-elles, ou s’y prendront-elles, démocratiquement${NBSP}?`,
    help: 'Les membres, les personnes salariées et concernées participent, et l’argent apporté ne compte pas seul (article 1er).',
    because: {
      yes: 'les décisions s’y prennent démocratiquement',
      no: 'les décisions ne s’y prennent pas démocratiquement',
      unknown: 'la façon de décider n’est pas encore fixée',
    },
    instead: 'des décisions prises démocratiquement, écrites dans les statuts',
  },
  profits: {
    label: 'Des bénéfices d’abord pour l’activité',
    asked: `Les bénéfices iront-ils surtout à l’activité, sans que les réserves obligatoires se partagent${NBSP}?`,
    help: 'La majorité des bénéfices sert à maintenir ou à développer l’activité (article 1er).',
    because: {
      yes: 'les bénéfices vont surtout à l’activité, et les réserves ne se partagent pas',
      no: 'les bénéfices ne vont pas surtout à l’activité, ou les réserves peuvent se partager',
      unknown: 'l’usage des bénéfices n’est pas encore décidé',
    },
    instead: 'la majorité des bénéfices gardée pour l’activité, et des réserves qui ne se partagent pas',
  },
  usefulness: {
    label: 'Une utilité sociale',
    asked: `Son but principal répond-il à un besoin social${NBSP}?`,
    help: 'Par exemple aider des personnes fragiles, renforcer le lien social ou le territoire, éduquer à la citoyenneté (article 2).',
    because: {
      yes: 'il a une utilité sociale',
      no: 'il ne répond pas à un besoin social',
      unknown: 'son utilité sociale reste à préciser',
    },
  },
};

/** The lines that the buttons of a question carry. */
interface QuestionLines {
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  /** Undefined on the first question. */
  readonly back: string | undefined;
  readonly restart: string;
}

/** Back to the last answer, and to the first question. */
const backButtons = ({ back, restart }: Pick<QuestionLines, 'back' | 'restart'>): readonly Button[] =>
  back === undefined
    ? []
    : [
        { label: 'Revenir', command: back, effect: 'replace' },
        { label: 'Recommencer', command: restart, effect: 'replace' },
      ];

const INTRODUCTION = `Cinq questions pour savoir si un projet semble relever de l’ESS, que vous pouvez toutes passer. Aucune réponse n’est gardée.`;

export const questionReply = (
  question: Question,
  { number, of, lines }: { readonly number: number; readonly of: number; readonly lines: QuestionLines },
): Reply => {
  const { asked, help } = questionWords[question];
  return say(
    'question',
    heading(`Question ${number} sur ${of}`),
    ...(lines.back === undefined ? [p(INTRODUCTION)] : []),
    p(strong(asked)),
    p(help),
    buttons(
      { label: ANSWERS.yes, command: lines.yes, effect: 'replace' },
      { label: ANSWERS.no, command: lines.no, effect: 'replace' },
      { label: ANSWERS.unknown, command: lines.unknown, effect: 'replace' },
      ...backButtons(lines),
    ),
  );
};

const VERDICTS: Readonly<Record<Verdict, string>> = {
  within: 'Votre projet semble relever de l’ESS',
  to_check: 'À vérifier',
  outside: 'Hors champ de l’ESS, d’après vos réponses',
};

/** « parce que » loses its last letter before a vowel. */
const because = (reason: string): string =>
  /^[aeiouyéèê]/i.test(reason) ? `parce qu’${reason}` : `parce que ${reason}`;

const reasons = (answers: Answers, { because: decided, open }: Assessment): Block =>
  list(
    [...decided, ...open].map(
      (question): Line => [`${sentenceCase(because(questionWords[question].because[answers[question]]))}.`],
    ),
  );

const COMPANY = `Une société commerciale peut relever de l’ESS si ses statuts en reprennent les conditions, avec une utilité sociale et des réserves${NBSP}; une entreprise individuelle, non. C’est à regarder ensemble.`;

const whatNext = (answers: Answers, { verdict, because: decided }: Assessment): readonly Block[] => {
  switch (verdict) {
    case 'within':
      return answers.usefulness === 'yes'
        ? [p('Avec une utilité sociale, l’agrément ESUS peut aussi se demander (', strong('/ess esus'), ').')]
        : [];
    case 'to_check':
      return decided.includes('form') ? [p(COMPANY)] : [];
    case 'outside':
      return [
        p('Ce qui changerait cette réponse\u00a0:'),
        list(
          decided
            .map((question) => questionWords[question].instead)
            .filter((instead) => instead !== undefined)
            .map((instead): Line => [`${sentenceCase(instead)}.`]),
        ),
      ];
  }
};

const CONFIRMED =
  'Ce n’est qu’une indication, à confirmer avec l’équipe. Relever de l’ESS peut donner une priorité, jamais une exclusion\u00a0: parlez de votre projet, quel qu’il soit.';

export const verdictReply = (
  place: Place,
  answers: Answers,
  {
    assessment,
    asked,
    lines,
    canOrient,
  }: {
    readonly assessment: Assessment;
    readonly asked: readonly Question[];
    readonly lines: Pick<QuestionLines, 'back' | 'restart'>;
    /** Whether /orienter can be typed here. */
    readonly canOrient: boolean;
  },
): Reply =>
  say(
    'info',
    heading(VERDICTS[assessment.verdict]),
    reasons(answers, assessment),
    ...whatNext(answers, assessment),
    p(CONFIRMED),
    fields(...asked.map((question) => [questionWords[question].label, [ANSWERS[answers[question]]]] as const)),
    talkBlock(place),
    buttons(
      ...(canOrient
        ? [
            { label: 'Trouver à qui parler', command: 'orienter', tone: 'primary', effect: 'beside' } as const,
            { ...callButton, effect: 'beside' } as const,
          ]
        : []),
      { label: 'L’agenda de l’ESS', command: 'agenda ESS', effect: 'beside' },
      { label: 'Le lieu', command: 'lieu', effect: 'beside' },
      ...backButtons(lines),
    ),
    p('Aucune réponse n’est gardée.'),
    ...sourced(`${LAW}, articles 1er et 2`, place.contact?.source),
  );

// Five questions, one at a time. The answers are in the line that each button carries, and nowhere else.
import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { labelled } from '../../src/chat/options/labelled.ts';
import { type Answer, type Answers, type Question, questions } from '../../src/core/ess/model.ts';
import { assess } from '../../src/core/ess/rules.ts';
import { answerNames, questionReply, questionWords, verdictReply } from '../../src/messages/ess-check.fr.ts';

type Typed = keyof typeof answerNames;

/** Each says its name in a line, so that answers can be given in any order, and taken back one by one. */
const asked = (question: Question, name: string) =>
  optional(labelled(name, choice<Typed>(questionWords[question].label, answerNames)));

const options = {
  forme: asked('form', 'forme'),
  but: asked('purpose', 'but'),
  gouvernance: asked('governance', 'gouvernance'),
  benefices: asked('profits', 'benefices'),
  utilite: asked('usefulness', 'utilite'),
};

type Name = keyof typeof options;

const NAMES: Readonly<Record<Question, Name>> = {
  form: 'forme',
  purpose: 'but',
  governance: 'gouvernance',
  profits: 'benefices',
  usefulness: 'utilite',
};

const MEANT: Readonly<Record<Typed, Answer>> = { oui: 'yes', non: 'no', passer: 'unknown' };

type Given = Call<typeof options>['args'];

const answerTo = (given: Given, question: Question): Answer => MEANT[given[NAMES[question]] ?? 'passer'];

const answersOf = (given: Given): Answers => ({
  form: answerTo(given, 'form'),
  purpose: answerTo(given, 'purpose'),
  governance: answerTo(given, 'governance'),
  profits: answerTo(given, 'profits'),
  usefulness: answerTo(given, 'usefulness'),
});

export const verifier = defineCommand({
  name: 'verifier',
  summary: 'Vérifier si un projet semble relever de l’ESS',
  title: 'Mon projet et l’ESS',
  access: 'membre',
  audience: 'asker',
  options,
  examples: ['', 'forme oui but oui gouvernance passer'],
  said: [
    'relève de l’ess',
    'relève-t-il de l’ess',
    'fait partie de l’ess',
    'vérifie mon projet',
    'vérifier mon projet',
    'vérifier un projet',
  ],
  implied: ['dans l’ess', 'est-elle de l’ess', 'est-il de l’ess'],

  async run({ args, place, commands, complete, lineWith }) {
    const next = complete ? undefined : questions.find((question) => args[NAMES[question]] === undefined);
    const last = questions.findLast((question) => question !== next && args[NAMES[question]] !== undefined);
    const lines = {
      back: last && lineWith({ [NAMES[last]]: undefined }),
      restart: lineWith(Object.fromEntries(questions.map((question) => [NAMES[question], undefined]))),
    };
    if (next !== undefined) {
      const answered = (typed: Typed) => lineWith({ [NAMES[next]]: typed });
      return questionReply(next, {
        number: questions.indexOf(next) + 1,
        of: questions.length,
        lines: { ...lines, yes: answered('oui'), no: answered('non'), unknown: answered('passer') },
      });
    }
    const answers = answersOf(args);
    const canOrient = commands.some(({ name }) => name === 'orienter');
    return verdictReply(place, answers, { assessment: assess(answers), asked: questions, lines, canOrient });
  },
});

import { defineCommand } from '../../src/chat/command.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { orientationAnswer } from '../../src/chat/options/orientation-answer.ts';
import { takesSeveral } from '../../src/core/orientation/rules.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import type { Question } from '../../src/place/orientation.ts';
import { nextOf, questionOf } from './asked.ts';

const QUESTIONS = {
  etape: 'stage',
  besoin: 'need',
  forme: 'form',
  domaine: 'field',
  quartier: 'district',
  public: 'public',
} as const satisfies Readonly<Record<string, Question>>;

const whichQuestion = choice('Quelle question', {
  etape: 'L’étape du projet',
  besoin: 'Les besoins',
  forme: 'La forme',
  domaine: 'Le domaine',
  quartier: 'Le quartier',
  public: 'La situation',
});

export const question = defineCommand({
  name: 'question',
  summary: 'Revenir à une question',
  access: 'membre',
  audience: 'asker',
  options: { question: whichQuestion },
  examples: ['besoin'],

  run: async (call) => questionOf(call, await call.core.orientation.draft(call.actor), QUESTIONS[call.args.question]),
});

export const repondre = defineCommand({
  name: 'repondre',
  summary: 'Répondre à une question',
  access: 'membre',
  audience: 'asker',
  options: { reponse: orientationAnswer('La question et la réponse') },
  examples: ['besoin financement'],

  async run(call) {
    const { actor, args, core, place } = call;
    const { question: asked, choice: given } = args.reponse;
    const changed = await core.orientation.answer(actor, asked, given);
    if (!changed.ok) return refuse(changed.error, place);
    return takesSeveral(asked) ? questionOf(call, changed.value, asked) : nextOf(call, changed.value);
  },
});

export const retirer = defineCommand({
  name: 'retirer',
  summary: 'Retirer une réponse',
  access: 'membre',
  audience: 'asker',
  options: { reponse: orientationAnswer('La question et la réponse') },
  examples: ['besoin financement'],

  async run(call) {
    const { actor, args, core, place } = call;
    const { question: asked, choice: given } = args.reponse;
    const changed = await core.orientation.retract(actor, asked, given);
    return changed.ok ? questionOf(call, changed.value, asked) : refuse(changed.error, place);
  },
});

export const passer = defineCommand({
  name: 'passer',
  summary: 'Passer à la question suivante',
  title: 'Passer une question',
  access: 'membre',
  audience: 'asker',
  options: { question: whichQuestion },
  examples: ['besoin'],

  run: async (call) => nextOf(call, await call.core.orientation.leave(call.actor, QUESTIONS[call.args.question])),
});

export const accord = defineCommand({
  name: 'accord',
  summary: 'Accepter de dire ma situation',
  title: 'Ma situation',
  access: 'membre',
  audience: 'asker',
  options: {},
  examples: [''],

  run: async (call) => questionOf(call, await call.core.orientation.agree(call.actor), 'public'),
});

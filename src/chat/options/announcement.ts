import { type AnnouncementKind, announcementKinds } from '../../core/announcements/model.ts';
import { fail, ok } from '../../kernel/result.ts';
import { announcementNames } from '../../messages/announcements.fr.ts';
import { type Sentence, taking } from '../../reading/sentence.ts';
import { tokenize } from '../../reading/tokenize.ts';
import type { RequiredOption } from '../option.ts';

/** As people name them; the longest first, since « agenda » begins « agenda de la semaine ». */
const SAID: readonly (readonly [words: string, kind: AnnouncementKind])[] = [
  ['agenda de la semaine', 'agenda'],
  ['agenda', 'agenda'],
  ['semaine', 'agenda'],
  ['agenda du jour', 'aujourdhui'],
  ['aujourd’hui', 'aujourdhui'],
  ['jour', 'aujourdhui'],
  ['journée', 'aujourdhui'],
  ['événements', 'evenements'],
  ['événement', 'evenements'],
  ['mois de l’ESS', 'mois-ess'],
  ['mois-ess', 'mois-ess'],
  ['mois ESS', 'mois-ess'],
  ['moisess', 'mois-ess'],
  ['ESS', 'mois-ess'],
];

const PATTERNS = SAID.map(([words, kind]) => ({ kind, words: tokenize(words).tokens.map(({ word }) => word) })).sort(
  (a, b) => b.words.length - a.words.length,
);

const foundIn = ({ tokens }: Sentence) => {
  for (let at = 0; at < tokens.length; at += 1) {
    const found = PATTERNS.find(({ words }) =>
      words.every((word, index) => tokens[at + index]?.word === word && tokens[at + index]?.taken === false),
    );
    if (found) return { kind: found.kind, positions: found.words.map((_, index) => at + index) };
  }
  return undefined;
};

/** Which of the announcements that a channel may follow. */
export const announcement = (summary: string): RequiredOption<AnnouncementKind> => ({
  kind: 'choice',
  summary,
  required: true,
  input: 'choice',
  completes: true,
  parse: (raw) => {
    const found = foundIn(tokenize(raw));
    return found ? ok(found.kind) : fail({ code: 'reading.unknown_choice', typed: raw, known: announcementKinds });
  },
  find: (sentence) => {
    const found = foundIn(sentence);
    return ok(found && { value: found.kind, sentence: taking(sentence, new Set(found.positions)) });
  },
  print: (kind) => kind,
  phrase: (kind) => kind,
  suggest: () => announcementKinds.map((kind) => ({ label: announcementNames[kind], value: kind })),
});

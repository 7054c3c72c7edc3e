// How long each appointment of a session lasts: « rdv de 45 min », « créneaux d’une demi-heure », « 30 min par personne ».
// It is nobody else's: read before the times of the session.
import { durationAt } from './duration.ts';
import { type Line, lineOf, pastAny, wordAt } from './line.ts';
import { phrases } from './phrases.ts';
import { type Found, positionsFrom, type Sentence, taking } from './sentence.ts';

const NAMES = phrases([
  'rdv',
  'rdvs',
  'rendez vous',
  'rendezvous',
  'creneau',
  'creneaux',
  'entretien',
  'entretiens',
  'rdv individuels',
  'rendez vous individuels',
  'entretiens individuels',
  'creneaux individuels',
  'par creneaux',
  'par creneau',
  'sur rdv',
  'sur rendez vous',
  'avec des rdv',
  'avec des rendez vous',
  'avec des creneaux',
  'des rdv',
  'des rendez vous',
  'des creneaux',
]);
const LINKS = new Set(['de', 'd', ':', 'toutes', 'les', 'tous', 'chaque', '(']);
const EACH = phrases(['par personne', 'par rdv', 'par rendez vous', 'par creneau', 'chacun', 'chacune', 'l un']);

interface Said {
  readonly minutes: number;
  readonly to: number;
}

const lengthAt = (line: Line, at: number): Said | undefined => {
  let from = at;
  while (LINKS.has(wordAt(line, from))) from += 1;
  return durationAt(line, from);
};

const saidAt = (line: Line, at: number): Said | undefined => {
  const named = pastAny(line, at, NAMES);
  const after = named === undefined ? undefined : lengthAt(line, named);
  if (after) return after;
  const length = durationAt(line, at);
  const to = length && pastAny(line, length.to, EACH);
  return length && to !== undefined ? { minutes: length.minutes, to } : undefined;
};

/** In minutes. */
export const findSlotLength = (sentence: Sentence): Found<number> | undefined => {
  const line = lineOf(sentence);
  for (let at = 0; at < line.words.length; at += 1) {
    const said = saidAt(line, at);
    if (said) {
      return { value: said.minutes, sentence: taking(sentence, new Set(positionsFrom(at, said.to))) };
    }
  }
  return undefined;
};

// What someone looks for in the agenda: kinds of events, and words.
import type { EventKind } from '../core/agenda/model.ts';
import { folded, tokenize } from '../reading/tokenize.ts';

export interface EventSearch {
  readonly kinds?: readonly EventKind[];
  /** What is left, as it was typed. */
  readonly about?: string;
}

/** As people name them, several at most; the longest first, since « réunion d’information » begins as « réunion » does. */
const NAMES: readonly (readonly [name: string, kind: EventKind])[] = [
  ['réunions d’information', 'info_meeting'],
  ['réunion d’information', 'info_meeting'],
  ['réunions d’info', 'info_meeting'],
  ['réunion d’info', 'info_meeting'],
  ['mois de l’ESS', 'ess_month'],
  ['ateliers', 'workshop'],
  ['atelier', 'workshop'],
  ['permanences', 'session'],
  ['permanence', 'session'],
  ['rencontres', 'gathering'],
  ['rencontre', 'gathering'],
  ['comités', 'committee'],
  ['comité', 'committee'],
];

const PATTERNS = NAMES.map(([name, kind]) => ({ kind, words: tokenize(name).tokens.map(({ word }) => word) }));

/** Words that look for nothing of their own; « l’agenda de la semaine » is what is shown anyway. */
const SMALL = new Set(
  'a au aux ce ces d de des du en et l la le les ou qu que quoi tous tout toutes un une agenda bientot ici jour lieu prevu prochainement semaine'.split(
    ' ',
  ),
);

/** The kinds that are named, and what else is said; undefined: nothing is looked for. */
export const eventSearchOf = (text: string): EventSearch | undefined => {
  const { tokens } = tokenize(text);
  const kinds = new Set<EventKind>();
  const left: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const named = PATTERNS.find(({ words }) => words.every((word, index) => tokens[at + index]?.word === word));
    if (named) kinds.add(named.kind);
    else left.push(tokens[at]?.text ?? '');
    at += named?.words.length ?? 1;
  }
  const says = left.some((word) => /[\p{L}\p{N}]/u.test(word) && !SMALL.has(folded(word).replace(/['’]$/, '')));
  if (kinds.size === 0 && !says) return undefined;
  const about = kinds.size === 0 ? text.trim() : left.join(' ');
  return { ...(kinds.size > 0 ? { kinds: [...kinds] } : {}), ...(says ? { about } : {}) };
};

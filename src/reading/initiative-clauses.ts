// A sentence in parts: what is needed, what is offered, what there is already, and the rest. A verb of the place file opens
// a part, which goes on over commas as long as they list the same kind of thing.
import type { InitiativeRules } from '../place/initiatives.ts';
import { codesIn } from './initiative-codes.ts';
import { memo } from './memo.ts';
import { pastPhrase, phraseOf, type Word } from './spoken.ts';
import { wordSet } from './word-set.ts';

export interface Clause {
  readonly kind: 'need' | 'offer' | 'other';
  readonly from: number;
  readonly to: number;
  /** Where what follows the verb begins. */
  readonly body: number;
}

const split = memo(phraseOf);

/** What is had already is neither needed nor offered. */
const HAS = ['a déjà', 'ont déjà', 'avons déjà', 'ai déjà', 'dispose déjà de', 'disposent déjà de', 'déjà'].map(
  phraseOf,
);

const DETERMINERS = wordSet('un une le la les l des cette cet ce leur leurs notre votre son sa du aux au');
/** Said before a verb: they go with it. */
const SUBJECTS = wordSet(
  'il ils elle elles on nous je j ne n pas plus qui et mais car donc aussi y a ont avons ai aurait auraient aurions actuellement maintenant toujours encore leur lui se',
);

interface Verb {
  readonly kind: Clause['kind'];
  readonly from: number;
  readonly body: number;
}

const isNoun = (words: readonly Word[], at: number): boolean => {
  const [before, own] = [words[at - 1], words[at]];
  return before !== undefined && own?.afterBreak === '' && DETERMINERS.has(before.word);
};

/** « prête à démarrer » lends nothing. */
const isReady = (words: readonly Word[], at: number, end: number): boolean =>
  words[at]?.word === 'prete' && words[end]?.word === 'a';

/** « ne cherche pas », « n’a pas besoin de ». */
const isDenied = (words: readonly Word[], at: number, end: number): boolean => {
  const around = words.slice(Math.max(0, at - 3), end + 2).map(({ word }) => word);
  const before = words.slice(Math.max(0, at - 3), at).map(({ word }) => word);
  return (before.includes('ne') || before.includes('n')) && (around.includes('pas') || around.includes('plus'));
};

const withSubject = (words: readonly Word[], at: number): number => {
  let from = at;
  while (from > 0 && words[from]?.afterBreak === '' && SUBJECTS.has(words[from - 1]?.word ?? '')) from -= 1;
  return from;
};

const verbsIn = (words: readonly Word[], { needVerbs, offerVerbs }: InitiativeRules): readonly Verb[] => {
  const phrases = [
    ...needVerbs.map((each) => ({ kind: 'need' as const, phrase: split(each) })),
    ...offerVerbs.map((each) => ({ kind: 'offer' as const, phrase: split(each) })),
    ...HAS.map((phrase) => ({ kind: 'other' as const, phrase })),
  ];
  const verbs: Verb[] = [];
  for (let at = 0; at < words.length; ) {
    const [said] = phrases
      .flatMap(({ kind, phrase }) => {
        // A verb is written as it is: « partagé » is no « partage ».
        const isThere = phrase.every((each, ahead) => words[at + ahead]?.word === each);
        const end = isThere ? pastPhrase(words, at, phrase) : undefined;
        return end === undefined || isNoun(words, at) || isReady(words, at, end) ? [] : [{ kind, end }];
      })
      .sort((a, b) => b.end - a.end);
    if (said) {
      const kind = isDenied(words, at, said.end) ? 'other' : said.kind;
      verbs.push({ kind, from: withSubject(words, at), body: said.end });
    }
    at = said?.end ?? at + 1;
  }
  return verbs;
};

/** Where the part that begins at `from` breaks next, before `limit`. */
const nextBreak = (words: readonly Word[], from: number, limit: number): number => {
  for (let at = from + 1; at < limit; at += 1) if (words[at]?.afterBreak) return at;
  return limit;
};

const LISTED = wordSet('un une des du de d le la les l et ou quelques plusieurs deux trois quatre cinq six dix');

/** « , des bénévoles et du matériel »: a list goes on. */
const goesOn = (words: readonly Word[], from: number, to: number, { needs }: InitiativeRules): boolean => {
  const first = words[from];
  if (first?.afterBreak !== ',') return false;
  const said = codesIn(words, needs, { from, to });
  return said.length > 0 && (LISTED.has(first.word) || said[0]?.from === from || /^\d+$/.test(first.word));
};

export const clausesIn = (words: readonly Word[], rules: InitiativeRules): readonly Clause[] => {
  const verbs = verbsIn(words, rules);
  const clauses: Clause[] = [];
  const other = (from: number, to: number): void => {
    for (let at = from; at < to; ) {
      const end = nextBreak(words, at, to);
      clauses.push({ kind: 'other', from: at, to: end, body: at });
      at = end;
    }
  };
  let done = 0;
  verbs.forEach((verb, index) => {
    const limit = Math.max(verb.body, verbs[index + 1]?.from ?? words.length);
    other(done, verb.from);
    let to = nextBreak(words, Math.max(verb.from, verb.body - 1), limit);
    // « Besoins : local, bénévoles »: the colon belongs to the verb.
    if (to === verb.body && words[to]?.afterBreak === ',') to = nextBreak(words, to, limit);
    while (to < limit && goesOn(words, to, nextBreak(words, to, limit), rules)) to = nextBreak(words, to, limit);
    clauses.push({ kind: verb.kind, from: verb.from, to, body: verb.body });
    other(to, limit);
    done = limit;
  });
  other(done, words.length);
  return clauses;
};

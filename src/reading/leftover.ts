// What nobody took: the purpose, as typed, without the courtesies around it.
import { type Phrases, phrases } from './phrases.ts';
import type { Sentence, Token } from './sentence.ts';

/** Said to ask, at either edge of a purpose; in order of length where one begins another. */
const COURTESIES = phrases(`
  je voudrais, savoir si, je voulais savoir si, je voulais, je voudrai, j aimerais, j aimerai, je souhaite, je souhaiterais, je souhaiterai, je veux,
  je cherche, je peux, je prends, je viens, je viendrai, je reserve, je souhaites, je vais venir, on voudrait,
  on aimerait, on souhaite, on souhaiterait, on veut, on vient, on viendra, nous voudrions, nous aimerions,
  nous souhaitons, nous souhaiterions, nous voulons, nous viendrons, est ce que, est ce qu, est ce possible,
  c est possible, puis je, peut on, pourrais je, peux tu, pouvez vous, pourrais tu, pourriez vous,
  pourrait on, tu peux, vous pouvez, on peut, il me faut, il me faudrait, il nous faut, il nous faudrait,
  il faudrait, j ai besoin, j aurais besoin, j aurai besoin, on a besoin, on aurait besoin, nous avons besoin,
  j, je, me reserver, nous reserver, me prendre, me bloquer, me mettre, reserver, reserve, reserve moi,
  reservez, reservez moi, reservation, une reservation, reservations, resa, une resa, resas, resever, reserv,
  rezerver, faire une reservation, faire une resa, book, booker, bloquer, bloque, bloque moi, bloquez,
  prendre, prends, prends moi, inscris moi, note moi, une place, des places, de la place, ma place, un bureau,
  un poste, un poste de travail, un creneau, le creneau, une table, un espace, une salle, la salle, l espace,
  le lieu, un emplacement, s y, une seance, un rendez vous dans, bonjour, bjr, bonsoir, salut, slt, hello,
  coucou, cc, hey, hola, yo, bonjour a tous, bonjour a toutes, bonjour a toutes et a tous,
  salut tout le monde, bonne journee, bonne soiree, a bientot, a plus, cordialement, bien a vous, bises, bise,
  bisous, merci, merci d avance, merci beaucoup, merci bcp, mercii, par avance, d avance, svp, stp,
  sil vous plait, s il vous plait, s il te plait, sil te plait, please, pls, plz, si possible,
  si c est possible, s il reste de la place, s il y a de la place, s il en reste, si ca va, si libre,
  si c est libre, si dispo, si disponible, dispo, disponible, ok, donc, du coup, voila, euh, heu, hum, oui,
  plutot, finalement, normalement, le, l, un, une, des, de, d, du, et, pour, afin, afin de, afin d, en vue de,
  en vue d, y a t il, reste t il, il y a, il reste, mijote, cher mijote, tiers lieu, le tiers lieu,
  quoi de libre, qu est ce qui est libre, quoi de dispo, qu avez vous de libre, la, les
`);

/** Nothing by themselves, but part of a purpose beside other words: « travailler sur mon projet ». */
const SMALL_TALK = phrases(`
  besoin, inscrire, noter, note, poser, avoir, venir, utiliser, occuper, disposer, profiter, creneau, place,
  poste, y, travailler, pour travailler, bosser, pour bosser, libre, alors, bon, aussi, juste, genre, a, au,
  aux, en, dans, sur, que, qu, moi, me, nous, on, est, sera, se, vous, c, ce, cet, cette, mon, ma, vers,
  faire, pour faire, reste, encore, quelque chose, quoi, quelles, quels, places, voir, regarder, savoir,
  encore de la place, s il vous, etre, etait, viendrai, viendrait, serait, etait ce, peut etre, avec, chez,
  vous, tu, il, elle, ils, tout, toute, petit, petite, jour, date, heure, horaire, horaires, quand, personne,
  personnes, pers
`);

const isPunctuation = (word: string): boolean => /^[^\p{L}\p{N}]+$/u.test(word);

const wordOf = (run: readonly Token[], at: number): string => run[at]?.word ?? '';

const longestFrom = (run: readonly Token[], at: number, known: Phrases = COURTESIES): number => {
  for (const words of known.get(wordOf(run, at)) ?? []) {
    let cursor = at;
    const isSaid = words.every((word, index) => {
      if (index > 0 && wordOf(run, cursor) === '-') cursor += 1;
      cursor += 1;
      return wordOf(run, cursor - 1) === word;
    });
    if (isSaid) return cursor;
  }
  return at;
};

const afterCourtesies = (run: readonly Token[]): number => {
  let at = 0;
  while (at < run.length) {
    const to = isPunctuation(wordOf(run, at)) && wordOf(run, at) !== '' ? at + 1 : longestFrom(run, at);
    if (to === at) break;
    at = to;
  }
  return at;
};

const CLOSING_MOST = 6;

/** Where the closing courtesies begin. */
const beforeCourtesies = (run: readonly Token[], from: number): number => {
  let end = run.length;
  for (;;) {
    const word = wordOf(run, end - 1);
    if (end > from && word !== '' && isPunctuation(word) && word !== ')' && word !== '?' && word !== '!') {
      end -= 1;
      continue;
    }
    const start = Array.from({ length: CLOSING_MOST }, (_, back) => end - CLOSING_MOST + back).find(
      (at) => at >= from && at < end && longestFrom(run, at) === end,
    );
    if (start === undefined) return end;
    end = start;
  }
};

/** No control character, no mark that turns the direction of writing: stored and shown safely. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const textOf = (text: string, run: readonly Token[]): string =>
  clean(text.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0));

/** Every word of it is small talk, a courtesy or a sign. */
const isSmallTalk = (run: readonly Token[]): boolean => {
  let at = 0;
  while (at < run.length) {
    const to = Math.max(longestFrom(run, at), longestFrom(run, at, SMALL_TALK));
    if (to === at && !isPunctuation(wordOf(run, at))) return false;
    at = Math.max(to, at + 1);
  }
  return true;
};

const trimmed = (run: readonly Token[]): readonly Token[] => {
  const from = afterCourtesies(run);
  const left = run.slice(from, beforeCourtesies(run, from));
  return left.some(({ word }) => word === '') || !isSmallTalk(left) ? left : [];
};

/** Runs of what is not taken; a marked purpose is a run of its own. */
const runsOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    if (token.taken || token.word === '') runs.push([]);
    if (!token.taken) runs.at(-1)?.push(token);
  }
  return runs.filter((run) => run.length > 0);
};

/** What is left, as typed; a marked purpose (« — … ») whole, after whatever was left before it. */
export const leftover = ({ text, tokens }: Sentence): string | undefined => {
  const runs = runsOf(tokens);
  const marked = runs.find(([token]) => token?.word === '');
  const spoken = runs
    .filter((run) => run !== marked)
    .map(trimmed)
    .filter((run) => run.length > 0)
    .map((run) => textOf(text, run))
    .join(' ');
  const purpose = marked === undefined ? '' : textOf(text, marked);
  const left = [spoken, purpose].filter((part) => part !== '').join(' — ');
  return left === '' ? undefined : left;
};

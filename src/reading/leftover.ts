// What nobody took: the purpose, as typed, without the courtesies around it.
import { phrases } from './phrases.ts';
import type { Sentence, Token } from './sentence.ts';

/** Said to ask, at either edge of a purpose; in order of length where one begins another. */
const COURTESIES = phrases(`
  je voudrais, je voudrai, j aimerais, j aimerai, je souhaite, je souhaiterais, je souhaiterai, je veux,
  je cherche, je peux, je prends, je viens, je viendrai, je reserve, je souhaites, je vais venir, on voudrait,
  on aimerait, on souhaite, on souhaiterait, on veut, on vient, on viendra, nous voudrions, nous aimerions,
  nous souhaitons, nous souhaiterions, nous voulons, nous viendrons, est ce que, est ce qu, est ce possible,
  c est possible, puis je, peut on, pourrais je, peux tu, pouvez vous, pourrais tu, pourriez vous,
  pourrait on, tu peux, vous pouvez, on peut, il me faut, il me faudrait, il nous faut, il nous faudrait,
  il faudrait, j ai besoin, j aurais besoin, j aurai besoin, on a besoin, on aurait besoin, nous avons besoin,
  besoin, j, je, me reserver, nous reserver, me prendre, me bloquer, me mettre, reserver, reserve,
  reserve moi, reservez, reservez moi, reservation, une reservation, reservations, resa, une resa, resas,
  resever, reserv, rezerver, faire une reservation, faire une resa, book, booker, bloquer, bloque, bloque moi,
  bloquez, prendre, prends, prends moi, inscrire, inscris moi, noter, note, note moi, poser, avoir, venir,
  utiliser, occuper, disposer, profiter, une place, des places, de la place, ma place, un bureau, un poste,
  un poste de travail, un creneau, le creneau, creneau, une table, un espace, une salle, la salle, l espace,
  le lieu, un emplacement, place, poste, y, s y, une seance, un rendez vous dans, travailler, pour travailler,
  bosser, pour bosser, bonjour, bjr, bonsoir, salut, slt, hello, coucou, cc, hey, hola, yo, bonjour a tous,
  bonjour a toutes, bonjour a toutes et a tous, salut tout le monde, bonne journee, bonne soiree, a bientot,
  a plus, cordialement, bien a vous, bises, bise, bisous, merci, merci d avance, merci beaucoup, merci bcp,
  mercii, par avance, d avance, svp, stp, sil vous plait, s il vous plait, s il te plait, sil te plait,
  please, pls, plz, si possible, si c est possible, s il reste de la place, s il y a de la place,
  s il en reste, si ca va, si libre, si c est libre, si dispo, si disponible, dispo, disponible, libre, ok,
  alors, donc, du coup, voila, bon, euh, heu, hum, oui, aussi, plutot, juste, genre, finalement, normalement,
  la, le, les, l, un, une, des, de, d, du, a, au, aux, et, en, dans, sur, pour, afin, afin de, afin d,
  en vue de, en vue d, que, qu, moi, me, nous, on, est, sera, se, vous, c, ce, cet, cette, mon, ma, vers,
  faire, pour faire, y a t il, reste t il, il y a, il reste, reste, encore, quelque chose, mijote,
  cher mijote, tiers lieu, le tiers lieu
`);

const isPunctuation = (word: string): boolean => /^[^\p{L}\p{N}]+$/u.test(word);

const wordOf = (run: readonly Token[], at: number): string => run[at]?.word ?? '';

const longestFrom = (run: readonly Token[], at: number): number => {
  for (const words of COURTESIES.get(wordOf(run, at)) ?? []) {
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

const trimmed = (run: readonly Token[]): readonly Token[] => {
  const from = afterCourtesies(run);
  return run.slice(from, beforeCourtesies(run, from));
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

// What is said to ask, and says nothing of what is asked.
import { phrases } from './phrases.ts';

/** Said to ask, at either edge of a purpose; in order of length where one begins another. */
export const COURTESIES = phrases(`
  je voudrais, ca serait, ce serait, c serait, c est, savoir si, je voulais savoir si, je voulais, je voudrai, j aimerais, j aimerai, je souhaite, je souhaiterais, je souhaiterai, je veux,
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
export const SMALL_TALK = phrases(`
  besoin, inscrire, noter, note, poser, avoir, venir, utiliser, occuper, disposer, profiter, creneau, place,
  poste, y, travailler, pour travailler, bosser, pour bosser, libre, alors, bon, aussi, juste, genre, a, au,
  aux, en, dans, sur, que, qu, moi, me, nous, on, est, sera, se, vous, c, ce, cet, cette, mon, ma, vers,
  faire, pour faire, reste, encore, quelque chose, quoi, quelles, quels, places, voir, regarder, savoir,
  encore de la place, s il vous, etre, etait, viendrai, viendrait, serait, etait ce, peut etre, avec, chez,
  vous, tu, il, elle, ils, tout, toute, petit, petite, jour, date, heure, horaire, horaires, quand, personne,
  personnes, pers
`);

export const isPunctuation = (word: string): boolean => /^[^\p{L}\p{N}]+$/u.test(word);

/** Nothing that the word before could count: the end, a sign, a courtesy, a small word. */
export const countsNothing = (word: string): boolean =>
  word === '' || word === 'avec' || isPunctuation(word) || COURTESIES.has(word) || SMALL_TALK.has(word);

const EVERY_WORD = new Set([...COURTESIES.values()].flat(2));

/** Part of a courtesy, wherever in it. */
export const isCourteous = (word: string): boolean => countsNothing(word) || EVERY_WORD.has(word);

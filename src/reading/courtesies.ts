// What is said to ask, and says nothing of what is asked.
import { memo } from './memo.ts';
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
  quoi de libre, qu est ce qui est libre, quoi de dispo, qu avez vous de libre, la, les,
  j aurais voulu savoir, j aurais voulu, j aurais aime, on aurait voulu, nous aurions voulu, nous aurions aime, s il restait de la place,
  s il restait une place, s il y avait de la place, s il y avait une place, si c etait possible, s il etait possible de, s il etait possible,
  si vous aviez de la place, j ai, serait il possible, serait il possible de, serait il possible d, serait il possible d avoir, serait il possible de reserver,
  serait ce possible, serait ce possible de, serait ce possible d avoir, est il possible, est il possible de, est il possible d,
  est il possible d avoir, est ce possible de, est ce possible d avoir, est ce que ce serait possible, ce serait possible de,
  ca serait possible de, c est possible de, c est possible d avoir, il serait possible de, il est possible de, possible de, possible d,
  possible d avoir, possible, d avoir, disposer, disposer de, de disposer, disposer d, beneficier de, auriez vous, avez vous,
  aurais tu, as tu, vous auriez, tu aurais, vous avez, veuillez, veuillez noter, veuillez reserver, veuillez me reserver,
  veuillez bien, merci de, merci de me, merci de nous, merci de noter, merci de reserver, merci de bloquer, merci de me reserver,
  merci de bien vouloir, bien vouloir, ma venue, notre venue, madame, monsieur, madame monsieur, mesdames, messieurs, mme, mr,
  chere equipe, cher tous, chers tous, l equipe, toute l equipe, a l equipe, m inscrire, me inscrire, nous inscrire, inscrivez moi,
  inscrivez nous, inscris nous, mettez moi, mettez nous, mets moi, mets nous, note nous, notez moi, notez nous, notez, garde moi,
  gardez moi, gardez nous, garde nous, me garder, nous garder, garder, me noter, nous noter, me mettre, nous mettre, retenir, retenez,
  retenez moi, retiens, retiens moi, retenez nous, me retenir, nous retenir, si cela est possible, si cela vous va, si cela convient,
  si ca vous va, si ca convient, si vous avez de la place, s il y a encore de la place, s il reste une place, s il y a une place,
  tant qu a faire, je serai la, je serai present, je serai presente, je serai, je serais la, je serais, nous serons la, on sera la,
  je passerai, je passe, je passerais, nous passerons, on passe, on passera, j arrive, j arriverai, je compte venir, je compte,
  je pense venir, je prevois de venir, je prevois, nous prevoyons, on prevoit, nous nous reunissons, on se reunit, nous nous retrouvons,
  on se retrouve, souhaite, souhaiterait, souhaitent, aimerait, aimeraient, voudrait, voudraient, desire, desirerait, je desire,
  je desirerais, nous desirons, souhaite disposer, souhaiterait disposer, aimerait avoir, voudrait avoir, souhaite reserver,
  souhaiterait reserver, aimerait reserver, voudrait reserver, demande, demande a reserver, je demande, nous demandons,
  je voudrait, j voudrais, jvoudrais, jveux, j veux, jaimerais, jaimerai, jai besoin, jpeux, jpeux venir, j peux, jpeux avoir,
  j peux avoir, je peux avoir, on peut avoir, peut on avoir, puis je avoir, pourrais je avoir, pourrait on avoir, pouvons nous,
  pouvons nous avoir, pourrions nous, pourrions nous avoir, y a moyen, ya moyen, y a moyen de, ya moyen de, il y a moyen,
  tu crois, vous croyez, vous pensez, y a de la place, ya de la place, y a t il de la place, y aurait il, y aurait t il,
  y aurait il de la place, est ce qu il y a, est ce qu il y aurait, est ce qu il reste, est ce que c est libre, c est libre,
  c libre, c dispo, c est dispo, est dispo, serait dispo, serait libre, est libre, sont libres, un desk, desk, un slot, slot,
  un spot, spot, booking, i want, i need, can i have, can i book, thanks, thx, tks, merki, mci, bcp, tkt, mdr, lol, svpp, stpp, plizz,
  ce serait pour, c est pour, c pour, cest pour, ce sera pour, ca serait pour, besoin d un creneau, besoin d une place,
  besoin d un espace, besoin d une salle, besoin d un bureau, besoin du, besoin de la, besoin de l, besoin de, besoin d,
  besoin d un, besoin d une, a reserver, j ai reserve, reserver moi, reserver nous, reserve nous, reservez nous, me reserver une place,
  on a prevu, nous avons prevu, prevu, a prevoir, pr,
  je confirme, confirme, confirmer, je valide, je note, prenez, je prendrai, je prendrais, nous prendrons, on prend, on prendra,
  prendre une place, hello tout le monde, bonjour l equipe, bonjour mijote, salut mijote, re, re bonjour, rebonjour, bsr, bonne aprem,
  bon week end, bonne semaine, bonne fin de journee, excellente journee, dans l attente, dans l attente de votre retour,
  dans l attente de votre reponse, en vous remerciant, vous remerciant, vous remercie, je vous remercie, je vous prie, bien cordialement,
  tres cordialement, bien cdt, cdt, cordialement votre, bien amicalement, amicalement, amities, belle journee, belle soiree,
  a tres vite, a demain, a vite, ciao, ps, ok merci, ok super, super, parfait, nickel, cool, alors, bon, ben, bah, hein, quoi,
  genre, en fait, enfin, bref, sinon, eventuellement, idealement, de preference, si on peut, si vous pouvez, si tu peux, ou, puis,
  ensuite, ainsi que, egalement, aussi, urgent s il vous plait, mademoiselle, je desirerais venir, je voudrais venir,
  j aimerais venir, si cela ne vous derange pas, si ca ne vous derange pas, si ca vous derange pas, est ce ouvert,
  c est ouvert, est ce que c est ouvert, priere de, je vous confirme, je confirme, la reservation, ma reservation, reservation de salle, reservation salle, reservation d espace,
  notre, mes, nos, ya d la place, y a d la place, jsuis, jsuis la, je suis, je suis la, nous sommes, on est, nous serons,
  nous viendrons, viendrons, viendrai, viendra, j aurai, j aurais, nous aurons, on aura, on aurait, max, maxi, maximum,
  grand max, au plus, peu importe, n importe, comme vous voulez, au choix, a tantot, de bonne heure, a plusieurs,
  disons, sans faute, on viendra, on repartira, je repartirai, mais, uniquement, seulement, aura lieu, a lieu, se tiendra, souhaitons venir, souhaitons, envisageable, serait il envisageable de,
  est il envisageable de, auriez vous l amabilite de, auriez vous la gentillesse de, ayez l amabilite de,
  pourquoi pas, tant pis, la team, team, toute la team, a toute l equipe, a vous, a toi,
  reste t il des places, y a t il des places, est elle libre, est il libre, sont elles libres, sont ils libres,
  est elle disponible, est il disponible, elle est libre, il est libre, je repasse, je repasserai
`);

/** Nothing by themselves, but part of a purpose beside other words: « travailler sur mon projet ». */
export const SMALL_TALK = phrases(`
  taffer, pr,
  bureau, bureaux, la salle, salle, espace,
  besoin, inscrire, noter, note, poser, avoir, venir, utiliser, occuper, disposer, profiter, creneau, place,
  poste, y, travailler, pour travailler, bosser, pour bosser, libre, alors, bon, aussi, juste, genre, a, au,
  aux, en, dans, sur, que, qu, moi, me, nous, on, est, sera, se, vous, c, ce, cet, cette, mon, ma, vers,
  faire, pour faire, reste, encore, quelque chose, quoi, quelles, quels, places, voir, regarder, savoir,
  encore de la place, s il vous, etre, etait, viendrai, viendrait, serait, etait ce, peut etre, avec, chez,
  vous, tu, il, elle, ils, tout, toute, petit, petite, jour, date, heure, horaire, horaires, quand, personne,
  personnes, pers
`);

const isPlain = (word: string): boolean => {
  const first = word.charCodeAt(0);
  return (first >= 97 && first <= 122) || (first >= 48 && first <= 57);
};

/** Asked of every word: most begin with a letter or a digit. */
export const isPunctuation = (word: string): boolean => !isPlain(word) && /^[^\p{L}\p{N}]+$/u.test(word);

/** Nothing that the word before could count: the end, a sign, a courtesy, a small word. */
export const countsNothing = (word: string): boolean =>
  word === '' || word === 'avec' || isPunctuation(word) || COURTESIES.has(word) || SMALL_TALK.has(word);

const EVERY_WORD = new Set([...COURTESIES.values()].flat(2));

/** Part of a courtesy, wherever in it. */
export const isCourteous = memo((word: string): boolean => countsNothing(word) || EVERY_WORD.has(word));

// Oneself and others: « moi et deux collègues », « avec 3 amis », « moi, Paul et Julie ».
import { type Counted, countAt } from './counts.ts';
import { isCourteous } from './courtesies.ts';
import { type Line, pastAny, wordAt } from './line.ts';
import { phrases } from './phrases.ts';
import { isTimeWord } from './spelling.ts';
import { wordSet } from './word-set.ts';

const ME_AND = phrases(`
  moi et, moi plus, moi +, moi avec, pour moi et, pour moi +, pour moi plus, pour moi avec, je viens avec,
  je serai avec, je viendrai avec, avec, avc, +, accompagne de, accompagnee de, accompagne d, accompagnee d, accompagne par,
  accompagnee par
`);
const COMPANY = wordSet(`
  collegue collegues ami amis amie amies copain copains copine copines personne personnes autre autres
  collaborateur collaborateurs collaboratrice associe associee associes stagiaire stagiaires benevole
  benevoles invite invites client cliente clients binome partenaire coequipier camarade camarades pote potes
  enfant enfants frere soeur mari femme fils fille epouse epoux conjoint conjointe compagne compagnon copilote
  assistant assistante secretaire chef cheffe voisin voisine mere pere maman papa cousin cousine neveu niece
`);
const CLOSE = wordSet(`
  collegue collegues ami amis amie amies copain copains copine copines collaborateur collaborateurs collaboratrice
  associe associee associes binome coequipier camarade camarades pote potes frere soeur mari femme epouse epoux
  conjoint conjointe compagne compagnon assistant assistante voisin voisine fille fils mere pere maman papa cousin
  cousine neveu niece
`);
const JOINTS = new Set([',', 'et', '&', '+']);
const MINE = new Set(['mon', 'ma', 'un', 'une', 'notre']);

const ME_AND_SOMEONE = phrases(
  'moi et, moi plus, moi +, moi avec, pour moi et, pour moi +, pour moi plus, pour moi avec',
);
const NO_NAME = wordSet(
  'le la les un une des mon ma mes notre nos votre vos son sa ses autre autres quelques plusieurs',
);

/** « moi et Paul », « moi, Paul et Julie »: one more each. */
export const withNames = (line: Line, at: number): Counted | undefined => {
  let [from, people, to] = [pastAny(line, at, ME_AND_SOMEONE), 1, at];
  while (from !== undefined) {
    const name = wordAt(line, from);
    if (!/^\p{L}{2,}$/u.test(name) || isTimeWord(name) || isCourteous(name) || NO_NAME.has(name)) break;
    people += 1;
    to = from + 1;
    from = JOINTS.has(wordAt(line, to)) ? to + 1 : undefined;
  }
  return people > 1 ? { value: people, to } : undefined;
};

const MINE_TOO = new Set([...MINE, 'mes', 'nos']);
const OTHERS = new Set(['toi', 'vous', 'lui', 'elle']);
const AND_ME = phrases('et moi, et moi meme');
const MOST_NAMED = 6;

/** Someone who comes too: « ma collègue », « mes deux collègues », « Paul ». */
const someoneAt = (line: Line, at: number): Counted | undefined => {
  const word = wordAt(line, at);
  if (MINE_TOO.has(word)) {
    const count = countAt(line, at + 1) ?? { value: 1, to: at + 1 };
    return COMPANY.has(wordAt(line, count.to)) ? { value: count.value, to: count.to + 1 } : undefined;
  }
  const counted = countAt(line, at);
  if (counted !== undefined)
    return COMPANY.has(wordAt(line, counted.to)) ? { ...counted, to: counted.to + 1 } : undefined;
  if (OTHERS.has(word)) return { value: 1, to: at + 1 };
  const isName = /^\p{Lu}/u.test(line.tokens[at]?.text ?? '') && /^\p{L}{2,}$/u.test(word);
  return isName && !isTimeWord(word) && !isCourteous(word) && !NO_NAME.has(word) ? { value: 1, to: at + 1 } : undefined;
};

/** « ma collègue et moi », « Paul, Julie et moi »: one more for oneself. */
export const andMe = (line: Line, at: number): Counted | undefined => {
  let [people, cursor] = [0, pastAny(line, at, FOR) ?? at];
  for (let named = 0; named < MOST_NAMED; named += 1) {
    const someone = someoneAt(line, cursor);
    if (someone === undefined) return undefined;
    people += someone.value;
    const to = pastAny(line, someone.to, AND_ME);
    if (to !== undefined) return { value: people + 1, to };
    if (!JOINTS.has(wordAt(line, someone.to))) return undefined;
    cursor = someone.to + 1;
  }
  return undefined;
};
const FOR = phrases('pour, avec');

/** « moi et deux collègues » is three. */
export const withMe = (line: Line, at: number): Counted | undefined => {
  const from = pastAny(line, at, ME_AND);
  if (from === undefined) return undefined;
  const counted = wordAt(line, from) === 'mes' || wordAt(line, from) === 'nos' ? from + 1 : from;
  const count = MINE.has(wordAt(line, from)) ? { value: 1, to: from + 1 } : countAt(line, counted);
  const other =
    count === undefined
      ? undefined
      : wordAt(line, count.to) === 'autres' || wordAt(line, count.to) === 'autre'
        ? count.to + 1
        : count.to;
  if (count === undefined || other === undefined) return undefined;
  // « atelier avec 8 personnes » is eight; « moi et deux personnes » three.
  const isBare = wordAt(line, at) === 'avec' || wordAt(line, at) === '+';
  const isCompany = (isBare ? CLOSE : COMPANY).has(wordAt(line, other));
  return isCompany || other > count.to ? { value: count.value + 1, to: isCompany ? other + 1 : other } : undefined;
};

// « les semaines paires », « en semaine impaire »: one week in two, by its number in the year.
import { pastAny } from './line.ts';
import { phrases } from './phrases.ts';
import { match, type Rule } from './piece.ts';
import { reader } from './reader.ts';

const lead = (weeks: readonly string[]): readonly string[] =>
  [
    '',
    'les ',
    'des ',
    'en ',
    'la ',
    'de la ',
    'de ',
    'pendant les ',
    'chaque ',
    'toutes les ',
    'uniquement les ',
  ].flatMap((each) => weeks.map((week) => `${each}${week}`));

const EVEN = phrases(lead(['semaines paires', 'semaine paire', 'sem paires', 'sem paire', 'semaines pair']));
const ODD = phrases(lead(['semaines impaires', 'semaine impaire', 'sem impaires', 'sem impaire', 'semaines impair']));

export const parityRule: Rule = (line, at) => {
  const even = pastAny(line, at, EVEN);
  const to = even ?? pastAny(line, at, ODD);
  return to === undefined ? undefined : match(to, { is: 'parity', parity: even === undefined ? 'odd' : 'even' });
};

export const evenAndOddWeeks = reader(parityRule, EVEN, ODD);

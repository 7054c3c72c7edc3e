// Parts of a moment: « début d’après-midi », « en fin de matinée », « fin de journée ».

import { pastAny, wordAt } from './line.ts';
import { momentAt, type Part } from './moment-names.ts';
import { phrases } from './phrases.ts';
import { match, type Rule } from './piece.ts';
import { reader } from './reader.ts';

const HALF_HOUR = 30;
const down = (minutes: number): number => Math.floor(minutes / HALF_HOUR) * HALF_HOUR;
const up = (minutes: number): number => Math.ceil(minutes / HALF_HOUR) * HALF_HOUR;
const nearest = (minutes: number): number => Math.round(minutes / HALF_HOUR) * HALF_HOUR;

/** The first half of a moment, its second half or its middle, on the half-hour. */
const portion = ({ start, end }: Part, which: 'start' | 'middle' | 'end'): Part => {
  const middle = (start + end) / 2;
  const quarter = (end - start) / 4;
  switch (which) {
    case 'start':
      return { start, end: Math.max(down(middle), start + HALF_HOUR) };
    case 'middle':
      return { start: nearest(start + quarter), end: nearest(end - quarter) };
    case 'end':
      return { start: Math.min(up(middle), end - HALF_HOUR), end };
  }
};

const PORTIONS: readonly (readonly [known: ReturnType<typeof phrases>, which: 'start' | 'middle' | 'end'])[] = [
  [
    phrases(`
  debut de la, debut de l, debut de, debut d, debut, en debut de, en debut d, tot le, au debut de la,
  au debut de l, en debut
`),
    'start',
  ],
  [
    phrases(`
  milieu de la, milieu de l, milieu de, milieu d, en milieu de, en milieu d, au milieu de la, au milieu de l,
  en milieu, mi, mi -, en mi, en mi -, a mi, a mi -
`),
    'middle',
  ],
  [
    phrases(`
  fin de la, fin de l, fin de, fin d, fin, en fin de, en fin d, tard le, a la fin de la, a la fin de l,
  en fin, tard dans la
`),
    'end',
  ],
];

export const portionRule: Rule = (line, at, { place }) => {
  for (const [openers, which] of PORTIONS) {
    const from = pastAny(line, at, openers);
    if (from === undefined) continue;
    if (wordAt(line, from) === 'journee') {
      return which === 'middle'
        ? undefined
        : match(from + 1, { is: 'edge-of-day', edge: which === 'start' ? 'opening' : 'closing' });
    }
    const moment = momentAt(line, from, place);
    if (moment === undefined) return undefined;
    return match(moment.to, { is: 'moment', ...portion(moment.part, which) });
  }
  return undefined;
};

export const portions = reader(portionRule, ...PORTIONS.map(([known]) => known));

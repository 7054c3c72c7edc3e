// Where someone can be reached or found, as it is written in French: telephone, e-mail, postal address.
import type { SensitiveSpan } from './sensitive-spans.ts';

/** Between two groups of digits: the same all along, so that a date and an hour make no telephone number. */
const PHONE = /(?<![\d+])(?:(?:\+|00)33\s?(?:\(0\)\s?)?|0)[1-9](\s?[.–-]\s?|\s|)\d{2}(?:\1\d{2}){3}(?!\d)/gu;
const AFTER_COUNTRY = /(?<![\d+])(?:\+|00)33[\s.–-]*(?:\(0\))?[\s.–-]*[1-9](?:[\s.–-]?\d){8}(?!\d)/gu;
const FOREIGN = /(?<![\d+])\+\d{1,3}(?:[\s.–-]?\d){7,12}(?!\d)/gu;
/** However its digits are grouped, once it is said to be one. */
const ANNOUNCED =
  /(?<=\b(?:t[ée]l[ée]?phone|t[ée]l|portable|num[ée]ro|mobile|joindre au|appeler au|rappeler au)[\s.:]*(?:est le\s*)?)\+?\d(?:[\s.–-]?\d){7,13}(?!\d)/giu;

const EMAIL = /[\p{L}\d._%+-]+\s?(?:@|\[at\]|\(at\)|\sarobase\s)\s?[\p{L}\d-]+(?:\s?\.\s?[\p{L}\d-]+)*\.[\p{L}]{2,}/giu;

const NUMBER = String.raw`(?<![\p{L}\d])\d{1,4}\s?(?:bis|ter|quater|[a-d](?=[\s,]))?\s?,?\s+`;
const PARTICLES = String.raw`(?:(?:de\s+la|de\s+l['’]|du|des|de|d['’]|la|le|les|l['’])\s*)?`;
const NAME = String.raw`[\p{L}\d][\p{L}\d'’.-]*(?:\s+(?:(?:de|du|des|la|le|les|et)\s+)?\p{Lu}[\p{L}'’.-]*)*`;
const CAPITAL = String.raw`\p{Lu}[\p{L}\d'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*)*`;
const TOWN = String.raw`(?:,?\s*\d{5}(?:\s+\p{Lu}[\p{L}'’-]*)*|,?\s+[àa]\s+\p{Lu}[\p{L}'’-]*)?`;
const WAY =
  '(?:[Rr]ue|[Aa]venue|[Aa]v[.]?|[Bb]oulevard|[Bb]d|[Bb]ld|(?<!(?<!\\d)1\\s)[Aa]ll[ée]e|(?<!(?<!\\d)1\\s)[Cc]hemin|[Ii]mpasse|[Rr]oute|[Qq]uai|[Ss]quare|[Ll]otissement|[Rr][ée]sidence|[Ee]splanade|[Ss]entier|[Rr]uelle|[Hh]ameau)';
/** Common words too: only before a name. */
const WAY_OR_WORD = '(?:[Pp]lace|[Pp]assage|[Vv]oie|[Cc]it[ée]|[Vv]illa|[Cc]los|[Aa]ll[ée]es)';

const DWELLS = String.raw`(?:habit\p{L}*|demeur\p{L}*|domicili\p{L}*|vi(?:t|vent|vant)|log[eé]\p{L}*|r[ée]sid(?:e|ent|ant))`;

const ADDRESSES = [
  new RegExp(`${NUMBER}(?:de\\s+la\\s+)?${WAY}\\s+${PARTICLES}${NAME}${TOWN}`, 'gu'),
  new RegExp(`${NUMBER}(?:de\\s+la\\s+)?${WAY_OR_WORD}\\s+${PARTICLES}${CAPITAL}${TOWN}`, 'gu'),
  new RegExp(
    `(?<=\\b${DWELLS}\\s+(?:(?:dans|sur|au|à|la|le|l['’]|en)\\s*){0,3})${WAY}\\s+${PARTICLES}${NAME}${TOWN}`,
    'gu',
  ),
  /(?<![\p{L}\d])(?:appartement|appart|appt|apt)\.?\s*(?:n[o°]\s*)?\d+\p{L}?(?![\p{L}\d])/giu,
];

const found = (text: string, kind: SensitiveSpan['kind'], pattern: RegExp): readonly SensitiveSpan[] =>
  [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
    kind,
    start: index,
    end: index + words.trimEnd().length,
  }));

export const contactDetailsIn = (text: string): readonly SensitiveSpan[] => [
  ...[PHONE, AFTER_COUNTRY, FOREIGN, ANNOUNCED].flatMap((pattern) => found(text, 'phone', pattern)),
  ...found(text, 'email', EMAIL),
  ...ADDRESSES.flatMap((pattern) => found(text, 'address', pattern)),
];

// Words in a picture: how wide they are, and what of them fits in a box. Sizes are in pixels of the picture.
import { palette } from './palette.ts';
import { group, type Svg, tag } from './svg.ts';

export interface Lettering {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Phones show a picture at about half its size: nothing is smaller than this. */
export const SMALLEST = 24;

/** Of the bold, in hundredths of the size: the widest of each group. */
const ADVANCES: readonly (readonly [signs: string, hundredths: number])[] = [
  [".,:;'’·|", 30],
  ['ilIj !()\u00a0îï', 35],
  ['frt-/°', 42],
  ['csvxyz1kç?7', 56],
  ['abdeghnopquéèêàùô239–EFJL+', 61],
  ['0ABCDKPRSTVXYZ4568«»ÀÇÉ', 71],
  ['wGHNO', 76],
  ['mMQ…', 91],
];

const WIDEST = 102;
/** The regular, over the bold. */
const REGULAR = 0.94;

const advances = new Map(ADVANCES.flatMap(([signs, hundredths]) => [...signs].map((sign) => [sign, hundredths])));

/** At least what the font takes (a test measures it): to choose what fits before anything is drawn. */
export const textWidth = (words: string, { size, bold = false }: Lettering): number =>
  (([...words].reduce((sum, sign) => sum + (advances.get(sign) ?? WIDEST), 0) * size) / 100) * (bold ? 1 : REGULAR);

/** `y` is the baseline. */
export const text = (
  words: string,
  x: number,
  y: number,
  { size, bold = false, colour = palette.ink }: Lettering,
  anchor: 'start' | 'middle' | 'end' = 'start',
): Svg =>
  tag(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': bold ? 700 : undefined,
      fill: colour,
      'text-anchor': anchor === 'start' ? undefined : anchor,
    },
    words,
  );

export const clipped = (words: string, width: number, lettering: Lettering): string => {
  if (textWidth(words, lettering) <= width) return words;
  const signs = [...words];
  while (signs.length > 0 && textWidth(`${signs.join('')}…`, lettering) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
};

export interface WrittenLine extends Lettering {
  readonly words: string;
}

const LEADING = 1.18;
/** From the top of capitals to the baseline, over the size. */
const CAPITALS = 0.7;
/** Widths are counted with some to spare, heights are not. */
const PADDING = { width: 4, height: 8 } as const;

const heightOf = (lines: readonly WrittenLine[]): number =>
  lines.reduce((sum, { size }, index) => sum + size * (index === 0 ? CAPITALS : LEADING), 0);

const fits = (lines: readonly WrittenLine[], { width, height }: Box): boolean =>
  heightOf(lines) <= height - PADDING.height &&
  lines.every((line) => textWidth(line.words, line) <= width - PADDING.width);

/** The first of the wordings, roomiest first, that fits. */
export const fitting = (wordings: readonly (readonly WrittenLine[])[], box: Box): readonly WrittenLine[] =>
  wordings.find((lines) => fits(lines, box)) ?? [];

/** In the middle of the box. */
export const centred = (lines: readonly WrittenLine[], { x, y, width, height }: Box): Svg => {
  let baseline = y + (height - heightOf(lines)) / 2;
  const drawn = lines.map(({ words, ...lettering }, index) => {
    baseline += lettering.size * (index === 0 ? CAPITALS : LEADING);
    return text(words, x + width / 2, baseline, lettering, 'middle');
  });
  return group(...drawn);
};

/** Words on lines of that width, so many at most; a word too long is cut. */
export const wrapped = (words: string, width: number, most: number, lettering: Lettering): readonly WrittenLine[] => {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, lettering) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')] : lines;
  return kept.map((line) => ({ ...lettering, words: clipped(line, width, lettering) }));
};

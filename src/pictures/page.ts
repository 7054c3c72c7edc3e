// What is around every picture: its paper, its title, its legend, and when it was true.

import { pictureWords as words } from '../messages/pictures.fr.ts';
import type { Place } from '../place/model.ts';
import { clipped, text, textWidth } from './lettering.ts';
import { ground, type Look, patterns, sampleBar } from './looks.ts';
import { palette } from './palette.ts';
import { FONT } from './png.ts';
import { group, type Svg, tag } from './svg.ts';

/** Twice what a phone is wide. */
export const WIDTH = 1080;
export const MARGIN = 36;
export const INNER = WIDTH - 2 * MARGIN;
/** Where the content begins. */
export const TOP = 158;

export interface LegendEntry {
  readonly look: Look | 'bar';
  readonly label: string;
}

export interface Page {
  readonly title: string;
  /** At the right of the title. */
  readonly aside: string;
  readonly subtitle: string;
  readonly place: Place;
  readonly today: Temporal.PlainDate;
  readonly legend: readonly LegendEntry[];
}

const small = { size: 24, colour: palette.soft } as const;
const SWATCH = { width: 42, height: 32 } as const;
const GAP = 22;
const LEGEND_LINE = 48;

const legendLines = (entries: readonly LegendEntry[]): readonly (readonly LegendEntry[])[] => {
  const lines: LegendEntry[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const width = SWATCH.width + 12 + textWidth(entry.label, small) + GAP;
    if (used + width - GAP > INNER) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(entry);
    used += width;
  }
  return lines;
};

const legendLine = (entries: readonly LegendEntry[], y: number): Svg => {
  let x = MARGIN;
  const drawn = entries.flatMap(({ look, label }) => {
    const box = { x, y, ...SWATCH };
    x += SWATCH.width + 12 + textWidth(label, small) + GAP;
    return [
      look === 'bar' ? sampleBar(box, 0.4) : ground(look, box),
      text(label, box.x + SWATCH.width + 12, y + SWATCH.height / 2 + 8.5, { ...small, colour: palette.ink }),
    ];
  });
  return group(...drawn);
};

const titleSizes = { size: 46, bold: true } as const;
const asideSizes = { size: 30, colour: palette.soft } as const;

/** `height`: of the content, which begins at `TOP`. */
export const page = (
  { title, aside, subtitle, place, today, legend }: Page,
  height: number,
  ...content: readonly Svg[]
): Svg => {
  const lines = legendLines(legend);
  const legendTop = TOP + height + 30;
  const footer = legendTop + lines.length * LEGEND_LINE + 30;
  const total = Math.ceil(footer + 26);
  const asideWidth = aside === '' ? 0 : textWidth(aside, asideSizes) + 20;
  const seen = words.seenOn(today);
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height: total,
      viewBox: `0 0 ${WIDTH} ${total}`,
      'font-family': FONT,
    },
    patterns,
    tag('rect', { width: WIDTH, height: total, fill: palette.paper }),
    text(clipped(title, INNER - asideWidth, titleSizes), MARGIN, 72, titleSizes),
    text(aside, WIDTH - MARGIN, 72, asideSizes, 'end'),
    text(clipped(subtitle, INNER, asideSizes), MARGIN, 118, asideSizes),
    ...content,
    ...lines.map((entries, index) => legendLine(entries, legendTop + index * LEGEND_LINE)),
    text(clipped(place.name, INNER - textWidth(seen, small) - 20, small), MARGIN, footer, small),
    text(seen, WIDTH - MARGIN, footer, small, 'end'),
  );
};

// How each state looks, in every picture alike: a ground that says it by its pattern and its line as well as by its
// colour. What is taken fills a bar along the bottom.
import type { Box } from './lettering.ts';
import { palette } from './palette.ts';
import { group, type Svg, tag } from './svg.ts';

export type Look = 'free' | 'full' | 'closed' | 'mine' | 'past';

const hatches = (id: string, ground: string, line: string, width: number, tile: number): Svg =>
  tag(
    'pattern',
    { id, width: tile, height: tile, patternUnits: 'userSpaceOnUse' },
    tag('rect', { width: tile, height: tile, fill: ground }),
    tag('path', {
      d: `M${-tile / 2} ${tile / 2}L${tile / 2} ${-tile / 2}M0 ${tile}L${tile} 0M${tile / 2} ${tile * 1.5}L${tile * 1.5} ${tile / 2}`,
      stroke: line,
      'stroke-width': width,
    }),
  );

export const patterns: Svg = tag(
  'defs',
  {},
  hatches('full', palette.full, palette.fullHatch, 5, 18),
  hatches('closed', palette.closed, palette.closedHatch, 1.6, 28),
);

const RADIUS = 7;

interface Strokes {
  readonly fill: string;
  readonly line: string | undefined;
  readonly width: number;
}

const strokesOf = (look: Look): Strokes => {
  switch (look) {
    case 'free':
      return { fill: palette.free, line: palette.edge, width: 2.5 };
    case 'mine':
      return { fill: palette.mine, line: palette.mineEdge, width: 7 };
    case 'full':
      return { fill: 'url(#full)', line: palette.full, width: 2.5 };
    case 'closed':
      return { fill: 'url(#closed)', line: undefined, width: 0 };
    case 'past':
      return { fill: palette.past, line: undefined, width: 0 };
  }
};

/** In less, the bar would leave no room for words: the number says it alone. */
const LEAST = { width: 84, height: 64 } as const;

const hasBar = (look: Look, { width, height }: Box, takenShare: number): boolean =>
  (look === 'free' || look === 'mine') &&
  takenShare > 0 &&
  takenShare < 1 &&
  width >= LEAST.width &&
  height >= LEAST.height;

const THICK = 14;

const barIn = ({ x, y, width, height }: Box, edge: number): Box => {
  const side = edge + 6;
  return { x: x + side, y: y + height - side - THICK, width: width - 2 * side, height: THICK };
};

const bar = (box: Box, colour: string, takenShare: number): Svg => {
  const rx = box.height / 2;
  const width = Math.max(box.height, box.width * takenShare);
  return group(
    tag('rect', { ...box, rx, fill: palette.paper, stroke: colour, 'stroke-width': 1.5 }),
    tag('rect', { ...box, width, rx, fill: colour }),
  );
};

/** `takenShare`: from 0 to 1. */
export const ground = (look: Look, box: Box, takenShare = 0): Svg => {
  const { fill, line, width } = strokesOf(look);
  const [x, y] = [box.x + width / 2, box.y + width / 2];
  const inner = { x, y, width: box.width - width, height: box.height - width };
  if (inner.width <= 0 || inner.height <= 0) return group();
  const rx = Math.min(RADIUS, inner.height / 2);
  return group(
    tag('rect', { ...inner, rx, fill, stroke: line, 'stroke-width': line === undefined ? undefined : width }),
    ...(hasBar(look, box, takenShare) && line !== undefined ? [bar(barIn(box, width), line, takenShare)] : []),
  );
};

/** The bar alone, as a legend shows it. */
export const sampleBar = ({ x, y, width, height }: Box, takenShare: number): Svg =>
  bar({ x: x + 1, y: y + (height - THICK) / 2, width: width - 2, height: THICK }, palette.edge, takenShare);

/** Where words can stand. */
export const roomIn = (look: Look, box: Box, takenShare = 0): Box => {
  const { width } = strokesOf(look);
  const inner = { x: box.x + width, y: box.y + width, width: box.width - 2 * width, height: box.height - 2 * width };
  return hasBar(look, box, takenShare) ? { ...inner, height: barIn(box, width).y - inner.y - 2 } : inner;
};

export const inkOn = (look: Look): string => {
  switch (look) {
    case 'full':
      return palette.onFull;
    case 'closed':
    case 'past':
      return palette.soft;
    case 'free':
    case 'mine':
      return palette.ink;
  }
};

// SVG → PNG, with the font that comes with us and no other: the same picture on every machine. What was drawn lately is
// kept, for many people look at the same week.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pngFile } from './png-file.ts';
import type { Svg } from './svg.ts';

export const fontFiles: readonly string[] = ['regular', 'bold'].map((weight) =>
  fileURLToPath(new URL(`./fonts/atkinson-hyperlegible-next-${weight}.ttf`, import.meta.url)),
);

export const FONT = 'Atkinson Hyperlegible Next';

/** Some 100 kB each. */
const KEPT = 64;

const kept = new Map<string, Promise<Uint8Array>>();

/** Off the main thread, by a library that is loaded when the first picture is asked for. */
const drawn = async (markup: string): Promise<Uint8Array> => {
  const { renderAsync } = await import('@resvg/resvg-js');
  return pngFile(
    await renderAsync(markup, {
      font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: FONT },
      logLevel: 'off',
    }),
  );
};

let last: Promise<unknown> = Promise.resolve();

/** One after the other: a crowd that looks leaves the processor to those who book. */
const inTurn = (markup: string): Promise<Uint8Array> => {
  const mine = last.then(
    () => drawn(markup),
    () => drawn(markup),
  );
  last = mine;
  return mine;
};

/** Never to be written to: the same bytes are given to all who ask for the same picture. */
export const pngOf = ({ markup }: Svg): Promise<Uint8Array> => {
  const key = createHash('sha256').update(markup).digest('base64');
  const png = kept.get(key) ?? inTurn(markup);
  kept.delete(key);
  kept.set(key, png);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  // A failure is not kept: the next who asks tries again.
  png.catch(() => kept.delete(key));
  return png;
};

// The few files that pages need: named after what is in them, so that a browser may keep them for ever.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface Asset {
  /** `/page-3f2a91c0.css`. */
  readonly path: string;
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

const asset = (name: string, extension: string, type: string, content: Uint8Array): Asset => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/${name}-${hash}.${extension}`, type, body: new Uint8Array(content) };
};

const contentOf = (file: string): Buffer => readFileSync(new URL(file, import.meta.url));

// The font of the pictures, made for low vision.
const fontOf = (weight: 'regular' | 'bold'): Asset =>
  asset(`texte-${weight}`, 'ttf', 'font/ttf', contentOf(`../pictures/fonts/atkinson-hyperlegible-next-${weight}.ttf`));

const [regular, bold] = [fontOf('regular'), fontOf('bold')];

/** Written with the names of the fonts' files, read with their addresses. */
const styleContent = contentOf('./assets/page.css')
  .toString('utf8')
  .replace('"regular.ttf"', `"${regular.path}"`)
  .replace('"bold.ttf"', `"${bold.path}"`);

export const style = asset('page', 'css', 'text/css; charset=utf-8', Buffer.from(styleContent));
export const wallScript = asset('ecran', 'js', 'text/javascript; charset=utf-8', contentOf('./assets/ecran.js'));
export const icon = asset('icone', 'svg', 'image/svg+xml', contentOf('./assets/icone.svg'));

export const assets: readonly Asset[] = [regular, bold, style, wallScript, icon];

/** Another one is another program: what was made by the former is to be made again. */
export const assetsVersion = createHash('sha256')
  .update(assets.map(({ path }) => path).join(' '))
  .digest('hex')
  .slice(0, 12);

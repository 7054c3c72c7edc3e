// How the server answers: pages and files with their tags, and sentences where there is no page.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { webWords as words } from '../messages/web.fr.ts';
import { assetsVersion } from './assets.ts';
import { isKnown, type Kept, tagOf } from './kept.ts';
import { messagePage } from './layout.ts';

/** To be asked again each time: an unchanged page costs a few bytes. */
const REVALIDATED = 'no-cache';

export const sentence = (
  c: Context,
  status: ContentfulStatusCode,
  said: string,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  c.html(messagePage(said, { href: '/', label: words.home }), status, { 'Cache-Control': 'no-store', ...headers });

export const notFound = (c: Context, said: string = words.notFound): Response => sentence(c, 404, said);

export interface Shown {
  /** Of the page, with what was asked of it. */
  readonly name: string;
  readonly version: string;
  readonly make: () => Promise<string>;
  readonly type: 'text/html' | 'text/calendar';
  readonly headers?: Readonly<Record<string, string>>;
}

/** Made once for each version; « not modified » for whoever has it already. */
export const show = async (c: Context, kept: Kept, shown: Shown): Promise<Response> => {
  const { name, version, make, type } = shown;
  const tag = tagOf(assetsVersion, name, version);
  const headers = { ...shown.headers, ETag: tag, 'Cache-Control': REVALIDATED };
  if (isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers);
  return c.body(await kept.page(name, version, make), 200, { ...headers, 'Content-Type': `${type}; charset=utf-8` });
};

// Pages as they were made for a version of what they show: a crowd that looks costs one question to the database, and
// whoever has the page already is told so.
import { createHash } from 'node:crypto';

const KEPT = 200;

export interface Kept {
  /** The page of that name for that version, made once. */
  page(name: string, version: string, make: () => Promise<string>): Promise<string>;
}

export const createKept = (): Kept => {
  const pages = new Map<string, { readonly version: string; readonly body: Promise<string> }>();
  return {
    page: (name, version, make) => {
      const known = pages.get(name);
      const body = known?.version === version ? known.body : make();
      pages.delete(name);
      pages.set(name, { version, body });
      const [oldest] = pages.keys();
      if (pages.size > KEPT && oldest !== undefined) pages.delete(oldest);
      // A failure is not kept: the next who asks tries again.
      body.catch(() => {
        if (pages.get(name)?.body === body) pages.delete(name);
      });
      return body;
    },
  };
};

/** Weak: the same page, whatever a relay does to its bytes. */
export const tagOf = (...parts: readonly string[]): string =>
  `W/"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}"`;

/** `If-None-Match` (RFC 9110, 13.1.2), compared weakly. */
export const isKnown = (header: string | undefined, tag: string): boolean => {
  const bare = (one: string): string => one.trim().replace(/^W\//, '');
  return (header ?? '').split(',').some((one) => bare(one) === '*' || bare(one) === bare(tag));
};

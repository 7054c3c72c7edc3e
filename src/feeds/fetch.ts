// One question to a partner's server: conditional, bounded in time and size, and only to hosts that the place file names,
// whatever it answers.
import type { FeedProblem, Remembered } from '../core/feeds/model.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

export interface Asked {
  readonly url: URL;
  /** With their ports. */
  readonly hosts: ReadonlySet<string>;
  readonly remembered: Remembered;
}

export interface Bounds {
  readonly milliseconds: number;
  readonly bytes: number;
}

export const BOUNDS: Bounds = { milliseconds: 10_000, bytes: 2 * 1024 * 1024 };
const MOST_REDIRECTIONS = 3;

/** `unchanged`: what is remembered still holds. */
export type Fetched = Result<{ readonly unchanged: true } | ({ readonly unchanged: false } & Remembered), FeedProblem>;

/** Undefined: longer than that. */
const bodyOf = async (response: Response, most: number): Promise<string | undefined> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
};

const REDIRECTIONS = new Set([301, 302, 303, 307, 308]);

const ask = async ({ url, hosts, remembered }: Asked, signal: AbortSignal): Promise<Result<Response, FeedProblem>> => {
  let target = url;
  for (let hops = 0; hops <= MOST_REDIRECTIONS; hops++) {
    if (!/^https?:$/.test(target.protocol) || !hosts.has(target.host))
      return fail({ code: 'feed.sent_elsewhere', host: target.host });
    const response = await fetch(target, {
      redirect: 'manual',
      signal,
      headers: {
        accept: 'text/calendar, text/plain;q=0.5',
        'user-agent': 'Mijote',
        ...(remembered.etag !== undefined && { 'if-none-match': remembered.etag }),
        ...(remembered.lastModified !== undefined && { 'if-modified-since': remembered.lastModified }),
      },
    });
    const location = REDIRECTIONS.has(response.status) ? response.headers.get('location') : null;
    if (location === null) return ok(response);
    await response.body?.cancel();
    const next = URL.parse(location, target);
    if (!next) return fail({ code: 'feed.refused', status: response.status });
    target = next;
  }
  return fail({ code: 'feed.unreachable' });
};

const read = async (response: Response, { bytes }: Bounds): Promise<Fetched> => {
  if (response.status === 304) return ok({ unchanged: true });
  if (!response.ok) {
    await response.body?.cancel();
    return fail({ code: 'feed.refused', status: response.status });
  }
  const body = await bodyOf(response, bytes);
  if (body === undefined) return fail({ code: 'feed.too_big', mebibytes: bytes / 1024 / 1024 });
  return ok({
    unchanged: false,
    etag: response.headers.get('etag') ?? undefined,
    lastModified: response.headers.get('last-modified') ?? undefined,
    body,
  });
};

/** Never rejects: whatever a server or the network does is an answer. */
export const fetchFeed = async (asked: Asked, bounds: Bounds = BOUNDS): Promise<Fetched> => {
  const signal = AbortSignal.timeout(bounds.milliseconds);
  try {
    const answered = await ask(asked, signal);
    return answered.ok ? await read(answered.value, bounds) : answered;
  } catch {
    return fail(
      signal.aborted ? { code: 'feed.too_slow', seconds: bounds.milliseconds / 1000 } : { code: 'feed.unreachable' },
    );
  }
};

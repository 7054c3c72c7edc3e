// Partners' calendars are read again each hour.
import type { Core } from '../core/core.ts';
import type { AskFeed } from '../core/feeds/usecases.ts';
import { fetchFeed } from '../feeds/fetch.ts';
import { readFeed } from '../feeds/read.ts';
import { ok } from '../kernel/result.ts';
import type { Place } from '../place/model.ts';
import type { Job } from './job.ts';

const askOf =
  ({ feeds = [], timeZone }: Place): AskFeed =>
  async ({ url }, remembered, window) => {
    const hosts = new Set(feeds.map((feed) => new URL(feed.url).host));
    const fetched = await fetchFeed({ url: new URL(url), hosts, remembered });
    if (!fetched.ok) return fetched;
    const last = fetched.value.unchanged ? remembered : fetched.value;
    // What has not changed still says more each month, of the months that come into view.
    const read = readFeed(last.body ?? '', { ...window, timeZone });
    if (!read.ok) return read;
    const { etag, lastModified, body } = last;
    return ok({ remembered: { etag, lastModified, body }, events: read.value });
  };

export const feedJob = ({ feeds }: Core): Job => ({
  name: 'feeds',
  runs: 'claimed',
  onlyPlans: false,
  run: (place) => feeds.refresh(place, askOf(place)),
});

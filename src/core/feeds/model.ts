// Partners' own calendars, read into the agenda: what one of them says, and what can be wrong with it.
import type { Interval } from '../../kernel/interval.ts';

/** One occurrence of what a partner announces. */
export interface FeedEvent extends Interval {
  /** Its name there, and of which occurrence: the same at each reading. */
  readonly uid: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly location: string | undefined;
  readonly cancelled: boolean;
}

/** Nothing personal, for the staff and the log. */
export type FeedProblem =
  | { readonly code: 'feed.unreachable' }
  | { readonly code: 'feed.refused'; readonly status: number }
  | { readonly code: 'feed.too_slow'; readonly seconds: number }
  | { readonly code: 'feed.too_big'; readonly mebibytes: number }
  /** It sends elsewhere, to a host that the place file does not name. */
  | { readonly code: 'feed.sent_elsewhere'; readonly host: string }
  | { readonly code: 'feed.not_a_calendar' };

/** What is remembered of the last answer, so that the next question is short. */
export interface Remembered {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly body: string | undefined;
}

/** `merged`: what has changed in the agenda. */
export interface Merged {
  readonly added: number;
  readonly changed: number;
  readonly cancelled: number;
}

// What is told of initiatives: their card to a channel, a question or a hand-over to a veilleuse. Pure.
import type { Channel, Planned } from '../deliveries/model.ts';
import type { Initiative } from './model.ts';
import { silences } from './rules.ts';

/** As long as its card is kept true. */
const LIVES = { hours: 24 * 365 } as const;
const USEFUL_FOR = { hours: 24 * 7 } as const;

export const cardPlanned = (placeId: string, id: number, channel: Channel, now: Temporal.Instant): Planned => ({
  placeId,
  key: `initiative.card ${id} ${channel.platform}/${channel.workspace}/${channel.channel}`,
  to: { channel },
  kind: 'initiative.card',
  subjectId: id,
  due: now,
  expiresAt: now.add(USEFUL_FOR),
  liveUntil: now.add(LIVES),
});

interface Told {
  readonly memberId: number;
  readonly now: Temporal.Instant;
}

type Why =
  | (Told & { readonly kind: 'initiative.handed'; readonly mark: string })
  /** Once for each such time without news. */
  | (Told & { readonly kind: 'initiative.silent'; readonly silence: Temporal.Duration });

export const newsPlanned = (placeId: string, { id, newsAt }: Pick<Initiative, 'id' | 'newsAt'>, why: Why): Planned => ({
  placeId,
  key:
    why.kind === 'initiative.handed'
      ? `initiative.handed ${id} ${why.mark}`
      : `initiative.silent ${id} ${newsAt} ${silences(newsAt, why.now, why.silence)}`,
  to: { memberId: why.memberId },
  kind: why.kind,
  subjectId: id,
  due: why.now,
  expiresAt: why.now.add(USEFUL_FOR),
});

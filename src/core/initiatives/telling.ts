// What is told of initiatives: their card to a channel, a question, a hand-over or an acquaintance to a veilleuse, what moved to
// those who follow. Pure.
import type { Channel, Planned } from '../deliveries/model.ts';
import type { Initiative, Step } from './model.ts';
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

type Moved = Pick<Step, 'kind' | 'detail'> & {
  readonly id: number;
  readonly placeId: string;
  readonly authorId: number;
  readonly now: Temporal.Instant;
};

/** Not for each note or correction; neither to whoever did it, nor to whom it is handed, who is told otherwise. */
export const movesPlanned = (
  { id, placeId, authorId, kind, detail, now }: Moved,
  followers: readonly number[],
): readonly Planned[] => {
  if (kind !== 'state' && kind !== 'merged' && kind !== 'handed') return [];
  return followers
    .filter((memberId) => memberId !== authorId && (kind !== 'handed' || String(memberId) !== detail))
    .map((memberId) => ({
      placeId,
      key: `initiative.moved step ${id} member ${memberId}`,
      to: { memberId },
      kind: 'initiative.moved',
      subjectId: id,
      due: now,
      expiresAt: now.add(USEFUL_FOR),
    }));
};

/** Whoever said that they know it has that long to change their mind before they are named. */
export const NAMED_AFTER = Temporal.Duration.from({ minutes: 5 });

const acquaintanceKey = (id: number): string => `initiative.known ${id} member `;

/** Undefined: its veilleuse is unknown, or knows it herself. */
export const acquaintancePlanned = (
  placeId: string,
  { id, ownerId }: Pick<Initiative, 'id' | 'ownerId'>,
  { memberId, now }: Told,
): Planned | undefined =>
  ownerId === undefined || ownerId === memberId
    ? undefined
    : {
        placeId,
        key: `${acquaintanceKey(id)}${memberId}`,
        to: { memberId: ownerId },
        kind: 'initiative.known',
        subjectId: id,
        due: now.add(NAMED_AFTER),
        expiresAt: now.add(USEFUL_FOR),
      };

/** Who knows it, as the key of what is to be told says. */
export const acquaintanceIn = ({ key, subjectId }: Pick<Planned, 'key' | 'subjectId'>): number =>
  Number(key.slice(acquaintanceKey(subjectId).length));

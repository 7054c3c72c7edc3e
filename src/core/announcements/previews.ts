// What an announcement would say now, and when it next leaves.
import type { Database } from '../../db/open.ts';
import { isBefore } from '../../kernel/interval.ts';
import type { Place } from '../../place/model.ts';
import { digestOf, isEmptyDigest } from './digests.ts';
import { eventsToAnnounce } from './events-store.ts';
import type { AnnouncedEvent, AnnouncementKind, Digest, EventMoment, Programme } from './model.ts';
import { momentsOf, nextOccurrence, type ProgrammeKind } from './moments.ts';
import type { Programmes } from './programmes.ts';

export type Preview = {
  /** Undefined: nothing is foreseen. */
  readonly next: Temporal.Instant | undefined;
} & (
  | { readonly kind: ProgrammeKind; readonly programme: Programme }
  /** Undefined: nothing would be said. */
  | { readonly kind: 'veilleuses'; readonly place: Place; readonly digest: Digest | undefined }
  /** The next one; undefined when there is none. */
  | { readonly kind: 'evenements'; readonly announced: (AnnouncedEvent & { readonly moment: EventMoment }) | undefined }
);

interface Parts {
  readonly db: Database;
  readonly programme: Programmes;
}

const AHEAD = { hours: 24 * 366 } as const;

export const createPreviews = ({ db, programme }: Parts) => {
  const nextEvent = async (place: Place, now: Temporal.Instant): Promise<Preview> => {
    const scope = { placeId: place.id, timeZone: place.timeZone };
    const events = await eventsToAnnounce(db.prisma, scope, { start: now, end: now.add(AHEAD) });
    const [next] = events
      .flatMap(({ event }) => momentsOf(place, event).map((occurrence) => ({ event, occurrence })))
      .filter(({ occurrence }) => isBefore(now, occurrence.due))
      .sort((a, b) => Temporal.Instant.compare(a.occurrence.due, b.occurrence.due));
    return {
      kind: 'evenements',
      next: next?.occurrence.due,
      announced: next && {
        place,
        event: next.event,
        isMoved: false,
        moment: next.occurrence.announced,
      },
    };
  };

  return async (place: Place, kind: AnnouncementKind, now: Temporal.Instant): Promise<Preview> => {
    if (kind === 'evenements') return nextEvent(place, now);
    const next = nextOccurrence(place, kind, now)?.due;
    if (kind !== 'veilleuses') return { kind, next, programme: await programme(place, kind, now) };
    const digest = await digestOf(db.direct, place, now);
    return { kind, next, place, digest: isEmptyDigest(digest) ? undefined : digest };
  };
};

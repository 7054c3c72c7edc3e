// From what is due to what each channel is to be told. What is planned for all is not asked of the database again: whoever
// follows later is not owed it.
import type { Database } from '../../db/open.ts';
import { type Interval, isBefore } from '../../kernel/interval.ts';
import { announcingOf } from '../../place/announcing.ts';
import type { Place } from '../../place/model.ts';
import type { Channel, Planned } from '../deliveries/model.ts';
import { digestOf, isEmptyDigest } from './digests.ts';
import { eventsToAnnounce, wasAnnounced } from './events-store.ts';
import type { AnnouncementKind, Occurrence } from './model.ts';
import { announcedAhead, MISSED, momentsDue, occurrencesDue, type PeriodicKind } from './moments.ts';
import type { Programmes } from './programmes.ts';
import { channelsOwed } from './store.ts';

interface Parts {
  readonly db: Database;
  readonly programme: Programmes;
}

/** A workspace that has gone to another place is told nothing more by this one. */
const isOfPlace = ({ workspaces }: Place, { platform, workspace }: Channel): boolean =>
  platform === 'terminal' || workspaces[platform].length === 0 || workspaces[platform].includes(workspace);

export const createPlanning = ({ db, programme }: Parts) => {
  /** When each was due, by place and key. */
  const planned = new Map<string, Temporal.Instant>();

  const isWorthSaying = async (
    place: Place,
    kind: PeriodicKind,
    { due, expiresAt }: Occurrence,
    now: Temporal.Instant,
  ): Promise<boolean> => {
    if (kind === 'agenda') return true;
    if (kind === 'veilleuses') return !isEmptyDigest(await digestOf(db.direct, place, due));
    const { period, events, closures } = await programme(place, kind, due);
    const within: Interval = { start: period.start.toInstant(), end: period.end.toInstant() };
    // What came onto the agenda when it was too late was not missed.
    if (!isBefore(now, expiresAt)) return wasAnnounced(db.prisma, place.id, within, expiresAt);
    return (
      events.some(({ cancelledAt }) => cancelledAt === undefined) ||
      (kind === 'aujourdhui' && closures.some(({ start }) => !isBefore(start, within.start)))
    );
  };

  const occurrences = async (
    place: Place,
    kind: AnnouncementKind,
    now: Temporal.Instant,
  ): Promise<readonly Occurrence[]> => {
    if (kind !== 'evenements') return occurrencesDue(place, kind, now);
    const within = { start: now.subtract(MISSED), end: now.add(announcedAhead(announcingOf(place))) };
    const events = await eventsToAnnounce(db.prisma, { placeId: place.id, timeZone: place.timeZone }, within);
    return events.flatMap((each) => momentsDue(place, each, now));
  };

  const ofOccurrence = async (
    place: Place,
    occurrence: Occurrence,
    now: Temporal.Instant,
  ): Promise<readonly Planned[]> => {
    const { kind, announced, eventId, key, due, expiresAt, liveUntil } = occurrence;
    const name = `${place.id} ${key}`;
    if (planned.has(name)) return [];
    const owed = (await channelsOwed(db.prisma, { placeId: place.id, kind, due, key })).filter(({ to }) =>
      isOfPlace(place, to),
    );
    if (owed.length === 0) planned.set(name, due);
    if (owed.length === 0 || (kind !== 'evenements' && !(await isWorthSaying(place, kind, occurrence, now)))) return [];
    return owed.map(({ id, to, key: own }) => ({
      placeId: place.id,
      key: own,
      to: { channel: to },
      kind: announced,
      subjectId: eventId ?? id,
      due,
      expiresAt,
      liveUntil,
    }));
  };

  return async (place: Place, kind: AnnouncementKind, now: Temporal.Instant): Promise<readonly Planned[]> => {
    for (const [name, due] of planned) if (isBefore(due, now.subtract(MISSED))) planned.delete(name);
    const all: Planned[] = [];
    for (const occurrence of await occurrences(place, kind, now))
      all.push(...(await ofOccurrence(place, occurrence, now)));
    return all;
  };
};

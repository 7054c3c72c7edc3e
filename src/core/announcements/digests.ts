// What the veilleuses' channel is told each week: what was noted, what nobody had news of for long, and who was proposed to whom.
// Read as it is now, of the week that was due: what has moved since is said as it stands.
import type { Queries } from '../../db/direct.ts';
import { Prisma } from '../../db/generated/client.ts';
import { initiativesOf } from '../../place/initiatives.ts';
import type { Place } from '../../place/model.ts';
import type { LinkEnd } from '../links/model.ts';
import { proposedIn } from '../links/reading-store.ts';
import { mayMeet } from '../links/rules.ts';
import type { Digest, DigestLine } from './model.ts';

const WEEK = { hours: 24 * 7 } as const;

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

const lines = (db: Queries, placeId: string, which: Prisma.Sql): Promise<DigestLine[]> =>
  db.$queryRaw<DigestLine[]>`
    SELECT number, title, coalesce(district, '') AS district FROM initiative
    WHERE place_id = ${placeId} AND merged_into IS NULL AND state IN ('spotted', 'met', 'accompanied') AND ${which}
    ORDER BY news_at, number LIMIT 200`;

/** One that its owner hid since is told no more. */
const isShown = (end: LinkEnd, other: LinkEnd): boolean => end.isOpen && mayMeet(end, other);

export const digestOf = async (db: Queries, place: Place, due: Temporal.Instant): Promise<Digest> => {
  const start = due.subtract(WEEK);
  const silentFor = initiativesOf(place).silence;
  const silent = due.toZonedDateTimeISO(place.timeZone).subtract(silentFor).toInstant();
  const links = await proposedIn(db, place.id, { start, end: due });
  return {
    start: start.toZonedDateTimeISO(place.timeZone),
    end: due.toZonedDateTimeISO(place.timeZone),
    noted: await lines(db, place.id, Prisma.sql`created_at >= ${at(start)} AND created_at < ${at(due)}`),
    silent: await lines(db, place.id, Prisma.sql`news_at <= ${at(silent)}`),
    silentFor,
    links: links
      .filter(
        ({ first, second, closedBecause }) => closedBecause === undefined && isShown(first, second) && second.isOpen,
      )
      .map(({ first, second }) => ({ first, second })),
  };
};

export const isEmptyDigest = ({ noted, silent, links }: Digest): boolean =>
  noted.length + silent.length + links.length === 0;

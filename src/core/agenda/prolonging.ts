// A series without an end, written a year ahead and then further, as time goes. Nobody is asked, so nobody makes room:
// what cannot be had is told to whoever made it.
import type { Queries } from '../../db/direct.ts';
import type { Database } from '../../db/open.ts';
import { retrying } from '../../db/retry.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Planned } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import { lockResources } from '../ledger/store.ts';
import type { ImpossibleEvent, Obstacle } from './acts.ts';
import { roomFor } from './room.ts';
import { eventClaims, themeOf, timesAfter } from './rules.ts';
import {
  type EndlessSeries,
  type Gap,
  lockSeries,
  noteProlonging,
  prolongingNumbered,
  seriesToProlong,
} from './series-writing.ts';
import { withSlots } from './slots.ts';
import { insertEvent } from './writing.ts';

interface Times {
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
}

/** What the rule of a series names from that day on. `until`: the last day, though it be left out. */
export type RuleReader = (
  words: string,
  asked: { readonly spaceKey: string | undefined; readonly from: Temporal.PlainDate },
) => { readonly times: readonly Times[]; readonly until: Temporal.PlainDate | undefined };

export interface ProlongingRoom {
  /** Once a week each. */
  prolong(place: Place, read: RuleReader): Promise<readonly Planned[]>;
  /** What could not be had; undefined: there is no such thing. */
  prolonged(
    place: Place,
    id: number,
  ): Promise<
    | { readonly title: string; readonly until: Temporal.PlainDate; readonly impossible: readonly ImpossibleEvent[] }
    | undefined
  >;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
}

interface WrittenGap extends Gap {
  readonly because: Obstacle;
}

const EVERY = { hours: 7 * 24 };
const TOLD_WITHIN = { hours: 30 * 24 };
const MOST_READINGS = 12;
const PATIENCE = { maxWait: 10_000, timeout: 30_000 } as const;

const { compare } = Temporal.PlainDate;

/** After what is written, up to that day: the rule is read as often as it takes, for one reading names so many. */
const following = (
  { words, writtenUntil, facts }: EndlessSeries,
  limit: Temporal.PlainDate,
  read: RuleReader,
): { readonly times: readonly Times[]; readonly until: Temporal.PlainDate } => {
  const times: Times[] = [];
  let until = writtenUntil;
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const from = until;
    // From the last that is known, so that « un jeudi sur deux » keeps its step.
    const next = read(words, { spaceKey: facts.spaceKey, from });
    const after = next.times.filter(({ start }) => compare(start.toPlainDate(), from) > 0);
    times.push(...after);
    if (next.until === undefined || compare(next.until, from) <= 0) break;
    until = next.until;
    if (compare(until, limit) >= 0) break;
  }
  const inTime = times.filter(({ start }) => compare(start.toPlainDate(), limit) <= 0);
  const last = inTime.at(-1)?.start.toPlainDate();
  return { times: inTime, until: compare(until, limit) <= 0 ? until : (last ?? writtenUntil) };
};

export const createProlonging = ({ db, clock }: Parts): ProlongingRoom => {
  const writeFurther = async (
    tx: Queries,
    place: Place,
    series: EndlessSeries,
    read: RuleReader,
  ): Promise<Planned[]> => {
    const now = clock.now();
    const limit = now.toZonedDateTimeISO(place.timeZone).toPlainDate().add({ years: 1 });
    const { times, until } = following(series, limit, read);
    const moved = times.map((each) => timesAfter(each, series.hours && { is: 'weekly', ...series.hours }));
    const { facts, organiserId } = series;
    const claimsFor = (each: Times) => eventClaims(place, facts.spaceKey, each);
    await lockResources(tx, place.id, moved.flatMap(claimsFor));
    const gaps: WrittenGap[] = [];
    for (const { start, end } of moved) {
      const claims = claimsFor({ start, end });
      const { obstacle, bookingIds } = await roomFor(tx, place, claims, new Set());
      const because = obstacle ?? (bookingIds.length > 0 ? ({ by: 'booking' } as const) : undefined);
      if (because) gaps.push({ start: start.toInstant().toString(), end: end.toInstant().toString(), because });
      else {
        const theme = facts.theme ?? themeOf(place, facts.edition, start.year);
        const origin = { seriesId: series.id, requestId: `series ${series.id}`, organiserId };
        const writer = { placeId: place.id, actorId: undefined, at: now };
        await insertEvent(
          tx,
          { facts: withSlots({ ...facts, theme }, { start, end }), start, end, claims },
          origin,
          writer,
        );
      }
    }
    const id = await noteProlonging(tx, { placeId: place.id, seriesId: series.id, until, gaps, now });
    if (gaps.length === 0 || organiserId === undefined) return [];
    return [
      {
        placeId: place.id,
        key: `event series ${series.id} prolonged, ${id}`,
        to: { memberId: organiserId },
        kind: 'event.prolonged',
        subjectId: id,
        due: outOfQuietHours(now, place),
        expiresAt: now.add(TOLD_WITHIN),
      },
    ];
  };

  return {
    prolong: async (place, read) => {
      const planned: Planned[] = [];
      const since = clock.now().subtract(EVERY);
      for (const id of await seriesToProlong(db.prisma, place.id, since))
        planned.push(
          ...(await retrying(() =>
            db.prisma.$transaction(async (tx) => {
              const series = await lockSeries(tx, id);
              // Another instance may have been quicker.
              const isStill = series && (await seriesToProlong(tx, place.id, since)).includes(id);
              return isStill ? writeFurther(tx, place, series, read) : [];
            }, PATIENCE),
          )),
        );
      return planned;
    },

    prolonged: async (place, id) => {
      const found = await prolongingNumbered<WrittenGap>(db.prisma, place.id, id);
      if (!found) return undefined;
      const at = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO(place.timeZone);
      const { title, until, gaps } = found;
      const impossible = gaps.map(({ start, end, because }) => ({
        eventId: undefined,
        start: at(start),
        end: at(end),
        because,
      }));
      return { title, until, impossible };
    },
  };
};

// Yearly events are prepared half a year ahead: in January those of February to July, in July those of August to January.
// The staff are told once, as long as nothing of that edition is on the agenda.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { EventSeries, Place } from '../../place/model.ts';
import { nextOpenDays } from '../../place/opening.ts';
import type { Planned } from '../deliveries/model.ts';
import { staffOf } from '../people/store.ts';
import { editionsWritten } from './edition-store.ts';

export interface Edition {
  readonly series: EventSeries;
  readonly year: number;
}

export interface EditionsRoom {
  /** Of this month; nothing outside January and July. */
  editionsDue(place: Place): Promise<readonly Planned[]>;
  /** Those of which nothing is on the agenda yet. `subjectId`: year and month of the reminder, 202701. */
  editionsToPrepare(place: Place, subjectId: number): Promise<readonly Edition[]>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
}

const JANUARY = 1;
const JULY = 7;
const AT = Temporal.PlainTime.from('09:00');

/** Of the half-year that follows that month. */
export const editionsAfter = (
  place: Pick<Place, 'eventSeries'>,
  month: Temporal.PlainYearMonth,
): readonly Edition[] => {
  if (month.month !== JANUARY && month.month !== JULY) return [];
  return Array.from({ length: 6 }, (_, ahead) => month.add({ months: ahead + 1 })).flatMap((then) =>
    place.eventSeries.filter((series) => series.month === then.month).map((series) => ({ series, year: then.year })),
  );
};

const monthOf = (subjectId: number): Temporal.PlainYearMonth =>
  new Temporal.PlainYearMonth(Math.floor(subjectId / 100), subjectId % 100);

export const createEditions = ({ db, clock }: Parts): EditionsRoom => {
  const toPrepare: EditionsRoom['editionsToPrepare'] = async (place, subjectId) => {
    const editions = editionsAfter(place, monthOf(subjectId));
    const written = await editionsWritten(db.prisma, place);
    return editions.filter(({ series, year }) => !written.has(`${series.key} ${year}`));
  };

  return {
    editionsDue: async (place) => {
      const today = clock.now().toZonedDateTimeISO(place.timeZone).toPlainDate();
      const month = today.toPlainYearMonth();
      const subjectId = month.year * 100 + month.month;
      if (editionsAfter(place, month).length === 0 || (await toPrepare(place, subjectId)).length === 0) return [];
      const first = month.toPlainDate({ day: 1 });
      const [day = first] = nextOpenDays(place, undefined, first.subtract({ days: 1 }), 1);
      const due = day.toZonedDateTime({ timeZone: place.timeZone, plainTime: AT }).toInstant();
      const expiresAt = month.add({ months: 1 }).toPlainDate({ day: 1 }).toZonedDateTime(place.timeZone).toInstant();
      return (await staffOf(db.prisma, place.id)).map((memberId) => ({
        placeId: place.id,
        key: `editions ${month} to ${memberId}`,
        to: { memberId },
        kind: 'edition.prepare' as const,
        subjectId,
        due,
        expiresAt,
      }));
    },
    editionsToPrepare: toPrepare,
  };
};

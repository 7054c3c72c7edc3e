// What announcements say, read from the agenda once for all the channels that are told: ten thousand of them ask for the
// same days within minutes.
import type { Database } from '../../db/open.ts';
import type { Place } from '../../place/model.ts';
import { agendaRevision, eventsBetween } from '../agenda/store.ts';
import { closuresFrom } from '../closures/store.ts';
import type { OpeningsRoom } from '../openings/usecases.ts';
import type { ShowingRoom } from '../showing/usecases.ts';
import { movedAway } from './events-store.ts';
import type { Programme } from './model.ts';
import { announcedInMonth, type ProgrammeKind, periodOf } from './moments.ts';

/** As of when it is due: what was cancelled before is not announced, what is cancelled after is said to be. */
export type Programmes = (place: Place, kind: ProgrammeKind, due: Temporal.Instant) => Promise<Programme>;

interface Parts {
  readonly db: Database;
  readonly openings: Pick<OpeningsRoom, 'refresh' | 'current'>;
  readonly showing: Pick<ShowingRoom, 'address'>;
}

/** Those of a week that are still made true, and what is looked at beforehand. */
const MOST_KEPT = 50;

interface Kept {
  readonly revision: number;
  readonly programme: Promise<Programme>;
}

export const createProgrammes = ({ db, openings, showing }: Parts): Programmes => {
  const kept = new Map<string, Kept>();

  const read: Programmes = async (file, kind, due) => {
    // Another instance may have changed the hours.
    await openings.refresh(file.id);
    const place = openings.current(file);
    const period = periodOf(place, kind, due);
    const within = { start: period.start.toInstant(), end: period.end.toInstant() };
    const scope = { placeId: place.id, timeZone: place.timeZone };
    const editions = announcedInMonth(place, period.start.month).map(({ key }) => key);
    const isOfIt = (event: { readonly kind: string; readonly edition: string | undefined }) =>
      kind !== 'mois-ess' ||
      event.kind === 'ess_month' ||
      (event.edition !== undefined && editions.includes(event.edition));
    const events = await eventsBetween(db.prisma, scope, { ...within, cancelled: true });
    return {
      place,
      period,
      events: events.filter(
        (event) =>
          isOfIt(event) && (event.cancelledAt === undefined || Temporal.Instant.compare(event.cancelledAt, due) > 0),
      ),
      movedAway: (await movedAway(db.prisma, scope, within, due)).filter(({ event }) => isOfIt(event)),
      closures: await closuresFrom(db.prisma, place.id, within.start, within.end),
      address: showing.address(place, '/'),
    };
  };

  return async (place, kind, due) => {
    const key = `${place.id} ${kind} ${due}`;
    const revision = await agendaRevision(db.prisma, place.id);
    const known = kept.get(key);
    if (known?.revision === revision) return known.programme;
    const programme = read(place, kind, due);
    kept.delete(key);
    kept.set(key, { revision, programme });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    // What could not be read is asked again.
    programme.catch(() => kept.delete(key));
    return programme;
  };
};

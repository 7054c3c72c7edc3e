// The place of the benchmarks, and as many different stays in it as they need: the same work for both sides.
import { loadPlaces } from '../src/place/load.ts';
import type { Place } from '../src/place/model.ts';

export const PLACE_FILE = 'bench/place.yaml';

/** A Monday morning. */
export const NOW = Temporal.Instant.from('2026-11-23T09:00:00+01:00');

const loaded = loadPlaces(PLACE_FILE);
if (!loaded.ok) throw new Error(`${PLACE_FILE} is not a place: ${JSON.stringify(loaded.error)}`);
const [onlyPlace] = loaded.value.places;
if (!onlyPlace) throw new Error(`${PLACE_FILE} holds no place`);

export const place: Place = onlyPlace;

export interface Hour {
  readonly spaceKey: string;
  readonly date: Temporal.PlainDate;
  /** On the clock: it lasts an hour. */
  readonly from: number;
}

const DAYS = 360;
const HOURS = 10;
const today = NOW.toZonedDateTimeISO(place.timeZone).toPlainDate();

/** The nth hour to book: the next room each time, then the next day, then the next hour. 28,800 before one comes again. */
export const hour = (n: number): Hour => {
  const rooms = place.spaces.length;
  const days = Math.floor(n / rooms);
  return {
    spaceKey: place.spaces[n % rooms]?.key ?? '',
    date: today.add({ days: 1 + (days % DAYS) }),
    from: 9 + (Math.floor(days / DAYS) % HOURS),
  };
};

export const startOf = ({ date, from }: Hour): Temporal.ZonedDateTime =>
  date.toZonedDateTime({ timeZone: place.timeZone, plainTime: { hour: from } });

// The place that the phrases are read in, and the present that they assume: Monday 23 November 2026, 10:00.

import { loadPlaces } from '../../src/place/load.ts';
import type { Place } from '../../src/place/model.ts';
import type { PhraseReading } from '../../src/reading/phrase.ts';
import { readPhrase } from '../../src/reading/phrase.ts';

const loaded = loadPlaces('lieux/la-mijoteuse.yaml');
const [first] = loaded.ok ? loaded.value.places : [];
if (first === undefined) throw new Error('lieux/la-mijoteuse.yaml does not load');

export const mijoteuse: Place = first;

export const MONDAY_10H = Temporal.ZonedDateTime.from('2026-11-23T10:00[Europe/Paris]').toInstant();

export const at = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Paris').toInstant();

const hour = (time: Temporal.ZonedDateTime): string => time.toPlainTime().toString({ smallestUnit: 'minute' });

const day = (time: Temporal.ZonedDateTime): string => time.toPlainDate().toString();

/** « 2026-11-24 09:00-12:30 », « 2026-11-28 all day, closed », « unclear », « nothing ». */
export const timeOf = ({ when }: PhraseReading): string => {
  if (when === undefined) return 'nothing';
  const slots = when.slots.map(({ start, end }) => {
    const isWholeDay = hour(start) === '00:00' && hour(end) === '00:00' && day(start) !== day(end);
    return isWholeDay
      ? `${day(start)} all day`
      : `${day(start)} ${hour(start)}-${day(start) === day(end) ? '' : `${day(end)} `}${hour(end)}`;
  });
  return [...slots, ...(when.problem === undefined ? [] : [when.problem])].join(', ');
};

export const read = (phrase: string, now = MONDAY_10H): PhraseReading => readPhrase(phrase, mijoteuse, now);

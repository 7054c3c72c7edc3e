// How a place stands, in words: for pages, the wall screen, and whoever asks from the chat.
import type { Closure } from '../core/closures/model.ts';
import type { Openness, SpaceNow } from '../core/showing/model.ts';
import { type Place, spaceOf } from '../place/model.ts';
import { count, day, enumerate, hour, moment, sentenceCase, shortDay } from './words.fr.ts';

/** « Ouvert », « Fermé ». */
export const openWord = ({ open }: Openness): string => (open ? 'Ouvert' : 'Fermé');

const opensAgain = (next: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): string => {
  const today = now.toPlainDate();
  if (next.toPlainDate().equals(today)) return `ouvre à ${hour(next)}`;
  if (next.toPlainDate().equals(today.add({ days: 1 }))) return `ouvre demain à ${hour(next)}`;
  return `ouvre ${shortDay(next)} à ${hour(next)}`;
};

/** « jusqu’à 18 h », « Noël, ouvre lundi 28 décembre à 9 h »: what stands beside « Ouvert » or « Fermé ». */
export const openDetail = (openness: Openness, now: Temporal.ZonedDateTime): string => {
  if (openness.open) return `jusqu’à ${hour(openness.until)}`;
  const { because, next } = openness;
  return [
    ...(because === undefined ? [] : [because]),
    next === undefined ? 'réouverture non communiquée' : opensAgain(next, now),
  ].join(', ');
};

const isShared = (place: Place, spaceKey: string): boolean => spaceOf(place, spaceKey)?.use.by === 'seat';

/** « 7 places libres sur 10 », « libre », « occupé », « fermé ». */
export const spaceState = (place: Place, { spaceKey, state, freeSeats, capacitySeats }: SpaceNow): string => {
  const shared = isShared(place, spaceKey);
  switch (state) {
    case 'free':
      return shared ? `${count(freeSeats, 'place libre', 'places libres')} sur ${capacitySeats}` : 'libre';
    case 'full':
      return shared ? 'complet' : 'occupé';
    case 'closed':
    case 'shut':
      return 'fermé';
  }
};

/** « jusqu’à 14 h », « jusqu’à la fermeture », « ouvre à 16 h »: of the state above. */
export const spaceUntil = ({ state, until }: SpaceNow): string => {
  switch (state) {
    case 'free':
    case 'full':
      return until === undefined ? 'jusqu’à la fermeture' : `jusqu’à ${hour(until)}`;
    case 'closed':
      return until === undefined ? 'pour aujourd’hui' : `jusqu’à ${hour(until)}`;
    case 'shut':
      return until === undefined ? 'pour aujourd’hui' : `ouvre à ${hour(until)}`;
  }
};

const namesOf = (place: Place, keys: readonly string[]): string => {
  const open = place.spaces.filter(({ use }) => use.by !== 'lease').map(({ key }) => key);
  if (open.every((key) => keys.includes(key))) return 'tout le lieu';
  return enumerate(keys.map((key) => spaceOf(place, key)?.nameWithArticle ?? key));
};

/** « Mardi 24 novembre 2026, de 9 h à 12 h : la cuisine, fermé (travaux) ». */
export const closureLine = (place: Place, { start, end, spaceKeys, reason }: Closure): string => {
  const when = moment(start.toZonedDateTimeISO(place.timeZone), end.toZonedDateTimeISO(place.timeZone));
  return `${sentenceCase(when)}\u00a0: ${namesOf(place, spaceKeys)}, fermé (${reason})`;
};

export const todayIs = (now: Temporal.ZonedDateTime): string => sentenceCase(day(now));

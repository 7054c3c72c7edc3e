// The agenda: what is on, for whoever looks.
import type { Database } from '../../db/open.ts';
import type { Interval } from '../../kernel/interval.ts';
import type { Place } from '../../place/model.ts';
import type { Closure } from '../closures/model.ts';
import { closuresFrom } from '../closures/store.ts';
import type { Event, EventFilter } from './model.ts';
import { searchOf } from './search.ts';
import { agendaRevision, eventNumbered, eventsBetween } from './store.ts';

export interface AgendaRoom {
  /** Those that are under way at some time of the interval, by start. */
  between(place: Place, filter: EventFilter): Promise<readonly Event[]>;
  /** Undefined when the place has none of that number. */
  numbered(place: Place, id: number): Promise<Event | undefined>;
  /** The spaces that are closed, and why, at some time of the interval, by start. */
  closures(place: Place, within: Interval): Promise<readonly Closure[]>;
  /** Moves whenever something that is announced has changed: a page or a post made at another one is to be looked at again. */
  revision(place: Place): Promise<number>;
}

const scopeOf = ({ id, timeZone }: Place) => ({ placeId: id, timeZone });

export const createAgenda = ({ db }: { readonly db: Database }): AgendaRoom => ({
  between: (place, filter) =>
    eventsBetween(
      db.prisma,
      scopeOf(place),
      filter,
      filter.about === undefined ? undefined : searchOf(place, filter.about),
    ),
  numbered: (place, id) => eventNumbered(db.prisma, scopeOf(place), id),
  closures: ({ id }, { start, end }) => closuresFrom(db.prisma, id, start, end),
  revision: ({ id }) => agendaRevision(db.prisma, id),
});

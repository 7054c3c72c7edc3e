// How others see one's name, which is theirs to choose: on the cards of those who come at the same time, and on the door.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Actor } from '../people/model.ts';
import type { NamedStay, ShownName } from './model.ts';
import { nameAs } from './rules.ts';
import { namedDuring, shownName, writeShownName } from './store.ts';

export interface NameShown {
  readonly as: ShownName;
  /** What others read; undefined when they read none. */
  readonly name: string | undefined;
}

export interface NamesRoom {
  shown(actor: Actor): Promise<NameShown>;
  show(actor: Actor, as: ShownName): Promise<NameShown>;
  /** Who is expected that day, of those who show their name, by start. */
  onDay(place: Place, date: Temporal.PlainDate): Promise<readonly NamedStay[]>;
}

export const createNames = ({ db, clock }: { readonly db: Database; readonly clock: Clock }): NamesRoom => {
  const shown: NamesRoom['shown'] = async ({ memberId }) => {
    const { as, displayName } = await shownName(db.prisma, memberId);
    return { as, name: nameAs(displayName, as) };
  };
  return {
    shown,

    show: async (actor, as) => {
      await writeShownName(db.prisma, actor.memberId, { shown: as, now: clock.now() });
      return shown(actor);
    },

    onDay: ({ id: placeId, timeZone }, date) => {
      const start = date.toZonedDateTime(timeZone).toInstant();
      const end = date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
      return namedDuring(db.prisma, { placeId, timeZone }, { start, end });
    },
  };
};

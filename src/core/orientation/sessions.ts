// Which sessions of the agenda are a partner's. Pure.
import type { Partner } from '../../place/partner.ts';
import { folded } from '../../place/written.ts';
import type { Event } from '../agenda/model.ts';
import type { Slot } from '../agenda/slots.ts';
import type { Session } from '../appointments/model.ts';

const holds = (title: string, name: string): boolean => ` ${folded(title)} `.includes(` ${folded(name)} `);

/** What nobody said to be a partner’s: by its name in the title, or because it comes from its own calendar. */
const isTheirs = ({ title, feedKey, partnerKey }: Event, { key, name, fullName, aliases }: Partner): boolean =>
  partnerKey === undefined &&
  (feedKey === key ||
    [name, ...(fullName === undefined ? [] : [fullName]), ...aliases].some((each) => holds(title, each)));

interface Next {
  readonly session: Event | undefined;
  readonly slot: Slot | undefined;
}

const NONE: Next = { session: undefined, slot: undefined };

const begins = ({ session, slot }: Next): number => (slot ?? session)?.start.epochMilliseconds ?? Infinity;

interface Announced {
  /** Held in a partner’s name, as the person who asks could come to them. */
  readonly held: readonly Session[];
  readonly events: readonly Event[];
}

/** The first that is theirs, has not begun and has a place left; both lists come in order. */
export const nextSession = (partner: Partner, { held, events }: Announced, now: Temporal.Instant): Next => {
  if (partner.link === 'developing') return NONE;
  const hasRoom = ({ start, cancelledAt, seatsLeft }: Event): boolean =>
    Temporal.Instant.compare(start.toInstant(), now) > 0 && cancelledAt === undefined && seatsLeft !== 0;
  const own = held
    .filter(({ event }) => event.partnerKey === partner.key)
    .flatMap(({ event, free }): readonly Next[] => {
      if (event.slotMinutes === undefined) return hasRoom(event) ? [{ session: event, slot: undefined }] : [];
      return free.slice(0, 1).map((slot) => ({ session: event, slot }));
    });
  const other = events.find((event) => hasRoom(event) && isTheirs(event, partner));
  const all = [...own, ...(other ? [{ session: other, slot: undefined }] : [])];
  return all.sort((a, b) => begins(a) - begins(b))[0] ?? NONE;
};

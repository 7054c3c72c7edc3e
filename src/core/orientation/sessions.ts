// Which events of the agenda are a partner's. Pure.
import type { Partner } from '../../place/partner.ts';
import { folded } from '../../place/written.ts';
import type { Event } from '../agenda/model.ts';

const holds = (title: string, name: string): boolean => ` ${folded(title)} `.includes(` ${folded(name)} `);

/** By its name in the title, or because it comes from its own calendar. */
const isTheirs = ({ title, feedKey }: Event, { key, name, fullName, aliases }: Partner): boolean =>
  feedKey === key ||
  [name, ...(fullName === undefined ? [] : [fullName]), ...aliases].some((each) => holds(title, each));

/** The first of `events`, which come in order, that is theirs, has not begun and has a place left. */
export const nextSession = (partner: Partner, events: readonly Event[], now: Temporal.Instant): Event | undefined =>
  partner.link === 'developing'
    ? undefined
    : events.find(
        (event) =>
          Temporal.Instant.compare(event.start.toInstant(), now) > 0 &&
          event.cancelledAt === undefined &&
          event.seatsLeft !== 0 &&
          isTheirs(event, partner),
      );

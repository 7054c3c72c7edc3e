// What a partner's session is, and what may be said of who came. Pure.
import { isBefore } from '../../kernel/interval.ts';
import type { Place } from '../../place/model.ts';
import type { Partner } from '../../place/partner.ts';
import { sessionRulesOf } from '../../place/permanences.ts';
import type { Event } from '../agenda/model.ts';
import type { Slot } from '../agenda/slots.ts';
import { bearersOf } from '../roles/rules.ts';
import type { Attendance, SessionsFailure, Shape, Visitor } from './model.ts';

/** Said by slot it is individual, by seats collective; else as the partner usually meets people. */
export const shapeOf = (
  place: Place,
  { meeting }: Pick<Partner, 'meeting'>,
  said: {
    readonly slotMinutes: number | undefined;
    readonly bySeat: boolean;
    /** Undefined: as many as want to. */
    readonly capacity: number | undefined;
  },
): Shape => {
  const isIndividual = said.slotMinutes !== undefined || (!said.bySeat && meeting !== 'collective');
  return {
    kind: !isIndividual && meeting === 'collective' ? 'info_meeting' : 'session',
    slotMinutes: isIndividual ? (said.slotMinutes ?? sessionRulesOf(place).slotMinutes) : undefined,
    capacity: isIndividual ? undefined : said.capacity,
  };
};

/** For so long after it ends, who came can be written down, and mended. */
const MARKED_WITHIN = { hours: 30 * 24 } as const;

const opensAt = (event: Event, slot: Slot | undefined): Temporal.ZonedDateTime => slot?.start ?? event.start;

export const whyNotMarked = (
  event: Event,
  { slot, gaveUp }: Pick<Visitor, 'slot' | 'gaveUp'>,
  now: Temporal.Instant,
): SessionsFailure | undefined => {
  const start = opensAt(event, slot);
  if (event.cancelledAt !== undefined || gaveUp) return { code: 'sessions.cancelled', event };
  if (isBefore(now, start.toInstant())) return { code: 'sessions.not_begun', event, start };
  return isBefore(event.end.toInstant().add(MARKED_WITHIN), now) ? { code: 'sessions.closed', event } : undefined;
};

/** As it reads: a session that is called off is nobody's absence, and who gave up their appointment is excused. */
export const attendanceOf = (
  event: Pick<Event, 'cancelledAt'>,
  { marked, gaveUp }: { readonly marked: Attendance | undefined; readonly gaveUp: boolean },
): Attendance => {
  if (marked !== undefined) return marked;
  if (event.cancelledAt !== undefined) return 'cancelled_by_structure';
  return gaveUp ? 'excused' : 'to_come';
};

/** By their number, as a button says it; else by name. */
export const meantBy = (visitors: readonly Visitor[], typed: string): readonly Visitor[] => {
  const number = /^\s*(?:n°\s*)?(\d{1,10})\s*$/i.exec(typed)?.[1];
  if (number !== undefined) return visitors.filter(({ memberId }) => memberId === Number(number));
  const ids = new Set(
    bearersOf(
      visitors.map(({ memberId, name }) => ({ memberId, name, roles: [] })),
      typed,
    ).map(({ memberId }) => memberId),
  );
  return visitors.filter(({ memberId }) => ids.has(memberId));
};

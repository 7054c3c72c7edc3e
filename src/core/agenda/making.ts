// Making an event, or a series of them: what each needs of its space, who makes room, and what can't be.
import { fail, ok } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import { displace } from '../closures/store.ts';
import type { Effect } from '../impact/effect.ts';
import type { Claim } from '../ledger/model.ts';
import type { EventAct, EventOccurrence, ImpossibleEvent } from './acts.ts';
import { makingRoom, roomFor } from './room.ts';
import { collides, eventClaims, refusalOf, themeOf, whyNotHeld } from './rules.ts';
import { insertEventSeries } from './series-writing.ts';
import { withSlots } from './slots.ts';
import { insertEvent } from './writing.ts';

type Making = Extract<EventAct, { readonly act: 'event.make' }>;

const NONE: ReadonlySet<number> = new Set();

const occurrencesOf = ({ times }: Making, timeZone: string): readonly EventOccurrence[] => {
  const at = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO(timeZone);
  return times
    .map(({ start, end }) => ({ eventId: undefined, start: at(start), end: at(end) }))
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start));
};

const lastEnd = (occurrences: readonly EventOccurrence[], now: Temporal.Instant): Temporal.Instant =>
  occurrences
    .map(({ end }) => end.toInstant())
    .sort(Temporal.Instant.compare)
    .at(-1) ?? now;

export const makingEffect = (place: Place, act: Making, now: Temporal.Instant): Effect => {
  const { facts, rule, requestId } = act;
  const occurrences = occurrencesOf(act, place.timeZone);
  const claimsFor = (occurrence: EventOccurrence) => eventClaims(place, facts.spaceKey, occurrence);
  const claims = occurrences.flatMap(claimsFor);
  const isPast = ({ start }: EventOccurrence) => Temporal.Instant.compare(start.toInstant(), now) <= 0;

  const toll: Effect['toll'] = async (db) => {
    const possible: EventOccurrence[] = [];
    const impossible: ImpossibleEvent[] = [];
    const bookingIds = new Set<number>();
    const kept: Claim[] = [];
    for (const occurrence of occurrences) {
      const broken = whyNotHeld(place, withSlots(facts, occurrence));
      if (broken) return fail(broken);
      const wanted = claimsFor(occurrence);
      const { obstacle, bookingIds: displaced } = await roomFor(db, place, wanted, NONE);
      const because = isPast(occurrence)
        ? ({ by: 'past' } as const)
        : (obstacle ?? (collides(wanted, kept) ? { by: 'event' as const, title: facts.title } : undefined));
      if (because) impossible.push({ ...occurrence, because });
      else {
        possible.push(occurrence);
        kept.push(...wanted);
        for (const id of displaced) bookingIds.add(id);
      }
    }
    const refused = refusalOf({ possible, impossible }, rule === undefined ? facts.spaceKey : undefined);
    if (refused) return fail(refused);
    return ok({
      bookings: [...bookingIds].map((bookingId) => ({ bookingId, loses: 'booking' as const })),
      events: [],
      occurrences: { possible, impossible },
    });
  };

  return {
    claims,
    takes: { as: 'event', claims },
    end: lastEnd(occurrences, now),
    after: place,
    toll,
    write: async (db, { occurrences: weighed }, doer) => {
      const made = weighed?.possible ?? [];
      await displace(db, await makingRoom(db, place, made.flatMap(claimsFor)), doer, act.reason);
      const seriesId = rule && (await insertEventSeries(db, { rule, facts, requestId }, doer));
      let first: number | undefined;
      for (const { start, end } of made) {
        const theme = facts.theme ?? themeOf(place, facts.edition, start.year);
        const written = {
          facts: withSlots({ ...facts, theme }, { start, end }),
          start,
          end,
          claims: claimsFor({ eventId: undefined, start, end }),
        };
        const id = await insertEvent(db, written, { seriesId, requestId, organiserId: doer.actorId }, doer);
        first ??= id;
      }
      if (first === undefined) throw new Error('an event was to be made, and none was possible');
      return first;
    },
  };
};

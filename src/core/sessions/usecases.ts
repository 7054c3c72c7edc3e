// Holding sessions in a partner's name: opening them, being away, seeing who comes, and writing down who came. A partner
// acts for those that they speak for, the staff for all.
import type { Database } from '../../db/open.ts';
import { isBefore } from '../../kernel/interval.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { DecisionsRoom } from '../agenda/decisions.ts';
import type { Event } from '../agenda/model.ts';
import { MOST_EVENTS } from '../agenda/rules.ts';
import { slotAt } from '../agenda/slots.ts';
import { eventNumbered } from '../agenda/store.ts';
import { freeSlots } from '../appointments/rules.ts';
import type { Carried, ImpactFailure, Proposal } from '../impact/model.ts';
import type { ImpactRoom } from '../impact/usecases.ts';
import type { PartnersRoom } from '../partners/usecases.ts';
import type { Actor } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import type { Absence, Mark, NewSession, SessionsFailure, Sheet, Visitor } from './model.ts';
import { attendanceOf, meantBy, whyNotMarked } from './rules.ts';
import { sessionsOf, visitorsOf, type WrittenVisitor, writeMark } from './store.ts';

type Decided = Result<Carried | Proposal, ImpactFailure | SessionsFailure>;

export interface SessionsRoom {
  /** The partners in whose name they may act, when they are few enough to be said: a partner's own. Staff: all. */
  partnersOf(actor: Actor): Promise<Result<readonly string[], SessionsFailure>>;
  /** Undefined: sessions may be held in its name, by them. */
  whyNotHeld(actor: Actor, partnerKey: string): Promise<SessionsFailure | undefined>;
  open(actor: Actor, asked: NewSession, requestId: string): Promise<Decided>;
  /** Those that stand at some time of it, in one act. Those who were to come are told why: without a reason it is asked for. */
  away(actor: Actor, absence: Absence, requestId: string): Promise<Decided>;
  /** Recent ones and those to come, by start: of one partner, or of all theirs. */
  ofPartner(actor: Actor, partnerKey: string | undefined): Promise<Result<readonly Event[], SessionsFailure>>;
  /** The next that still have room, but for these. */
  next(place: Place, partnerKey: string, except?: readonly number[]): Promise<readonly Event[]>;
  /** With names: that they looked is written down. */
  sheet(actor: Actor, eventId: number): Promise<Result<Sheet, SessionsFailure>>;
  /** Of whoever is meant, by name or by number. */
  mark(
    actor: Actor,
    asked: { readonly eventId: number; readonly typed: string; readonly mark: Mark },
  ): Promise<Result<Sheet, SessionsFailure>>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  readonly decisions: Pick<DecisionsRoom, 'make'>;
  readonly impact: ImpactRoom;
  readonly partners: PartnersRoom;
}

const RECENT = { hours: 30 * 24 } as const;
const AHEAD = { hours: 366 * 24 } as const;
const MOST_LISTED = 100;

export const createSessions = ({ db, clock, places, decisions, impact, partners }: Parts): SessionsRoom => {
  const placeOf = ({ placeId }: Actor): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };
  const scopeOf = (actor: Actor) => ({ placeId: actor.placeId, timeZone: placeOf(actor).timeZone });

  const partnersOf: SessionsRoom['partnersOf'] = async (actor) => {
    if (!holds(actor, 'partenaire')) return fail({ code: 'people.not_allowed', needed: 'partenaire' });
    const keys = await partners.keysOf(actor);
    if (keys.size > 0) return ok([...keys]);
    return holds(actor, 'animation')
      ? ok(placeOf(actor).partners.map(({ key }) => key))
      : fail({ code: 'sessions.no_partner' });
  };

  const whyNotHeld: SessionsRoom['whyNotHeld'] = async (actor, partnerKey) => {
    const refused = await partners.refusal(actor, partnerKey);
    if (refused) return refused;
    const held = placeOf(actor).partners.find(({ key }) => key === partnerKey);
    return held?.link === 'developing' ? { code: 'partners.developing', partnerKey } : undefined;
  };

  /** A session, when the actor may see who comes to it. */
  const theirs = async (actor: Actor, eventId: number): Promise<Result<Event, SessionsFailure>> => {
    const event = await eventNumbered(db.prisma, scopeOf(actor), eventId);
    if (event?.partnerKey === undefined)
      return holds(actor, 'partenaire')
        ? fail({ code: 'event.not_found' })
        : fail({ code: 'people.not_allowed', needed: 'partenaire' });
    const refused = await partners.refusal(actor, event.partnerKey);
    return refused ? fail(refused) : ok(event);
  };

  const visitorOf = (event: Event, { memberId, name, gaveUp, slotAt: at, marked }: WrittenVisitor): Visitor => {
    const slot = at && slotAt(event, at);
    const mayMark = whyNotMarked(event, { slot, gaveUp }, clock.now()) === undefined;
    return { memberId, name, slot, gaveUp, mayMark, attendance: attendanceOf(event, { marked, gaveUp }) };
  };

  const sheetOf = async (actor: Actor, event: Event): Promise<Sheet> => {
    const now = clock.now();
    const written = await visitorsOf(db.prisma, event.id, { placeId: actor.placeId, by: actor.memberId, now });
    const taken = written.flatMap(({ gaveUp, slotAt: at }) => (gaveUp || !at ? [] : [at]));
    return { event, visitors: written.map((each) => visitorOf(event, each)), free: freeSlots(event, taken, now) };
  };

  return {
    partnersOf,
    whyNotHeld,

    open: async (actor, { partnerKey, shape, title, spaceKey, location, times, rule, reason }, requestId) => {
      const refused = await whyNotHeld(actor, partnerKey);
      if (refused) return fail(refused);
      const facts = { ...shape, title, partnerKey, spaceKey, location };
      return decisions.make(actor, { facts, times, rule, reason }, requestId);
    },

    away: async (actor, { partnerKey, start, end, reason }, requestId) => {
      const refused = await partners.refusal(actor, partnerKey);
      if (refused) return fail(refused);
      const now = clock.now();
      const from = Temporal.Instant.compare(start.toInstant(), now) < 0 ? now : start.toInstant();
      const within = { partnerKeys: [partnerKey], from, to: end.toInstant(), limit: MOST_EVENTS };
      const events = (await sessionsOf(db.prisma, scopeOf(actor), within)).filter(
        ({ cancelledAt, feedKey }) => cancelledAt === undefined && feedKey === undefined,
      );
      const people = events.reduce((sum, { going, waiting, maybe }) => sum + going + waiting + maybe, 0);
      if (people > 0 && reason === undefined) return fail({ code: 'sessions.reason_needed', partnerKey, people });
      const act = { act: 'event.away' as const, partnerKey, eventIds: events.map(({ id }) => id), reason };
      const done = await impact.carry(actor, act, requestId);
      // A request that was carried out is answered again, though nothing is left to call off.
      return done.ok || events.length > 0 ? done : fail({ code: 'sessions.none', partnerKey, absence: { start, end } });
    },

    ofPartner: async (actor, partnerKey) => {
      const refused = partnerKey === undefined ? undefined : await partners.refusal(actor, partnerKey);
      if (refused) return fail(refused);
      const known = await partnersOf(actor);
      if (!known.ok) return known;
      const now = clock.now();
      const isAll = partnerKey === undefined && holds(actor, 'animation');
      return ok(
        await sessionsOf(db.prisma, scopeOf(actor), {
          partnerKeys: partnerKey === undefined ? (isAll ? undefined : known.value) : [partnerKey],
          from: now.subtract(RECENT),
          to: now.add(AHEAD),
          limit: MOST_LISTED,
        }),
      );
    },

    next: async (place, partnerKey, except = []) => {
      const now = clock.now();
      const scope = { placeId: place.id, timeZone: place.timeZone };
      const within = { partnerKeys: [partnerKey], from: now, to: now.add(AHEAD), limit: MOST_LISTED };
      return (await sessionsOf(db.prisma, scope, within)).filter(
        ({ id, start, cancelledAt, seatsLeft }) =>
          !except.includes(id) && cancelledAt === undefined && seatsLeft !== 0 && isBefore(now, start.toInstant()),
      );
    },

    sheet: async (actor, eventId) => {
      const found = await theirs(actor, eventId);
      return found.ok ? ok(await sheetOf(actor, found.value)) : found;
    },

    mark: async (actor, { eventId, typed, mark }) => {
      const found = await theirs(actor, eventId);
      if (!found.ok) return found;
      const event = found.value;
      const { visitors } = await sheetOf(actor, event);
      const meant = meantBy(visitors, typed);
      const [visitor] = meant;
      if (!visitor) return fail({ code: 'sessions.not_coming', event, typed });
      if (meant.length > 1) return fail({ code: 'sessions.namesakes', event, names: meant.map(({ name }) => name) });
      const now = clock.now();
      const refused = whyNotMarked(event, visitor, now);
      if (refused) return fail(refused);
      const doing = { placeId: actor.placeId, by: actor.memberId, now };
      await writeMark(db.prisma, { eventId, memberId: visitor.memberId, mark }, doing);
      return ok(await sheetOf(actor, event));
    },
  };
};

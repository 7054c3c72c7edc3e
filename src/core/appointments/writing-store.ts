// The queries that take a slot, move to another, or give one up: each a transaction, in which nothing is lost unless
// everything is done. A person's own row is locked first, then the sessions by their number, then who waits.
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Database } from '../../db/open.ts';
import { isBefore } from '../../kernel/interval.ts';
import type { Clock } from '../../kernel/time.ts';

const at = (instant: Temporal.Instant) => Prisma.sql`${instant.toString()}::timestamptz`;

type Tx = Prisma.TransactionClient;

export interface Act {
  readonly placeId: string;
  readonly memberId: number;
  readonly requestId: string;
  readonly clock: Clock;
}

export interface Wanted {
  readonly eventId: number;
  readonly slotAt: Temporal.Instant;
  /** What they have with that partner is moved there. */
  readonly moves: boolean;
}

/** `already`: in that session, and it was not to be moved. `replayed`: that very request did it before. */
export type Outcome = 'made' | 'moved' | 'same' | 'replayed' | 'already' | 'begun' | 'cancelled';

/** The clock is read once they are alone: what is past by then is past. */
const alone = async (tx: Tx, { memberId, clock }: Act): Promise<Temporal.Instant> => {
  await tx.$executeRaw`UPDATE member SET revision = revision + 1 WHERE id = ${memberId}::integer`;
  const now = clock.now();
  await tx.$executeRaw`SELECT set_config('mijote.now', ${now.toString()}, true)`;
  return now;
};

const isKnown = async (tx: Tx, { placeId, requestId }: Act): Promise<boolean> =>
  (await tx.$queryRaw<unknown[]>`SELECT FROM request WHERE place_id = ${placeId} AND id = ${requestId}`).length > 0;

const note = async (
  tx: Tx,
  { placeId, memberId, requestId }: Act,
  now: Temporal.Instant,
  { action, eventId, slotAt }: { readonly action: string; readonly eventId: number; readonly slotAt: Temporal.Instant },
): Promise<void> => {
  await tx.$executeRaw`
    WITH once AS (
      INSERT INTO request (place_id, id, member_id, at)
      VALUES (${placeId}, ${requestId}, ${memberId}::integer, ${at(now)})
    )
    INSERT INTO audit (place_id, at, actor_id, action, subject, detail)
    VALUES (${placeId}, ${at(now)}, ${memberId}::integer, ${action}, ${`event ${eventId}`},
      jsonb_build_object('slot', ${at(slotAt)}))`;
};

interface Held {
  readonly event_id: number;
  readonly slot_at: Date;
}

/** With the partner of that session, still to come. */
const heldWith = (tx: Tx, memberId: number, eventId: number, now: Temporal.Instant): Promise<Held[]> =>
  tx.$queryRaw<Held[]>`
    SELECT event_id, slot_at FROM event_signup JOIN event ON event.id = event_id
    JOIN event AS wanted ON wanted.id = ${eventId}::integer
      AND (wanted.place_id, wanted.partner_key) = (event.place_id, event.partner_key)
    WHERE member_id = ${memberId}::integer AND answer = 'going' AND slot_at > ${at(now)} AND event.cancelled_at IS NULL`;

const settleWish = (tx: Tx, memberId: number, eventId: number, now: Temporal.Instant): Promise<number> =>
  tx.$executeRaw`
    UPDATE session_wait SET state = 'taken', settled_at = ${at(now)} FROM event
    WHERE event.id = ${eventId}::integer AND session_wait.place_id = event.place_id
      AND session_wait.partner_key = event.partner_key AND member_id = ${memberId}::integer
      AND state IN ('waiting', 'offered')`;

const take = async (tx: Tx, act: Act, { eventId, slotAt, moves }: Wanted, now: Temporal.Instant): Promise<Outcome> => {
  const { placeId, memberId } = act;
  if (await isKnown(tx, act)) return 'replayed';
  if (!isBefore(now, slotAt)) return 'begun';
  const [held] = await heldWith(tx, memberId, eventId, now);
  const ids = [...new Set([eventId, held?.event_id ?? eventId])].sort((a, b) => a - b);
  const locked = await tx.$queryRaw<{ id: number; cancelled_at: Date | null }[]>`
    SELECT id, cancelled_at FROM event WHERE place_id = ${placeId} AND id = ANY (${ids}::integer[])
    ORDER BY id FOR UPDATE`;
  if (locked.find(({ id }) => id === eventId)?.cancelled_at !== null) return 'cancelled';
  if (held?.event_id === eventId && instantOf(held.slot_at).equals(slotAt)) return 'same';
  if (held && !moves) return 'already';
  // What is kept for them is theirs: it is given up only once they have what they want.
  if (held && held.event_id !== eventId)
    await tx.$executeRaw`
      DELETE FROM event_signup WHERE event_id = ${held.event_id}::integer AND member_id = ${memberId}::integer`;
  await tx.$executeRaw`
    INSERT INTO event_signup (event_id, member_id, place_id, answer, answered_at, slot_at)
    VALUES (${eventId}::integer, ${memberId}::integer, ${placeId}, 'going', ${at(now)}, ${at(slotAt)})
    ON CONFLICT (event_id, member_id) DO UPDATE
      SET answer = 'going', answered_at = excluded.answered_at, slot_at = excluded.slot_at, promoted_at = NULL`;
  await settleWish(tx, memberId, eventId, now);
  await note(tx, act, now, { action: held ? 'appointment.moved' : 'appointment.made', eventId, slotAt });
  return held ? 'moved' : 'made';
};

/** Throws the refusal of the triggers: nothing has then changed. */
export const writeAppointment = ({ prisma }: Database, act: Act, wanted: Wanted): Promise<Outcome> =>
  prisma.$transaction(async (tx) => take(tx, act, wanted, await alone(tx, act)));

/** Undefined: it is not offered to them, or no longer. */
export const acceptOffer = ({ prisma }: Database, act: Act, waitId: number): Promise<Outcome | undefined> =>
  prisma.$transaction(async (tx) => {
    const now = await alone(tx, act);
    if (await isKnown(tx, act)) return 'replayed';
    const [offer] = await tx.$queryRaw<Held[]>`
      SELECT event_id, slot_at FROM session_wait
      WHERE id = ${waitId}::integer AND place_id = ${act.placeId} AND member_id = ${act.memberId}::integer
        AND state = 'offered' AND slot_at > ${at(now)} AND (expires_at IS NULL OR expires_at > ${at(now)})`;
    return offer && take(tx, act, { eventId: offer.event_id, slotAt: instantOf(offer.slot_at), moves: true }, now);
  });

/** When the slot that they gave up began, now or before; `begun`: it is too late for that. Undefined: they have none. */
export const giveUp = (
  { prisma }: Database,
  act: Act,
  eventId: number,
): Promise<Temporal.Instant | 'begun' | undefined> =>
  prisma.$transaction(async (tx) => {
    const now = await alone(tx, act);
    const [known] = await tx.$queryRaw<{ answer: string; slot_at: Date; over: boolean }[]>`
      SELECT answer, slot_at, event.cancelled_at IS NOT NULL AS over FROM event_signup JOIN event ON event.id = event_id
      WHERE event_id = ${eventId}::integer AND event.place_id = ${act.placeId} AND member_id = ${act.memberId}::integer
        AND slot_at IS NOT NULL FOR UPDATE OF event`;
    if (!known || known.over) return undefined;
    const slotAt = instantOf(known.slot_at);
    if (known.answer !== 'going' || (await isKnown(tx, act))) return slotAt;
    if (!isBefore(now, slotAt)) return 'begun';
    await tx.$executeRaw`
      UPDATE event_signup SET answer = 'not_going', answered_at = ${at(now)}, promoted_at = NULL
      WHERE event_id = ${eventId}::integer AND member_id = ${act.memberId}::integer`;
    await note(tx, act, now, { action: 'appointment.cancelled', eventId, slotAt });
    return slotAt;
  });

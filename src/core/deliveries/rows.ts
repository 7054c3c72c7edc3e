// A delivery as its table holds it.
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { Channel, Delivery, DeliveryKind, MessageAt, Recipient } from './model.ts';

export interface DeliveryRow {
  readonly id: number;
  readonly place_id: string;
  readonly key: string;
  readonly member_id: number | null;
  readonly platform: Channel['platform'] | null;
  readonly workspace: string | null;
  readonly channel: string | null;
  readonly kind: DeliveryKind;
  readonly subject_id: number;
  readonly due: Date;
  readonly expires_at: Date;
  readonly live_until: Date | null;
}

/** Of the table `delivery`. */
export const deliveryColumns = Prisma.sql`
  delivery.id, place_id, key, member_id, platform, workspace, channel, kind, subject_id, due, expires_at, live_until`;

const recipientOf = ({ id, member_id: memberId, platform, workspace, channel }: DeliveryRow): Recipient => {
  if (memberId !== null) return { memberId };
  if (platform === null || workspace === null || channel === null) throw new Error(`delivery ${id} is for nobody`);
  return { channel: { platform, workspace, channel } };
};

export const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  placeId: row.place_id,
  key: row.key,
  to: recipientOf(row),
  kind: row.kind,
  subjectId: row.subject_id,
  due: instantOf(row.due),
  expiresAt: instantOf(row.expires_at),
  liveUntil: row.live_until === null ? undefined : instantOf(row.live_until),
});

/** One that is not settled: to be said, or, of a message that stands, to be made true again. */
export interface Known {
  readonly delivery: Delivery;
  /** How often it was tried, and something went wrong. */
  readonly attempts: number;
  readonly stands: { readonly at: MessageAt; readonly shownHash: string | undefined } | undefined;
}

export interface KnownRow extends DeliveryRow {
  readonly state: 'queued' | 'sending' | 'stale';
  readonly reference: MessageAt | null;
  readonly shown_hash: string | null;
  readonly attempts: number;
}

export const knownOf = (row: KnownRow): Known => {
  const delivery = deliveryOf(row);
  const { attempts } = row;
  if (row.state !== 'stale') return { delivery, attempts, stands: undefined };
  if (row.reference === null) throw new Error(`delivery ${row.id} was sent, and nobody knows where`);
  return { delivery, attempts, stands: { at: row.reference, shownHash: row.shown_hash ?? undefined } };
};

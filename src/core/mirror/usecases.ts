// What the jobs keep of the agenda's mirrors: who writes there, what stands for which event, where the bot may not write.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Delivery, Planned } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import { staffChannels } from '../deliveries/staff-channels.ts';
import type { MirrorAt, Mirrored } from './model.ts';
import {
  forgetMirrored,
  hold,
  keepMirrored,
  letGo,
  markAllowed,
  markRefused,
  mirroredIn,
  refusedMirrors,
} from './store.ts';

/** One that is held: by nobody else, for a while. */
export interface HeldMirror {
  /** For longer; false: it was held too long, and is someone else's now. */
  stillHeld(): Promise<boolean>;
  mirrored(): Promise<readonly Mirrored[]>;
  keep(mirrored: Mirrored): Promise<void>;
  forget(reference: string): Promise<void>;
  /** The platform lets nothing be written there. Whether that is news. */
  refused(): Promise<boolean>;
  allowed(): Promise<void>;
  letGo(): Promise<void>;
}

export interface MirrorRoom {
  /** Undefined: another instance writes there now. */
  hold(at: MirrorAt, holder: string): Promise<HeldMirror | undefined>;
  /** The staff is told once, until the bot may write again. */
  refusals(place: Place): Promise<readonly Planned[]>;
  isRefused(delivery: Delivery): Promise<boolean>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
}

const TOLD_WITHIN = { hours: 24 } as const;

export const createMirror = ({ db, clock }: Parts): MirrorRoom => {
  const queries: Queries = db.prisma;
  return {
    hold: async (at, holder) => {
      const id = await hold(queries, at, holder);
      if (id === undefined) return undefined;
      return {
        stillHeld: async () => (await hold(queries, at, holder)) !== undefined,
        mirrored: () => mirroredIn(queries, id),
        keep: (mirrored) => keepMirrored(queries, id, mirrored),
        forget: (reference) => forgetMirrored(queries, id, reference),
        refused: () => markRefused(queries, id, clock.now()),
        allowed: () => markAllowed(queries, id),
        letGo: () => letGo(queries, id, holder),
      };
    },

    refusals: async (place) => {
      const refused = await refusedMirrors(queries, place.id);
      return refused.flatMap(({ id, since }) => {
        const due = outOfQuietHours(instantOf(since), place);
        return staffChannels(place).map((channel) => ({
          placeId: place.id,
          key: `mirror ${id} refused since ${instantOf(since)} ${channel.platform}`,
          to: { channel },
          kind: 'mirror.refused' as const,
          subjectId: id,
          due,
          expiresAt: due.add(TOLD_WITHIN),
        }));
      });
    },

    isRefused: async ({ placeId, subjectId }) =>
      (await refusedMirrors(queries, placeId)).some(({ id }) => id === subjectId),
  };
};

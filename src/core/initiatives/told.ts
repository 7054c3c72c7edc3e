// What a message about an initiative still has to say when it leaves.
import type { Place } from '../../place/model.ts';
import type { Delivery } from '../deliveries/model.ts';
import { holds } from '../people/rules.ts';
import { membersOf } from '../roles/store.ts';
import type { Changing, Parts } from './changing.ts';
import { followerNamed } from './followers-store.ts';
import { moveWithId } from './history-store.ts';
import type { Initiative, Moved } from './model.ts';
import { initiativeWithId } from './store.ts';
import { acquaintanceIn } from './telling.ts';

export interface Acquainted {
  readonly initiative: Initiative;
  readonly name: string;
}

export interface ToldRoom {
  /** What a message is about; undefined: there is nothing left to say. */
  told(place: Place, delivery: Pick<Delivery, 'subjectId' | 'kind' | 'key'>): Promise<Initiative | undefined>;
  /** To one who follows it; undefined: they no longer do, or something else happened since. */
  movedOf(delivery: Delivery): Promise<Moved | undefined>;
  /** Who knows it, to its veilleuse; undefined: they no longer do, or it is not hers any more. */
  acquaintedOf(delivery: Delivery): Promise<Acquainted | undefined>;
}

export const createTold = ({ db }: Parts, { found }: Changing): ToldRoom => {
  /** The one that answers for it. */
  const answering = async (placeId: string, id: number): Promise<Initiative | undefined> => {
    const one = await initiativeWithId(db.prisma, placeId, id);
    return one && found(db.prisma, placeId, one.number);
  };

  return {
    told: async (place, { subjectId, kind, key }) => {
      const one = await initiativeWithId(db.prisma, place.id, subjectId);
      if (!one || kind !== 'initiative.silent') return one;
      // There was news since it was planned: the question is not asked.
      return one.mergedInto === undefined && key.includes(` ${one.newsAt} `) ? one : undefined;
    },

    movedOf: async ({ placeId, subjectId, to }) => {
      const move = await moveWithId(db.prisma, placeId, subjectId);
      const initiative = move && (await answering(placeId, move.initiativeId));
      if (!initiative || !('memberId' in to)) return undefined;
      const { memberId } = to;
      const follows = await followerNamed(db.prisma, initiative.id, { memberId, kind: 'follows' });
      if (follows === undefined) return undefined;
      if (move.kind === 'merged') return { kind: 'merged', initiative, number: Number(move.detail) };
      // What happened to one that was merged since is the other’s no more; of two changes, the later is told.
      if (initiative.id !== move.initiativeId || !move.isLast) return undefined;
      return move.kind === 'state' || move.kind === 'handed' ? { kind: move.kind, initiative } : undefined;
    },

    acquaintedOf: async (delivery) => {
      const { placeId, subjectId, to } = delivery;
      const initiative = await answering(placeId, subjectId);
      if (!initiative || !('memberId' in to) || initiative.ownerId !== to.memberId) return undefined;
      const owner = (await membersOf(db, placeId)).find(({ memberId }) => memberId === to.memberId);
      if (!owner || !holds({ roles: new Set(owner.roles) }, 'veilleuse')) return undefined;
      const memberId = acquaintanceIn(delivery);
      const name = await followerNamed(db.prisma, initiative.id, { memberId, kind: 'knows' });
      return name === undefined ? undefined : { initiative, name };
    },
  };
};

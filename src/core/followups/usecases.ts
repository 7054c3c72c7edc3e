// The follow-up of those who were oriented: the staff’s queue and files, and one’s own. Names are the staff’s to see, and
// each look is in the log.
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Place } from '../../place/model.ts';
import type { Actor, PeopleFailure } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import { type ActingRoom, createActing } from './acting.ts';
import type {
  Followup,
  FollowupFailure,
  FollowupFile,
  FollowupInLine,
  OwnFile,
  QueuePage,
  QueueWish,
} from './model.ts';
import { createNoting, type NotingRoom } from './noting.ts';
import { createRecalling, type RecallingRoom } from './recalling.ts';
import { inOrder, turnOf } from './rules.ts';
import {
  changesOf,
  countNotes,
  followupById,
  followupOfMember,
  followupsFor,
  type Looking,
  noteFileSeen,
  notesOf,
  visitsOf,
} from './store.ts';

export interface FollowupsRoom extends ActingRoom, NotingRoom, RecallingRoom {
  /** For the staff: what is due first. */
  queue(actor: Actor, wish: QueueWish): Promise<Result<QueuePage, PeopleFailure>>;
  /** For the staff. */
  file(actor: Actor, id: number): Promise<Result<FollowupFile, FollowupFailure>>;
  /** What is kept of oneself; undefined: nothing. */
  own(actor: Actor): Promise<OwnFile | undefined>;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

export interface FollowupParts extends Pick<Parts, 'db' | 'clock'> {
  placeOf(placeId: string): Place;
  lookingOf(actor: Actor): Looking;
  /** With all that the staff sees of it; undefined: none of that number in the place. */
  fileOf(looking: Looking, id: number): Promise<FollowupFile | undefined>;
}

const A_PAGE = 15;

export const createFollowups = ({ db, clock, places }: Parts): FollowupsRoom => {
  const placeOf = (placeId: string): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };
  const lookingOf = ({ placeId, memberId }: Actor): Looking => ({ placeId, actorId: memberId, now: clock.now() });

  const inLine = (file: Followup, { placeId, now }: Looking): FollowupInLine => ({
    ...file,
    turn: turnOf(file, now.toZonedDateTimeISO(placeOf(placeId).timeZone).toPlainDate()),
  });

  const fileOf: FollowupParts['fileOf'] = async (looking, id) => {
    const file = await followupById(db.prisma, looking.placeId, id, looking.now);
    return (
      file && {
        ...inLine(file, looking),
        notes: await notesOf(db.prisma, id),
        changes: await changesOf(db.prisma, id),
        visits: await visitsOf(db.prisma, file.person.memberId, looking.now),
      }
    );
  };

  const parts: FollowupParts = { db, clock, placeOf, lookingOf, fileOf };

  return {
    ...createActing(parts),
    ...createNoting(parts),
    ...createRecalling(parts),

    queue: async (actor, wish) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      const looking = lookingOf(actor);
      const files = (await followupsFor(db.prisma, looking, wish)).map((file) => inLine(file, looking));
      const before = Math.max(0, wish.page - 1) * A_PAGE;
      const ordered = wish.state === 'closed' ? files : inOrder(files);
      return ok({ files: ordered.slice(before, before + A_PAGE), before, total: files.length });
    },

    file: async (actor, id) => {
      const refused = notOfStaff(actor);
      if (refused) return fail(refused);
      const looking = lookingOf(actor);
      const file = await fileOf(looking, id);
      if (!file) return fail({ code: 'followup.not_found' });
      await noteFileSeen(db.prisma, looking, id);
      return ok(file);
    },

    own: async (actor) => {
      const looking = lookingOf(actor);
      const file = await followupOfMember(db.prisma, actor.placeId, actor.memberId, looking.now);
      return (
        file && {
          ...inLine(file, looking),
          notes: await countNotes(db.prisma, file.id),
          changes: await changesOf(db.prisma, file.id),
          visits: await visitsOf(db.prisma, actor.memberId, looking.now),
        }
      );
    },
  };
};

// What the staff does of a follow-up. Two who act at once: the first does, the second is shown what became of it.
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Place } from '../../place/model.ts';
import type { Planned } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import { insertPlanned } from '../deliveries/store.ts';
import type { Actor } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import type { Followup, FollowupAct, FollowupFailure, FollowupFile } from './model.ts';
import { isSo } from './rules.ts';
import { followupById } from './store.ts';
import { isOfStaff } from './telling-store.ts';
import type { FollowupParts } from './usecases.ts';
import { answerWishes, lockFollowup, writeAct } from './writing-store.ts';

export interface ActingRoom {
  /** For the staff. `seen`: the version that was shown to them; undefined: whatever it is now. */
  act(
    actor: Actor,
    id: number,
    act: FollowupAct,
    seen?: number | undefined,
  ): Promise<Result<FollowupFile, FollowupFailure>>;
}

const HANDED_USEFUL_FOR = { hours: 24 * 7 } as const;

/** What is closed is opened again by a state alone; what the person stopped, by themselves alone. */
const broken = ({ id, state, closedBecause }: Followup, { act }: FollowupAct): FollowupFailure | undefined => {
  if (state !== 'closed' || act === 'close') return undefined;
  if (closedBecause === 'stopped') return { code: 'followup.stopped' };
  return act === 'state' ? undefined : { code: 'followup.closed', id };
};

const isAnswer = (act: FollowupAct): boolean => act.act === 'close' || (act.act === 'state' && act.state !== 'new');

const handed = (place: Place, file: Followup, to: number, now: Temporal.Instant): Planned => {
  const due = outOfQuietHours(now, place);
  return {
    placeId: place.id,
    key: `followup.handed ${file.id}, version ${file.version + 1}`,
    to: { memberId: to },
    kind: 'followup.handed',
    subjectId: file.id,
    due,
    expiresAt: due.add(HANDED_USEFUL_FOR),
  };
};

export const createActing = ({ db, clock, placeOf, lookingOf, fileOf }: FollowupParts): ActingRoom => ({
  act: async (actor, id, act, seen) => {
    const refused = notOfStaff(actor);
    if (refused) return fail(refused);
    const looking = lookingOf(actor);
    const { placeId, now } = looking;
    const place = placeOf(placeId);
    const today = clock.now().toZonedDateTimeISO(place.timeZone).toPlainDate();
    if (act.act === 'plan' && act.step.due && Temporal.PlainDate.compare(act.step.due, today) < 0)
      return fail({ code: 'followup.step_past' });
    const isToOther = act.act === 'hand' && act.to !== actor.memberId;
    if (isToOther && !(await isOfStaff(db.prisma, placeId, act.to))) return fail({ code: 'followup.not_of_staff' });

    const failure = await db.prisma.$transaction(async (tx): Promise<FollowupFailure | 'moved' | undefined> => {
      await lockFollowup(tx, placeId, id);
      const file = await followupById(tx, placeId, id, now);
      if (!file) return { code: 'followup.not_found' };
      const why = broken(file, act);
      if (why) return why;
      if (seen !== undefined && seen !== file.version) return 'moved';
      const isNew = await writeAct(tx, looking, file, act);
      if (isAnswer(act)) await answerWishes(tx, file.person.memberId, looking);
      if (isNew && isToOther) await insertPlanned(tx, [handed(place, file, act.to, now)], now);
      return undefined;
    });
    if (failure && failure !== 'moved') return fail(failure);
    const file = await fileOf(looking, id);
    if (!file) return fail({ code: 'followup.not_found' });
    return failure === 'moved' && !isSo(file, act) ? fail({ code: 'followup.moved', file }) : ok(file);
  },
});

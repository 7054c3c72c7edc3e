// The agenda in the platforms' own calendars: looked at when the agenda moved, when someone changed something there, and each
// hour; whatever is not as it should be is put right. Of two instances, one does it.
//
// Exactly once: what is to be created is looked for first, by the words that only it ends with; so what was created by someone
// who did not live to write it down is found again. What was created twice all the same is taken away.
import { randomUUID } from 'node:crypto';
import { type AgendaMirror, MirroredGone, MirrorFull, MirrorRefused, MirrorUnfit } from '../chat/mirror.ts';
import type { Core } from '../core/core.ts';
import type { HeldMirror } from '../core/mirror/usecases.ts';
import type { Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time.ts';
import { sheetOf } from '../messages/mirror.fr.ts';
import type { Place } from '../place/model.ts';
import type { Job } from './job.ts';
import { type Agenda, type MirrorAct, mirrorPlan } from './mirror-plan.ts';
import { createRounds, type Rounds } from './rounds.ts';

export interface MirroringParts {
  readonly core: Core;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  /** Those that this instance is connected to. */
  readonly mirrors: readonly AgendaMirror[];
  readonly clock: Clock;
  readonly log: Log;
}

/** What it was when it was last looked at, and found or put right. */
interface Looked {
  readonly revision: number;
  readonly agenda: string;
  readonly heard: number;
  readonly at: Temporal.Instant;
}

const AHEAD = { hours: 24 * 366 } as const;
const LOOKED_FOR = { hours: 1 } as const;

/** The staff is told where the bot may not write. */
export const mirrorJob = ({ mirror }: Core): Job => ({
  name: 'mirror',
  runs: 'always',
  onlyPlans: true,
  run: (place) => mirror.refusals(place),
});

export const createMirroring = ({ core, places, mirrors, clock, log }: MirroringParts): Rounds => {
  const instance = randomUUID();
  const looked = new Map<string, Looked>();

  /** A workspace that no file names is the only place's. */
  const isOf = (workspace: string, platform: AgendaMirror['platform'], { workspaces }: Place): boolean =>
    workspaces[platform].length === 0 ? places.size === 1 : workspaces[platform].includes(workspace);

  const agendaOf = async (place: Place, most: number): Promise<Agenda> => {
    const now = clock.now();
    const events = await core.agenda.between(place, { start: now, end: now.add(AHEAD), limit: 2 * most });
    const sheets = events.map((event) => sheetOf(place, event, core.showing.address(place, `/evenements/${event.id}`)));
    const isToCome = ({ start }: { readonly start: Temporal.Instant }) => Temporal.Instant.compare(now, start) < 0;
    return { toCome: sheets.filter(isToCome), underWay: sheets.filter((sheet) => !isToCome(sheet)) };
  };

  const carryOut = async (act: MirrorAct, mirror: AgendaMirror, workspace: string, held: HeldMirror): Promise<void> => {
    switch (act.act) {
      case 'keep':
        return held.keep(act);
      case 'remove':
        await mirror.remove(workspace, act.reference);
        return held.forget(act.reference);
      case 'change':
        try {
          return await mirror.change(workspace, act.reference, act.sheet);
        } catch (error) {
          if (!(error instanceof MirroredGone)) throw error;
          return carryOut({ act: 'create', sheet: act.sheet }, mirror, workspace, held);
        }
      case 'create': {
        const reference = await mirror.create(workspace, act.sheet);
        return held.keep({ eventId: act.sheet.eventId, reference });
      }
    }
  };

  interface Spot {
    readonly place: Place;
    readonly mirror: AgendaMirror;
    readonly workspace: string;
  }

  /** Whether all of it was done, or will be of no use to try before something changes. */
  const putRight = async (
    { place, mirror, workspace }: Spot,
    agenda: Agenda,
    held: HeldMirror,
    isStopped: () => boolean,
  ): Promise<boolean> => {
    const facts = { job: 'mirror', place: place.id, platform: mirror.platform };
    try {
      const standing = await mirror.standing(workspace);
      const known = await held.mirrored();
      const acts = mirrorPlan(agenda, { standing, known, most: mirror.most, looks: mirror.looks });
      for (const act of acts) {
        if (isStopped() || !(await held.stillHeld())) return false;
        try {
          await carryOut(act, mirror, workspace, held);
        } catch (err) {
          if (!(err instanceof MirrorUnfit)) throw err;
          log.warn({ ...facts, err }, 'an event of the agenda cannot be shown there');
        }
      }
      // Nothing to write proves nothing of what may be written.
      if (acts.some(({ act }) => act !== 'keep')) await held.allowed();
      return true;
    } catch (err) {
      if (err instanceof MirrorFull) log.info({ ...facts, err }, 'a calendar of the agenda is full');
      else if (!(err instanceof MirrorRefused)) throw err;
      else if (await held.refused()) log.warn({ ...facts, err }, 'the agenda may not be written there');
      return true;
    }
  };

  const lookAt = async (spot: Spot, isStopped: () => boolean): Promise<void> => {
    const { place, mirror, workspace } = spot;
    const key = `${place.id} ${mirror.platform} ${workspace}`;
    const at = clock.now();
    // Asked first: what moves meanwhile is looked at again.
    const now = { at, heard: mirror.heard(workspace), revision: await core.agenda.revision(place) };
    const last = looked.get(key);
    const isRecent = last?.heard === now.heard && Temporal.Instant.compare(now.at, last.at.add(LOOKED_FOR)) < 0;
    if (last && isRecent && last.revision === now.revision) return;
    const agenda = await agendaOf(place, mirror.most);
    const words = JSON.stringify(agenda.toCome.map(mirror.looks));
    // People who sign up move the agenda, and nothing of what is shown there.
    if (last && isRecent && last.agenda === words) return void looked.set(key, { ...last, revision: now.revision });
    const held = await core.mirror.hold({ placeId: place.id, platform: mirror.platform, workspace }, instance);
    if (!held) return;
    try {
      if (await putRight(spot, agenda, held, isStopped)) looked.set(key, { ...now, agenda: words });
    } finally {
      await held.letGo();
    }
  };

  return createRounds(async (isStopped) => {
    for (const mirror of mirrors) {
      for (const workspace of mirror.workspaces()) {
        const place = [...places.values()].find((each) => isOf(workspace, mirror.platform, each));
        if (!place || isStopped()) continue;
        try {
          await lookAt({ place, mirror, workspace }, isStopped);
        } catch (err) {
          // The next minute looks again, and goes on from what it finds.
          log.warn({ job: 'mirror', place: place.id, platform: mirror.platform, err }, 'a calendar is put right later');
        }
      }
    }
  });
};

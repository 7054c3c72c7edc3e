// The pages of those to whom something happened, written again: soon after a command, and each minute.
import { Unreachable } from '../chat/adapter.ts';
import { type Homes, writeHome } from '../chat/home.ts';
import type { Core } from '../core/core.ts';
import type { HomeAt } from '../core/homes/model.ts';
import type { Log } from '../kernel/log.ts';
import type { Place } from '../place/model.ts';
import type { Job } from './job.ts';
import { createRounds, type Rounds } from './rounds.ts';

export interface HomeParts {
  readonly core: Core;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  /** Those that this instance is connected to. */
  readonly homes: readonly Homes[];
  readonly log: Log;
}

export const unopenedHomesJob = ({ homes }: Core): Job => ({
  name: 'homes',
  runs: 'claimed',
  onlyPlans: false,
  run: async ({ id }) => {
    await homes.forgetUnopened(id);
    return [];
  },
});

/** A closure may touch hundreds of people: the platform takes a few pages at once. */
const AT_ONCE = 8;

export const createHomeKeeping = ({ core, places, homes, log }: HomeParts): Rounds => {
  const write = async (place: Place, at: HomeAt): Promise<void> => {
    const platform = homes.find((each) => each.platform === at.platform);
    if (!platform) return core.homes.later(at);
    try {
      await writeHome(core, place, at, platform);
    } catch (err) {
      if (err instanceof Unreachable) return core.homes.forget(at);
      log.warn({ job: 'homes', place: place.id, platform: platform.platform, err }, 'a page is written later');
      await core.homes.later(at);
    }
  };

  return createRounds(async (isStopped) => {
    if (homes.length === 0) return;
    for (const place of places.values()) {
      const moved = [
        ...(await core.homes.moved(
          place.id,
          homes.map(({ platform }) => platform),
        )),
      ];
      while (moved.length > 0) {
        const now = moved.splice(0, AT_ONCE);
        await Promise.all(now.map((at) => (isStopped() ? core.homes.later(at) : write(place, at))));
      }
    }
  });
};

// Requests for the staff's agreement: their cards stand in the staff's channels, and say how each ended; what nobody
// answered before it began is given back. Without a channel, « /equipe demandes » shows them all the same.
import type { Adapter } from '../chat/adapter.ts';
import { shortenCommands } from '../chat/shorten.ts';
import type { ApprovalRequest, Card } from '../core/approvals/model.ts';
import type { Core } from '../core/core.ts';
import { markOf } from '../core/deliveries/rules.ts';
import type { Log } from '../kernel/log.ts';
import { requestCard } from '../messages/approval.fr.ts';
import type { Place } from '../place/model.ts';
import type { Job } from './job.ts';

interface Parts {
  readonly core: Core;
  /** Those that this instance is connected to. */
  readonly adapters: readonly Adapter[];
  readonly log: Log;
}

/** Those of the place's channels that this instance can speak in. */
const channelsOf = ({ channels, workspaces }: Place, adapters: readonly Adapter[]) =>
  adapters.flatMap((adapter) => {
    const { platform } = adapter;
    if (platform === 'terminal') return [];
    const channel = channels?.staff[platform];
    return channel === undefined ? [] : [{ adapter, at: { workspace: workspaces[platform][0] ?? '', channel } }];
  });

export const approvalJob = ({ core, adapters, log }: Parts): Job => {
  const show = (place: Place) => async (request: ApprovalRequest, known: readonly Card[]) => {
    const reply = await shortenCommands(requestCard(place, request), place.id, core.lines);
    if (!request.waits || known.length > 0) {
      for (const card of known) await adapters.find(({ platform }) => platform === card.platform)?.update(card, reply);
      return [];
    }
    const { id, sequence } = request.booking;
    const mark = markOf({ placeId: place.id, key: `approval of ${id}, ${sequence}` });
    const posted: Card[] = [];
    for (const { adapter, at } of channelsOf(place, adapters))
      posted.push({ platform: adapter.platform, ...(await adapter.post(at, reply, mark)) });
    return posted;
  };

  return {
    name: 'approvals',
    runs: 'always',
    onlyPlans: false,
    run: async (place) => {
      await core.staff.approvals.expire(place);
      try {
        if (channelsOf(place, adapters).length > 0) await core.staff.approvals.showCards(place, show(place));
      } catch (err) {
        log.warn({ job: 'approvals', place: place.id, err }, 'a card of a request could not be shown');
      }
      return [];
    },
  };
};

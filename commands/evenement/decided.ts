// What an act on events answers: done, to be confirmed, or why it can't be and what could.
import type { Call } from '../../src/chat/command.ts';
import type { Event } from '../../src/core/agenda/model.ts';
import type { Stay } from '../../src/core/booking/model.ts';
import type { Carried, ImpactFailure, Proposal } from '../../src/core/impact/model.ts';
import type { SessionsFailure } from '../../src/core/sessions/model.ts';
import type { Result } from '../../src/kernel/result.ts';
import { stayButtons } from '../../src/messages/booking.fr.ts';
import {
  doneTitles,
  eventCancelledReply,
  eventProposalReply,
  heldReply,
  impossibleBlocks,
  isEventAct,
  seriesMadeReply,
  severalChangedReply,
} from '../../src/messages/event-acts.fr.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { carriedReply, proposalReply } from '../../src/messages/impact.fr.ts';
import type { Skipped } from '../../src/reading/model.ts';
import type { Block, Reply } from '../../src/reply/tree.ts';
import { linesOf } from './held.ts';
import { lostSessionBlocks } from './lost-sessions.ts';

type Asked = Pick<Call<unknown>, 'actor' | 'core' | 'place' | 'line'>;

interface Besides {
  /** What the words set aside. */
  readonly skipped?: readonly Skipped[];
  /** The line that asks for those times instead. */
  readonly instead?: (stay: Stay) => string;
  readonly more?: (event: Event) => readonly Block[];
  /** Shown a second time: something moved in between. */
  readonly changed?: boolean;
}

const refused = ({ place }: Asked, error: ImpactFailure | SessionsFailure, { instead, skipped }: Besides): Reply => {
  if (error.code === 'event.space_taken' && instead)
    return refuse(error, place, ...stayButtons(place, error.spaceKey, error.alternatives, instead));
  return error.code === 'event.none'
    ? refuse(error, place, ...impossibleBlocks(error.impossible, skipped))
    : refuse(error, place);
};

const madeOrChanged = async (asked: Asked, carried: Carried, title: string, besides: Besides): Promise<Reply> => {
  const { core, place, actor } = asked;
  const event = await core.agenda.numbered(place, carried.id);
  if (!event) return refuse({ code: 'event.not_found' }, place);
  const isSeries = carried.act.act === 'event.make' && carried.act.rule !== undefined;
  if (isSeries) {
    const series = await core.agenda.ofSeries(actor, event.id);
    return seriesMadeReply(place, series.ok ? series.value : [event], carried);
  }
  const several = (carried.occurrences?.possible.length ?? 0) + (carried.occurrences?.impossible.length ?? 0) > 1;
  if (several) return severalChangedReply(carried);
  return heldReply(place, event, linesOf(asked, event), { title, carried }, ...(besides.more?.(event) ?? []));
};

export const decidedReply = async (
  asked: Asked,
  outcome: Result<Carried | Proposal, ImpactFailure | SessionsFailure>,
  besides: Besides = {},
): Promise<Reply> => {
  if (!outcome.ok) return refused(asked, outcome.error, besides);
  const { value } = outcome;
  const { act } = value;
  if (value.kind === 'proposal') {
    const { changed = false, skipped = [] } = besides;
    return isEventAct(act)
      ? eventProposalReply(asked.place, value, act, {
          changed,
          skipped,
          besides: await lostSessionBlocks(asked, value),
        })
      : proposalReply(asked.place, value, { changed });
  }
  switch (act.act) {
    case 'event.make':
      return madeOrChanged(asked, value, doneTitles.made, besides);
    case 'event.change':
      return madeOrChanged(asked, value, doneTitles.changed, besides);
    case 'event.cancel':
    case 'event.away':
      return eventCancelledReply(value);
    case 'close':
    case 'break':
    case 'withdraw':
    case 'unopen':
      return carriedReply(asked.place, value);
  }
};

// Of an event that comes back: this date, this and the following, or all of them.
import type { Call } from '../../src/chat/command.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { aside } from '../../src/chat/options/labelled.ts';
import type { EventReach } from '../../src/core/agenda/acts.ts';
import type { Event } from '../../src/core/agenda/model.ts';
import { howFarReply } from '../../src/messages/event-acts.fr.ts';
import type { Reply } from '../../src/reply/tree.ts';

/** How far an act on one date of a series reaches. */
export const reachOption = aside(
  choice('Cette date, les suivantes ou la série', {
    seance: 'Cette date',
    suivantes: 'Celle-ci et les suivantes',
    serie: 'Toute la série',
  }),
);

type ReachWord = 'seance' | 'suivantes' | 'serie';

export const reachOf = (word: ReachWord | undefined): EventReach => {
  switch (word) {
    case 'suivantes':
      return 'following';
    case 'serie':
      return 'all';
    case 'seance':
    case undefined:
      return 'one';
  }
};

/** Asked of an event that comes back, unless it was said. */
export const askedHowFar = async (
  { actor, core, place }: Pick<Call<unknown>, 'actor' | 'core' | 'place'>,
  event: Event,
  lineFor: (reach: ReachWord) => string,
): Promise<Reply | undefined> => {
  const series = event.seriesId === undefined ? undefined : await core.agenda.ofSeries(actor, event.id);
  return series?.ok && series.value.length > 1 ? howFarReply(place, event, series.value, lineFor) : undefined;
};

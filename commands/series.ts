// Several bookings that are one series: booked without another question, and how far an act on one of them reaches.
import { defineCommand } from '../src/chat/command.ts';
import { choice } from '../src/chat/options/choice.ts';
import type { Reach } from '../src/core/series/model.ts';
import { refuse } from '../src/messages/failures.fr.ts';
import { noneDoneBlocks, seriesBookedReply } from '../src/messages/series.fr.ts';
import { bookingOptions, seriesRequestOf } from './reserver-series.ts';

/** How far an act on one occurrence reaches. */
export const reachOption = choice('Cette séance, les suivantes ou la série', {
  seance: 'Cette séance',
  suivantes: 'Celle-ci et les suivantes',
  serie: 'Toute la série',
});

export const reachOf = (word: 'seance' | 'suivantes' | 'serie' | undefined): Reach => {
  switch (word) {
    case 'serie':
      return { is: 'all' };
    case 'suivantes':
      return { is: 'following' };
    case 'seance':
    case undefined:
      return { is: 'one' };
  }
};

/** What « Réserver les 9 » carries: it checks again, and books all that can be. */
export const serie = defineCommand({
  name: 'serie',
  summary: 'Réserver toutes les séances possibles, sans autre question',
  title: 'Réserver des séances',
  access: 'membre',
  audience: 'asker',
  options: bookingOptions,
  examples: ['coworking tous les mardis matin pendant 4 semaines'],

  async run({ args, actor, core, place, requestId }) {
    const outcome = await core.series.book(actor, seriesRequestOf(args), requestId);
    if (outcome.ok) return seriesBookedReply(place, outcome.value);
    const { error } = outcome;
    return refuse(error, place, ...('impossible' in error ? noneDoneBlocks(error.impossible) : []));
  },
});

// What is done to the occurrences of a series: booked without another question, moved together.
import { defineCommand } from '../src/chat/command.ts';
import { optional } from '../src/chat/option.ts';
import { bookingNumber } from '../src/chat/options/booking.ts';
import { choice } from '../src/chat/options/choice.ts';
import { hours } from '../src/chat/options/hours.ts';
import type { Reach } from '../src/core/series/model.ts';
import { refuse } from '../src/messages/failures.fr.ts';
import { moveCheckReply, noneDoneBlocks, seriesBookedReply, seriesMovedReply } from '../src/messages/series.fr.ts';
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

export const decaler = defineCommand({
  name: 'decaler',
  summary: 'Décaler les séances d’une série à une autre heure',
  title: 'Décaler une série',
  access: 'membre',
  audience: 'asker',
  options: {
    reservation: bookingNumber('Numéro de la réservation'),
    // Before the hours: « suivantes » is a word of time, too.
    portee: reachOption,
    heures: hours('À quelle heure'),
    accord: optional(choice('Sans autre question', { oui: 'Oui' })),
  },
  examples: ['12 suivantes 10h', '12 serie 14h-16h'],

  async run({ args, actor, core, place, requestId, lineWith }) {
    const { heures } = args;
    const reach = reachOf(args.portee);
    if (args.accord === undefined) {
      const checked = await core.series.checkMove(actor, args.reservation, reach, heures);
      return checked.ok
        ? moveCheckReply(place, checked.value, lineWith({ accord: 'oui' }))
        : refuse(checked.error, place);
    }
    const outcome = await core.series.move(actor, args.reservation, reach, heures, requestId);
    if (outcome.ok) return seriesMovedReply(place, outcome.value);
    const { error } = outcome;
    return refuse(error, place, ...('impossible' in error ? noneDoneBlocks(error.impossible) : []));
  },
});

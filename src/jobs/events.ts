// What the agenda asks for as time goes: series without an end are written further, yearly events are prepared.
import { ruleFrom } from '../chat/event-rule.ts';
import type { Core } from '../core/core.ts';
import type { Delivery } from '../core/deliveries/model.ts';
import { preparationReply, prolongedReply } from '../messages/event-acts.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import type { Job } from './job.ts';

export const eventSeriesJob = ({ agenda }: Core): Job => ({
  name: 'event-series',
  runs: 'claimed',
  onlyPlans: false,
  run: (place) => agenda.prolong(place, (words, asked) => ruleFrom(place, words, asked)),
});

export const editionJob = ({ agenda }: Core): Job => ({
  name: 'editions',
  runs: 'claimed',
  onlyPlans: true,
  run: (place) => agenda.editionsDue(place),
});

/** Undefined: there is nothing left to say. */
export const holderWords = async (
  { agenda }: Core,
  place: Place,
  { kind, subjectId }: Delivery,
): Promise<Reply | undefined> => {
  if (kind === 'event.prolonged') {
    const prolonged = await agenda.prolonged(place, subjectId);
    return prolonged && prolongedReply(prolonged.title, prolonged);
  }
  const editions = await agenda.editionsToPrepare(place, subjectId);
  return editions.length === 0 ? undefined : preparationReply(editions);
};

// What counts as taking something from others. Pure.
import type { Actor } from '../people/model.ts';
import type { Proposal, Toll } from './model.ts';

/** Whoever does it knows of it. */
export const withoutDoer = (toll: Toll, { memberId }: Pick<Actor, 'memberId'>): Toll => ({
  ...toll,
  events: toll.events.map((loss) => ({ ...loss, memberIds: loss.memberIds.filter((id) => id !== memberId) })),
});

/** Nobody loses anything, all that was asked can be had, and it is one thing: there is nothing to confirm. */
export const isHarmless = ({ act, touched, events, occurrences }: Proposal): boolean => {
  const isSeries = act.act === 'event.make' && act.rule !== undefined;
  const several = (occurrences?.possible.length ?? 0) + (occurrences?.impossible.length ?? 0) > 1;
  return touched.length === 0 && events.every(({ memberIds }) => memberIds.length === 0) && !isSeries && !several;
};

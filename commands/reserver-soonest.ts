// « Dès que possible »: what is free first in the open stretches that were read, for as many people and the space's usual stay.
import type { Call } from '../src/chat/command.ts';
import { exactly } from '../src/chat/options/when.ts';
import type { Availability, Stay } from '../src/core/booking/model.ts';
import { soonestReply } from '../src/messages/soonest.fr.ts';
import { type Policy, spaceOf } from '../src/place/model.ts';
import type { Reply } from '../src/reply/tree.ts';
import type { reserverOptions } from './reserver-series.ts';

type Asked = Call<typeof reserverOptions>;

/** One stay a stretch of enough seats; what touches is one stretch. */
const firstStay = (
  { stretches }: Availability,
  people: number,
  { defaultStay, shortest }: Policy,
): Stay | undefined => {
  let free: Stay | undefined;
  for (const { spaceKey, start, end, freeSeats } of stretches) {
    if (freeSeats < people) free = undefined;
    else if (free?.end.equals(start) === true) free = { ...free, end };
    else free = { spaceKey, start, end };
    const most = free?.start.add(defaultStay);
    if (free && most && Temporal.ZonedDateTime.compare(most, free.end) <= 0) return { ...free, end: most };
  }
  return free && Temporal.ZonedDateTime.compare(free.start.add(shortest), free.end) <= 0 ? free : undefined;
};

export const soonest = async ({ args, actor, core, place, lineWith }: Asked): Promise<Reply> => {
  const use = spaceOf(place, args.espace)?.use;
  const policy = use === undefined || use.by === 'lease' ? undefined : use.policy;
  const stays: Stay[] = [];
  for (const { start, end } of policy === undefined ? [] : args.quand.alternatives) {
    const when = { from: start, to: end };
    const { spaces } = await core.booking.available(actor, { spaceKey: args.espace, when });
    const people = use?.by === 'seat' ? (args.personnes ?? 1) : 1;
    stays.push(...spaces.flatMap((each) => (policy && firstStay(each, people, policy)) ?? []));
  }
  return soonestReply(place, args.espace, stays, (stay) => lineWith({ espace: stay.spaceKey, quand: exactly(stay) }));
};

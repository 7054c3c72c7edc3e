// What is to be said of links, read from their rows at each tick: who is to be asked, what has come to nothing, who is to be
// introduced, and of what it is time to hear again.
import type { Place } from '../../place/model.ts';
import type { Channel, Delivery, Planned } from '../deliveries/model.ts';
import { insertPlanned } from '../deliveries/store.ts';
import type { Link, LinkSeen } from './model.ts';
import { endings, introductions, outcomeQuestions, questions } from './notices.ts';
import { linkNumbered, linksToAsk, pendingLinks } from './reading-store.ts';
import { ASKED_AFTER, endedBecause, isPending, seenBy, stateOf, toldOfEnd } from './rules.ts';
import { closeLink, writeIntroduced } from './store.ts';
import type { LinkParts } from './usecases.ts';

export interface DueOfLinks {
  /** What people are to be asked. */
  readonly planned: readonly Planned[];
  /** Both agreed, and nobody was introduced yet. */
  readonly agreed: readonly Link[];
}

export interface TellingRoom {
  /** Closes what came to nothing. */
  due(place: Place): Promise<DueOfLinks>;
  /** Once, whoever tries: in that conversation, else each gets the other’s contact. */
  introduce(place: Place, id: number, together: Channel | undefined): Promise<void>;
  /** What a delivery says to one of them; undefined: it is no longer so. */
  told(delivery: Delivery): Promise<LinkSeen | undefined>;
  /** What is said in their common conversation, or to whoever proposed it. */
  linkOf(delivery: Delivery): Promise<Link | undefined>;
  /** Their common conversation can’t be written to: each gets the other’s contact. */
  unheard(delivery: Delivery): Promise<void>;
}

export const createTelling = ({ db, clock, placeOf }: LinkParts): TellingRoom => {
  const linkOf: TellingRoom['linkOf'] = ({ placeId, subjectId }) => linkNumbered(db.direct, placeId, subjectId);

  return {
    linkOf,

    due: async (place) => {
      const now = clock.now();
      const planned: Planned[] = [];
      const agreed: Link[] = [];
      for (const link of await pendingLinks(db.direct, place.id)) {
        const because = endedBecause(link, now);
        if (because === undefined) {
          if (stateOf(link) === 'agreed') agreed.push(link);
          planned.push(...questions(place, link));
          continue;
        }
        await db.prisma.$transaction(async (tx) => {
          if (!(await closeLink(tx, link.id, { because, by: undefined, now }))) return;
          const to = toldOfEnd(link, because, undefined);
          await insertPlanned(tx, endings(place, link, { to, now }), now);
        });
      }
      for (const link of await linksToAsk(db.direct, place.id, now)) planned.push(...outcomeQuestions(place, link));
      return { planned, agreed };
    },

    introduce: (place, id, together) =>
      db.prisma.$transaction(async (tx) => {
        const now = clock.now();
        if (!(await writeIntroduced(tx, id, { now, askAt: now.add(ASKED_AFTER) }))) return;
        const link = await linkNumbered(tx, place.id, id);
        if (link) await insertPlanned(tx, introductions(place, link, { together, now }), now);
      }),

    told: async (delivery) => {
      const link = await linkOf(delivery);
      const seen = link && 'memberId' in delivery.to ? seenBy(link, delivery.to.memberId) : undefined;
      if (!seen) return undefined;
      switch (delivery.kind) {
        case 'link.asked':
          return isPending(seen.link) && seen.mine.answer === undefined ? seen : undefined;
        case 'link.outcome':
          return seen.link.outcome === undefined ? seen : undefined;
        default:
          return seen;
      }
    },

    unheard: async (delivery) => {
      const link = await linkOf(delivery);
      const [now, place] = [clock.now(), placeOf(delivery.placeId)];
      if (link) await insertPlanned(db.prisma, introductions(place, link, { together: undefined, now }), now);
    },
  };
};

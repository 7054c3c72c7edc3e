// What either side answers, takes back, and says of what became of it.
import type { Queries } from '../../db/direct.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { insertPlanned } from '../deliveries/store.ts';
import type { Actor } from '../people/model.ts';
import type { Answer, LinkFailure, LinkSeen, Outcome } from './model.ts';
import { endings } from './notices.ts';
import { ASKED_AFTER, endedBecause, isPending, seenBy, sideOf, stateOf, toldOfEnd } from './rules.ts';
import { askAgain, closeLink, lockedLink, writeAnswer, writeOutcome } from './store.ts';
import type { LinkParts } from './usecases.ts';

type Answered = Promise<Result<LinkSeen, LinkFailure>>;

export interface AnswersRoom {
  /** `contact`: what the other is to reach them by, instead of where they talk to the bot. */
  answer(actor: Actor, id: number, answer: Answer, contact?: string): Answered;
  /** Before anyone was introduced. */
  withdraw(actor: Actor, id: number): Answered;
  /** « ongoing »: it is asked again later. */
  outcome(actor: Actor, id: number, outcome: Outcome | 'ongoing'): Answered;
}

const notFound = fail({ code: 'link.not_found' } as const);

export const createAnswers = ({ db, clock, placeOf }: LinkParts): AnswersRoom => {
  /** What the owner of an end does, whoever does something at the same moment. */
  const acting = (
    { placeId, memberId }: Actor,
    id: number,
    act: (tx: Queries, seen: LinkSeen) => Promise<LinkFailure | undefined>,
  ): Answered =>
    db.prisma.$transaction(async (tx): Answered => {
      const link = await lockedLink(tx, placeId, id);
      const seen = link && seenBy(link, memberId);
      if (!seen) return notFound;
      const refused = await act(tx, seen);
      if (refused) return fail(refused);
      const after = await lockedLink(tx, placeId, id);
      return ok((after && seenBy(after, memberId)) ?? seen);
    });

  return {
    answer: (actor, id, answer, contact) =>
      acting(actor, id, async (tx, seen) => {
        const { link, mine } = seen;
        const [now, by, place] = [clock.now(), actor.memberId, placeOf(actor.placeId)];
        if (answer === mine.answer && contact === mine.contact) return undefined;
        if (!isPending(link) || endedBecause(link, now)) return { code: 'link.over', state: stateOf(link) };
        await writeAnswer(tx, { id, side: sideOf(seen), answer, contact, by, now });
        if (answer === 'no') {
          await closeLink(tx, id, { because: 'refused', by, now });
          await insertPlanned(tx, endings(place, link, { to: toldOfEnd(link, 'refused', by), now }), now);
        }
        return undefined;
      }),

    withdraw: (actor, id) =>
      acting(actor, id, async (tx, { link, mine }) => {
        const [now, by, place] = [clock.now(), actor.memberId, placeOf(actor.placeId)];
        if (link.closedBecause === 'withdrawn') return undefined;
        if (!isPending(link)) return { code: 'link.over', state: stateOf(link) };
        if (mine.answer !== 'yes') return { code: 'link.not_agreed' };
        await closeLink(tx, id, { because: 'withdrawn', by, now });
        await insertPlanned(tx, endings(place, link, { to: toldOfEnd(link, 'withdrawn', by), now }), now);
        return undefined;
      }),

    outcome: (actor, id, outcome) =>
      acting(actor, id, async (tx, { link }) => {
        const now = clock.now();
        if (!link.introducedAt) return { code: 'link.not_introduced' };
        if (link.outcome) return link.outcome === outcome ? undefined : { code: 'link.over', state: link.outcome };
        if (outcome === 'ongoing') await askAgain(tx, id, now.add(ASKED_AFTER));
        else await writeOutcome(tx, id, { outcome, by: actor.memberId, now });
        return undefined;
      }),
  };
};

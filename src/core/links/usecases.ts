// Bringing two together: asked of both sides, introduced once both agreed, and what became of it. Numbers that come back from
// buttons may be forged: a link is there for those who answer for its ends, and for nobody else.
import type { Queries } from '../../db/direct.ts';
import type { Database } from '../../db/open.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Clock } from '../../kernel/time.ts';
import { initiativesOf } from '../../place/initiatives.ts';
import type { Place } from '../../place/model.ts';
import { insertPlanned } from '../deliveries/store.ts';
import type { Actor } from '../people/model.ts';
import { audienceOf, isTeam } from '../projects/rules.ts';
import { closestTo, reasonsBetween } from '../synergies/closest.ts';
import type { Reason, SheetNumber, SheetRef, Synergy } from '../synergies/model.ts';
import type { Codes } from '../synergies/rules.ts';
import type { Looking } from '../synergies/store.ts';
import { type AnswersRoom, createAnswers } from './answers.ts';
import { endFor, type NamedEnd } from './ends.ts';
import type { Link, LinkCounts, LinkFailure, LinkSeen } from './model.ts';
import { introductions } from './notices.ts';
import { countsIn, linkNumbered, linkOfPair, linksOf, proposedIn, settledWith } from './reading-store.ts';
import { ASKED_AFTER, inOrder, mayMeet, seenBy, stateOf } from './rules.ts';
import { insertLink, type Proposing, writeAnswer, writeIntroduced } from './store.ts';
import { createTelling, type TellingRoom } from './telling.ts';

type Outcome<T> = Promise<Result<T, LinkFailure>>;

export interface Closest {
  readonly end: NamedEnd;
  readonly synergies: readonly Synergy[];
}

export interface Proposed {
  readonly link: Link;
  /** As whoever proposed it answers it; undefined: neither end is theirs. */
  readonly seen: LinkSeen | undefined;
}

export interface LinksRoom extends AnswersRoom, TellingRoom {
  /** The closest three that may be proposed: none that is linked, was refused, or waits. */
  closest(actor: Actor, of: SheetNumber): Outcome<Closest>;
  /** By the team, or by whoever answers for one of the two. */
  propose(actor: Actor, one: SheetNumber, other: SheetNumber): Outcome<Proposed>;
  /** Of what one answers for. */
  mine(actor: Actor): Promise<readonly LinkSeen[]>;
  find(actor: Actor, id: number): Outcome<LinkSeen>;
  /** Of those days: for the digest and the report. */
  proposedIn(place: Place, start: Temporal.Instant, end: Temporal.Instant): Promise<readonly Link[]>;
  counts(place: Place, start: Temporal.Instant, end: Temporal.Instant): Promise<LinkCounts>;
}

export interface LinkParts {
  readonly db: Database;
  readonly clock: Clock;
  placeOf(placeId: string): Place;
}

interface Parts extends Pick<LinkParts, 'db' | 'clock'> {
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
}

/** What was written is taken back with its transaction. */
class Undone extends Error {
  override readonly name = 'Undone';
  readonly code: 'link.end_closed' | 'link.hidden_end';

  constructor(code: Undone['code']) {
    super(code);
    this.code = code;
  }
}

const notFound = fail({ code: 'link.not_found' } as const);

export const createLinks = ({ db, clock, places }: Parts): LinksRoom => {
  const placeOf = (placeId: string): Place => {
    const place = places.get(placeId);
    if (!place) throw new Error(`a member of ${placeId}, a place that is not served`);
    return place;
  };
  const parts: LinkParts = { db, clock, placeOf };

  /** With whose eyes, and by which codes of the place. */
  const weighing = (actor: Actor): { readonly eyes: Looking; readonly codes: Codes } => {
    const { stages, needsOfTheme } = initiativesOf(placeOf(actor.placeId));
    const { placeId, memberId } = actor;
    return {
      eyes: { placeId, memberId, audience: audienceOf(actor) },
      codes: { stages: stages.map(({ key }) => key), ofTheme: new Set(needsOfTheme) },
    };
  };

  const closest = async (actor: Actor, ref: SheetNumber, except: readonly SheetRef[]) => {
    const { eyes, codes } = weighing(actor);
    return (await closestTo(db.direct, eyes, ref, { codes, except })) ?? [];
  };

  /** Maybe none: the team has its own. */
  const reasonsOf = (actor: Actor, first: NamedEnd, second: NamedEnd): Promise<readonly Reason[]> => {
    const { eyes, codes } = weighing(actor);
    return reasonsBetween(db.direct, eyes, [first, second], codes);
  };

  const proposeIn = async (tx: Queries, proposing: Proposing): Outcome<Proposed> => {
    const { placeId, first, second, proposedBy, now } = proposing;
    const id = await insertLink(tx, proposing);
    const link = id === undefined ? await linkOfPair(tx, placeId, first, second) : await linkNumbered(tx, placeId, id);
    if (!link) throw new Error('a link was written, and is not there');
    if (id === undefined) return fail({ code: 'link.known', state: stateOf(link) });
    if (!link.first.isOpen || !link.second.isOpen) throw new Undone('link.end_closed');
    if (!mayMeet(link.first, link.second)) throw new Undone('link.hidden_end');
    const { ownerId } = link.first;
    if (ownerId !== undefined && ownerId === link.second.ownerId) {
      // Both are theirs: there is nobody to introduce them to.
      const yes = { id, answer: 'yes', contact: undefined, by: ownerId, now } as const;
      for (const side of ['first', 'second'] as const) await writeAnswer(tx, { ...yes, side });
      await writeIntroduced(tx, id, { now, askAt: now.add(ASKED_AFTER) });
      const told = ownerId === proposedBy ? [] : introductions(placeOf(placeId), link, { together: undefined, now });
      await insertPlanned(tx, told, now);
    }
    const written = (await linkNumbered(tx, placeId, id)) ?? link;
    return ok({ link: written, seen: seenBy(written, proposedBy) });
  };

  return {
    ...createAnswers(parts),
    ...createTelling(parts),

    closest: async (actor, of) => {
      const end = await endFor(db.direct, actor, of);
      if (!end) return fail({ code: 'link.no_such_end' });
      if (!isTeam(actor) && end.ownerId !== actor.memberId) return fail({ code: 'link.not_yours' });
      const except = await settledWith(db.direct, actor.placeId, end);
      return ok({ end, synergies: await closest(actor, end, except) });
    },

    propose: async (actor, one, other) => {
      const { placeId, memberId } = actor;
      const [mine, theirs] = [await endFor(db.direct, actor, one), await endFor(db.direct, actor, other)];
      if (!mine || !theirs) return fail({ code: 'link.no_such_end' });
      if (mine.kind === theirs.kind && mine.id === theirs.id) return fail({ code: 'link.itself' });
      if (!isTeam(actor) && ![mine.ownerId, theirs.ownerId].includes(memberId)) return fail({ code: 'link.not_yours' });
      if (mine.ownerId === undefined || theirs.ownerId === undefined) return fail({ code: 'link.nobody_to_ask' });
      const [first, second] = inOrder(mine, theirs);
      const reasons = await reasonsOf(actor, first, second);
      const proposing = { placeId, first, second, reasons, proposedBy: memberId, now: clock.now() };
      try {
        return await db.prisma.$transaction((tx) => proposeIn(tx, proposing));
      } catch (error) {
        if (error instanceof Undone) return fail({ code: error.code });
        throw error;
      }
    },

    mine: async ({ placeId, memberId }) =>
      (await linksOf(db.direct, placeId, memberId)).flatMap((link) => seenBy(link, memberId) ?? []),

    find: async ({ placeId, memberId }, id) => {
      const link = await linkNumbered(db.direct, placeId, id);
      const seen = link && seenBy(link, memberId);
      return seen ? ok(seen) : notFound;
    },

    proposedIn: ({ id }, start, end) => proposedIn(db.direct, id, { start, end }),
    counts: ({ id }, start, end) => countsIn(db.direct, id, { start, end }),
  };
};

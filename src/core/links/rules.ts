// What a link is, from what happened to it, and who is told what of it. Pure.
import type { Reason, SheetRef } from '../synergies/model.ts';
import type { Link, LinkEnd, LinkSeen, LinkState, Side } from './model.ts';

/** Without both answers by then, nobody is kept waiting. */
export const ANSWERED_WITHIN = { hours: 24 * 30 } as const;
/** After an introduction, and again when it goes on. */
export const ASKED_AFTER = { hours: 24 * 30 } as const;
/** What was typed to be reached by is forgotten then: the other has it. */
export const CONTACT_KEPT = { hours: 24 * 7 } as const;

export const stateOf = ({ first, second, introducedAt, outcome, closedBecause }: Link): LinkState => {
  if (closedBecause) return closedBecause;
  if (outcome) return outcome;
  if (introducedAt) return 'introduced';
  return first.answer === 'yes' && second.answer === 'yes' ? 'agreed' : 'waiting';
};

/** Nothing was said of it yet to both. */
export const isPending = (link: Link): boolean => {
  const state = stateOf(link);
  return state === 'waiting' || state === 'agreed';
};

export const otherSide = (side: Side): Side => (side === 'first' ? 'second' : 'first');

/** Undefined: neither end is theirs. */
export const seenBy = (link: Link, memberId: number): LinkSeen | undefined => {
  const side = (['first', 'second'] as const).find((each) => link[each].ownerId === memberId);
  return side && { link, mine: link[side], other: link[otherSide(side)] };
};

export const sideOf = ({ link, mine }: LinkSeen): Side => (mine === link.first ? 'first' : 'second');

const rank = ({ kind, id }: SheetRef): readonly [number, number] => [kind === 'initiative' ? 0 : 1, id];

/** A pair is the same from either side: initiatives first, then the older one. */
export const inOrder = <T extends SheetRef>(one: T, other: T): readonly [T, T] => {
  const [[kind, id], [otherKind, otherId]] = [rank(one), rank(other)];
  return kind < otherKind || (kind === otherKind && id < otherId) ? [one, other] : [other, one];
};

/** The same reason, seen from the other end. */
export const turned = (reason: Reason): Reason => {
  switch (reason.because) {
    case 'need_met':
      return { ...reason, because: 'offer_wanted' };
    case 'offer_wanted':
      return { ...reason, because: 'need_met' };
    case 'stage':
      return { ...reason, ahead: reason.ahead === 'first' ? 'second' : 'first' };
    case 'theme':
    case 'district':
    case 'words':
      return reason;
  }
};

export const reasonsSeen = ({ link, mine }: Pick<LinkSeen, 'link' | 'mine'>): readonly Reason[] =>
  mine === link.first ? link.reasons : link.reasons.map(turned);

export const ownersOf = ({ first, second }: Pick<Link, 'first' | 'second'>): readonly number[] => [
  ...new Set([first.ownerId, second.ownerId].flatMap((id) => id ?? [])),
];

/** Asking whoever answers for the other tells them of it. */
export const maySee = ({ seenBy: audience }: LinkEnd, { ownerIsTeam }: LinkEnd): boolean =>
  audience === 'members' || ownerIsTeam;

export const mayMeet = (one: LinkEnd, other: LinkEnd): boolean => maySee(one, other) && maySee(other, one);

/** Why nobody is to be asked any more; undefined: go on. */
export const endedBecause = (link: Link, now: Temporal.Instant): 'gone' | 'unanswered' | undefined => {
  if (!isPending(link)) return undefined;
  const { first, second } = link;
  if (!first.isOpen || !second.isOpen || !mayMeet(first, second)) return 'gone';
  const isLate = Temporal.Instant.compare(now, link.proposedAt.add(ANSWERED_WITHIN)) >= 0;
  return isLate && stateOf(link) === 'waiting' ? 'unanswered' : undefined;
};

const wasAsked = ({ answer }: LinkEnd, because: 'refused' | 'withdrawn' | 'gone' | 'unanswered'): boolean =>
  because !== 'unanswered' || answer === 'yes';

/** Whom its end is told: those who were asked, and whoever proposed it; not whoever ended it. */
export const toldOfEnd = (
  link: Link,
  because: 'refused' | 'withdrawn' | 'gone' | 'unanswered',
  by: number | undefined,
): readonly number[] => {
  const sides = [link.first, link.second]
    .filter((end) => wasAsked(end, because))
    .flatMap(({ ownerId }) => ownerId ?? []);
  return [...new Set([...sides, ...(link.proposedBy === undefined ? [] : [link.proposedBy])])].filter(
    (id) => id !== by,
  );
};

// What people are told of a link, each thing once: by its number, the moment when it was proposed or is asked about, and whom. Pure.
import type { Place } from '../../place/model.ts';
import type { Channel, DeliveryKind, Planned, Recipient } from '../deliveries/model.ts';
import { outOfQuietHours } from '../deliveries/rules.ts';
import type { Link, LinkEnd } from './model.ts';
import { ANSWERED_WITHIN, ownersOf } from './rules.ts';

type LinkKind = Extract<DeliveryKind, `link.${string}`>;

/** How long an introduction, or an end, is worth telling. */
const TOLD_WITHIN = { hours: 24 * 7 } as const;
/** How long a question about what became of it stands. */
const ANSWERED_FOR = { hours: 24 * 14 } as const;

interface Telling {
  readonly place: Place;
  readonly kind: LinkKind;
  /** What makes it another one: the moment. */
  readonly of: Temporal.Instant;
  readonly due: Temporal.Instant;
  readonly within: Temporal.DurationLike;
}

const nameOf = (to: Recipient): string => ('memberId' in to ? String(to.memberId) : to.channel.platform);

const telling = ({ id }: Link, to: Recipient, { place, kind, of, due, within }: Telling): Planned => {
  const told = outOfQuietHours(due, place);
  const key = `${kind} ${id} ${of}, ${nameOf(to)}`;
  return { placeId: place.id, key, to, kind, subjectId: id, due: told, expiresAt: told.add(within) };
};

/** Whoever proposed it has the question before their eyes. */
const isToBeAsked = ({ proposedBy }: Link, { answer, ownerId }: LinkEnd): boolean =>
  answer === undefined && ownerId !== undefined && ownerId !== proposedBy;

/** Handed over meanwhile, it is asked of whoever follows it now. */
export const questions = (place: Place, link: Link): readonly Planned[] =>
  [link.first, link.second].flatMap((end) =>
    isToBeAsked(link, end) && end.ownerId !== undefined
      ? [
          telling(
            link,
            { memberId: end.ownerId },
            { place, kind: 'link.asked', of: link.proposedAt, due: link.proposedAt, within: ANSWERED_WITHIN },
          ),
        ]
      : [],
  );

/** In their common conversation, else to each. */
export const introductions = (
  place: Place,
  link: Link,
  { together, now }: { readonly together: Channel | undefined; readonly now: Temporal.Instant },
): readonly Planned[] =>
  together
    ? [
        telling(
          link,
          { channel: together },
          { place, kind: 'link.together', of: link.proposedAt, due: now, within: TOLD_WITHIN },
        ),
      ]
    : ownersOf(link).map((memberId) =>
        telling(
          link,
          { memberId },
          { place, kind: 'link.contact', of: link.proposedAt, due: now, within: TOLD_WITHIN },
        ),
      );

export const endings = (
  place: Place,
  link: Link,
  { to, now }: { readonly to: readonly number[]; readonly now: Temporal.Instant },
): readonly Planned[] =>
  to.map((memberId) =>
    telling(link, { memberId }, { place, kind: 'link.closed', of: link.proposedAt, due: now, within: TOLD_WITHIN }),
  );

export const outcomeQuestions = (place: Place, link: Link): readonly Planned[] => {
  const { askAt } = link;
  if (!askAt) return [];
  return ownersOf(link).map((memberId) =>
    telling(link, { memberId }, { place, kind: 'link.outcome', of: askAt, due: askAt, within: ANSWERED_FOR }),
  );
};

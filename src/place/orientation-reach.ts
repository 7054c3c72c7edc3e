// Whether a rule of orientation can ever matter, and by which answers a partner is named. Pure.
import { type Condition, conditions, type Exclusion, type Offer, type OrientationRules } from './orientation.ts';
import { namedFor, type OrientationAnswers } from './orienting.ts';
import type { Partner } from './partner.ts';

const holds = (all: readonly string[], some: readonly string[]): boolean => some.every((each) => all.includes(each));

/** Whatever answer the offer is made for, the other names it too, and asks for no more. */
const saysAsMuch = (other: Offer, offer: Offer): boolean =>
  holds(other.need, offer.need) &&
  holds(other.public, offer.public) &&
  conditions.every((condition) =>
    offer[condition].length === 0 ? other[condition].length === 0 : holds(other[condition], offer[condition]),
  );

/** Which other offer of the partner always speaks in its place; the first of two that say the same stays. */
export const shadowing = (offers: readonly Offer[], index: number): number | undefined => {
  const offer = offers[index];
  if (!offer) return undefined;
  const other = offers.findIndex(
    (each, at) => at !== index && saysAsMuch(each, offer) && (at < index || !saysAsMuch(offer, each)),
  );
  return other < 0 ? undefined : other;
};

/** Whoever the offer is for is excluded: where the exclusion names something, the offer names no other. */
export const whollyExcluded = (offer: Offer, exclusion: Exclusion): boolean =>
  conditions.some((condition) => exclusion[condition].length > 0) &&
  conditions.every(
    (condition) =>
      exclusion[condition].length === 0 ||
      (offer[condition].length > 0 && holds(exclusion[condition], offer[condition])),
  );

/** No offer could answer those whom it excludes. */
export const neverExcludes = (exclusion: Exclusion, offers: readonly Offer[]): boolean =>
  !offers.some((offer) =>
    conditions.every(
      (condition) =>
        exclusion[condition].length === 0 ||
        offer[condition].length === 0 ||
        offer[condition].some((choice) => exclusion[condition].includes(choice)),
    ),
  );

const eachOrNone = (listed: readonly string[]): readonly (readonly string[])[] => [
  ...listed.map((choice) => [choice]),
  [],
];

/** The answers that an offer is made for, the fullest first. */
const answersFor = (offer: Offer): readonly OrientationAnswers[] => {
  const of = (condition: Condition) => eachOrNone(offer[condition]);
  const needs = offer.need.length > 1 ? [offer.need, ...of('need')] : of('need');
  return needs.flatMap((need) =>
    of('form').flatMap((form) =>
      of('field').flatMap((field) =>
        of('stage').flatMap((stage) =>
          [[], offer.public].map((people) => ({ need, form, field, stage, public: people })),
        ),
      ),
    ),
  );
};

interface Oriented {
  readonly orientation: OrientationRules;
  readonly partners: readonly Partner[];
}

/** Answers by which the partner is named; undefined: there are none. */
export const answersReaching = (place: Oriented, partner: Partner): OrientationAnswers | undefined =>
  (partner.orientation?.offers ?? [])
    .flatMap(answersFor)
    .find((answers) => namedFor(place, answers).some((match) => match.partner.key === partner.key));

export const isReached = (place: Oriented, partner: Partner): boolean => answersReaching(place, partner) !== undefined;

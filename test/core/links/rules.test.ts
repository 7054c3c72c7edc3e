import { expect, test } from 'vitest';
import type { Link, LinkEnd } from '../../../src/core/links/model.ts';
import { endedBecause, inOrder, mayMeet, stateOf, toldOfEnd, turned } from '../../../src/core/links/rules.ts';
import type { Reason } from '../../../src/core/synergies/model.ts';

const at = Temporal.Instant.from('2026-11-23T09:00:00Z');
const later = (days: number) => at.add({ hours: 24 * days });

const end = (id: number, more: Partial<LinkEnd> = {}): LinkEnd => ({
  kind: 'initiative',
  id,
  number: id,
  title: `Initiative ${id}`,
  seenBy: 'members',
  ownerId: id,
  ownerIsTeam: false,
  ownerName: '',
  accounts: [],
  isOpen: true,
  answer: undefined,
  contact: undefined,
  ...more,
});

const link = (more: Partial<Link> = {}): Link => ({
  id: 1,
  placeId: 'ici',
  first: end(1),
  second: end(2),
  reasons: [],
  proposedBy: 1,
  proposedAt: at,
  introducedAt: undefined,
  askAt: undefined,
  outcome: undefined,
  closedBecause: undefined,
  ...more,
});

const yes = { answer: 'yes' } as const;

test.each([
  ['waits for both', {}, 'waiting'],
  ['waits for one', { first: end(1, yes) }, 'waiting'],
  ['is agreed by both', { first: end(1, yes), second: end(2, yes) }, 'agreed'],
  ['is introduced', { first: end(1, yes), second: end(2, yes), introducedAt: at }, 'introduced'],
  ['has come to something', { introducedAt: at, outcome: 'done' }, 'done'],
  ['was refused', { first: end(1, yes), closedBecause: 'refused' }, 'refused'],
] as const)('one that %s', (_, more, state) => {
  expect(stateOf(link(more))).toBe(state);
});

test.each([
  ['a day later', {}, 1, undefined],
  ['after thirty days without both answers', { first: end(1, yes) }, 30, 'unanswered'],
  ['when one is archived', { second: end(2, { isOpen: false }) }, 1, 'gone'],
  [
    'when one is shown to the team alone, and the other’s is not of it',
    { first: end(1, { seenBy: 'team' }) },
    1,
    'gone',
  ],
  ['when both agreed, however late', { first: end(1, yes), second: end(2, yes) }, 40, undefined],
  [
    'once they were introduced, whatever becomes of it',
    { introducedAt: at, second: end(2, { isOpen: false }) },
    90,
    undefined,
  ],
] as const)('%s it ends: %#', (_, more, days, because) => {
  expect(endedBecause(link(more), later(days))).toBe(because);
});

test('its end is told to those who were asked and to whoever proposed it, not to whoever ended it', () => {
  const asked = link({ proposedBy: 3, first: end(1, yes) });
  expect(toldOfEnd(asked, 'refused', 2)).toEqual([1, 3]);
  expect(toldOfEnd(asked, 'gone', undefined)).toEqual([1, 2, 3]);
  expect(toldOfEnd(asked, 'unanswered', undefined)).toEqual([1, 3]);
});

test('what is for the team is told to the team', () => {
  expect(mayMeet(end(1, { seenBy: 'team' }), end(2, { ownerIsTeam: true }))).toBe(true);
  expect(mayMeet(end(1, { seenBy: 'team' }), end(2))).toBe(false);
});

test('a pair is the same from either side', () => {
  const [one, two, project] = [end(1), end(2), end(1, { kind: 'project' })];
  for (const [a, b] of [
    [one, two],
    [two, project],
    [one, project],
  ] as const)
    expect(inOrder(a, b)).toEqual(inOrder(b, a));
  expect(inOrder(project, two)).toEqual([two, project]);
});

test('a reason seen from the other end and back is the same', () => {
  const reasons: readonly Reason[] = [
    { because: 'need_met', codes: ['local'], points: 30 },
    { because: 'offer_wanted', codes: ['materiel'], points: 14 },
    { because: 'stage', ahead: 'first', points: 4 },
    { because: 'theme', theme: 'nature', points: 18 },
  ];
  expect(reasons.map(turned).map(turned)).toEqual(reasons);
  expect(reasons.map(turned).map(({ because }) => because)).toEqual(['offer_wanted', 'need_met', 'stage', 'theme']);
});

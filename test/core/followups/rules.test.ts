// Whose turn it is, in which order, and when a file is recalled.
import { describe, expect, test } from 'vitest';
import type { FollowupInLine } from '../../../src/core/followups/model.ts';
import { inOrder, recallsDue, recallsOf, type Standing, turnOf } from '../../../src/core/followups/rules.ts';

const PARIS = 'Europe/Paris';
const today = Temporal.PlainDate.from('2026-11-23');
const local = (text: string): Temporal.Instant => Temporal.PlainDateTime.from(text).toZonedDateTime(PARIS).toInstant();

const nothing: Standing = { state: 'new', wishes: [], unanswered: 0, hasAppointment: false, nextStep: undefined };
const step = (due?: string) => ({
  words: 'rappeler',
  due: due === undefined ? undefined : Temporal.PlainDate.from(due),
});

describe('it is the turn', () => {
  test.each([
    ['of the staff, when nobody was contacted yet', {}, 'staff'],
    ['of the person, once they were contacted', { state: 'contacted' }, 'person'],
    ['of the staff, who accompanies', { state: 'supported' }, 'staff'],
    ['of the person, whose activity is created', { state: 'created' }, 'person'],
    ['of nobody, when it is closed', { state: 'closed' }, 'nobody'],
    ['of nobody, when it is closed, whatever else', { state: 'closed', wishes: ['talk'], unanswered: 1 }, 'nobody'],
    ['of the staff, when an answer is waited for', { state: 'contacted', wishes: ['callback'] }, 'staff'],
    [
      'of the staff, though a partner is late, when an answer is waited for',
      { wishes: ['talk'], unanswered: 1 },
      'staff',
    ],
    ['of the partner, who did not answer', { unanswered: 1 }, 'partner'],
    ['of the partner, while the next step is to come', { unanswered: 2, nextStep: step('2026-11-24') }, 'partner'],
    ['of the staff, when the next step is for today', { unanswered: 1, nextStep: step('2026-11-23') }, 'staff'],
    ['of the staff, when the next step is late', { state: 'contacted', nextStep: step('2026-11-01') }, 'staff'],
    ['of the staff, who has a step to come', { state: 'contacted', nextStep: step('2026-12-01') }, 'staff'],
    ['of the staff, who has a step without a day', { state: 'contacted', nextStep: step() }, 'staff'],
    ['of the person, who has an appointment', { state: 'supported', hasAppointment: true }, 'person'],
    ['of the partner, who did not answer, before an appointment', { unanswered: 1, hasAppointment: true }, 'partner'],
    [
      'of the person, who has an appointment before the next step',
      { hasAppointment: true, nextStep: step('2026-12-01') },
      'person',
    ],
  ] as const)('%s', (_, facts, turn) => {
    expect(turnOf({ ...nothing, ...facts }, today)).toBe(turn);
  });
});

test('what is due first comes first, then what waits for the staff, then who waits the longest', () => {
  const file = (id: number, facts: Partial<FollowupInLine>): FollowupInLine => ({
    ...nothing,
    id,
    person: { memberId: id, name: 'lea' },
    openedAt: local('2026-11-01T10:00'),
    follower: undefined,
    closedAt: undefined,
    closedBecause: undefined,
    version: 0,
    turn: 'staff',
    ...facts,
  });
  const files = [
    file(1, { turn: 'person' }),
    file(2, { turn: 'partner' }),
    file(3, {}),
    file(4, { openedAt: local('2026-10-01T10:00') }),
    file(5, { nextStep: step('2026-12-01'), turn: 'person' }),
    file(6, { nextStep: step('2026-11-20') }),
  ];
  expect(inOrder(files).map(({ id }) => id)).toEqual([6, 5, 4, 3, 2, 1]);
});

describe('a file is recalled', () => {
  const days = (openedAt: string) =>
    recallsOf({ openedAt: local(openedAt), nextStep: undefined }, PARIS).map(({ due }) =>
      due.toZonedDateTimeISO(PARIS).toPlainDateTime().toString(),
    );

  test.each([
    ['2026-11-23T10:00', ['2026-12-23T09:00:00', '2027-02-23T09:00:00', '2027-05-23T09:00:00']],
    ['2026-08-31T18:00', ['2026-09-30T09:00:00', '2026-11-30T09:00:00', '2027-02-28T09:00:00']],
    // Near midnight, it is the day of the place that counts.
    ['2026-09-25T23:50', ['2026-10-25T09:00:00', '2026-12-25T09:00:00', '2027-03-25T09:00:00']],
  ])('one, three and six months after %s, at nine on the clocks of the place', (openedAt, due) => {
    expect(days(openedAt)).toEqual(due);
  });

  test('the morning of its next step, and not before', () => {
    const file = { openedAt: local('2026-11-23T10:00'), nextStep: step('2026-11-26') };
    expect(recallsDue(file, PARIS, local('2026-11-26T08:59'))).toEqual([]);
    expect(recallsDue(file, PARIS, local('2026-11-26T09:00'))).toMatchObject([{ kind: 'followup.step' }]);
  });

  test('of no use once its days have passed', () => {
    const [review] = recallsOf({ openedAt: local('2026-11-23T10:00'), nextStep: undefined }, PARIS);
    expect(review?.expiresAt).toEqual(local('2026-12-30T09:00'));
  });
});

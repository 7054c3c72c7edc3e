// Of whom something is expected, in which order files are seen, and when they are recalled. Pure.
import { isBefore } from '../../kernel/interval.ts';
import type { Followup, FollowupAct, FollowupInLine, NextStep, Turn } from './model.ts';

export interface Standing extends Pick<Followup, 'state' | 'wishes' | 'unanswered' | 'hasAppointment' | 'nextStep'> {}

const { compare } = Temporal.PlainDate;

const isDue = (step: NextStep | undefined, today: Temporal.PlainDate): boolean =>
  step?.due !== undefined && compare(step.due, today) <= 0;

/**
 * Whoever asked for an answer, or a step that is due, waits for the staff; a partner who was told, for their answer; whoever
 * has an appointment or was contacted, for their own next word; what else there is, for the staff.
 */
export const turnOf = (
  { state, wishes, unanswered, hasAppointment, nextStep }: Standing,
  today: Temporal.PlainDate,
): Turn => {
  if (state === 'closed') return 'nobody';
  if (wishes.length > 0 || isDue(nextStep, today)) return 'staff';
  if (unanswered > 0) return 'partner';
  if (hasAppointment) return 'person';
  if (nextStep) return 'staff';
  return state === 'contacted' || state === 'created' ? 'person' : 'staff';
};

const TURNS: readonly Turn[] = ['staff', 'partner', 'person', 'nobody'];
const NEVER = Temporal.PlainDate.from('9999-12-31');

/** What is due first, first; then what waits for the staff; then who waits the longest. */
export const inOrder = (files: readonly FollowupInLine[]): readonly FollowupInLine[] =>
  files.toSorted(
    (a, b) =>
      compare(a.nextStep?.due ?? NEVER, b.nextStep?.due ?? NEVER) ||
      TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn) ||
      Temporal.Instant.compare(a.openedAt, b.openedAt) ||
      a.id - b.id,
  );

/** When the staff begins its day. */
const AT = Temporal.PlainTime.from('09:00');
const MONTHS = [1, 3, 6] as const;
const REVIEW_USEFUL_DAYS = 7;
const STEP_USEFUL_DAYS = 3;

export interface Recall {
  readonly kind: 'followup.review' | 'followup.step';
  /** Of when it is: one of each is told. */
  readonly of: string;
  readonly due: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

const onDay = (day: Temporal.PlainDate, timeZone: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone, plainTime: AT }).toInstant();

/** One, three and six months after it was opened, on the calendar of the place; and the day of its next step. */
export const recallsOf = (
  { openedAt, nextStep }: Pick<Followup, 'openedAt' | 'nextStep'>,
  timeZone: string,
): readonly Recall[] => {
  const opened = openedAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const recall = (kind: Recall['kind'], day: Temporal.PlainDate, of: string, usefulDays: number): Recall => ({
    kind,
    of,
    due: onDay(day, timeZone),
    expiresAt: onDay(day.add({ days: usefulDays }), timeZone),
  });
  return [
    ...MONTHS.map((months) => {
      const day = opened.add({ months });
      return recall('followup.review', day, `${opened} + ${months}`, REVIEW_USEFUL_DAYS);
    }),
    ...(nextStep?.due ? [recall('followup.step', nextStep.due, nextStep.due.toString(), STEP_USEFUL_DAYS)] : []),
  ];
};

/** Those whose moment has come. */
export const recallsDue = (
  file: Pick<Followup, 'openedAt' | 'nextStep'>,
  timeZone: string,
  now: Temporal.Instant,
): readonly Recall[] => recallsOf(file, timeZone).filter(({ due }) => !isBefore(now, due));

/** What was asked is already so: pressed twice, or by two who agree. */
export const isSo = ({ state, nextStep, follower }: Followup, act: FollowupAct): boolean => {
  switch (act.act) {
    case 'state':
      return state === act.state;
    case 'close':
      return state === 'closed';
    case 'plan':
      return nextStep?.words === act.step.words && nextStep.due?.toString() === act.step.due?.toString();
    case 'done':
      return nextStep === undefined;
    case 'hand':
      return follower?.memberId === act.to;
  }
};

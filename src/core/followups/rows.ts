// From rows to files.
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { ContactWish } from '../orientation/model.ts';
import type { Attendance } from '../sessions/model.ts';
import { attendanceOf } from '../sessions/rules.ts';
import type { Change, Closing, Followup, FollowupState, Happened, OpenedBecause, Visit } from './model.ts';

/** What depends on the present is asked of `now`. */
export const followupColumns = (now: Temporal.Instant) => Prisma.sql`
  followup.id, member_id, (SELECT display_name FROM member WHERE member.id = member_id) AS name, state, opened_at,
  follower_id, (SELECT display_name FROM member WHERE member.id = follower_id) AS follower, next_step, next_due, closed_at,
  closed_because, version,
  array(SELECT wish FROM orientation_contact AS asked
    WHERE asked.member_id = followup.member_id AND handled_at IS NULL ORDER BY consented_at) AS wishes,
  (SELECT count(*)::integer FROM referral
    WHERE referral.member_id = followup.member_id AND referral.state = 'sent') AS unanswered,
  EXISTS (SELECT FROM event_signup JOIN event ON event.id = event_id
    WHERE event_signup.member_id = followup.member_id AND answer = 'going' AND partner_key IS NOT NULL
      AND cancelled_at IS NULL AND coalesce(slot_at, starts_at) > ${now.toString()}::timestamptz) AS has_appointment`;

export interface FollowupRow {
  readonly id: number;
  readonly member_id: number;
  readonly name: string;
  readonly state: FollowupState;
  readonly opened_at: Date;
  readonly follower_id: number | null;
  readonly follower: string | null;
  readonly next_step: string | null;
  readonly next_due: string | null;
  readonly closed_at: Date | null;
  readonly closed_because: Closing | null;
  readonly version: number;
  readonly wishes: readonly ContactWish[];
  readonly unanswered: number;
  readonly has_appointment: boolean;
}

const dayOf = (text: string | null): Temporal.PlainDate | undefined =>
  text === null ? undefined : Temporal.PlainDate.from(text);

export const followupOf = (row: FollowupRow): Followup => ({
  id: row.id,
  person: { memberId: row.member_id, name: row.name },
  state: row.state,
  openedAt: instantOf(row.opened_at),
  follower:
    row.follower_id === null || row.follower === null ? undefined : { memberId: row.follower_id, name: row.follower },
  nextStep: row.next_step === null ? undefined : { words: row.next_step, due: dayOf(row.next_due) },
  closedAt: row.closed_at === null ? undefined : instantOf(row.closed_at),
  closedBecause: row.closed_because ?? undefined,
  version: row.version,
  wishes: row.wishes,
  unanswered: row.unanswered,
  hasAppointment: row.has_appointment,
});

export interface ChangeRow {
  readonly at: Date;
  readonly by: string | null;
  readonly what: Happened['what'];
  readonly detail: {
    readonly because?: string;
    readonly state?: FollowupState;
    readonly due?: string | null;
    readonly isSet?: boolean;
  };
  /** To whom it was handed. */
  readonly handed: string | null;
}

const ASKED = ['talk', 'callback', 'referral'] as const satisfies readonly OpenedBecause[];
const CLOSED = ['helped', 'elsewhere', 'silent', 'other', 'stopped'] as const satisfies readonly Closing[];

const happenedOf = ({ what, detail, handed }: ChangeRow): Happened => {
  switch (what) {
    case 'asked':
      return { what, because: ASKED.find((each) => each === detail.because) ?? 'talk' };
    case 'state':
      return { what, state: detail.state ?? 'new', because: CLOSED.find((each) => each === detail.because) };
    case 'step':
      return { what, due: dayOf(detail.due ?? null), isSet: detail.isSet === true };
    case 'handed':
      return { what, to: handed ?? undefined };
    case 'note':
    case 'stopped':
      return { what };
  }
};

export const changeOf = (row: ChangeRow): Change => ({
  at: instantOf(row.at),
  by: row.by ?? undefined,
  happened: happenedOf(row),
});

export interface VisitRow {
  readonly partner_key: string;
  readonly start: Date;
  readonly attendance: Attendance | null;
  readonly cancelled_at: Date | null;
  readonly gave_up: boolean;
}

export const visitOf = (row: VisitRow): Visit => ({
  partnerKey: row.partner_key,
  start: instantOf(row.start),
  attendance: attendanceOf(
    { cancelledAt: row.cancelled_at === null ? undefined : instantOf(row.cancelled_at) },
    { marked: row.attendance ?? undefined, gaveUp: row.gave_up },
  ),
});

// Every expected no of the core: each code has one sentence in src/messages/failures.fr.ts, or it does not compile.
import type { EventFailure } from './agenda/model.ts';
import type { AppointmentFailure } from './appointments/model.ts';
import type { ApprovalFailure } from './approvals/model.ts';
import type { BookingFailure } from './booking/model.ts';
import type { FollowupFailure } from './followups/model.ts';
import type { HandlingFailure } from './handling/model.ts';
import type { ImpactFailure } from './impact/model.ts';
import type { InitiativeFailure } from './initiatives/model.ts';
import type { LinkFailure } from './links/model.ts';
import type { OpeningFailure } from './openings/model.ts';
import type { OrientationFailure } from './orientation/model.ts';
import type { PartnersFailure } from './partners/model.ts';
import type { PeopleFailure } from './people/model.ts';
import type { ProjectFailure } from './projects/model.ts';
import type { ReferralFailure } from './referrals/model.ts';
import type { RolesFailure } from './roles/model.ts';
import type { SeriesFailure } from './series/model.ts';
import type { SessionsFailure } from './sessions/model.ts';
import type { SignupFailure } from './signups/model.ts';
import type { StaffFailure } from './staff.ts';
import type { StructureFailure } from './structures/model.ts';
import type { WaitFailure } from './waitlist/model.ts';

export type CoreFailure =
  | AppointmentFailure
  | ApprovalFailure
  | BookingFailure
  | EventFailure
  | PeopleFailure
  | SeriesFailure
  | WaitFailure
  | ProjectFailure
  | ReferralFailure
  | RolesFailure
  | SessionsFailure
  | SignupFailure
  | FollowupFailure
  | HandlingFailure
  | ImpactFailure
  | InitiativeFailure
  | LinkFailure
  | OpeningFailure
  | OrientationFailure
  | PartnersFailure
  | StaffFailure
  | StructureFailure;

// What the staff does, room by room.
import type { Database } from '../db/open.ts';
import type { Clock } from '../kernel/time.ts';
import type { Place } from '../place/model.ts';
import { type ApprovalsRoom, createApprovals } from './approvals/usecases.ts';
import { type ClosuresRoom, createClosures } from './closures/usecases.ts';
import { createDay, type DayRoom } from './day/usecases.ts';
import { createEquipment, type EquipmentRoom } from './equipment/usecases.ts';
import { createGuests, type GuestsRoom } from './guests/usecases.ts';
import { createHandling, type HandlingRoom } from './handling/usecases.ts';
import { createImpact, type ImpactRoom } from './impact/usecases.ts';
import { createJournal, type JournalRoom } from './journal/usecases.ts';
import type { OpeningsRoom } from './openings/usecases.ts';
import { createRoles, type RolesRoom } from './roles/usecases.ts';
import { createStructures, type StructuresRoom } from './structures/usecases.ts';

/** Of what the staff points at by its number. */
export type StaffFailure =
  | { readonly code: 'closure.not_found' }
  | { readonly code: 'equipment.not_found' }
  /** Those whom it touches are told why. */
  | { readonly code: 'staff.reason_needed' };

export interface StaffRooms {
  readonly approvals: ApprovalsRoom;
  readonly closures: ClosuresRoom;
  readonly day: DayRoom;
  readonly equipment: EquipmentRoom;
  readonly guests: GuestsRoom;
  readonly handling: HandlingRoom;
  readonly impact: ImpactRoom;
  readonly journal: JournalRoom;
  readonly openings: OpeningsRoom;
  readonly roles: RolesRoom;
  readonly structures: StructuresRoom;
}

export interface StaffParts {
  readonly db: Database;
  readonly clock: Clock;
  /** As their files say. */
  readonly files: readonly Place[];
  readonly openings: OpeningsRoom;
  /** At which people reach the web page; undefined: none is known. */
  readonly publicUrl: string | undefined;
}

export const createStaff = ({ db, clock, files, openings, publicUrl }: StaffParts): StaffRooms => {
  const parts = { db, clock, places: openings.places };
  const roles = createRoles({ db, clock });
  return {
    approvals: createApprovals(parts),
    closures: createClosures(parts),
    day: createDay({ ...parts, publicUrl }),
    equipment: createEquipment(parts),
    guests: createGuests({ db, clock }),
    handling: createHandling(parts),
    impact: createImpact({ db, clock, files, openings }),
    journal: createJournal({ db }),
    openings,
    roles,
    structures: createStructures({ ...parts, roles }),
  };
};

// Equipment out of order.
import type { EquipmentKey, SpaceKey } from '../../place/model.ts';

export interface Breakdown {
  readonly id: number;
  readonly spaceKey: SpaceKey;
  readonly equipmentKey: EquipmentKey;
  readonly units: number;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly reason: string;
}

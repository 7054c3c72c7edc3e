// What a postman goes round with.
import type { Adapter } from '../chat/adapter.ts';
import type { Core } from '../core/core.ts';
import type { Unsent } from '../core/deliveries/model.ts';
import type { DeliveriesRoom } from '../core/deliveries/usecases.ts';
import type { Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time.ts';
import type { Place } from '../place/model.ts';

export interface PostmanParts {
  readonly core: Core;
  readonly deliveries: DeliveriesRoom;
  /** By id. */
  readonly places: ReadonlyMap<string, Place>;
  /** Those that this instance is connected to. */
  readonly adapters: readonly Adapter[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Nothing personal: the key says what it was, and of when. */
export const logUnsent = (log: Log, { key, placeId, reason }: Unsent): void => {
  const facts = { reference: key, place: placeId, reason };
  // Too late, or without object: as it should be. Out of reach: someone may want to know.
  if (reason === 'too_late' || reason === 'moot') log.info(facts, 'a message was dropped');
  else log.warn(facts, 'a message could not be delivered');
};

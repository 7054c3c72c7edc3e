// The agenda in a platform's own calendar: which one, and what stands there for which event.
import type { Channel } from '../deliveries/model.ts';

export interface MirrorAt {
  readonly placeId: string;
  readonly platform: Channel['platform'];
  readonly workspace: string;
}

export interface Mirrored {
  readonly eventId: number;
  /** The platform's own. */
  readonly reference: string;
}

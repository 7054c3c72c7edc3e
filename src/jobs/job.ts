// A job: what it does at a moment, whatever brought that moment. The clock (scheduler.ts) is apart, so that a test drives jobs
// with a clock that it holds, and waits for nothing.
import type { Planned } from '../core/deliveries/model.ts';
import type { Place } from '../place/model.ts';

export interface Job {
  readonly name: string;
  /** 'claimed': by one instance of all, at each tick. 'always': by each, also right after a command; it bears being repeated. */
  readonly runs: 'claimed' | 'always';
  /** It changes nothing by itself: what it would say can be shown beforehand. */
  readonly onlyPlans: boolean;
  /** What people of that place are to be told because of it; the keys see to it that it is told once. */
  run(place: Place): Promise<readonly Planned[]>;
}

// A calendar of a platform's own, such as a Discord server's scheduled events, in which the agenda is shown: what a platform
// that has one must be able to do.
import type { Platform } from '../reply/tree.ts';

/** An event as such a calendar shows it: to everyone, and only what rarely changes. */
export interface Sheet {
  readonly eventId: number;
  readonly title: string;
  readonly where: string;
  /** A paragraph each. */
  readonly about: readonly string[];
  /** Its last words, of no other event: by them it is known again. */
  readonly how: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** Something that stands there, ours or anyone's. */
export interface Standing {
  readonly reference: string;
  readonly isOurs: boolean;
  /** Its times can no longer be changed. */
  readonly hasBegun: boolean;
  /** What people see of it. */
  readonly looks: string;
  endsWith(how: string): boolean;
}

/** The bot may not write there: the reason is the staff's to mend. */
export class MirrorRefused extends Error {
  override readonly name = 'MirrorRefused';
}

/** It holds as many as it may. */
export class MirrorFull extends Error {
  override readonly name = 'MirrorFull';
}

/** It will not have such an event, whatever the moment: the others are none the worse. */
export class MirrorUnfit extends Error {
  override readonly name = 'MirrorUnfit';
}

/** What was to be changed is no longer there. */
export class MirroredGone extends Error {
  override readonly name = 'MirroredGone';
}

export interface AgendaMirror {
  readonly platform: Exclude<Platform, 'terminal'>;
  /** How many it holds, ours and others. */
  readonly most: number;
  /** Those that the bot is in. */
  workspaces(): readonly string[];
  /** How often someone else changed what is ours there, as far as was heard. */
  heard(workspace: string): number;
  /** What is to come, or goes on. */
  standing(workspace: string): Promise<readonly Standing[]>;
  /** What people would see of it. */
  looks(sheet: Sheet): string;
  /** Its reference. Once: a call whose outcome is not known is not repeated. */
  create(workspace: string, sheet: Sheet): Promise<string>;
  /** Rejects with `MirroredGone` when someone took it away. */
  change(workspace: string, reference: string, sheet: Sheet): Promise<void>;
  remove(workspace: string, reference: string): Promise<void>;
}

// What one instance of several does at a time, and another takes over.

export interface Held {
  /** Resolves when it is no longer ours: what depends on it must end at once. */
  readonly lost: Promise<void>;
  /** Lets another instance have it. */
  giveBack(): Promise<void>;
}

export interface Turn {
  /** Undefined: another instance has it. */
  take(): Promise<Held | undefined>;
}

/** Of whoever is alone: it is always their turn. */
export const alone: Turn = { take: async () => ({ lost: new Promise(() => {}), giveBack: async () => {} }) };

/** Of whoever only speaks: it is never their turn. */
export const neverOurs: Turn = { take: async () => undefined };

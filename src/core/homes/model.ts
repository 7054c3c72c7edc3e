// The page of their own that a person opens on a platform which has one for each.
import type { Identity } from '../people/model.ts';

/** Whose page it is, as their platform knows them: they may never have spoken. */
export type HomeAt = Omit<Identity, 'displayName'>;

// The memory of long buttons, shared by all instances.
import type { Database } from '../../db/open.ts';
import type { Clock } from '../../kernel/time.ts';
import { type KeptLine, keepLines, recallLine } from './store.ts';

export interface LinesRoom {
  keep(placeId: string, lines: readonly KeptLine[]): Promise<void>;
  recall(placeId: string, id: string): Promise<string | undefined>;
}

export const createLines = ({ db, clock }: { readonly db: Database; readonly clock: Clock }): LinesRoom => ({
  keep: (placeId, lines) => keepLines(db, placeId, lines, clock.now()),
  recall: (placeId, id) => recallLine(db, placeId, id),
});

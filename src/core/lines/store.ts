// Commands of buttons that are too long for a platform, kept under the hash of their words: keeping one twice is keeping it once.
import type { Database } from '../../db/open.ts';

export interface KeptLine {
  readonly id: string;
  readonly line: string;
}

export const keepLines = async (
  { prisma }: Database,
  placeId: string,
  lines: readonly KeptLine[],
  now: Temporal.Instant,
): Promise<void> => {
  await prisma.$executeRaw`
    INSERT INTO draft_line (id, place_id, line, created_at)
    SELECT id, ${placeId}, line, ${now.toString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS kept (id text, line text) ORDER BY id
    -- Shown again, it is of use again: it is forgotten so long after the last time.
    ON CONFLICT (id) DO UPDATE SET created_at = greatest(draft_line.created_at, excluded.created_at)`;
};

export const recallLine = async ({ prisma }: Database, placeId: string, id: string): Promise<string | undefined> => {
  const kept = await prisma.draftLine.findFirst({ where: { placeId, id }, select: { line: true } });
  return kept?.line;
};

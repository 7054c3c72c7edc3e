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
  const createdAt = now.toString();
  await prisma.draftLine.createMany({
    data: lines.map(({ id, line }) => ({ id, placeId, line, createdAt })),
    skipDuplicates: true,
  });
};

export const recallLine = async ({ prisma }: Database, placeId: string, id: string): Promise<string | undefined> => {
  const kept = await prisma.draftLine.findFirst({ where: { placeId, id }, select: { line: true } });
  return kept?.line;
};

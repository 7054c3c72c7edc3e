// The only query of the audit log.
import type { Queries } from '../../db/direct.ts';
import { instantOf } from '../../db/instant.ts';
import type { JournalEntry } from './model.ts';

interface Row {
  readonly at: Date;
  readonly actor: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The last ones first. */
export const lastEntries = async (db: Queries, placeId: string, count: number): Promise<readonly JournalEntry[]> => {
  const rows = await db.$queryRaw<Row[]>`
    SELECT at, (SELECT display_name FROM member WHERE member.id = actor_id) AS actor, action, subject, detail
    FROM audit WHERE place_id = ${placeId} ORDER BY at DESC, id DESC LIMIT ${count}::integer`;
  return rows.map(({ at, actor, action, subject, detail }) => ({
    at: instantOf(at),
    actor: actor ?? undefined,
    action,
    subject,
    role: typeof detail.role === 'string' ? detail.role : undefined,
    structure: typeof detail.structure === 'number' ? detail.structure : undefined,
    partner: typeof detail.partner === 'string' ? detail.partner : undefined,
  }));
};

// From the tables to a link: its two ends as they are now, with whoever answers for each.
import { z } from 'zod';
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import type { ShownName } from '../names/model.ts';
import { nameAs } from '../names/rules.ts';
import type { Reason } from '../synergies/model.ts';
import type { Account, Answer, Closing, Link, LinkEnd, Outcome, Side } from './model.ts';

const points = z.number();
const codes = z.array(z.string());
const reasonSchema: z.ZodType<Reason> = z.discriminatedUnion('because', [
  z.object({ because: z.literal('need_met'), codes, points }),
  z.object({ because: z.literal('offer_wanted'), codes, points }),
  z.object({ because: z.literal('theme'), theme: z.string(), points }),
  z.object({ because: z.literal('district'), district: z.string(), points }),
  z.object({ because: z.literal('words'), points }),
  z.object({ because: z.literal('stage'), ahead: z.enum(['first', 'second']), points }),
]);

interface EndRow {
  readonly kind: 'initiative' | 'project';
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly open: boolean;
  readonly seen_by: string;
  readonly owner_id: number | null;
  readonly owner_is_team: boolean;
  readonly name: string | null;
  readonly shown: ShownName | null;
  readonly accounts: readonly Account[] | null;
  readonly answer: Answer | null;
  readonly contact: string | null;
}

export interface LinkRow {
  readonly id: number;
  readonly place_id: string;
  readonly reasons: unknown;
  readonly proposed_by: number | null;
  readonly proposed_at: Date;
  readonly introduced_at: Date | null;
  readonly ask_at: Date | null;
  readonly outcome: Outcome | null;
  readonly closed_because: Closing | null;
  readonly first: EndRow;
  readonly second: EndRow;
}

/** Of the sheets of the two ends; one that was merged has none, and is asked of no one. */
const endOf = (side: Side): Prisma.Sql => {
  const column = (name: string) => Prisma.raw(`link.${side}_${name}`);
  return Prisma.sql`(
    SELECT jsonb_build_object('kind', kind, 'id', source_id, 'number', number, 'title', title, 'open', open,
      'seen_by', seen_by, 'owner_id', owner_id,
      'owner_is_team', EXISTS (SELECT FROM member_role AS held WHERE held.member_id = member.id
        AND held.role IN ('veilleuse', 'animation', 'admin')), 'name', member.display_name, 'shown', member.shown_name,
      'accounts', (SELECT jsonb_agg(jsonb_build_object('platform', platform, 'workspace', workspace, 'userId', user_id)
        ORDER BY last_seen_at DESC NULLS LAST, platform, workspace, user_id) FROM identity WHERE identity.member_id = member.id),
      'answer', ${column('answer')}, 'contact', ${column('contact')})
    FROM (
      SELECT 'initiative' AS kind, id AS source_id, number, title, owner_id, 'members' AS seen_by,
        merged_into IS NULL AND state IN ('spotted', 'met', 'accompanied') AS open
      FROM initiative WHERE id = ${column('initiative_id')}
      UNION ALL
      SELECT 'project', id, number, name, owner_id, visibility, archived_at IS NULL AND visibility <> 'private'
      FROM project WHERE id = ${column('project_id')}
    ) AS sheet LEFT JOIN member ON member.id = sheet.owner_id
  )`;
};

export const linkColumns = Prisma.sql`
  link.id, link.place_id, reasons, proposed_by, proposed_at, introduced_at, ask_at, outcome, closed_because,
  ${endOf('first')} AS first, ${endOf('second')} AS second`;

const endFrom = ({
  kind,
  id,
  number,
  title,
  open,
  name,
  shown,
  accounts,
  answer,
  contact,
  ...row
}: EndRow): LinkEnd => ({
  kind,
  id,
  number,
  title,
  seenBy: row.seen_by === 'members' ? 'members' : 'team',
  ownerId: row.owner_id ?? undefined,
  ownerIsTeam: row.owner_is_team,
  // As they show it in /compte; whoever shows nothing there is known by the name of the conversation, which the card says.
  ownerName: nameAs(name ?? '', shown ?? 'hidden') ?? (name ?? '').trim(),
  accounts: accounts ?? [],
  isOpen: open,
  answer: answer ?? undefined,
  contact: contact ?? undefined,
});

const instant = (date: Date | null) => (date === null ? undefined : instantOf(date));

export const linkOf = (row: LinkRow): Link => ({
  id: row.id,
  placeId: row.place_id,
  first: endFrom(row.first),
  second: endFrom(row.second),
  reasons: z.array(reasonSchema).parse(row.reasons),
  proposedBy: row.proposed_by ?? undefined,
  proposedAt: instantOf(row.proposed_at),
  introducedAt: instant(row.introduced_at),
  askAt: instant(row.ask_at),
  outcome: row.outcome ?? undefined,
  closedBecause: row.closed_because ?? undefined,
});

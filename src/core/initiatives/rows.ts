// From the table to an initiative.
import { Prisma } from '../../db/generated/client.ts';
import { instantOf } from '../../db/instant.ts';
import { type Agreement, agreements, type Initiative, type InitiativeState, initiativeStates } from './model.ts';

export interface InitiativeRow {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly district: string | null;
  readonly theme: string | null;
  readonly stage: string | null;
  readonly people: number | null;
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  readonly objectives: readonly string[];
  readonly contact_agreement: string;
  readonly state: string;
  readonly owner_id: number | null;
  readonly source_link: string | null;
  readonly created_at: Date;
  readonly news_at: Date;
  readonly merged_number: number | null;
  readonly version: number;
  readonly followers: number;
  readonly acquaintances: number;
}

const counted = (kind: 'follows' | 'knows') => Prisma.sql`
  (SELECT count(*)::integer FROM initiative_follower WHERE initiative_id = initiative.id AND kind = ${kind})`;

/** Of the table `initiative`. */
export const initiativeColumns = Prisma.sql`
  initiative.id, initiative.number, initiative.title, initiative.summary, initiative.district, initiative.theme,
  initiative.stage, initiative.people, initiative.needs, initiative.offers, initiative.objectives,
  initiative.contact_agreement, initiative.state, initiative.owner_id, initiative.source_link, initiative.created_at,
  initiative.news_at, initiative.version,
  (SELECT kept.number FROM initiative AS kept WHERE kept.id = initiative.merged_into) AS merged_number,
  ${counted('follows')} AS followers, ${counted('knows')} AS acquaintances`;

const isState = (text: string): text is InitiativeState => initiativeStates.some((each) => each === text);
const isAgreement = (text: string): text is Agreement => agreements.some((each) => each === text);

export const initiativeOf = (row: InitiativeRow): Initiative => {
  const { contact_agreement: agreement, state } = row;
  if (!isState(state) || !isAgreement(agreement)) throw new Error(`initiative ${row.id} is ${state}, ${agreement}`);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    summary: row.summary,
    district: row.district ?? undefined,
    theme: row.theme ?? undefined,
    stage: row.stage ?? undefined,
    people: row.people ?? undefined,
    needs: row.needs,
    offers: row.offers,
    objectives: row.objectives,
    agreement,
    state,
    ownerId: row.owner_id ?? undefined,
    sourceLink: row.source_link ?? undefined,
    createdAt: instantOf(row.created_at),
    newsAt: instantOf(row.news_at),
    mergedInto: row.merged_number ?? undefined,
    version: row.version,
    followers: row.followers,
    acquaintances: row.acquaintances,
  };
};

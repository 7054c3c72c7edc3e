// What the queries of this room read of a sheet.
import { instantOf } from '../../db/instant.ts';
import type { Stems } from './likeness.ts';
import type { Sheet, SheetKind } from './model.ts';

export interface SheetRow {
  readonly kind: SheetKind;
  readonly source_id: number;
  readonly number: number;
  readonly title: string;
  readonly theme: string | null;
  readonly district: string | null;
  readonly stage: string | null;
  readonly needs: readonly string[];
  readonly offers: readonly string[];
  readonly news_at: Date;
}

export const sheetOf = (row: SheetRow): Sheet => ({
  kind: row.kind,
  id: row.source_id,
  number: row.number,
  title: row.title,
  theme: row.theme ?? undefined,
  district: row.district ?? undefined,
  stage: row.stage ?? undefined,
  needs: row.needs,
  offers: row.offers,
  newsAt: instantOf(row.news_at),
});

export interface StemsRow {
  readonly title_stems: readonly string[];
  readonly summary_stems: readonly string[];
}

export const stemsOf = (row: StemsRow): Stems => ({ title: row.title_stems, summary: row.summary_stems });

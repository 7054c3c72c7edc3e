// How initiatives and projects are numbered and named, and what is coded of both.
import type { SheetKind } from '../core/synergies/model.ts';
import type { CodeField, Listed } from '../place/sheet-codes.ts';
import { enumerate, quoted } from './words.fr.ts';

const LETTERS: Readonly<Record<SheetKind, string>> = { initiative: 'I', project: 'P' };

/** « I-042 », « P-007 »: what people type, and what buttons carry. */
export const sheetNumber = (kind: SheetKind, number: number): string =>
  `${LETTERS[kind]}-${String(number).padStart(3, '0')}`;

/** « P-007 (« Garage solidaire ») ». */
export const sheetName = ({
  kind,
  number,
  title,
}: {
  readonly kind: SheetKind;
  readonly number: number;
  readonly title: string;
}): string => `${sheetNumber(kind, number)} (${quoted(title)})`;

/** Of the fields that the place file lists. */
export const codeLabels: Readonly<Record<CodeField, string>> = {
  theme: 'Thème',
  stage: 'Étape',
  form: 'Forme',
  district: 'Quartier',
  needs: 'Cherche',
  offers: 'Propose',
};

/** As a line says them. */
export const typedCodes: Readonly<Record<CodeField, string>> = {
  theme: 'theme',
  stage: 'etape',
  form: 'forme',
  district: 'quartier',
  needs: 'besoin',
  offers: 'offre',
};

/** « un local et des bénévoles »; empty: nothing is said. */
export const namesIn = (listed: readonly Listed[], keys: string | readonly string[] | undefined): string =>
  enumerate([keys ?? []].flat().map((key) => listed.find((each) => each.key === key)?.name ?? key));

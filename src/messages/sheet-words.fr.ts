// How initiatives and projects are numbered and named.
import type { SheetKind } from '../core/synergies/model.ts';
import { quoted } from './words.fr.ts';

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

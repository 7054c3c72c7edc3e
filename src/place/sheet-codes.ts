// What may be said in each coded field of a project's sheet, as the place file lists it. Pure.
import { initiativesOf } from './initiatives.ts';
import type { Place } from './model.ts';

export const codeFields = ['theme', 'stage', 'form', 'district', 'needs', 'offers'] as const;
export type CodeField = (typeof codeFields)[number];

/** What is coded of an initiative or of a project: keys of the place file. */
export interface SheetCodes {
  readonly theme: string | undefined;
  readonly stage: string | undefined;
  readonly district: string | undefined;
  readonly needs: readonly string[];
  readonly offers: readonly string[];
}

export interface Listed {
  readonly key: string;
  readonly name: string;
}

export type CodedPlace = Pick<Place, 'initiatives' | 'districts' | 'orientation'>;

export const codesOf = (place: CodedPlace, field: CodeField): readonly Listed[] => {
  const { needs, themes, stages } = initiativesOf(place);
  switch (field) {
    case 'needs':
    case 'offers':
      return needs;
    case 'theme':
      return themes;
    case 'stage':
      return stages;
    case 'form':
      return place.orientation?.choices.form ?? [];
    case 'district':
      return place.districts ?? [];
  }
};

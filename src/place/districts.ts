// The parts of a town, as a place file lists them: asked by orientation, read in an initiative.
import type { z } from 'zod';
import { type Choice, choices, choicesOf } from './orientation.ts';

export const districtsSection = choices;

export const buildDistricts = (file: z.output<typeof districtsSection>): readonly Choice[] => choicesOf(file);

/** Those that are somewhere: « un autre quartier » answers a question, and is read in no sentence. */
export const namedDistricts = (districts: readonly Choice[]): readonly Choice[] =>
  districts.filter(({ open }) => !open);

// Partners' sessions, as a place file sets them when nobody says otherwise.
import { z } from 'zod';
import type { Found } from './faults.ts';
import { duration, section, text } from './fields.ts';
import { nearest } from './near.ts';

export interface SessionRules {
  /** How long an appointment lasts. */
  readonly slotMinutes: number;
  /** Where sessions are held; undefined: it is asked. */
  readonly spaceKey: string | undefined;
}

export const permanencesSection = section({
  'durée d’un rendez-vous': duration.prefault('45 min'),
  espace: text.optional(),
});

export const buildPermanences = (file: z.output<typeof permanencesSection>): SessionRules => ({
  slotMinutes: file['durée d’un rendez-vous'].total('minutes'),
  spaceKey: file.espace,
});

const DEFAULTS: SessionRules = buildPermanences(permanencesSection.parse({}));

/** Of a place whose file says nothing of it too. */
export const sessionRulesOf = ({ sessions }: { readonly sessions?: SessionRules | undefined }): SessionRules =>
  sessions ?? DEFAULTS;

const readable = z.object({
  permanences: z.object({ espace: z.string() }),
  espaces: z.record(z.string(), z.unknown()),
});

/** A space that the file does not have. */
export const permanencesChecks = (data: unknown): readonly Found[] => {
  const read = readable.safeParse(data);
  if (!read.success) return [];
  const { permanences, espaces } = read.data;
  const known = Object.keys(espaces);
  return known.includes(permanences.espace)
    ? []
    : [
        {
          path: ['permanences', 'espace'],
          fault: { code: 'place.unknown_space', key: permanences.espace, near: nearest(permanences.espace, known) },
        },
      ];
};

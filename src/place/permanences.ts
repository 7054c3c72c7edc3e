// Partners' sessions, as a place file sets them when nobody says otherwise.
import { z } from 'zod';
import type { Found } from './faults.ts';
import { duration, section, text } from './fields.ts';
import { nearest } from './near.ts';
import type { Fault } from './problem.ts';

export interface SessionRules {
  /** How long an appointment lasts. */
  readonly slotMinutes: number;
  /** Where sessions are held; undefined: it is asked. */
  readonly spaceKey: string | undefined;
}

/** How short and how long one may be, as the database has it too (prisma/migrations/0023_partners). */
export const SLOT_MINUTES = { least: 5, most: 480 } as const;

export const permanencesSection = section({
  'durée d’un rendez-vous': duration.prefault('45 min'),
  espace: text.optional(),
}).superRefine((file, context) => {
  const minutes = file['durée d’un rendez-vous'].total('minutes');
  if (minutes >= SLOT_MINUTES.least && minutes <= SLOT_MINUTES.most) return;
  const fault: Fault = { code: 'place.slot_length', ...SLOT_MINUTES };
  context.addIssue({ code: 'custom', path: ['durée d’un rendez-vous'], params: { fault } });
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

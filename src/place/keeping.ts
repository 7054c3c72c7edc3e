// How long a place keeps what is of no use any more: a job forgets it (src/core/keeping).
import type { z } from 'zod';
import { duration, section } from './fields.ts';
import type { Fault } from './problem.ts';

export interface Keeping {
  /** What was said or sent, or was not: its key and when, never its words. */
  readonly deliveries: Temporal.Duration;
  /** The numbers of requests, by which what was asked once is done once. */
  readonly requests: Temporal.Duration;
  /** The commands of long buttons, from when they were last shown. */
  readonly lines: Temporal.Duration;
  /** Referrals, from when they were closed; one that was taken and of which nothing is heard is closed after as long. */
  readonly referrals: Temporal.Duration;
  /** Follow-ups, their notes and their history, from when they were closed. */
  readonly followups: Temporal.Duration;
}

/** Until then something may still be asked again by a platform, or planned again by a job that was down. */
const LEAST_DAYS = 7;

export const keepingSection = section({
  envois: duration.prefault('90 jours'),
  demandes: duration.prefault('30 jours'),
  boutons: duration.prefault('365 jours'),
  'mises en relation': duration.prefault('180 jours'),
  accompagnements: duration.prefault('365 jours'),
}).superRefine((file, context) => {
  for (const [name, kept] of Object.entries(file)) {
    if (kept.total('hours') >= 24 * LEAST_DAYS) continue;
    const fault: Fault = { code: 'place.kept_too_short', leastDays: LEAST_DAYS };
    context.addIssue({ code: 'custom', path: [name], params: { fault } });
  }
});

export const buildKeeping = (file: z.output<typeof keepingSection>): Keeping => ({
  deliveries: file.envois,
  requests: file.demandes,
  lines: file.boutons,
  referrals: file['mises en relation'],
  followups: file.accompagnements,
});

const DEFAULTS: Keeping = buildKeeping(keepingSection.parse({}));

/** Of a place whose file says nothing of it too. */
export const keepingOf = ({ keeping }: { readonly keeping?: Keeping | undefined }): Keeping => keeping ?? DEFAULTS;

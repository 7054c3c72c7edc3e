// When a place announces what is on, in the channels that asked for it: local times.
import type { z } from 'zod';
import { duration, section, time } from './fields.ts';
import type { Fault } from './problem.ts';

export interface Announcing {
  /** The week's agenda, on Monday. */
  readonly weekAt: Temporal.PlainTime;
  /** What is on that day. */
  readonly todayAt: Temporal.PlainTime;
  /** An event, seven days before it and the day before. */
  readonly eventsAt: Temporal.PlainTime;
  /** An event, so long before it starts. */
  readonly before: Temporal.Duration;
  /** What the week holds of a month that is announced each Monday. */
  readonly monthAt: Temporal.PlainTime;
  /** What the veilleuses are told of the week, on Monday. */
  readonly digestAt: Temporal.PlainTime;
  /** From then on, that day, it is too late for what is said of the week or the day. */
  readonly notAfter: Temporal.PlainTime;
}

export const announcingSection = section({
  agenda: time.prefault('8:30'),
  'aujourd’hui': time.prefault('8:45'),
  événements: time.prefault('9:00'),
  'événements avant': duration.prefault('1 h'),
  'mois annoncé': time.prefault('9:00'),
  veilleuses: time.prefault('9:30'),
  'au plus tard': time.prefault('12:00'),
}).superRefine((file, context) => {
  const until = file['au plus tard'];
  const hours = [file.agenda, file['aujourd’hui'], file['mois annoncé'], file.veilleuses];
  if (hours.every((hour) => Temporal.PlainTime.compare(hour, until) < 0)) return;
  const fault: Fault = { code: 'place.ends_before_start' };
  context.addIssue({ code: 'custom', path: ['au plus tard'], params: { fault } });
});

export const buildAnnouncing = (file: z.output<typeof announcingSection>): Announcing => ({
  weekAt: file.agenda,
  todayAt: file['aujourd’hui'],
  eventsAt: file.événements,
  before: file['événements avant'],
  monthAt: file['mois annoncé'],
  digestAt: file.veilleuses,
  notAfter: file['au plus tard'],
});

const DEFAULTS: Announcing = buildAnnouncing(announcingSection.parse({}));

/** Of a place whose file says nothing of it too. */
export const announcingOf = ({ announcing }: { readonly announcing?: Announcing | undefined }): Announcing =>
  announcing ?? DEFAULTS;

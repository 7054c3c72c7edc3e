// What our own triggers refuse (prisma/migrations), read from whatever error carries it: Prisma's, from a
// model call or raw SQL, or bare `pg`'s; on both engines.
import { z } from 'zod';

const shapes = {
  MJ001: z
    .object({
      resource: z.string(),
      capacity: z.number(),
      peak: z.number(),
      wanted: z.number(),
      startsAt: z.string(),
      endsAt: z.string(),
    })
    .transform((detail) => ({
      code: 'full' as const,
      resourceKey: detail.resource,
      capacity: detail.capacity,
      /** Taken by the others at the fullest instant. */
      peak: detail.peak,
      wanted: detail.wanted,
      start: Temporal.Instant.from(detail.startsAt),
      end: Temporal.Instant.from(detail.endsAt),
    })),
  MJ002: z.object({ bookingId: z.number() }).transform((detail) => ({ code: 'already' as const, ...detail })),
  MJ003: z.object({ quota: z.number(), monday: z.string() }).transform(({ quota, monday }) => ({
    code: 'over_quota' as const,
    quotaPerWeek: quota,
    monday: Temporal.PlainDate.from(monday),
  })),
  MJ004: z
    .object({ resource: z.string(), capacity: z.number(), wanted: z.number(), peak: z.number() })
    .transform(({ resource, ...detail }) => ({ code: 'below_taken' as const, resourceKey: resource, ...detail })),
  MJ005: z.object({ structure: z.string(), quota: z.number(), monday: z.string() }).transform((detail) => ({
    code: 'over_structure_quota' as const,
    structure: detail.structure,
    quotaPerWeek: detail.quota,
    monday: Temporal.PlainDate.from(detail.monday),
  })),
  MJ008: z
    .object({ eventId: z.number(), reason: z.enum(['needed', 'off_grid', 'taken', 'kept']) })
    .transform((detail) => ({ code: 'no_slot' as const, ...detail })),
  MJ009: z.object({ eventId: z.number(), slots: z.array(z.string()) }).transform(({ eventId, slots }) => ({
    code: 'slots_lost' as const,
    eventId,
    slots: slots.map((slot) => Temporal.Instant.from(slot)),
  })),
};

type SqlState = keyof typeof shapes;

export type Refusal = { readonly [S in SqlState]: Readonly<z.output<(typeof shapes)[S]>> }[SqlState];

const isOurs = (code: string): code is SqlState => Object.hasOwn(shapes, code);

const prismaError = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({ originalCode: z.string(), detail: z.string().optional() }),
    }),
  }),
});
/** What is found at COMMIT, by a trigger that waits until then, comes without Prisma's own wrapping. */
const commitError = z.object({ cause: z.object({ originalCode: z.string(), detail: z.string().optional() }) });
const pgError = z.object({ code: z.string().length(5), severity: z.string(), detail: z.string().optional() });

/** The server's own code and detail, without what carried them here. */
export const serverError = (
  error: unknown,
): { readonly code: string; readonly detail: string | undefined } | undefined => {
  const fromPrisma = prismaError.safeParse(error);
  if (fromPrisma.success) {
    const { originalCode, detail } = fromPrisma.data.meta.driverAdapterError.cause;
    return { code: originalCode, detail };
  }
  const fromCommit = commitError.safeParse(error);
  if (fromCommit.success) {
    const { originalCode, detail } = fromCommit.data.cause;
    return { code: originalCode, detail };
  }
  const fromPg = pgError.safeParse(error);
  return fromPg.success ? { code: fromPg.data.code, detail: fromPg.data.detail } : undefined;
};

/** Undefined: not one of our refusals, so to be thrown on. */
export const refusalOf = (error: unknown): Refusal | undefined => {
  const said = serverError(error);
  if (said?.detail === undefined || !isOurs(said.code)) return undefined;
  return shapes[said.code].parse(JSON.parse(said.detail));
};

// A place file read leniently: what cannot be read is as if it were not there. The schema says what is wrong with it.
import { z } from 'zod';
import { duration, names, plainDay } from './fields.ts';

const lenient = <T extends z.ZodType>(field: T) => field.optional().catch(undefined);
const named = { nom: lenient(z.string()), 'autres noms': names.catch([]) };
const record = <T extends z.ZodType>(value: T) => z.record(z.string(), value).catch({});

const rules = z
  .object({
    mode: lenient(z.string()),
    pas: lenient(duration),
    'durée minimale': lenient(duration),
    'durée maximale': lenient(duration),
    'durée par défaut': lenient(duration),
  })
  .catch({});

const exceptions = z
  .array(z.object({ le: lenient(plainDay), du: lenient(plainDay), au: lenient(plainDay) }).catch({}))
  .catch([]);
const withExceptions = z.object({ exceptions }).catch({ exceptions: [] });

const equipment = z.object(named).catch({ 'autres noms': [] });
const anySpace = z
  .object({
    ...named,
    dans: lenient(z.string()),
    /** Only whether it is there: the schema says what it must be. */
    capacité: z.unknown().optional(),
    réservation: rules,
    équipement: record(equipment),
    horaires: withExceptions,
  })
  .catch({ 'autres noms': [], capacité: undefined, réservation: {}, équipement: {}, horaires: { exceptions: [] } });

export const readable = z.object({
  horaires: withExceptions,
  moments: record(z.object({ 'autres noms': names.catch([]) }).catch({ 'autres noms': [] })),
  'vacances scolaires': z.object({ périodes: exceptions }).catch({ périodes: [] }),
  règles: rules,
  espaces: record(anySpace),
  partenaires: record(equipment),
  objectifs: record(z.unknown()),
  agenda: z.object({ 'objectifs par type': record(names) }).catch({ 'objectifs par type': {} }),
  'événements annuels': record(z.object({ avec: names.catch([]) }).catch({ avec: [] })),
});

export type Readable = z.output<typeof readable>;
export type ReadableRules = Readable['règles'];
export type ReadableDays = Readable['horaires']['exceptions'][number];

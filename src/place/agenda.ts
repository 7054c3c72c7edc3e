// What a place file says of its events: those that come back each year, how long one lasts when only its start is said,
// and which of the programme’s objectives each kind serves, unless someone says otherwise.
import { z } from 'zod';
import { duration, names, section, text, yesNo } from './fields.ts';

export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** What comes back each year, in its month. */
export interface EventSeries {
  readonly key: string;
  readonly name: string;
  readonly month: number;
  readonly description: string | undefined;
  /** Keys of partners. */
  readonly with: readonly string[];
  /** Each Monday of its month, what the week holds of it is announced. */
  readonly announcedWeekly?: boolean;
  readonly editions: readonly { readonly year: number; readonly theme: string }[];
  readonly source: string | undefined;
}

export const yearlyEvent = section({
  nom: text,
  mois: z.enum(MONTHS),
  description: text.optional(),
  avec: names,
  'annoncé chaque lundi': yesNo.default(false),
  éditions: z.record(z.string().regex(/^\d{4}$/), text).default({}),
  source: text.optional(),
});

/** The kinds of events, as a file writes them. */
const KINDS = {
  atelier: 'workshop',
  permanence: 'session',
  'réunion d’information': 'info_meeting',
  rencontre: 'gathering',
  'mois de l’ESS': 'ess_month',
  comité: 'committee',
  autre: 'other',
} as const;

export type EventKindKey = (typeof KINDS)[keyof typeof KINDS];

export interface AgendaRules {
  readonly defaultLength: Temporal.Duration;
  /** Keys of objectives, by kind; a kind that is absent serves none by default. */
  readonly objectivesByKind: Readonly<Partial<Record<EventKindKey, readonly string[]>>>;
}

export const agendaSection = section({
  'durée par défaut': duration.prefault('2 h'),
  'objectifs par type': z
    .strictObject(
      Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, names.optional()])) as Record<
        keyof typeof KINDS,
        z.ZodOptional<typeof names>
      >,
      { error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(KINDS).join('|') : undefined) },
    )
    .prefault({}),
});

/** As a file writes it. */
export const eventKind = z.enum(Object.keys(KINDS) as (keyof typeof KINDS)[]).transform((word) => KINDS[word]);

const isKind = (word: string): word is keyof typeof KINDS => Object.hasOwn(KINDS, word);

export const agendaRules = (file: z.output<typeof agendaSection>): AgendaRules => ({
  defaultLength: file['durée par défaut'],
  objectivesByKind: Object.fromEntries(
    Object.entries(file['objectifs par type']).flatMap(([kind, keys]) =>
      isKind(kind) && keys ? [[KINDS[kind], keys]] : [],
    ),
  ),
});

const DEFAULTS: AgendaRules = { defaultLength: Temporal.Duration.from({ hours: 2 }), objectivesByKind: {} };

/** Of a place whose file says nothing of it too. */
export const agendaOf = ({ agenda }: { readonly agenda?: AgendaRules | undefined }): AgendaRules => agenda ?? DEFAULTS;

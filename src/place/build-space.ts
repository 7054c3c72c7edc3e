// From the words of a checked place file: a space, with the rules that hold for it.
import { buildSpaceHours } from './build-hours.ts';
import type { Hours, Policy, Space, SpaceUse } from './model.ts';
import { MODES, type PlaceFile } from './schema.ts';

type SpaceFile = PlaceFile['espaces'][string];
type Rules = PlaceFile['règles'];

const OFFICES = { individuel: 'individual', partagé: 'shared' } as const;

const TWENTY_MINUTES = Temporal.Duration.from({ minutes: 20 });

const policy = (rules: Rules): Policy => ({
  step: rules.pas,
  shortest: rules['durée minimale'],
  longest: rules['durée maximale'],
  defaultStay: rules['durée par défaut'],
  horizonDays: Math.floor(rules.horizon.total('days')),
  minNotice: rules.préavis,
  cancellationDeadline: rules.annulation,
  bufferBefore: rules['battement avant'],
  bufferAfter: rules['battement après'],
  whoMayBook: rules['réservé à'],
  approval: rules.validation,
  quotaPerWeek: rules['quota par semaine'],
  structureQuotaPerWeek: rules['quota par structure et par semaine'],
  arrivalWithin: rules.arrivée === 'requise' ? (rules['retard admis'] ?? TWENTY_MINUTES) : undefined,
});

/** The space's own rules over those of all. */
const merged = (rules: Rules, own: { readonly [K in keyof Rules]?: Rules[K] | undefined }): Rules => ({
  ...rules,
  ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
});

const use = ({ réservation, capacité, bureau }: SpaceFile, rules: Rules): SpaceUse => {
  switch (réservation.mode) {
    case MODES.seat:
      return { by: 'seat', capacitySeats: capacité ?? 1, policy: policy(merged(rules, réservation)) };
    case MODES.whole:
      return { by: 'whole', capacityPeople: capacité, policy: policy(merged(rules, réservation)) };
    case MODES.lease:
      return { by: 'lease', office: bureau && OFFICES[bureau] };
  }
};

export const buildSpace = (key: string, file: SpaceFile, rules: Rules, placeHours: Hours): Space => ({
  key,
  name: file.nom,
  nameWithArticle: file['avec article'],
  aliases: file['autres noms'],
  surfaceM2: file.surface,
  description: file.description,
  freeAccess: file['accès libre'],
  inside: file.dans,
  use: use(file, rules),
  equipment: Object.entries(file.équipement).map(([equipmentKey, { nom, nombre, ...other }]) => ({
    key: equipmentKey,
    name: nom,
    plural: other['au pluriel'],
    aliases: other['autres noms'],
    count: nombre,
  })),
  hours: buildSpaceHours(file.horaires, placeHours),
  source: file.source,
});

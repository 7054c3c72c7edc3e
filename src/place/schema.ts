// A place file as people write it, in French: which keys it may hold, and what each may say. Rules that need two lines
// stand in checks.ts; what becomes of it, in build.ts.
import { z } from 'zod';
import { agendaSection, yearlyEvent } from './agenda.ts';
import { announcingSection } from './announcing.ts';
import { contactSection } from './contact.ts';
import { districtsSection } from './districts.ts';
import { feedSection } from './feeds.ts';
import {
  dayRange,
  dayRanges,
  duration,
  durationOrNone,
  key,
  names,
  plainDay,
  quantity,
  quietHours,
  section,
  squareMetres,
  text,
  timeOrNone,
  timeZone,
  yesNo,
} from './fields.ts';
import { initiativesSection } from './initiatives.ts';
import { keepingSection } from './keeping.ts';
import { orientationSection, partnerOrientation } from './orientation.ts';
import { permanencesSection } from './permanences.ts';
import type { Fault } from './problem.ts';

export const MODES = { seat: 'à la place', whole: 'en entier', lease: 'par appel à candidatures' } as const;

const role = z.enum(['membre', 'veilleuse', 'partenaire', 'comite', 'animation', 'admin']);

const described = { nom: text, 'autres noms': names, description: text.optional(), source: text.optional() };

const week = section({
  lundi: dayRanges.optional(),
  mardi: dayRanges.optional(),
  mercredi: dayRanges.optional(),
  jeudi: dayRanges.optional(),
  vendredi: dayRanges.optional(),
  samedi: dayRanges.optional(),
  dimanche: dayRanges.optional(),
});

const exception = section({
  le: plainDay.optional(),
  du: plainDay.optional(),
  au: plainDay.optional(),
  horaires: dayRanges.default([]),
  raison: text,
}).superRefine(({ le, du, au }, context) => {
  const [day, range] = [le !== undefined, du !== undefined || au !== undefined];
  if (day !== range && (day || (du !== undefined && au !== undefined))) return;
  context.addIssue({ code: 'custom', params: { fault: { code: 'place.which_days' } satisfies Fault } });
});

const publicHolidays = z.enum(['fermé', 'ouvert']);

const hours = section({ semaine: week, 'jours fériés': publicHolidays, exceptions: z.array(exception).default([]) });

/** A space's own: what it does not say is the place's. */
const spaceHours = section({
  semaine: week.optional(),
  'jours fériés': publicHolidays.optional(),
  exceptions: z.array(exception).default([]),
});

const policy = {
  pas: duration,
  'durée minimale': duration,
  'durée maximale': duration,
  'durée par défaut': duration,
  horizon: duration,
  préavis: duration,
  annulation: duration,
  'battement avant': duration,
  'battement après': duration,
  'réservé à': role,
};
const unlimited = {
  validation: role.optional(),
  'quota par semaine': quantity.optional(),
  'quota par structure et par semaine': quantity.optional(),
  arrivée: z.enum(['libre', 'requise']).optional(),
  'retard admis': duration.optional(),
};

const policyOfAll = section({ ...policy, ...unlimited });
const policyOfOne = z.object(policy).partial().extend(unlimited).shape;

const reservation = z.discriminatedUnion('mode', [
  section({ mode: z.literal(MODES.seat), ...policyOfOne }),
  section({ mode: z.literal(MODES.whole), ...policyOfOne }),
  section({ mode: z.literal(MODES.lease) }),
]);

const equipment = section({
  nom: text,
  'au pluriel': text.optional(),
  'autres noms': names,
  nombre: quantity.optional(),
});

const space = section({
  ...described,
  'avec article': text,
  dans: text.optional(),
  surface: squareMetres.optional(),
  capacité: quantity.optional(),
  'accès libre': yesNo.default(false),
  bureau: z.enum(['individuel', 'partagé']).optional(),
  réservation: reservation,
  équipement: z.record(key, equipment).default({}),
  horaires: spaceHours.optional(),
});

const leasing = section({
  nom: text,
  description: text.optional(),
  loyer: text.optional(),
  montant: text.optional(),
  pour: text.optional(),
  sélection: text.optional(),
  source: text.optional(),
});

/** What a file that does not say it means. */
const reminders = section({
  veille: timeOrNone.prefault('17:00'),
  avant: durationOrNone.prefault('1 h'),
  silence: quietHours.prefault('21:00-8:00'),
});

const partner = section({
  ...described,
  'en toutes lettres': text.optional(),
  lien: z.enum(['engagé', 'régulier', 'en développement']),
  rencontre: z.enum(['individuelle', 'collective']).optional(),
  parcours: names,
  membres: names,
  objectifs: names,
  orientation: partnerOrientation.optional(),
});

export const placeFile = section({
  identifiant: key,
  nom: text,
  ville: text,
  description: text.optional(),
  adresse: text.optional(),
  surface: squareMetres.optional(),
  ouverture: text.optional(),
  'fuseau horaire': timeZone,
  source: text.optional(),
  connexions: section({ slack: names, discord: names }).default({ slack: [], discord: [] }),
  canaux: section({ équipe: section({ slack: text.optional(), discord: text.optional() }).prefault({}) }).prefault({}),
  horaires: hours,
  moments: z.record(text, section({ horaires: dayRange, 'autres noms': names })).default({}),
  'vacances scolaires': section({
    zone: text.optional(),
    périodes: z.array(section({ nom: text, du: plainDay, au: plainDay })),
  }).optional(),
  règles: policyOfAll,
  rappels: reminders.prefault({}),
  attente: section({ réponse: duration.prefault('30 min') }).prefault({}),
  espaces: z.record(key, space).superRefine((spaces, context) => {
    if (Object.keys(spaces).length > 0) return;
    context.addIssue({ code: 'custom', params: { fault: { code: 'place.no_space' } satisfies Fault } });
  }),
  'hôtel de projet': leasing.optional(),
  contact: contactSection.prefault({}),
  services: z.record(key, section({ ...described, 'en toutes lettres': text.optional() })).default({}),
  partenaires: z.record(key, partner).default({}),
  orientation: orientationSection.optional(),
  quartiers: districtsSection,
  initiatives: initiativesSection.prefault({}),
  'événements annuels': z.record(key, yearlyEvent).default({}),
  agenda: agendaSection.prefault({}),
  annonces: announcingSection.prefault({}),
  permanences: permanencesSection.prefault({}),
  conservation: keepingSection.prefault({}),
  'agendas des partenaires': z.record(key, feedSection).default({}),
  objectifs: z.record(key, section({ texte: text, source: text.optional() })).default({}),
  'publics prioritaires': z.record(key, section({ nom: text, source: text.optional() })).default({}),
});

export type PlaceFile = z.output<typeof placeFile>;

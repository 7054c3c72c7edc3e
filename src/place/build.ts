// From the words of a checked place file to the Place of the core.
import { agendaRules, MONTHS } from './agenda.ts';
import { buildAnnouncing } from './announcing.ts';
import { buildHours } from './build-hours.ts';
import { buildSpace } from './build-space.ts';
import { buildContact } from './contact.ts';
import { buildDistricts } from './districts.ts';
import { buildFeed } from './feeds.ts';
import { buildInitiatives } from './initiatives.ts';
import { buildKeeping } from './keeping.ts';
import type { Partner, Place } from './model.ts';
import { buildOrientation, buildPartnerOrientation } from './orientation.ts';
import { buildPermanences } from './permanences.ts';
import type { PlaceFile } from './schema.ts';

const LINKS = { engagé: 'established', régulier: 'regular', 'en développement': 'developing' } as const;
const MEETINGS = { individuelle: 'individual', collective: 'collective' } as const;

const partner = (key: string, file: PlaceFile['partenaires'][string]): Partner => ({
  key,
  name: file.nom,
  fullName: file['en toutes lettres'],
  aliases: file['autres noms'],
  description: file.description,
  meeting: file.rencontre && MEETINGS[file.rencontre],
  link: LINKS[file.lien],
  pathways: file.parcours,
  members: file.membres,
  aims: file.objectifs,
  orientation: file.orientation && buildPartnerOrientation(file.orientation),
  source: file.source,
});

const entries = <T, U>(section: Readonly<Record<string, T>>, build: (key: string, value: T) => U): readonly U[] =>
  Object.entries(section).map(([key, value]) => build(key, value));

export const buildPlace = (file: PlaceFile): Place => {
  const placeHours = buildHours(file.horaires);
  const leasing = file['hôtel de projet'];
  const districts = buildDistricts(file.quartiers);
  const school = file['vacances scolaires'];
  return {
    id: file.identifiant,
    name: file.nom,
    town: file.ville,
    description: file.description,
    address: file.adresse,
    surfaceM2: file.surface,
    openedOn: file.ouverture,
    timeZone: file['fuseau horaire'],
    workspaces: file.connexions,
    channels: { staff: file.canaux.équipe },
    hours: placeHours,
    moments: entries(file.moments, (word, moment) => ({ ...moment.horaires, words: [word, ...moment['autres noms']] })),
    reminders: { dayBeforeAt: file.rappels.veille, before: file.rappels.avant },
    quietHours: file.rappels.silence,
    answerWithin: file.attente.réponse,
    schoolZone: school?.zone,
    schoolHolidays: school?.périodes.map(({ nom, du, au }) => ({ name: nom, from: du, to: au })) ?? [],
    spaces: entries(file.espaces, (key, written) => buildSpace(key, written, file.règles, placeHours)),
    leasing: leasing && {
      name: leasing.nom,
      description: leasing.description,
      rent: leasing.loyer,
      amount: leasing.montant,
      tenants: leasing.pour,
      selection: leasing.sélection,
      source: leasing.source,
    },
    contact: buildContact(file.contact),
    services: entries(file.services, (key, { nom, description, source, ...other }) => ({
      key,
      name: nom,
      fullName: other['en toutes lettres'],
      aliases: other['autres noms'],
      description,
      source,
    })),
    partners: entries(file.partenaires, partner),
    orientation: file.orientation && buildOrientation(file.orientation, districts),
    districts,
    initiatives: buildInitiatives(file.initiatives),
    eventSeries: entries(
      file['événements annuels'],
      (key, { nom, mois, description, avec, éditions, source, ...other }) => ({
        key,
        name: nom,
        month: MONTHS.indexOf(mois) + 1,
        description,
        with: avec,
        announcedWeekly: other['annoncé chaque lundi'],
        editions: entries(éditions, (year, theme) => ({ year: Number(year), theme })),
        source,
      }),
    ),
    agenda: agendaRules(file.agenda),
    announcing: buildAnnouncing(file.annonces),
    sessions: buildPermanences(file.permanences),
    keeping: buildKeeping(file.conservation),
    feeds: entries(file['agendas des partenaires'], buildFeed),
    objectives: entries(file.objectifs, (key, { texte, source }) => ({ key, text: texte, source })),
    priorityPublics: entries(file['publics prioritaires'], (key, { nom, source }) => ({ key, name: nom, source })),
    source: file.source,
  };
};

import type { AnnouncementKind } from '../../core/announcements/model.ts';
import { announcementNames } from '../../messages/announcements.fr.ts';
import type { RequiredOption } from '../option.ts';
import { saidChoice } from './said-choice.ts';

const SAID: readonly (readonly [words: string, kind: AnnouncementKind])[] = [
  ['agenda de la semaine', 'agenda'],
  ['agenda', 'agenda'],
  ['semaine', 'agenda'],
  ['agenda du jour', 'aujourdhui'],
  ['aujourd’hui', 'aujourdhui'],
  ['jour', 'aujourdhui'],
  ['journée', 'aujourdhui'],
  ['événements', 'evenements'],
  ['événement', 'evenements'],
  ['mois de l’ESS', 'mois-ess'],
  ['mois-ess', 'mois-ess'],
  ['mois ESS', 'mois-ess'],
  ['moisess', 'mois-ess'],
  ['ESS', 'mois-ess'],
  ['semaine des veilleuses', 'veilleuses'],
  ['veilleuses', 'veilleuses'],
  ['veilleuse', 'veilleuses'],
];

const WRITTEN: Readonly<Record<AnnouncementKind, string>> = {
  agenda: 'agenda',
  aujourdhui: 'aujourdhui',
  evenements: 'evenements',
  'mois-ess': 'mois-ess',
  veilleuses: 'veilleuses',
};

/** Which of the announcements that a channel may follow. */
export const announcement = (summary: string): RequiredOption<AnnouncementKind> =>
  saidChoice(summary, { said: SAID, written: WRITTEN, labels: announcementNames });

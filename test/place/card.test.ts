import { describe, expect, it, test } from 'vitest';
import { closedDays, openDays } from '../../src/messages/hours.fr.ts';
import { placeCard, spaceCard } from '../../src/messages/place.fr.ts';
import type { Place } from '../../src/place/model.ts';
import { spaceOf } from '../../src/place/model.ts';
import { plain } from '../../src/reply/plain.ts';
import type { Reply } from '../../src/reply/tree.ts';
import { mijoteuse, tisane } from './fixture.ts';

const monday = Temporal.PlainDate.from('2026-11-23');

const words = (reply: Reply) => plain(reply).replaceAll('\u00a0', ' ');
const card = (place: Place, key: string, today = monday): Reply => {
  const space = spaceOf(place, key);
  if (space === undefined) throw new Error(`no space ${key}`);
  return spaceCard(place, space, today);
};
const commands = ({ blocks }: Reply) =>
  blocks.flatMap((block) => {
    if (block.type === 'buttons') return block.buttons.map(({ command, effect: next }) => `${command} (${next})`);
    return block.type === 'choice' ? block.options.map(({ command }) => command) : [];
  });

describe('/lieu, for the whole place', () => {
  const said = words(placeCard(mijoteuse, monday));

  it.each([
    ['La Mijoteuse, Colomiers'],
    ['Surface : 300 m²'],
    ['fin janvier 2017'],
    ['Du lundi au vendredi, de 9 h à 18 h ; fermé le samedi et le dimanche ; fermé les jours fériés'],
    ['lundi 23 novembre 2026, ouvert de 9 h à 18 h'],
    ['Espace de coworking : 49 m², 10 personnes, en accès libre, à la place, 2 ordinateurs fixes.'],
    ['Espace d’expression : 57 m²'],
    ['canapés, tables, billard'],
    ['Bureau 4 : 14 m², bureau partagé, loué sur appel à candidatures.'],
    ['Loyer modéré (montant non communiqué)'],
    ['BGE Haute-Garonne (permanences individuelles)'],
    ['Parcours ADRESS, Première Brique'],
    ['Liens en développement (aucune rencontre promise) : ADIE ; France Travail'],
    ['Programme d’intervention dans le champ de l’ESS, section 2'],
  ])('says « %s »', (words) => expect(said).toContain(words));

  it('says what is not known instead of leaving it out', () => expect(said).toContain('Adresse : non communiquée'));

  it('leads to each space', () => {
    expect(commands(placeCard(mijoteuse, monday))).toEqual(mijoteuse.spaces.map(({ key }) => `lieu ${key}`));
  });

  it('fits the shortest message of the platforms', () => expect(said.length).toBeLessThan(3_000));

  it('says of another place only what is its own', () => {
    const other = words(placeCard(tisane, monday));
    expect(other).toContain('La Tisane, Fort-de-France');
    expect(other).toContain('3 rue des Alizés');
    expect(other).not.toMatch(/Mijoteuse|Colomiers|ESS|Partenaires|Hôtel de projet|Source/);
  });

  it('tells the closures and openings to come, until they are over', () => {
    expect(words(placeCard(tisane, monday))).toContain(
      'À noter : Ouvert exceptionnellement le samedi 28 novembre 2026, de 9 h à 20 h (fête du quartier) ; fermé du dimanche 20 décembre 2026 au mardi 5 janvier 2027 (congés)',
    );
    expect(words(placeCard(tisane, Temporal.PlainDate.from('2027-01-05')))).toMatch(
      /À noter : Fermé du dimanche 20 décembre/,
    );
    expect(words(placeCard(tisane, Temporal.PlainDate.from('2027-01-06')))).not.toContain('À noter');
  });
});

describe('/lieu, for one space', () => {
  it('offers to book it, by its form, and to see what is free', () => {
    expect(commands(card(mijoteuse, 'coworking'))).toEqual(['reserver coworking (form)', 'dispo coworking (beside)']);
  });

  it.each([
    ['coworking', 'Capacité : 10 personnes'],
    ['coworking', 'De 30 minutes à 10 heures, par pas de 30 minutes.'],
    ['coworking', 'Jusqu’à 365 jours à l’avance.'],
    ['coworking', '5 réservations par personne et par semaine, au plus.'],
    ['expression', 'Capacité : non communiquée'],
    ['expression', 'Équipement : 1 vidéoprojecteur'],
    ['convivialite', 'À valider par l’équipe d’animation.'],
    ['convivialite', 'Comprend : la cuisine'],
    ['cuisine', 'Se trouve dans : l’espace de convivialité'],
    ['cuisine', 'Équipement : non communiqué'],
    ['expression', 'Source : Programme d’intervention dans le champ de l’ESS, section 1.'],
  ])('%s: « %s »', (key, sentence) => expect(words(card(mijoteuse, key))).toContain(sentence));

  it('offers no booking of what is let, and says how it is let', () => {
    const office = card(mijoteuse, 'bureau-4');
    expect(commands(office)).toEqual([]);
    expect(words(office)).toContain('ne se réserve pas à l’heure');
    expect(words(office)).toMatch(/Bureau partagé, loué sur appel à candidatures/);
    expect(words(office)).toMatch(/comité de sélection/);
  });

  it('says why it is closed today', () => {
    expect(words(card(mijoteuse, 'coworking', Temporal.PlainDate.from('2027-03-29')))).toContain(
      'lundi 29 mars 2027, fermé, jour férié (Lundi de Pâques)',
    );
    expect(words(card(tisane, 'cabine', Temporal.PlainDate.from('2026-12-22')))).toContain('fermé (congés)');
  });

  it('says its own hours, not the place’s', () => {
    expect(words(card(tisane, 'studio-son'))).toContain(
      'Le samedi, de 20 h à 23 h ; fermé du lundi au vendredi et le dimanche',
    );
  });
});

describe('the week’s hours in sentences', () => {
  const range = (start: string, end: string) => ({
    start: Temporal.PlainTime.from(start),
    end: Temporal.PlainTime.from(end),
  });
  const said = (weekly: Place['hours']['weekly'], closedOnPublicHolidays = true) => {
    const hours = { weekly, closedOnPublicHolidays, exceptions: [] };
    return [...openDays(hours), ...closedDays(hours)].join(' ; ').replaceAll('\u00a0', ' ');
  };
  const day = [range('09:00', '18:00')];

  test('every day is said in two words', () => {
    expect(said({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }, false)).toBe(
      'tous les jours, de 9 h à 18 h ; ouvert les jours fériés',
    );
  });

  test('two days in a row, days apart, and a break at noon', () => {
    const broken = [range('09:30', '12:00'), range('14:00', '17:00')];
    expect(said({ 1: day, 2: day, 4: broken, 6: day })).toBe(
      'le lundi, le mardi et le samedi, de 9 h à 18 h ; le jeudi, de 9 h 30 à 12 h et de 14 h à 17 h ; fermé le mercredi, le vendredi et le dimanche ; fermé les jours fériés',
    );
  });

  test('a place that never opens', () => expect(said({})).toBe('fermé tous les jours ; fermé les jours fériés'));
});

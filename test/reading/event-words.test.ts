import { describe, expect, test } from 'vitest';
import { isEndless } from '../../src/reading/endless.ts';
import { editionIn, kindIn } from '../../src/reading/event-words.ts';
import { mijoteuse } from '../place/fixture.ts';

const now = Temporal.ZonedDateTime.from('2026-11-23T10:00[Europe/Paris]').toInstant();

describe('the kind of an event, from its title', () => {
  test.each([
    ['Café des porteurs', 'gathering'],
    ['Atelier compost', 'workshop'],
    ['ATELIERS d’écriture', 'workshop'],
    ['Repair café', 'workshop'],
    ['Réunion d’information URSCOP', 'info_meeting'],
    ['Information collective de la Maison de l’Initiative', 'info_meeting'],
    ['Comité de sélection', 'committee'],
    ['Permanence BGE', 'session'],
    ['Mois de l’ESS : soirée d’ouverture', 'ess_month'],
    ['Rencontres de Chrysalide', 'gathering'],
    ['Assemblée générale de Chrysalide', 'committee'],
    ['Atelier de préparation du comité', 'workshop'],
    ['Visite du lieu', undefined],
    ['Cafétéria', undefined],
  ])('%s → %s', (title, kind) => expect(kindIn(title)).toBe(kind));
});

describe('the yearly event that a title names', () => {
  test.each([
    ['Rencontres de Chrysalide 2027', 'rencontres-de-chrysalide'],
    ['Clôture du mois de l’ESS', 'mois-de-l-ess'],
    ['Rencontres de quartier', undefined],
  ])('%s → %s', (title, edition) => expect(editionIn(title, mijoteuse)).toBe(edition));
});

describe('what comes back without an end', () => {
  test.each([
    ['tous les premiers jeudis 9h30', true],
    ['un jeudi sur deux 9h30 sauf vacances scolaires', true],
    ['jeudi 9h30 tous les premiers jeudis', true],
    ['tous les mardis et jeudis 14h-16h', true],
    ['tous les mardis matin jusqu’au 18 décembre', false],
    ['chaque mardi matin pendant 4 semaines', false],
    ['tous les mardis 10h du 1er mars au 30 avril', false],
    ['tous les mardis de décembre 10h', false],
    ['5 mardis de suite à 10h', false],
    ['à partir de janvier tous les mardis 10h', false],
    ['tous les mardis l’après-midi', true],
    ['jeudi 9h30', false],
    ['mardi et jeudi 10h', false],
    ['du 3 au 5 mars', false],
  ])('%s → %s', (words, endless) =>
    expect(isEndless(words, { place: mijoteuse, space: undefined, now })).toBe(endless),
  );
});

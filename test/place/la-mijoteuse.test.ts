import { describe, expect, it, test } from 'vitest';
import type { Partner } from '../../src/place/model.ts';
import { spaceOf } from '../../src/place/model.ts';
import { nextOpenDays } from '../../src/place/opening.ts';
import { mijoteuse } from './fixture.ts';

const PROGRAMME = 'Programme d’intervention dans le champ de l’ESS';

const partner = (key: string): Partner => {
  const found = mijoteuse.partners.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no partner ${key}`);
  return found;
};

describe('the facts of the town’s programme stand in the place file', () => {
  test('the place: its name, town, surface and opening', () => {
    expect(mijoteuse).toMatchObject({
      id: 'la-mijoteuse',
      name: 'La Mijoteuse',
      town: 'Colomiers',
      surfaceM2: 300,
      openedOn: 'fin janvier 2017',
      timeZone: 'Europe/Paris',
    });
    expect(mijoteuse.description).toContain('centrés sur Colomiers');
  });

  it.each([
    ['expression', 57, 'whole', true, undefined],
    ['coworking', 49, 'seat', true, undefined],
    ['convivialite', 56, 'whole', true, undefined],
    ['cuisine', 17, 'whole', true, 'convivialite'],
    ['bureau-1', 14, 'lease', false, undefined],
    ['bureau-2', 14, 'lease', false, undefined],
    ['bureau-3', 14, 'lease', false, undefined],
    ['bureau-4', 14, 'lease', false, undefined],
  ])('%s has %d m², is shared by %s', (key, surfaceM2, by, freeAccess, inside) => {
    expect(spaceOf(mijoteuse, key)).toMatchObject({ surfaceM2, freeAccess, inside, use: { by } });
  });

  test('no other space, and 235 of the 300 m² described', () => {
    expect(mijoteuse.spaces).toHaveLength(8);
    expect(mijoteuse.spaces.reduce((sum, { surfaceM2 = 0 }) => sum + surfaceM2, 0)).toBe(235);
  });

  test('coworking takes ten people; the capacity of the others is not known', () => {
    expect(spaceOf(mijoteuse, 'coworking')?.use).toMatchObject({ capacitySeats: 10 });
    for (const key of ['expression', 'convivialite', 'cuisine'])
      expect(spaceOf(mijoteuse, key)?.use).toMatchObject({ capacityPeople: undefined });
  });

  test('three offices are individual, one is shared, let at a moderate rent by call and committee', () => {
    const offices = mijoteuse.spaces.flatMap(({ use }) => (use.by === 'lease' ? [use.office] : []));
    expect(offices.toSorted()).toEqual(['individual', 'individual', 'individual', 'shared']);
    expect(mijoteuse.leasing).toMatchObject({
      name: 'Hôtel de projet',
      rent: 'loyer modéré',
      amount: undefined,
      tenants: 'des structures de l’ESS en lancement',
    });
    expect(mijoteuse.leasing?.selection).toMatch(/comité de sélection.*appel à candidatures/);
  });

  it.each([
    ['expression', ['vidéoprojecteur'], [1]],
    ['coworking', ['ordinateur fixe'], [2]],
    ['convivialite', ['canapés', 'tables', 'billard'], [undefined, undefined, undefined]],
  ])('%s is equipped with %j', (key, names, counts) => {
    const equipment = spaceOf(mijoteuse, key)?.equipment ?? [];
    expect(equipment.map(({ name }) => name)).toEqual(names);
    expect(equipment.map(({ count }) => count)).toEqual(counts);
  });

  it.each([
    ['bge', 'BGE Haute-Garonne', 'established', 'individual'],
    ['urscop', 'URSCOP', 'established', 'collective'],
    ['maison-de-l-initiative', 'Coopérative d’Activité Maison de l’Initiative', 'established', 'collective'],
    ['mouvement-associatif', 'Mouvement associatif', 'regular', undefined],
    ['midi-pyrenees-active', 'Midi-Pyrénées Active', 'regular', undefined],
    ['toulouse-metropole', 'Service ESS de Toulouse Métropole', 'regular', undefined],
    ['region-occitanie', 'Service ESS de la Région Occitanie', 'regular', undefined],
    ['cress', 'CRESS', 'regular', undefined],
    ['chrysalide', 'Chrysalide', 'established', undefined],
    ['adie', 'ADIE', 'developing', undefined],
    ['france-travail', 'France Travail', 'developing', undefined],
    ['ocas', 'OCAS', 'developing', undefined],
    ['ceo', 'CEO', 'developing', undefined],
  ])('the partner %s is %s, its link %s, its meetings %s', (key, name, link, meeting) => {
    expect(partner(key)).toMatchObject({ name, link, meeting });
  });

  test('the names that the programme writes in full, and the former ones, lead to the partners', () => {
    expect(mijoteuse.partners).toHaveLength(13);
    expect(partner('ocas').fullName).toBe('Office du Commerce et de l’Artisanat et des Services');
    expect(partner('ceo').fullName).toBe('Club d’entreprise ouest toulousain');
    expect(partner('cress').fullName).toBe('Chambre Régionale de l’ESS');
    expect(partner('france-travail').aliases).toContain('Pôle emploi');
    expect(partner('toulouse-metropole').pathways).toEqual(['Parcours ADRESS', 'Première Brique']);
  });

  test('Chrysalide has its members and its five aims', () => {
    const words = partner('chrysalide').members?.join(' / ') ?? '';
    for (const member of [
      'Ville de Colomiers',
      'citoyens',
      'Club d’Entreprises CEO',
      'acteurs de l’ESS',
      'YMCA',
      'Union Régionale des SCOP Midi Pyrénées',
      'porteurs de projets',
      'CERISES',
      'Université Jean Jaurès',
    ])
      expect(words).toContain(member);
    expect(partner('chrysalide').aims).toHaveLength(5);
    expect(partner('chrysalide').description).toContain('2015');
  });

  it.each([
    [
      'rencontres-de-chrysalide',
      6,
      ['chrysalide'],
      'Financiarisation de l’économie, quelles réponses de l’ESS',
      'Crise et transition écologique : quelles réponses de l’ESS',
    ],
    [
      'mois-de-l-ess',
      11,
      ['cress'],
      'L’économie circulaire',
      'La Silver économie, l’économie au service des personnes vieillissantes',
    ],
  ])('%s comes in month %d with %j and keeps its themes', (key, month, partners, theme2015, theme2016) => {
    expect(mijoteuse.eventSeries.find((series) => series.key === key)).toMatchObject({
      month,
      with: partners,
      editions: [
        { year: 2015, theme: theme2015 },
        { year: 2016, theme: theme2016 },
      ],
    });
  });

  test('the five objectives, in the programme’s order, and the three priority publics', () => {
    expect(mijoteuse.objectives.map(({ text }) => text.split(' ').slice(0, 3).join(' '))).toEqual([
      'Favoriser la cohésion',
      'Encourager des projets',
      'Encourager la création',
      'Valoriser cette source',
      'Sensibiliser aux valeurs',
    ]);
    expect(mijoteuse.priorityPublics.map(({ name }) => name)).toEqual([
      'publics éloignés de l’emploi',
      'jeunes',
      'publics résidant dans les quartiers prioritaires de la Ville',
    ]);
  });

  test('MTCOOP and the veilleuses are told', () => {
    const [mtcoop, veilleuses] = mijoteuse.services ?? [];
    expect(mtcoop).toMatchObject({ name: 'MTCOOP', fullName: 'Maison pour un Territoire en COOPération' });
    expect(mtcoop?.description).toMatch(/depuis 2015.*mars 2015 par Carole\s+Delga/);
    expect(veilleuses?.description).toContain('séminaire interdirection');
  });

  test('each of them says where it comes from', () => {
    const { spaces, partners, eventSeries, objectives, priorityPublics, services = [], leasing } = mijoteuse;
    const all = [mijoteuse, ...spaces, ...partners, ...eventSeries, ...objectives, ...priorityPublics, ...services];
    expect(all.every(({ source }) => source?.startsWith(PROGRAMME))).toBe(true);
    expect(leasing?.source).toContain(PROGRAMME);
    expect(mijoteuse.contact?.source).toContain(PROGRAMME);
  });

  test('what the programme does not say is unset', () => {
    expect(mijoteuse.address).toBeUndefined();
    expect(mijoteuse.contact).toMatchObject({ phone: undefined, email: undefined, when: undefined });
  });
});

describe('the defaults to adjust hold together', () => {
  test('Monday to Friday, nine to six', () => {
    const { weekly } = mijoteuse.hours;
    for (const weekday of [1, 2, 3, 4, 5] as const) expect(weekly[weekday]?.map(String)).toHaveLength(1);
    expect([weekly[1]?.[0]?.start.toString(), weekly[5]?.[0]?.end.toString()]).toEqual(['09:00:00', '18:00:00']);
    expect([weekly[6], weekly[7]]).toEqual([[], []]);
  });

  it.each([
    ['matin', '09:00:00', '12:30:00'],
    ['midi', '12:00:00', '14:00:00'],
    ['après-midi', '13:30:00', '18:00:00'],
    ['soirée', '18:00:00', '21:00:00'],
  ])('%s goes from %s to %s', (word, start, end) => {
    const moment = mijoteuse.moments.find(({ words }) => words[0] === word);
    expect([moment?.start.toString(), moment?.end.toString()]).toEqual([start, end]);
  });

  test('the policies: half hours, ten hours of coworking, four of a room, a year ahead', () => {
    const use = spaceOf(mijoteuse, 'coworking')?.use;
    if (use?.by !== 'seat') throw new Error('coworking is by seat');
    const minutes = (length: Temporal.Duration) => length.total('minutes');
    const { step, shortest, longest, defaultStay, horizonDays, quotaPerWeek, approval, whoMayBook } = use.policy;
    expect([step, shortest, longest, defaultStay].map(minutes)).toEqual([30, 30, 600, 120]);
    expect({ horizonDays, quotaPerWeek, approval, whoMayBook }).toEqual({
      horizonDays: 365,
      quotaPerWeek: 5,
      approval: undefined,
      whoMayBook: 'membre',
    });
    const longestOf = (key: string) => {
      const room = spaceOf(mijoteuse, key)?.use;
      return room?.by === 'whole' ? [minutes(room.policy.longest), room.policy.approval] : undefined;
    };
    expect(['expression', 'convivialite', 'cuisine'].map(longestOf)).toEqual([
      [240, undefined],
      [240, 'animation'],
      [240, undefined],
    ]);
  });

  test('reminders at 17:00 the day before and an hour before, never from 21:00 to 8:00; thirty minutes to answer; arrivals free', () => {
    const { reminders, quietHours, answerWithin, spaces } = mijoteuse;
    expect([reminders?.dayBeforeAt?.toString(), reminders?.before?.total('minutes')]).toEqual(['17:00:00', 60]);
    expect([quietHours?.start.toString(), quietHours?.end.toString()]).toEqual(['21:00:00', '08:00:00']);
    expect(answerWithin?.total('minutes')).toBe(30);
    expect(spaces.some(({ use }) => use.by !== 'lease' && use.policy.arrivalWithin !== undefined)).toBe(false);
  });

  test('the school holidays of zone C are whole weeks without school, in order', () => {
    expect(mijoteuse.schoolZone).toBe('C');
    expect(mijoteuse.schoolHolidays.map(({ name, from, to }) => `${name} ${from} ${to}`)).toEqual([
      'vacances de la Toussaint 2026-10-17 2026-11-01',
      'vacances de Noël 2026-12-19 2027-01-03',
      'vacances d’hiver 2027-02-06 2027-02-21',
      'vacances de printemps 2027-04-03 2027-04-18',
      'pont de l’Ascension 2027-05-06 2027-05-09',
      'vacances d’été 2027-07-03 2027-08-31',
    ]);
    for (const { from } of mijoteuse.schoolHolidays.filter(({ name }) => name.startsWith('vacances')))
      expect(from.dayOfWeek).toBe(6);
  });

  test('the reference day of the examples is followed by an open Tuesday', () => {
    expect(nextOpenDays(mijoteuse, undefined, Temporal.PlainDate.from('2026-11-23'), 1).map(String)).toEqual([
      '2026-11-24',
    ]);
  });
});

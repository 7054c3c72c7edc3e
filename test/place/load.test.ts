import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { placeProblem, placeWarning } from '../../src/messages/place-file.fr.ts';
import { loadPlaces } from '../../src/place/load.ts';
import { MIJOTEUSE, TISANE, tisane } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'places-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, edit: (text: string) => string): string => {
  const file = join(folder, name);
  writeFileSync(file, edit(readFileSync(TISANE, 'utf8')));
  return file;
};

const problems = (patterns: string): readonly string[] => {
  const loaded = loadPlaces(patterns);
  return loaded.ok ? [] : loaded.error.map((problem) => placeProblem(problem).replaceAll('\u00a0', ' '));
};

const warnings = (patterns: string): readonly string[] => {
  const loaded = loadPlaces(patterns);
  return loaded.ok ? loaded.value.warnings.map(placeWarning) : [];
};

describe('several places in one process', () => {
  test('two different places load together, from paths or globs', () => {
    const loaded = loadPlaces(`${MIJOTEUSE}, test/place/fixtures/*.yaml`);
    expect(loaded.ok && loaded.value.places.map(({ id }) => id)).toEqual(['la-mijoteuse', 'la-tisane']);
  });

  test('the same file named twice is one place', () => {
    const loaded = loadPlaces(`${TISANE},${TISANE}`);
    expect(loaded.ok && loaded.value.places).toHaveLength(1);
  });

  test('one identifier for two places is refused', () => {
    const copy = written('copy.yaml', (text) => text.replace('T0TISANE', 'T1').replace('900000000000000001', '9'));
    expect(problems(`${copy},${TISANE}`)).toEqual([
      expect.stringContaining('identifiant : l’identifiant « la-tisane » est déjà celui de'),
    ]);
  });

  test('one workspace for two places is refused, on each platform', () => {
    const other = written('other.yaml', (text) => text.replace('identifiant: la-tisane', 'identifiant: autre'));
    expect(problems(`${other},${TISANE}`)).toEqual([
      expect.stringMatching(/connexions › slack : « T0TISANE » est déjà rattaché/),
      expect.stringMatching(/connexions › discord : « 900000000000000001 » est déjà rattaché/),
    ]);
  });

  test('the problems of all files come together', () => {
    const a = written('a.yaml', (text) => text.replace('ville:', 'vile:'));
    const b = written('b.yaml', () => '');
    expect(problems(`${a},${b}`).some((words) => words.includes('a.yaml'))).toBe(true);
    expect(problems(`${a},${b}`).some((words) => words.includes('b.yaml'))).toBe(true);
  });
});

describe('what cannot be read', () => {
  it.each([['nowhere/*.yaml'], ['nowhere.yaml'], [''], [' , ']])('%j: no file is said', (patterns) => {
    expect(problems(patterns)).toEqual([expect.stringContaining('aucun fichier ne correspond')]);
  });

  test('a path that is missing is told even beside one that is there', () => {
    expect(problems(`${TISANE},nowhere.yaml`)).toEqual([expect.stringMatching(/^nowhere\.yaml : aucun fichier/)]);
  });

  test('a folder is not a place file', () => {
    expect(problems('lieux')).toEqual([expect.stringContaining('le fichier ne peut pas être lu')]);
  });
});

describe('warnings', () => {
  test('each space booked whole without a capacity is named', () => {
    const said = warnings(MIJOTEUSE);
    expect(said).toHaveLength(3);
    for (const key of ['expression', 'convivialite', 'cuisine'])
      expect(said.some((words) => words.includes(`espaces › ${key}`))).toBe(true);
    expect(warnings(TISANE)).toEqual([]);
  });

  test('among several places, one that names no workspace is told; alone, it is not', () => {
    const both = warnings(`${MIJOTEUSE},${TISANE}`).filter((words) => words.includes('connexions'));
    expect(both).toEqual([expect.stringContaining('lieux/la-mijoteuse.yaml')]);
    expect(warnings(MIJOTEUSE).some((words) => words.includes('connexions'))).toBe(false);
  });
});

describe('a place that is nothing like the first', () => {
  const policyOf = (key: string) => {
    const use = tisane.spaces.find((space) => space.key === key)?.use;
    if (use === undefined || use.by === 'lease') throw new Error(`${key} is not booked`);
    return use.policy;
  };

  test('has its own rules, and those of all where it says nothing', () => {
    expect(policyOf('atelier-bois')).toMatchObject({ whoMayBook: 'partenaire', approval: undefined, quotaPerWeek: 3 });
    expect(policyOf('studio-son')).toMatchObject({ whoMayBook: 'membre', approval: 'admin', horizonDays: 60 });
    const minutes = (key: string) => policyOf(key).longest.total('minutes');
    expect([minutes('atelier-bois'), minutes('studio-son'), minutes('cabine')]).toEqual([90, 180, 90]);
    expect(policyOf('cabine').bufferAfter.total('minutes')).toBe(15);
    expect(policyOf('cabine').cancellationDeadline.total('hours')).toBe(24);
  });

  test('its lengths can move an instant, even in days', () => {
    const instant = Temporal.Instant.from('2026-11-23T09:00:00Z');
    expect(instant.subtract(policyOf('cabine').cancellationDeadline).toString()).toBe('2026-11-22T09:00:00Z');
  });

  test('needs no partners, events, objectives nor school holidays', () => {
    const { partners, eventSeries, objectives, priorityPublics, schoolHolidays, leasing } = tisane;
    expect([partners, eventSeries, objectives, priorityPublics, schoolHolidays]).toEqual([[], [], [], [], []]);
    expect(leasing).toBeUndefined();
  });
});

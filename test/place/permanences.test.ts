// What a place file says of partners' sessions, and what may be wrong with it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { placeProblem } from '../../src/messages/place-file.fr.ts';
import { parsePlace } from '../../src/place/parse.ts';
import { sessionRulesOf } from '../../src/place/permanences.ts';
import { mijoteuse, TISANE, tisane } from './fixture.ts';

const parsed = (section: string) => parsePlace(`${readFileSync(TISANE, 'utf8')}\n${section}`, 'tisane.yaml');

const problems = (section: string): readonly string[] => {
  const place = parsed(section);
  return place.ok ? [] : place.error.map((problem) => placeProblem(problem).replaceAll('\u00a0', ' '));
};

test('an appointment lasts 45 minutes, and its space is asked, unless the file says otherwise', () => {
  expect(sessionRulesOf(mijoteuse)).toEqual({ slotMinutes: 45, spaceKey: undefined });
  expect(sessionRulesOf(tisane)).toEqual({ slotMinutes: 45, spaceKey: undefined });
  const [space = ''] = tisane.spaces.map(({ key }) => key);
  const place = parsed(`permanences: { durée d’un rendez-vous: 30 min, espace: ${space} }`);
  expect(place.ok && sessionRulesOf(place.value)).toEqual({ slotMinutes: 30, spaceKey: space });
});

test.each([
  ['permanences: { espace: zorglub }', 'permanences › espace : aucun espace n’a pour clé « zorglub ».'],
  ['permanences: { durée d’un rendez-vous: 0 min }', 'durée d’un rendez-vous : un rendez-vous dure de 5 min à 8 h.'],
  ['permanences: { durée d’un rendez-vous: 10 h }', 'durée d’un rendez-vous : un rendez-vous dure de 5 min à 8 h.'],
])('« %s » is told with its path', (section, told) => {
  expect(problems(section).join('\n')).toContain(told);
});

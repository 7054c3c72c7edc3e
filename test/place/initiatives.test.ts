// What may be wrong with the codes of initiatives, told with its path.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placeProblem } from '../../src/messages/place-file.fr.ts';
import { initiativesOf } from '../../src/place/initiatives.ts';
import { parsePlace } from '../../src/place/parse.ts';
import { TISANE } from './fixture.ts';

const good = `${readFileSync(TISANE, 'utf8')}
objectifs:
  lien: { texte: Faire du lien }
quartiers:
  bourg: { nom: Le bourg, parce que: vous êtes au bourg, mots: [bourg, centre] }
initiatives:
  verbes:
    besoin: [cherche]
    offre: [prête]
  besoins:
    local: { nom: un local, mots: [local, salle] }
    bras: { nom: des bras, mots: [coup de main], objectifs: [lien] }
  besoins propres à un thème: [bras]
  thèmes:
    nature: { nom: Nature, mots: [jardin] }
  objectifs d’un quartier: [lien]
`;

const problemsAfter = (before: string, after: string): readonly string[] => {
  if (!good.includes(before)) throw new Error(`the file does not hold « ${before} »`);
  const parsed = parsePlace(good.replace(before, after), 'tisane.yaml');
  return parsed.ok ? [] : parsed.error.map((problem) => placeProblem(problem).replaceAll('\u00a0', ' '));
};

describe('the codes of initiatives', () => {
  test('that are right say nothing', () => expect(problemsAfter('', '')).toEqual([]));

  test.each([
    [
      'a word that means two needs',
      'mots: [coup de main]',
      'mots: [Salle]',
      'initiatives › besoins › bras › mots › n° 1 : le mot « Salle » mène déjà à « local ». Retirez l’un des deux.',
    ],
    [
      'a verb of need and of offer',
      'offre: [prête]',
      'offre: [prête, cherche]',
      'initiatives › verbes › offre › n° 2 : le mot « cherche » mène déjà à « besoin ». Retirez l’un des deux.',
    ],
    [
      'an objective that nobody wrote, with the one that was meant',
      'mots: [coup de main], objectifs: [lien]',
      'mots: [coup de main], objectifs: [liens]',
      'initiatives › besoins › bras › objectifs › n° 1 : aucun objectif n’a pour clé « liens ». Vouliez-vous dire « lien » ?',
    ],
    [
      'a need of its theme that is none',
      'un thème: [bras]',
      'un thème: [bra]',
      'initiatives › besoins propres à un thème › n° 1 : la clé « bra » n’existe pas ici. Vouliez-vous dire « bras » ?',
    ],
    [
      'the same of a district',
      'objectifs d’un quartier: [lien]',
      'objectifs d’un quartier: [autre]',
      'initiatives › objectifs d’un quartier › n° 1 : aucun objectif n’a pour clé « autre ».',
    ],
    [
      'a line that nobody knows',
      'thèmes:',
      'themes:',
      'initiatives › themes : la clé « themes » n’existe pas ici. Vouliez-vous dire « thèmes » ?',
    ],
  ])('%s', (_what, before, after, told) =>
    expect(problemsAfter(before, after)).toEqual([expect.stringContaining(told)]),
  );

  test('a file that says nothing of them asks after thirty days, and knows no code', () => {
    const parsed = parsePlace(readFileSync(TISANE, 'utf8'), 'tisane.yaml');
    if (!parsed.ok) throw new Error('the fixture is wrong');
    const { needs, silence } = initiativesOf(parsed.value);
    expect({ needs, days: silence.total('hours') / 24 }).toEqual({ needs: [], days: 30 });
  });
});

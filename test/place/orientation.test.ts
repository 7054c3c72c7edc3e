// What may be wrong with an orientation, told with its path.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placeProblem } from '../../src/messages/place-file.fr.ts';
import { parsePlace } from '../../src/place/parse.ts';
import { TISANE } from './fixture.ts';

const good = `${readFileSync(TISANE, 'utf8')}
services:
  accueil: { nom: Accueil }
orientation:
  vocabulaire: data-inclusion v1
  accueil: accueil
  besoins:
    argent: { nom: De l’argent, parce que: vous cherchez de l’argent, mots: [argent, prêt] }
    local: { nom: Un local, parce que: vous cherchez un local, mots: [local] }
  formes:
    association: { nom: Une association, parce que: vous pensez à une association, mots: [asso] }
  publics:
    jeunes: { nom: Jeune, parce que: vous êtes jeune, code: jeunes }
partenaires:
  banque:
    nom: La Banque
    lien: régulier
    orientation:
      offres:
        - { besoins: [argent] }
  maison:
    nom: La Maison
    lien: engagé
    orientation:
      offres:
        - { besoins: [local], publics: [jeunes] }
      pas pour:
        - { besoins: [local], formes: [association] }
`;

const problemsAfter = (...edits: readonly (readonly [before: string, after: string])[]): readonly string[] => {
  const edited = edits.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`the file does not hold « ${before} »`);
    return text.replace(before, after);
  }, good);
  const parsed = parsePlace(edited, 'tisane.yaml');
  return parsed.ok ? [] : parsed.error.map((problem) => placeProblem(problem).replaceAll('\u00a0', ' '));
};

describe('an orientation', () => {
  test('that is right says nothing', () => expect(problemsAfter()).toEqual([]));

  test.each([
    [
      'a code that nobody wrote, with the one that was meant',
      '{ besoins: [argent] }',
      '{ besoins: [argant] }',
      'partenaires › banque › orientation › offres › n° 1 › besoins › n° 1 : aucune réponse n’a pour clé « argant ». Vouliez-vous dire « argent » ?',
    ],
    [
      'a code that data.inclusion does not have',
      'code: jeunes',
      'code: jeune',
      'orientation › publics › jeunes › code : « jeune » n’est pas un code de ce vocabulaire. Vouliez-vous dire « jeunes » ?',
    ],
    [
      'another version of the vocabulary',
      'data-inclusion v1',
      'data-inclusion v0',
      'orientation › vocabulaire : « data-inclusion v0 » n’est pas un choix possible',
    ],
    [
      'a service that is not there',
      'accueil: accueil',
      'accueil: acceuil',
      'orientation › accueil : aucun service n’a pour clé « acceuil ». Vouliez-vous dire « accueil » ?',
    ],
    [
      'a word that means two answers',
      'mots: [local]',
      'mots: [local, Pret]',
      'orientation › besoins › local › mots › n° 2 : le mot « Pret » mène déjà à « argent ».',
    ],
    [
      'a partner that nothing leads to',
      '    orientation:\n      offres:\n        - { besoins: [argent] }\n',
      '',
      'partenaires › banque : aucune réponse ne mène à ce partenaire. Ajoutez « orientation » et ses offres.',
    ],
    [
      'an offer that asks for nothing',
      '{ besoins: [argent] }',
      '{ source: nulle part }',
      'partenaires › banque › orientation › offres › n° 1 : il faut au moins un besoin',
    ],
    [
      'an offer that another says already',
      '{ besoins: [argent] }',
      '{ besoins: [argent, local] }\n        - { besoins: [argent] }',
      'partenaires › banque › orientation › offres › n° 2 : cette offre ne servira jamais : l’offre n° 1 répond à tout ce qu’elle dit.',
    ],
    [
      'an exclusion that excludes nobody',
      '- { besoins: [local], formes: [association] }',
      '- { besoins: [argent] }',
      'partenaires › maison › orientation › pas pour › n° 1 : cette ligne n’écarte personne',
    ],
    [
      'two rules that contradict',
      '- { besoins: [local], formes: [association] }',
      '- { besoins: [local, argent] }',
      'partenaires › maison › orientation › offres › n° 1 : cette offre et « pas pour » n° 1 se contredisent',
    ],
    [
      'a public as a condition',
      '- { besoins: [local], formes: [association] }',
      '- { publics: [jeunes] }',
      'partenaires › maison › orientation › pas pour › n° 1 › publics : la clé « publics » n’existe pas ici.',
    ],
  ])('with %s is refused', (_, before, after, words) => {
    const problems = problemsAfter([before, after]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  test('in which others always come first is refused', () => {
    const crowd = ['une', 'deux', 'trois']
      .map(
        (key) =>
          `  ${key}: { nom: ${key}, lien: engagé, orientation: { offres: [{ besoins: [argent], formes: [association] }, { besoins: [argent] }] } }\n`,
      )
      .join('');
    const [problem, ...others] = problemsAfter(['partenaires:\n', `partenaires:\n${crowd}`]);
    expect(problem).toContain('partenaires › banque › orientation : aucune réponse ne mène à ce partenaire, d’autres');
    expect(others).toEqual([]);
  });

  test('of partners alone is refused: the questions are missing', () => {
    const [problem] = problemsAfter([good.slice(good.indexOf('orientation:\n'), good.indexOf('partenaires:\n')), '']);
    expect(problem).toContain('orientation : cette ligne manque.');
  });
});

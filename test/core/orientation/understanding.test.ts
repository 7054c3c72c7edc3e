// What a sentence says before anything is asked, with the stems of PostgreSQL's own French dictionary.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stemsOf } from '../../../src/core/orientation/store.ts';
import { understoodFrom, vocabularyOf, wordsOf } from '../../../src/core/orientation/understanding.ts';
import { mijoteuse } from '../../place/fixture.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** « besoin financement, forme cooperative », in the order of the questions. */
const understood = async (sentence: string): Promise<string> => {
  const stems = await stemsOf(db.prisma, [...vocabularyOf(mijoteuse), ...wordsOf(sentence)]);
  const { answers, named } = understoodFrom(mijoteuse, sentence, stems);
  return [
    ...Object.entries(answers).map(([question, choices]) => `${question} ${choices.join('+')}`),
    ...named.map((key) => `nommé ${key}`),
  ].join(', ');
};

describe('a sentence says', () => {
  test.each([
    [
      'je veux créer une SCOP de 4 personnes, on cherche des financements',
      'stage creation, need financement, form cooperative',
    ],
    [
      'je veux creer une scop de 4 personnes on cherche des financements',
      'stage creation, need financement, form cooperative',
    ],
    ['créer une SCOP', 'stage creation, form cooperative'],
    ['nous montons une association de quartier', 'stage creation, form association'],
    ['on lance une coopérative d’habitants', 'stage creation, form cooperative'],
    ['j’ai une idée mais je ne sais pas par où commencer', 'stage idee, need suivi'],
    ['qui peut financer mon projet', 'need financement'],
    ['où trouver des subventions pour notre asso', 'need financement, form association'],
    ['je cherche un prêt pour mon auto-entreprise', 'need financement'],
    ['je suis prêt', ''],
    ['je cherche un local pour ma ressourcerie', 'need local, field economie-circulaire'],
    ['je vends des produits locaux', ''],
    ['j’ai déjà un local', ''],
    ['je n’ai pas besoin de financement', ''],
    ['j’aimerais tester mon activité avant de me lancer', 'stage creation, need tester'],
    ['je voudrais me former à la comptabilité', 'need formation'],
    ['sous quelle forme juridique démarrer', 'need statut'],
    ['quel statut pour une épicerie solidaire', 'need statut, field commerce-artisanat-services'],
    ['nous cherchons des associés', 'need reseau'],
    ['les associations du coin', 'form association'],
    ['une association ou une SCOP', ''],
    ['un repair café au Val d’Aran', 'field economie-circulaire, district val-d-aran'],
    ['aider les personnes âgées de Colomiers', 'field bien-vieillir, district autre-quartier'],
    ['mon entreprise existe déjà et je voudrais rencontrer d’autres entrepreneurs', 'stage activite, need reseau'],
    ['je voudrais comprendre ce qu’est l’ESS', 'need comprendre'],
    ['je suis au chômage et j’ai moins de 30 ans', ''],
    ['voir la BGE', 'nommé bge'],
    ['Pôle emploi', 'nommé france-travail'],
    ['pole emploi peut-il m’aider à me former', 'need formation, nommé france-travail'],
    ['Première Brique', 'nommé toulouse-metropole'],
    ['MTCOOP', 'nommé mtcoop'],
    ['j’habite dans la région', ''],
    ['bonjour', ''],
    ['', ''],
  ])('%j → %j', async (sentence, expected) => {
    expect(await understood(sentence)).toBe(expected);
  });
});

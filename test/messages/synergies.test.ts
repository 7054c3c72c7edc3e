// Why two belong together, in words that the team reads.
import { expect, test } from 'vitest';
import type { Reason, Synergy } from '../../src/core/synergies/model.ts';
import { reasonsWords, scoreWords, synergiesBlocks } from '../../src/messages/synergies.fr.ts';
import { plain } from '../../src/reply/plain.ts';
import { say } from '../../src/reply/tree.ts';
import { mijoteuse } from '../place/fixture.ts';

const repair = { kind: 'initiative', title: 'Repair café' } as const;
const velo = { kind: 'project', title: 'L’Atelier vélo' } as const;

const need: Reason = { because: 'need_met', codes: ['local'], points: 30 };
const district: Reason = { because: 'district', district: 'val-d-aran', points: 18 };

const words = (...reasons: readonly Reason[]) =>
  reasonsWords(mijoteuse, repair, velo, reasons).replaceAll('\u00a0', ' ');

test.each<readonly [string, readonly Reason[]]>([
  ['elle cherche un local, que « L’Atelier vélo » propose ; même quartier (Val d’Aran).', [need, district]],
  [
    'elle propose du matériel et des bénévoles, que « L’Atelier vélo » cherche.',
    [{ because: 'offer_wanted', codes: ['materiel', 'benevoles'], points: 44 }],
  ],
  ['même thème (Réemploi et réparation).', [{ because: 'theme', theme: 'reemploi', points: 14 }]],
  ['des mots proches.', [{ because: 'words', points: 5 }]],
  ['« L’Atelier vélo » est à une étape plus avancée.', [{ because: 'stage', ahead: 'second', points: 4 }]],
  ['elle est à une étape plus avancée.', [{ because: 'stage', ahead: 'first', points: 4 }]],
  ['même thème (parti-du-fichier).', [{ because: 'theme', theme: 'parti-du-fichier', points: 14 }]],
])('%s', (expected, reasons) => expect(words(...reasons)).toBe(expected));

test('a project speaks of itself as « il »', () =>
  expect(reasonsWords(mijoteuse, velo, repair, [need])).toBe(
    'il cherche un local, que «\u00a0Repair café\u00a0» propose.',
  ));

test('a score says what it is made of, and one point is one', () => {
  expect(scoreWords({ score: 48, reasons: [need, district] })).toBe(
    '48\u00a0points\u00a0: 30 pour ce que l’autre propose et 18 pour le quartier',
  );
  expect(scoreWords({ score: 1, reasons: [{ because: 'words', points: 1 }] })).toMatch(/^1\u00a0point\u00a0:/);
});

test('the closest are listed with their number, their reasons and what they weigh; none is said, with what to do', () => {
  const synergy: Synergy = {
    sheet: {
      ...velo,
      id: 9,
      number: 3,
      theme: undefined,
      district: 'val-d-aran',
      stage: undefined,
      needs: [],
      offers: ['local'],
      newsAt: Temporal.Instant.from('2026-11-23T09:00:00Z'),
    },
    score: 48,
    reasons: [need, district],
  };
  const said = plain(say('info', ...synergiesBlocks(mijoteuse, repair, [synergy]))).replaceAll('\u00a0', ' ');
  expect(said).toContain('P-003 : L’Atelier vélo (48 points : 30 pour ce que l’autre propose et 18 pour le quartier)');
  expect(said).toContain('Elle cherche un local, que « L’Atelier vélo » propose ; même quartier (Val d’Aran).');
  expect(plain(say('info', ...synergiesBlocks(mijoteuse, repair, [])))).toContain('Rien d’assez proche');
});

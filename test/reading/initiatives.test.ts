import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { initiativesOf } from '../../src/place/initiatives.ts';
import { parsePlace } from '../../src/place/parse.ts';
import { initiativeIn } from '../../src/reading/initiative.ts';
import { phraseOf } from '../../src/reading/spoken.ts';
import { initiatives } from './initiatives.ts';

const parsed = parsePlace(readFileSync('lieux/la-mijoteuse.yaml', 'utf8'), 'la-mijoteuse.yaml');
if (!parsed.ok) throw new Error('the place file is wrong');
const place = parsed.value;

const NOTHING = { summary: '', needs: [], offers: [] };

describe('an initiative in one sentence', () => {
  test.each(initiatives)('%s', (typed, said) => {
    const read = initiativeIn(typed, place);
    const known = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
    expect(known).toEqual({ ...NOTHING, ...said });
  });

  test('typographic marks and accents change nothing that is coded', () => {
    const plain = (text: string) =>
      text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").replaceAll('\u00a0', ' ').normalize('NFC');
    for (const [typed] of initiatives) {
      const { title: _title, summary: _summary, ...codes } = initiativeIn(typed, place);
      const { title: _plain, summary: _left, ...same } = initiativeIn(plain(typed), place);
      expect({ typed, ...same }).toEqual({ typed, ...codes });
    }
  });

  test('each word is in the title, in the summary, or in what a code says', () => {
    const { needs, themes, stages, needVerbs, offerVerbs } = initiativesOf(place);
    const coded = [
      ...[...needs, ...themes, ...stages, ...(place.districts ?? [])].flatMap(({ words }) => words),
      ...needVerbs,
      ...offerVerbs,
    ].flatMap(phraseOf);
    const stem = (word: string) => word.slice(0, 5);
    const known = new Set(
      [
        ...coded,
        // Wishes, numbers of people, and who does it, in general.
        ...phraseOf(
          'douzaine vingtaine trentaine dizaine habitants voisins familles membres femmes parents mamans personnes',
        ),
        ...phraseOf(
          'cinq trois sept huit douze veulent voudrait aimerait souhaite voulons projet groupe collectif jeunes',
        ),
        ...phraseOf(
          'monter créer lancer ouvrir organiser portée porté prochain bonjour merci entre avec leur elles cette dame sont sommes faire nous pour dans autre résidence',
        ),
      ].map(stem),
    );
    for (const [typed] of initiatives) {
      const { title, summary } = initiativeIn(typed, place);
      const kept = new Set(phraseOf(`${title} ${summary}`));
      const lost = phraseOf(typed).filter((word) => word.length > 3 && !kept.has(word) && !known.has(stem(word)));
      // Of names, a slip is what was meant.
      expect({ typed, lost: lost.filter((word) => !/^(arant|daran|locl)$/.test(word)) }).toEqual({ typed, lost: [] });
    }
  });

  test('two districts are no answer, and both stay in words', () => {
    const { district, title } = initiativeIn('Pédibus entre le Val d’Aran et une autre commune', place);
    expect({ district, title }).toEqual({
      district: undefined,
      title: 'Pédibus entre le Val d’Aran et une autre commune',
    });
  });

  test('nothing that is typed breaks it, and a title is never empty', () => {
    for (const typed of ['…', '!!!', 'x', '12', 'et', 'cherche', 'au Val d’Aran', '   ', '«»', 'a'.repeat(2000)]) {
      expect(typeof initiativeIn(typed, place).title).toBe('string');
    }
    expect(initiativeIn('cherche', place).title).toBe('Cherche');
    expect(initiativeIn('au Val d’Aran', place)).toMatchObject({ title: 'Au Val d’Aran', district: 'val-d-aran' });
  });
});

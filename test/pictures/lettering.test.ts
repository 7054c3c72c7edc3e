import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { clipped, fitting, textWidth, wrapped } from '../../src/pictures/lettering.ts';
import { FONT, fontFiles } from '../../src/pictures/png.ts';

const SIZE = 100;

/** As the font has it; undefined when nothing is drawn. */
const drawnWidth = (words: string, weight: number): number | undefined =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text y="120" font-family="${FONT}" font-weight="${weight}" font-size="${SIZE}">${words}</text></svg>`,
    { font: { fontFiles: [...fontFiles], loadSystemFonts: false } },
  ).innerBBox()?.width;

describe('the font that comes with us', () => {
  const signs = [...'abcdefghijklmnopqrstuvwxyzàâäæçéèêëîïôöœùûüÿABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÇÉÈÊËÎÏÔŒÙÛÜ0123456789'];

  test.each([400, 700])('draws every sign of French, in weight %i', (weight) => {
    const missing = [...signs, ...'.,:;!?’«»()–—…·%+×°²/'].filter((sign) => (drawnWidth(sign, weight) ?? 0) < 1);
    expect(missing).toEqual([]);
  });

  test.each([400, 700])('keeps the unbreakable space, in weight %i', (weight) => {
    const [apart = 0, close = 0] = [drawnWidth('9\u00a0h', weight), drawnWidth('9h', weight)];
    expect(apart - close).toBeGreaterThan(SIZE * 0.15);
  });

  test('has a bold that is another', () => {
    expect(drawnWidth('complet', 700)).toBeGreaterThan((drawnWidth('complet', 400) ?? 0) * 1.02);
  });
});

describe('a width', () => {
  test.each([
    'places libres',
    '10 places en tout',
    'Semaine du mercredi 30 septembre au vendredi 2 octobre 2026',
    'Espace de convivialité',
    'WWW mmm @@@ 100 % « œuvre »',
    'à vous',
    'complet ou occupé',
    'Vu le lundi 23 novembre 2026',
  ])('of « %s » is never under what is drawn, nor far over', (words) => {
    for (const weight of [400, 700]) {
      const [drawn = 0, thought] = [drawnWidth(words, weight), textWidth(words, { size: SIZE, bold: weight === 700 })];
      expect(thought).toBeGreaterThanOrEqual(drawn);
      expect(thought).toBeLessThan(drawn * 1.25);
    }
  });
});

describe('words in little room', () => {
  const lettering = { size: 24 };

  test('are cut where everyone sees it', () => {
    expect(clipped('Fermé', 200, lettering)).toBe('Fermé');
    expect(clipped('Une très longue raison de fermer', 120, lettering)).toMatch(/^Une.*…$/u);
    expect(textWidth(clipped('Une très longue raison de fermer', 120, lettering), lettering)).toBeLessThanOrEqual(120);
  });

  test('go to the next line, so many at most', () => {
    const lines = wrapped('journée portes ouvertes de la coopérative', 150, 2, lettering);
    expect(lines.map(({ words }) => words)).toEqual(['journée', expect.stringMatching(/^portes.*…$/u)]);
  });

  test('are the roomiest that fit, or none', () => {
    const long = [{ words: 'places libres', size: 24 }];
    const short = [{ words: '6', size: 24 }];
    const box = { x: 0, y: 0, height: 40 };
    expect(fitting([long, short], { ...box, width: 300 })).toBe(long);
    expect(fitting([long, short], { ...box, width: 80 })).toBe(short);
    expect(fitting([long, short], { ...box, width: 10 })).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { palette } from '../../src/pictures/palette.ts';
import { contrast, distance, seenBy } from './colour.ts';

type Name = keyof typeof palette;

describe('what is written can be read: 4.5 to 1 at least (WCAG 1.4.3)', () => {
  test.each<readonly [Name, Name]>([
    ['ink', 'paper'],
    ['soft', 'paper'],
    ['paper', 'ink'],
    ['ink', 'free'],
    ['ink', 'mine'],
    ['onFull', 'full'],
    ['onFull', 'fullHatch'],
    ['soft', 'closed'],
    ['soft', 'past'],
  ])('%s on %s', (words, ground) => {
    expect(contrast(palette[words], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
});

describe('shapes that mean something stand out: 3 to 1 at least (WCAG 1.4.11)', () => {
  test.each<readonly [Name, Name]>([
    ['edge', 'paper'],
    ['edge', 'free'],
    ['mineEdge', 'paper'],
    ['mineEdge', 'mine'],
    ['full', 'paper'],
    ['full', 'free'],
    ['full', 'mine'],
    ['closedHatch', 'closed'],
  ])('%s against %s', (shape, ground) => {
    expect(contrast(palette[shape], palette[ground])).toBeGreaterThanOrEqual(3);
  });
});

describe.each(['everyone', 'protanopia', 'deuteranopia', 'tritanopia'] as const)('as seen by %s', (eyes) => {
  const states: readonly Name[] = ['free', 'full', 'closed', 'mine'];
  const pairs = states.flatMap((a, index) => states.slice(index + 1).map((b) => [a, b] as const));

  // 2.3 is a difference that is just seen (CIE 1976); the line or the hatches around each says it again.
  test.each(pairs)('%s is not taken for %s', (a, b) => {
    expect(distance(seenBy(eyes, palette[a]), seenBy(eyes, palette[b]))).toBeGreaterThan(6.9);
  });

  test('the line around what is one’s own is not that of the others', () => {
    expect(distance(seenBy(eyes, palette.mineEdge), seenBy(eyes, palette.edge))).toBeGreaterThan(20);
  });
});

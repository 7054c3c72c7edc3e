import { describe, expect, test } from 'vitest';
import { addressOf, createRateLimit } from '../../src/web/rate-limit.ts';

describe('so many requests from one address', () => {
  test('pass at once, then five a second; others are not held up', () => {
    let now = 0;
    const limit = createRateLimit(() => now);
    const passed = (address: string, tries: number): number =>
      Array.from({ length: tries }, () => limit.take(address)).filter((taken) => taken).length;
    expect(passed('a', 400)).toBe(300);
    expect(passed('b', 10)).toBe(10);
    now += 2_000;
    expect(passed('a', 50)).toBe(10);
    now += 3_600_000;
    expect(passed('a', 400)).toBe(300);
  });

  test('are remembered of ten thousand addresses, and no more', () => {
    const limit = createRateLimit(() => 0);
    for (let nth = 0; nth < 300; nth += 1) limit.take('first');
    expect(limit.take('first')).toBe(false);
    for (let nth = 0; nth < 10_001; nth += 1) limit.take(`other ${nth}`);
    expect(limit.take('first')).toBe(true);
  });
});

describe('whose request it is', () => {
  test.each([
    ['whoever is connected', '203.0.113.9', undefined, '203.0.113.9'],
    ['nobody else, whatever they say', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['whom the relay of the same machine names', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['whom it names last: the others are hearsay', '::ffff:10.0.0.2', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    ['the relay, where it names nobody', '192.168.1.4', undefined, '192.168.1.4'],
    ['the relay, where it names nothing', '::1', ' ', '::1'],
    ['a household, where addresses are without number', '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
    ['nobody, where the connection is gone', undefined, undefined, ''],
  ])('%s', (_, peer, forwardedFor, address) => {
    expect(addressOf(peer, forwardedFor)).toBe(address);
  });
});

import { expect, test } from 'vitest';
import { troubleUnder } from '../../../src/adapters/discord/permissions.ts';

const bits = (...places: readonly number[]): string => String(places.reduce((sum, at) => sum | (1n << BigInt(at)), 0n));
const [ADMIN, VIEW, SEND, IN_THREADS] = [3, 10, 11, 38];
const [CHANNEL, THREAD] = [0, 11];

test.each([
  ['who may see and write, may', bits(VIEW, SEND), CHANNEL, undefined],
  ['who does not see a channel is not in it', bits(SEND), CHANNEL, 'not_invited'],
  ['who sees it and may not write, may not', bits(VIEW, IN_THREADS), CHANNEL, 'not_allowed'],
  ['threads have a right of their own', bits(VIEW, SEND), THREAD, 'not_allowed'],
  ['with which one writes in a thread', bits(VIEW, IN_THREADS), THREAD, undefined],
  ['an administrator may everything', bits(ADMIN), CHANNEL, undefined],
])('%s', (_, permissions, type, trouble) => {
  expect(troubleUnder(permissions, type)).toBe(trouble);
});

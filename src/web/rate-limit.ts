// So many requests from one address: a bucket that fills again with time. In memory, for each instance: it protects the
// process, it is no quota.
import { BlockList, isIPv6 } from 'node:net';

export interface RateLimit {
  /** Takes one request; false when that address must wait. */
  take(address: string): boolean;
}

interface Bucket {
  left: number;
  filledAt: number;
}

const CAPACITY = 300;
const PER_SECOND = 5;
/** Beyond, whoever came first is forgotten: a bucket is full again after a minute anyway. */
const ADDRESSES = 10_000;

/** `now`: milliseconds that only grow. */
export const createRateLimit = (now: () => number = () => performance.now()): RateLimit => {
  const buckets = new Map<string, Bucket>();
  return {
    take: (address) => {
      const at = now();
      const bucket = buckets.get(address) ?? { left: CAPACITY, filledAt: at };
      bucket.left = Math.min(CAPACITY, bucket.left + ((at - bucket.filledAt) / 1000) * PER_SECOND);
      bucket.filledAt = at;
      buckets.delete(address);
      buckets.set(address, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > ADDRESSES && oldest !== undefined) buckets.delete(oldest);
      if (bucket.left < 1) return false;
      bucket.left -= 1;
      return true;
    },
  };
};

const near = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  near.addSubnet(network, bits, 'ipv4');
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');

const isNear = (address: string): boolean => near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** One household or one machine has 2^64 addresses of the new kind: they count as one. */
const household = (address: string): string =>
  isIPv6(address) && !address.startsWith('::') ? address.split(':').slice(0, 4).join(':') : address;

/**
 * Whose request it is: whoever is connected or, where that is a relay of the same machine or of a private network, the
 * last address that it has added. Nobody else is believed, for anyone can write that header.
 */
export const addressOf = (peer: string | undefined, forwardedFor: string | undefined): string => {
  const connected = (peer ?? '').replace(/^::ffff:/, '');
  const last = forwardedFor?.split(',').at(-1)?.trim();
  return household(last !== undefined && last !== '' && isNear(connected) ? last : connected);
};

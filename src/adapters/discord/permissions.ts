// What the bot may do in a channel, from the bits that Discord sends along: https://discord.com/developers/docs/topics/permissions
import type { ChannelTrouble } from '../../chat/adapter.ts';

const ADMINISTRATOR = 1n << 3n;
const VIEW_CHANNEL = 1n << 10n;
const SEND_MESSAGES = 1n << 11n;
const SEND_MESSAGES_IN_THREADS = 1n << 38n;

/** Of announcements, public and private ones. */
const THREADS: ReadonlySet<number> = new Set([10, 11, 12]);

/** Undefined: the bot may write there. */
export const troubleUnder = (permissions: string, channelType: number): ChannelTrouble | undefined => {
  const allowed = BigInt(permissions);
  const has = (bit: bigint) => (allowed & bit) !== 0n;
  if (has(ADMINISTRATOR)) return undefined;
  if (!has(VIEW_CHANNEL)) return 'not_invited';
  return has(THREADS.has(channelType) ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES) ? undefined : 'not_allowed';
};

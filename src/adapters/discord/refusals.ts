// What Discord refused, in the words of the port: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
import { ChannelClosed, type ChannelTrouble, MessageGone, Unreachable } from '../../chat/adapter.ts';
import { discordProblems } from '../../messages/discord.fr.ts';

export const refusalCode = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;

export const refusals = {
  unknownChannel: 10_003,
  unknownGuild: 10_004,
  unknownMessage: 10_008,
  unknownUser: 10_013,
  unknownInteraction: 10_062,
  unknownScheduled: 10_070,
  tooManyScheduled: 30_038,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  cannotWriteToThem: 50_007,
  missingPermissions: 50_013,
  invalidBody: 50_035,
  archivedThread: 50_083,
} as const;

const TROUBLES: ReadonlyMap<number | undefined, ChannelTrouble> = new Map([
  [refusals.unknownChannel, 'channel_gone'],
  [refusals.archivedThread, 'channel_archived'],
  [refusals.missingAccess, 'not_invited'],
  [refusals.missingPermissions, 'not_allowed'],
]);

const UNAUTHORIZED = 401;

const troubleOf = (error: unknown): ChannelTrouble | undefined =>
  error instanceof Error && 'status' in error && error.status === UNAUTHORIZED
    ? 'disconnected'
    : TROUBLES.get(refusalCode(error));

export const inChannel = (error: unknown): unknown => {
  if (refusalCode(error) === refusals.unknownMessage) return new MessageGone('unknown message', { cause: error });
  const trouble = troubleOf(error);
  return trouble === undefined ? error : new ChannelClosed(trouble, { cause: error });
};

/** That person takes no private message from the bot, or is gone: time does not mend it. */
export const inPrivate = (error: unknown): unknown => {
  const code = refusalCode(error);
  return code === refusals.cannotWriteToThem || code === refusals.unknownUser
    ? new Unreachable('discord refuses a private message', { cause: error })
    : error;
};

/** Discord does not let us look there: sending again says why, or succeeds. */
export const cannotLook = (error: unknown): boolean => troubleOf(error) !== undefined;

/** Why it does not connect, for whoever starts the bot. */
export const sentenceFor = (error: unknown): string => {
  const words = error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : '';
  if (/TokenInvalid|Authentication failed|401: Unauthorized/.test(words)) return discordProblems.badToken;
  return /intents/i.test(words) ? discordProblems.badIntents : discordProblems.unreachable;
};

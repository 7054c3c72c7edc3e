// Slack's reasons for saying no, in the words of the port: https://docs.slack.dev/reference/methods/chat.postMessage
import { ChannelClosed, type ChannelTrouble, MessageGone, Unreachable } from '../../chat/adapter.ts';
import { Refused } from './answering.ts';

const TROUBLES: Readonly<Record<string, ChannelTrouble>> = {
  channel_not_found: 'channel_gone',
  is_archived: 'channel_archived',
  not_in_channel: 'not_invited',
  restricted_action: 'not_allowed',
  restricted_action_read_only_channel: 'not_allowed',
  restricted_action_thread_only_channel: 'not_allowed',
  restricted_action_non_threadable_channel: 'not_allowed',
  no_permission: 'not_allowed',
  missing_scope: 'not_allowed',
  account_inactive: 'disconnected',
  token_revoked: 'disconnected',
  token_expired: 'disconnected',
  invalid_auth: 'disconnected',
  not_authed: 'disconnected',
  team_access_not_granted: 'disconnected',
};

const GONE: ReadonlySet<string> = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/** Of a person whom time does not let us reach: https://docs.slack.dev/reference/methods/conversations.open */
const CANNOT_BE_TOLD: ReadonlySet<string> = new Set([
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
]);

export const inChannel = (error: unknown): unknown => {
  if (!(error instanceof Refused)) return error;
  if (GONE.has(error.message)) return new MessageGone(error.message, { cause: error });
  const trouble = TROUBLES[error.message];
  return trouble === undefined ? error : new ChannelClosed(trouble, { cause: error });
};

export const inPrivate = (error: unknown): unknown =>
  error instanceof Refused && CANNOT_BE_TOLD.has(error.message)
    ? new Unreachable(error.message, { cause: error })
    : error;

/** Someone cannot be written to, or the app was installed before it asked to open such conversations. */
export const cannotGather = (error: unknown): error is Refused =>
  error instanceof Refused && (CANNOT_BE_TOLD.has(error.message) || error.message in TROUBLES);

/**
 * Slack does not let us look there: the bot is no member of that channel, or the app was installed before it asked to. Sending
 * again says why, or succeeds.
 */
export const cannotLook = (error: unknown): error is Refused => error instanceof Refused && error.message in TROUBLES;

/** Nothing is said of a channel that the bot is not shown: private ones, where it is not. */
export const unlessHidden = (error: unknown): undefined => {
  if (error instanceof Refused && error.message === 'channel_not_found') return undefined;
  throw error;
};

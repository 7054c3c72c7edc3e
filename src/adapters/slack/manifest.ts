// The app as Slack must know it, from the commands as they are declared: pasted once into api.slack.com/apps.
import { type Command, type CommandGroup, isGroup } from '../../chat/command.ts';
import { messageMenus } from '../../chat/message-menu.ts';
import { slackWords } from '../../messages/slack.fr.ts';

/** By HTTP, Slack must know where we listen. */
export type Connection = { readonly by: 'socket' } | { readonly by: 'http'; readonly publicUrl: string };

const usageHint = (entry: Command | CommandGroup): string =>
  isGroup(entry)
    ? `[${entry.commands.map(({ name }) => name).join(' | ')}]`
    : Object.keys(entry.options)
        .map((name) => `[${name}]`)
        .join(' ');

const slashCommand = (entry: Command | CommandGroup, url: { readonly url: string } | Record<never, never>) => {
  const hint = usageHint(entry);
  return {
    command: `/${entry.name}`,
    description: entry.summary,
    ...(hint && { usage_hint: hint }),
    should_escape: false,
    ...url,
  };
};

/** In the menu of a message. Slack sends back the identifier, and a manifest without any may not name the list. */
const shortcutsOf = (commands: readonly (Command | CommandGroup)[]) => {
  const shortcuts = messageMenus(commands).map(({ label, path, summary }) => ({
    name: label,
    type: 'message' as const,
    callback_id: path,
    description: summary,
  }));
  return shortcuts.length === 0 ? {} : { shortcuts };
};

/**
 * Why each: commands, and the menu of a message · mentions and private messages to the bot · what may have been said already, in public channels and
 * private ones, and those of two that were introduced · which channel, and whether it is archived · answers, files · private
 * messages · bringing two together · who administers.
 */
const botScopes = [
  'commands',
  'app_mentions:read',
  'im:history',
  'channels:history',
  'groups:history',
  'mpim:history',
  'channels:read',
  'groups:read',
  'chat:write',
  'chat:write.public',
  'files:write',
  'im:write',
  'mpim:write',
  'users:read',
] as const;

export const slackManifest = (commands: readonly (Command | CommandGroup)[], connection: Connection) => {
  const endpoint = connection.by === 'http' ? new URL('/slack/events', connection.publicUrl).href : undefined;
  const requestUrl = endpoint === undefined ? {} : { request_url: endpoint };
  return {
    display_information: { name: slackWords.appName, description: slackWords.appDescription },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: slackWords.appName, always_online: true },
      slash_commands: commands.map((entry) => slashCommand(entry, endpoint === undefined ? {} : { url: endpoint })),
      ...shortcutsOf(commands),
    },
    oauth_config: { scopes: { bot: [...botScopes] } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: ['app_home_opened', 'app_mention', 'message.im'] },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: connection.by === 'socket',
      token_rotation_enabled: false,
    },
  };
};

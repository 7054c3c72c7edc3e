// What Slack sends to an app, in its own shapes.
import type { ViewBlock } from './block-kit.ts';
import { APP, BOT, type Member, type Message, type OpenView, optionOf, type ShownHome, TEAM } from './workspace.ts';

const TOKEN = 'verification-token';

/** Slack escapes these three in whatever a person typed. */
export const escapedText = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const who = ({ id, name }: Member) => ({ id, username: name, name, team_id: TEAM });

const named = (channel: string) => ({ id: channel, name: channel.startsWith('D') ? 'directmessage' : 'general' });

interface Addresses {
  readonly triggerId: string;
  readonly responseUrl: string;
}

export const slashCommand = (member: Member, channel: string, typed: string, { triggerId, responseUrl }: Addresses) => {
  const space = typed.search(/\s|$/);
  return {
    token: TOKEN,
    api_app_id: APP,
    team_id: TEAM,
    team_domain: 'la-mijoteuse',
    channel_id: channel,
    channel_name: named(channel).name,
    user_id: member.id,
    user_name: member.name,
    command: typed.slice(0, space),
    text: escapedText(typed.slice(space).trim()),
    response_url: responseUrl,
    trigger_id: triggerId,
    is_enterprise_install: 'false',
  };
};

export type Acted = { readonly button: string } | { readonly option: string };

const actionIn = (blocks: readonly ViewBlock[], acted: Acted) => {
  for (const block of blocks) {
    if (block.type !== 'actions') continue;
    for (const element of block.elements) {
      const shared = { action_id: element.action_id, block_id: block.block_id ?? 'b0', action_ts: '1700000000.000001' };
      if ('button' in acted && element.type === 'button' && element.text.text === acted.button) {
        const style = element.style ? { style: element.style } : {};
        return { type: 'button', ...shared, text: element.text, value: element.value, ...style };
      }
      const option =
        'option' in acted && element.type === 'static_select' ? optionOf(element, acted.option) : undefined;
      if (option)
        return {
          type: 'static_select',
          ...shared,
          placeholder: { type: 'plain_text', text: '', emoji: false },
          selected_option: option,
        };
    }
  }
  return undefined;
};

export const canAct = (blocks: readonly ViewBlock[], acted: Acted): boolean => actionIn(blocks, acted) !== undefined;

export const blockActions = (
  member: Member,
  message: Message,
  acted: Acted,
  { triggerId, responseUrl }: Addresses,
) => ({
  type: 'block_actions',
  enterprise: null,
  team: { id: TEAM, domain: 'la-mijoteuse' },
  user: who(member),
  api_app_id: APP,
  token: TOKEN,
  container: {
    type: 'message',
    message_ts: message.ts,
    channel_id: message.channel,
    is_ephemeral: message.ephemeralFor !== undefined,
    ...(message.thread !== undefined && { thread_ts: message.thread }),
  },
  trigger_id: triggerId,
  channel: named(message.channel),
  // Of an ephemeral message, Slack gives no copy.
  ...(message.ephemeralFor === undefined && {
    message: {
      type: 'message',
      ts: message.ts,
      bot_id: BOT.botId,
      text: message.content.text,
      blocks: message.content.blocks,
    },
  }),
  state: { values: {} },
  response_url: responseUrl,
  actions: [actionIn(message.content.blocks, acted)],
  is_enterprise_install: false,
});

/** On someone's page, or in a modal: there is no conversation, and no address to answer at. */
export const viewActions = (member: Member, view: OpenView | ShownHome, acted: Acted, triggerId: string) => {
  const shown = 'home' in view ? view.home : view.modal;
  return {
    type: 'block_actions',
    enterprise: null,
    team: { id: TEAM, domain: 'la-mijoteuse' },
    user: who(member),
    api_app_id: APP,
    token: TOKEN,
    container: { type: 'view', view_id: view.id },
    trigger_id: triggerId,
    view: {
      id: view.id,
      team_id: TEAM,
      type: shown.type,
      private_metadata: shown.private_metadata ?? '',
      callback_id: shown.callback_id ?? '',
      state: { values: 'home' in view ? {} : valuesOf(view) },
      hash: view.hash,
      ...('title' in shown && { title: shown.title, close: shown.close, submit: shown.submit ?? null }),
      clear_on_close: false,
      notify_on_close: false,
      previous_view_id: null,
      root_view_id: view.id,
      app_id: APP,
      external_id: '',
      app_installed_team_id: TEAM,
      bot_id: BOT.botId,
    },
    actions: [actionIn(shown.blocks, acted)],
    is_enterprise_install: false,
  };
};

/** A message in front of someone: what a person wrote, or a post of the bot's. */
export interface PickableMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string | undefined;
  readonly text: string;
  /** Undefined: the bot. */
  readonly by: string | undefined;
  readonly blocks?: readonly unknown[] | undefined;
}

/** An entry of its menu. */
export const messageAction = (
  member: Member,
  callbackId: string,
  { channel, ts, thread, text, by, blocks }: PickableMessage,
  { triggerId, responseUrl }: Addresses,
) => ({
  type: 'message_action',
  token: TOKEN,
  action_ts: '1700000000.000004',
  team: { id: TEAM, domain: 'la-mijoteuse' },
  user: { id: member.id, name: member.name, team_id: TEAM },
  channel: named(channel),
  is_enterprise_install: false,
  callback_id: callbackId,
  trigger_id: triggerId,
  response_url: responseUrl,
  message_ts: ts,
  message: {
    type: 'message',
    ...(by === undefined ? { bot_id: BOT.botId, user: BOT.userId } : { user: by }),
    ts,
    text: escapedText(text),
    team: TEAM,
    ...(blocks && { blocks }),
    ...(thread !== undefined && { thread_ts: thread }),
  },
});

export const homeOpened = (
  member: Member,
  {
    channel,
    tab,
    shown,
  }: { readonly channel: string; readonly tab: 'home' | 'messages'; readonly shown: ShownHome | undefined },
  id: string,
) => ({
  token: TOKEN,
  team_id: TEAM,
  api_app_id: APP,
  event: {
    type: 'app_home_opened',
    user: member.id,
    channel,
    tab,
    event_ts: '1700000000.000003',
    // Slack says what stands there once something does.
    ...(shown && { view: { id: shown.id, team_id: TEAM, type: 'home', hash: shown.hash } }),
  },
  type: 'event_callback',
  event_id: id,
  event_time: 1_700_000_000,
  authorizations: [
    { enterprise_id: null, team_id: TEAM, user_id: BOT.userId, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
});

export const viewSubmission = (member: Member, view: OpenView, triggerId: string) => ({
  type: 'view_submission',
  enterprise: null,
  team: { id: TEAM, domain: 'la-mijoteuse' },
  user: who(member),
  api_app_id: APP,
  token: TOKEN,
  trigger_id: triggerId,
  view: {
    id: view.id,
    team_id: TEAM,
    type: 'modal',
    title: view.modal.title,
    submit: view.modal.submit ?? null,
    close: view.modal.close,
    private_metadata: view.modal.private_metadata ?? '',
    callback_id: view.modal.callback_id ?? '',
    external_id: '',
    state: { values: valuesOf(view) },
    hash: view.hash,
    clear_on_close: false,
    notify_on_close: false,
    root_view_id: view.id,
    previous_view_id: null,
    app_id: APP,
    app_installed_team_id: TEAM,
    bot_id: BOT.botId,
  },
  is_enterprise_install: false,
});

const valuesOf = ({ modal, state }: OpenView) =>
  Object.fromEntries(
    modal.blocks.flatMap((block) => {
      if (block.type !== 'input' || block.block_id === undefined) return [];
      const { element } = block;
      const value = state.get(block.block_id);
      const held =
        element.type === 'static_select'
          ? { type: element.type, selected_option: value === undefined ? null : (optionOf(element, value) ?? null) }
          : { type: element.type, value: value ?? null };
      return [[block.block_id, { [element.action_id]: held }]];
    }),
  );

export interface Spoken {
  readonly channel: string;
  readonly text: string;
  readonly thread?: string | undefined;
  /** What makes it something that the bot must not answer. */
  readonly besides?: Readonly<Record<string, unknown>>;
}

export const spoken = (member: Member, { channel, text, thread, besides }: Spoken, id: string) => {
  const direct = channel.startsWith('D');
  return {
    token: TOKEN,
    team_id: TEAM,
    api_app_id: APP,
    event: {
      type: direct ? 'message' : 'app_mention',
      user: member.id,
      ts: '1700000000.000002',
      client_msg_id: id,
      text: direct ? escapedText(text) : `<@${BOT.userId}> ${escapedText(text)}`,
      team: TEAM,
      channel,
      ...(direct && { channel_type: 'im' }),
      ...(thread !== undefined && { thread_ts: thread }),
      event_ts: '1700000000.000002',
      ...besides,
    },
    type: 'event_callback',
    event_id: id,
    event_time: 1_700_000_000,
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: BOT.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: '4-context',
  };
};

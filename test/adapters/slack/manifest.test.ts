import { describe, expect, it } from 'vitest';
import { slackManifest } from '../../../src/adapters/slack/manifest.ts';
import { defineGroup } from '../../../src/chat/command.ts';
import { talkativeChat } from '../../contract/talkative-chat.ts';

const [dire, publier] = talkativeChat().commands;
if (!dire || !publier || 'commands' in dire || 'commands' in publier) throw new Error('two commands are wanted');
const group = defineGroup({ name: 'essais', summary: 'Les essais', commands: [dire, publier], alone: 'dire' });
const { options: _, ...bare } = dire;

describe('the app’s manifest', () => {
  const commands = [dire, group, { ...bare, name: 'seule', options: {} }];

  it('declares each command with its summary and what may follow it', () => {
    expect(slackManifest(commands, { by: 'socket' }).features.slash_commands).toEqual([
      { command: '/dire', description: 'Essai dire', usage_hint: '[texte]', should_escape: false },
      { command: '/essais', description: 'Les essais', usage_hint: '[dire | publier]', should_escape: false },
      { command: '/seule', description: 'Essai dire', should_escape: false },
    ]);
  });

  it('wants no address in Socket Mode', () => {
    const manifest = slackManifest(commands, { by: 'socket' });
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain('http');
  });

  it('gives Slack the one address where it is heard by HTTP', () => {
    const { settings, features } = slackManifest(commands, { by: 'http', publicUrl: 'https://mijote.exemple.fr' });
    const url = 'https://mijote.exemple.fr/slack/events';
    expect(settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url, bot_events: ['app_home_opened', 'app_mention', 'message.im'] },
      interactivity: { is_enabled: true, request_url: url },
    });
    expect(features.slash_commands.every((each) => 'url' in each && each.url === url)).toBe(true);
  });

  it('puts in the menu of a message the commands that say so, by their path', () => {
    const inMenu = { ...publier, fromMessage: { label: 'Publier ce message', text: 'texte', link: 'texte' } };
    const { features } = slackManifest([defineGroup({ ...group, commands: [dire, inMenu] })], { by: 'socket' });
    expect(features.shortcuts).toEqual([
      { name: 'Publier ce message', type: 'message', callback_id: 'essais publier', description: 'Essai publier' },
    ]);
    expect(slackManifest(commands, { by: 'socket' }).features).not.toHaveProperty('shortcuts');
  });

  it('lets people write to the bot in private', () => {
    expect(slackManifest(commands, { by: 'socket' }).features.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });
});

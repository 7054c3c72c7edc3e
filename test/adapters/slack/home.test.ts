// « Accueil », between Slack's signed event and the page that it is given.
import { describe, expect, test } from 'vitest';
import { Unreachable } from '../../../src/chat/adapter.ts';
import type { Homes } from '../../../src/chat/home.ts';
import { ShownSince } from '../../../src/chat/home.ts';
import { buttons, heading, p, say } from '../../../src/reply/tree.ts';
import { chatWith } from '../../support/slack/chat-with.ts';
import { type Mode, openSlackWorld } from '../../support/slack/world.ts';

const page = (words: string) =>
  say('info', heading('La Mijoteuse'), p(words), buttons({ label: 'Réserver', command: 'reserver', effect: 'form' }));

const openedPages = () => {
  const opened: string[] = [];
  const chat = {
    ...chatWith(async () => {}),
    home: async (
      { platform, workspace, userId }: { platform: string; workspace: string; userId: string },
      homes: Homes,
    ) => {
      opened.push(`${platform} ${workspace} ${userId}`);
      await homes.show({ workspace, userId }, page('Bonjour <@U1> & bienvenue'), undefined);
    },
  };
  return { chat, opened };
};

describe.each<Mode>(['socket', 'http'])('by %s', (mode) => {
  test('whoever opens their page is shown it, word for word', async () => {
    const { chat, opened } = openedPages();
    const world = await openSlackWorld(chat, mode);
    const lea = world.slack.person('U1001', 'lea');
    const home = await lea.opensHome();
    expect(opened).toEqual(['slack T1 U1001']);
    expect(home.text).toBe('La Mijoteuse\nBonjour <@U1> & bienvenue');
    expect(home.buttons).toEqual(['Réserver']);
    expect(world.slack.workspace.homes.get('U1001')?.home).toMatchObject({ type: 'home', callback_id: 'home' });
    await lea.opensMessages();
    await world.close();
    expect(opened).toHaveLength(1);
  });
});

test('a page is written over the one that it is thought to be, and no other; what Slack says no to is said', async () => {
  const world = await openSlackWorld(chatWith(async () => {}));
  const { homes } = world.adapter;
  const lea = world.ref('1001');
  const first = await homes.show(lea, page('un'), undefined);
  const second = await homes.show(lea, page('deux'), first);
  expect(second).not.toBe(first);
  await expect(homes.show(lea, page('trois'), first)).rejects.toThrow(ShownSince);
  expect(world.slack.person('U1001', 'lea').home()?.text).toContain('deux');

  await expect(homes.show(world.ref('9999'), page('un'), undefined)).rejects.toThrow(Unreachable);
  world.slack.refuseNext('views.publish', 'not_enabled');
  await expect(homes.show(lea, page('un'), undefined)).rejects.toThrow(Unreachable);
  world.slack.limitNext('views.publish', 1);
  await homes.show(lea, page('quatre'), second);
  expect(world.slack.person('U1001', 'lea').home()?.text).toContain('quatre');
  await world.close();
});

// What the platforms that have a menu on each message owe: the words and the address of what was picked, and a form at once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../src/chat/adapter.ts';
import { defineCommand, defineGroup } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { messageLink } from '../../src/chat/options/message-link.ts';
import { words } from '../../src/chat/options/words.ts';
import type { Platform } from '../../src/reply/tree.ts';
import { p, say } from '../../src/reply/tree.ts';
import type { PersonDriver, Seen } from '../support/seen.ts';
import type { AdapterWorld } from './adapter.ts';
import { type TalkativeChat, talkativeChat } from './talkative-chat.ts';

export interface Picked {
  readonly text: string;
  /** Whose words: of someone, or the bot's own. */
  readonly by: 'someone' | 'the bot';
}

/** Someone who can open the menu of a message. */
export interface MenuDriver extends PersonDriver {
  picks(label: string, message: Picked): Promise<Seen>;
  /** Their last choice is delivered a second time. */
  again(): Promise<void>;
}

export interface MenuUnderTest {
  readonly platform: Platform;
  open(chat: Chat): Promise<AdapterWorld & { menuPerson(userId: string, name: string): MenuDriver }>;
  /** How a message of the common channel is addressed. */
  readonly link: RegExp;
}

const garder = defineCommand({
  name: 'garder',
  summary: 'Garder ce qui est dit',
  access: 'membre',
  audience: 'asker',
  options: { phrase: words('Quoi garder', 600), lien: optional(messageLink('Lien du message')) },
  examples: ['bonjour'],
  fromMessage: { label: 'Garder ce message', text: 'phrase', link: 'lien' },
  run: async () => say('done', p('Gardé.')),
});

const group = defineGroup({ name: 'carnet', summary: 'Ce qui est gardé', commands: [garder], alone: 'garder' });

export const messageMenuContract = ({ platform, open, link }: MenuUnderTest) =>
  describe(`contract of the menu of a message (${platform})`, () => {
    let chat: TalkativeChat;
    let world: Awaited<ReturnType<MenuUnderTest['open']>>;
    let lea: MenuDriver;

    beforeEach(async () => {
      const talkative = talkativeChat();
      chat = { ...talkative, commands: [...talkative.commands, group] };
      world = await open(chat);
      lea = world.menuPerson('1001', 'lea');
    });

    afterEach(async () => {
      await world.close();
      expect(chat.failures).toEqual([]);
    });

    it('hands over who picked what and where, to the letter, and opens the form at once', async () => {
      const text = 'Repair café <samedi> & « co », 2 > 1 🙂\nOn cherche un local';
      const seen = await lea.picks('Garder ce message', { text, by: 'someone' });
      expect(seen.form?.title).toBe('Dire quelque chose');
      const [invocation] = chat.heard;
      expect(invocation).toMatchObject({ line: 'carnet garder', by: 'menu', wantsForm: true, canOpenForm: true });
      expect(invocation?.fields.phrase).toBe(text);
      expect(invocation?.fields.lien).toMatch(link);
      expect(invocation?.spot?.at).toEqual({ platform, ...world.channel });
      expect(invocation?.person).toMatchObject({ platform, userId: world.ref('1001').userId, displayName: 'lea' });
      expect(world.inChannel()).toEqual([]);
    });

    it('answers the form where the message stands, to the one who picked it', async () => {
      await lea.picks('Garder ce message', { text: 'Bonjour', by: 'someone' });
      expect(await lea.submits({ texte: 'salut' })).toMatchObject({
        text: 'Vous avez dit : salut mardi',
        private: true,
      });
      expect(chat.heard.at(-1)).toMatchObject({ by: 'form', fields: { texte: 'salut' } });
      expect(chat.heard.at(-1)?.spot?.at).toEqual({ platform, ...world.channel });
    });

    it.each<[string, Picked]>([
      ['a picture alone', { text: '', by: 'someone' }],
      ['the bot’s own words', { text: 'Une carte', by: 'the bot' }],
    ])('takes no words of %s, and keeps where it stands', async (_, message) => {
      await lea.picks('Garder ce message', message);
      expect(chat.heard[0]?.fields).toEqual({ phrase: '', lien: expect.stringMatching(link) });
    });

    it('is heard once, though the platform says it twice', async () => {
      await lea.picks('Garder ce message', { text: 'Bonjour', by: 'someone' });
      await lea.again();
      expect((await lea.submits({ texte: 'une fois' })).text).toBe('Vous avez dit : une fois mardi');
    });

    it('opens the form at once, however slow the platform is with our own calls', async () => {
      await lea.picks('Garder ce message', { text: 'Bonjour', by: 'someone' });
      expect(Math.max(...world.waits())).toBeLessThan(400);
    });
  });

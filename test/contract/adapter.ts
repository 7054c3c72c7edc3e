// What every adapter owes to the people and to the chat, whatever the platform. Run over the platform's real SDK.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Adapter, type ChannelRef, type Chat, type PersonRef, Unreachable } from '../../src/chat/adapter.ts';
import { buttons, type Platform, p, say } from '../../src/reply/tree.ts';
import type { PersonDriver } from '../support/seen.ts';
import { type TalkativeChat, talkativeChat } from './talkative-chat.ts';

/** A platform's world, with our adapter connected to it. */
export interface AdapterWorld {
  readonly adapter: Adapter;
  /** A channel that the bot and everyone share; `person` acts there. */
  readonly channel: ChannelRef;
  person(userId: string, name: string): PersonDriver;
  ref(userId: string): PersonRef;
  /** How a person types that command with that text: `/dire bonjour`, `/dire texte:bonjour`. */
  typed(command: string, text: string): string;
  /** What everyone reads in the channel from the bot, oldest first, as it stands now. */
  inChannel(): readonly string[];
  /** What the bot wrote to that person in private messages, oldest first. */
  told(userId: string): readonly string[];
  /** From now on the platform answers our calls that much later. */
  stall(milliseconds: number): void;
  /** How long each request waited for its first answer, in milliseconds. */
  waits(): readonly number[];
  /** Stops the adapter unless it is stopped, closes the platform, and throws if the platform had anything to object. */
  close(): Promise<void>;
}

export interface AdapterUnderTest {
  readonly platform: Platform;
  open(chat: Chat): Promise<AdapterWorld>;
}

export const adapterContract = ({ platform, open }: AdapterUnderTest, mode = '') =>
  describe(`adapter contract (${platform}${mode})`, () => {
    let chat: TalkativeChat;
    let world: AdapterWorld;
    const lea = (): PersonDriver => world.person('1001', 'lea');

    beforeEach(async () => {
      chat = talkativeChat();
      world = await open(chat);
    });

    afterEach(async () => {
      await world.close();
      expect(chat.failures).toEqual([]);
    });

    it('hands over who typed what, and answers that person alone', async () => {
      const seen = await lea().says(world.typed('dire', 'bonjour à tous'));
      expect(seen).toMatchObject({
        text: 'Vous avez dit : bonjour à tous',
        private: true,
        replaced: false,
        form: undefined,
      });
      expect(world.inChannel()).toEqual([]);
      const [invocation] = chat.heard;
      expect(invocation).toMatchObject({ by: 'command', wantsForm: false, canOpenForm: true });
      expect(invocation?.spot?.at).toEqual({ platform: world.adapter.platform, ...world.channel });
      expect((await invocation?.spot?.look())?.trouble).toBeUndefined();
      expect(invocation?.person).toMatchObject({
        platform,
        workspace: world.channel.workspace,
        userId: world.ref('1001').userId,
        displayName: 'lea',
      });
    });

    it('answers in the channel what everyone should see', async () => {
      const seen = await lea().says(world.typed('publier', 'bonjour'));
      expect(seen).toMatchObject({ private: false });
      expect(world.inChannel()).toEqual(['Vous avez dit : bonjour']);
    });

    it('gives each request an id of its own', async () => {
      await lea().says(world.typed('dire', 'un'));
      await lea().says(world.typed('dire', 'un'));
      expect(new Set(chat.heard.map(({ id }) => id)).size).toBe(2);
    });

    it('hands over what was typed to the letter, and pings nobody with it', async () => {
      const typed = 'a < b & c > d « é » @everyone 🙂 *gras* «l’été»';
      const seen = await lea().says(world.typed('publier', typed));
      expect(seen.text).toBe(`Vous avez dit : ${typed}`);
    });

    it('presses a button: its command runs, and a private card gives way to the answer', async () => {
      const person = lea();
      const card = await person.says(world.typed('carte', ''));
      expect(card.buttons).toEqual(['Remplacer', 'À côté', 'Publier', 'Remplir']);
      expect(card.choices).toEqual(['Lundi', 'Mardi']);
      expect(await person.presses('Remplacer')).toMatchObject({
        text: 'Vous avez dit : remplacé',
        buttons: [],
        replaced: true,
        private: true,
      });
      expect(chat.heard.at(-1)).toMatchObject({
        line: 'dire remplacé',
        by: 'button',
        wantsForm: false,
        canOpenForm: true,
      });
    });

    it('leaves the card where the answer stands beside it', async () => {
      const person = lea();
      await person.says(world.typed('carte', ''));
      expect(await person.presses('À côté')).toMatchObject({
        text: 'Vous avez dit : à côté',
        replaced: false,
        private: true,
      });
      expect(await person.presses('Publier')).toMatchObject({
        text: 'Vous avez dit : à tous',
        replaced: false,
        private: false,
      });
      expect(await person.presses('Remplacer')).toMatchObject({ replaced: true });
    });

    it('never lets one person’s press change a card that everyone sees', async () => {
      await world.adapter.post(
        world.channel,
        say('info', p('Atelier jeudi'), buttons({ label: 'Je viens', command: 'dire je viens', effect: 'replace' })),
        'm1',
      );
      expect(await lea().presses('Je viens')).toMatchObject({
        text: 'Vous avez dit : je viens',
        private: true,
        replaced: false,
      });
      expect(world.inChannel()).toEqual([expect.stringContaining('Atelier jeudi')]);
    });

    it('chooses one of several as it presses a button', async () => {
      const person = lea();
      await person.says(world.typed('carte', ''));
      expect(await person.chooses('Mardi')).toMatchObject({ text: 'Vous avez dit : mardi' });
      expect(chat.heard.at(-1)).toMatchObject({ line: 'dire mardi', by: 'button' });
    });

    it('opens a form filled in, and brings back its fields', async () => {
      const person = lea();
      const opened = await person.says(world.typed('demander', ''));
      expect(opened.form).toMatchObject({ title: 'Dire quelque chose', notice: 'Il manque une précision.' });
      expect(opened.form?.fields.map(({ name, label, value }) => ({ name, label, value }))).toEqual([
        { name: 'texte', label: 'Quoi dire', value: 'prérempli' },
        { name: 'nombre', label: 'Combien de fois', value: undefined },
        { name: 'jour', label: 'Quel jour', value: 'mardi' },
      ]);
      expect(await person.submits({ texte: 'salut', nombre: '3', jour: 'lundi' })).toMatchObject({
        text: 'Vous avez dit : salut 3 lundi',
        private: true,
      });
      expect(chat.heard.at(-1)).toMatchObject({
        line: 'dire',
        fields: { texte: 'salut', nombre: '3', jour: 'lundi' },
        by: 'form',
      });
    });

    it('keeps what a form was filled with', async () => {
      const person = lea();
      await person.says(world.typed('demander', ''));
      expect(await person.submits({})).toMatchObject({ text: 'Vous avez dit : prérempli mardi' });
    });

    it('opens the form that a button asks for', async () => {
      const person = lea();
      await person.says(world.typed('carte', ''));
      expect((await person.presses('Remplir')).form?.title).toBe('Dire quelque chose');
      expect(chat.heard.at(-1)).toMatchObject({ line: 'dire', wantsForm: true });
      expect(await person.submits({ texte: 'de la carte' })).toMatchObject({
        text: 'Vous avez dit : de la carte mardi',
        private: true,
      });
    });

    it('hears its name, and answers the one who said it', async () => {
      const seen = await lea().mentions('réserve le coworking demain');
      expect(seen).toMatchObject({ text: 'Entendu : réserve le coworking demain', private: true });
      expect(world.inChannel()).toEqual([]);
      expect(chat.heard.at(-1)).toMatchObject({
        line: 'réserve le coworking demain',
        by: 'mention',
        canOpenForm: false,
      });
      expect(chat.heard.at(-1)?.person).toMatchObject({ displayName: 'lea', userId: world.ref('1001').userId });
    });

    it('brings the pictures and files of an answer, and says what they are', async () => {
      const seen = await lea().says(world.typed('fichier', ''));
      expect(seen.text).toMatch(/La semaine en image[\s\S]*À ajouter au calendrier/);
      expect(seen.files).toEqual(['semaine.png', 'agenda.ics']);
    });

    it('posts in a channel, edits what it posted, and tells a person in private', async () => {
      const posted = await world.adapter.post(world.channel, say('info', p('Fermé lundi')), 'm1');
      expect(world.inChannel()).toEqual(['Fermé lundi']);
      await world.adapter.update(posted, say('info', p('Fermé mardi')));
      expect(world.inChannel()).toEqual(['Fermé mardi']);
      await world.adapter.tell(world.ref('1002'), say('info', p('Votre place est libre')), 'm2');
      expect(world.told('1002')).toEqual(['Votre place est libre']);
      expect(world.inChannel()).toEqual(['Fermé mardi']);
    });

    it('says where the message stands that it told someone, and of whom it cannot reach, that it is no use to try again', async () => {
      const lea = world.ref('1001');
      const told = await world.adapter.tell(lea, say('info', p('Votre place est libre')), 'm3');
      expect(told).toMatchObject({ workspace: lea.workspace, message: expect.stringMatching(/./) });
      const nobody = { ...lea, userId: '404404' };
      await expect(world.adapter.tell(nobody, say('info', p('Perdu')), 'm4')).rejects.toBeInstanceOf(Unreachable);
    });

    it('refuses to post where it cannot, and says so', async () => {
      await expect(
        world.adapter.post({ ...world.channel, channel: '404404' }, say('info', p('Perdu')), 'm5'),
      ).rejects.toThrow();
    });

    it('acknowledges at once, however slow the platform is with our own calls', async () => {
      world.stall(1_200);
      const seen = await lea().says(world.typed('dire', 'patience'));
      expect(seen.text).toBe('Vous avez dit : patience');
      expect(Math.max(...world.waits())).toBeLessThan(400);
    });

    it('tells people apart', async () => {
      const [first, second] = await Promise.all([
        world.person('1001', 'lea').says(world.typed('dire', 'je suis Léa')),
        world.person('1002', 'karim').says(world.typed('dire', 'je suis Karim')),
      ]);
      expect([first.text, second.text]).toEqual(['Vous avez dit : je suis Léa', 'Vous avez dit : je suis Karim']);
      expect(new Set(chat.heard.map(({ person }) => person.displayName))).toEqual(new Set(['lea', 'karim']));
    });

    it('answers what it had accepted before it stops', async () => {
      const waiting = lea().says(world.typed('lent', 'enfin'));
      while (chat.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const stopped = world.adapter.stop();
      chat.release();
      expect((await waiting).text).toBe('Vous avez dit : enfin');
      await stopped;
    });
  });

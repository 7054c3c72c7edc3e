// What every platform that people share owes to what is said unasked: once, found again, and honest about where it cannot be.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChannelClosed, type ChannelRef, MessageGone, type MessageRef } from '../../src/chat/adapter.ts';
import type { ChannelTrouble } from '../../src/core/deliveries/model.ts';
import { buttons, p, say } from '../../src/reply/tree.ts';
import type { Mishap } from '../support/mishaps.ts';
import type { Rate, RateLimit } from '../support/rate.ts';
import type { AdapterWorld } from './adapter.ts';

export interface TellingWorld extends AdapterWorld {
  /** That happens to the next message that is posted. */
  meetNext(mishap: Mishap): void;
  /** From now on nothing can be said there. */
  trouble(channel: ChannelRef, code: string): void;
  /** Someone takes it away. */
  remove(message: MessageRef): void;
  /** So many messages of others come after. */
  crowd(channel: ChannelRef, count: number): void;
  /** From now on messages may be posted only so often. */
  limitRate(rate: Rate): RateLimit;
}

export interface TellingUnderTest {
  readonly platform: string;
  open(): Promise<TellingWorld>;
  /** Whether it has private conversations of two people and the bot. */
  readonly gathers: boolean;
  /** What the platform calls it, and what it is in our words. */
  readonly troubles: readonly (readonly [code: string, reason: ChannelTrouble])[];
}

const words = (text: string) => say('info', p(text), buttons({ label: 'Je participe', command: 'evenement 3' }));

export const tellingContract = ({ platform, open, gathers, troubles }: TellingUnderTest) =>
  describe(`telling contract (${platform})`, () => {
    let world: TellingWorld;
    const since = () => Temporal.Now.instant().subtract({ minutes: 1 });

    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    it('finds what it said by its mark, in a channel and in private, and nothing where it said nothing', async () => {
      const { adapter, channel } = world;
      const person = world.ref('1001');
      const sought = { mark: 'mark-1', reply: words('Atelier jeudi'), since: since() };
      expect(await adapter.seek(channel, sought)).toBeUndefined();
      expect(await adapter.seek(person, sought)).toBeUndefined();
      const posted = await adapter.post(channel, sought.reply, sought.mark);
      expect(await adapter.seek(channel, sought)).toEqual(posted);
      expect(await adapter.seek(person, sought)).toBeUndefined();
      const told = await adapter.tell(person, words('Rappel'), 'mark-2');
      expect(await adapter.seek(person, { ...sought, mark: 'mark-2', reply: words('Rappel') })).toEqual(told);
      expect(await adapter.seek(channel, { ...sought, mark: 'mark-3', reply: words('Autre chose') })).toBeUndefined();
    });

    it('brings two people into one conversation, the same each time, or says that it has none', async () => {
      const { adapter } = world;
      const two = [world.ref('1001'), world.ref('1002')];
      const where = await adapter.gather(two);
      expect(where !== undefined).toBe(gathers);
      expect(await adapter.gather(two.toReversed())).toEqual(where);
      if (!where) return;
      const sought = { mark: 'mark-1', reply: words('Présentation'), since: since() };
      const posted = await adapter.post(where, sought.reply, sought.mark);
      expect(posted).toMatchObject(where);
      expect(await adapter.seek(where, sought)).toEqual(posted);
      expect(world.inChannel()).toEqual([]);
    });

    it('finds it behind what others have said since', async () => {
      const { adapter, channel } = world;
      const sought = { mark: 'mark-1', reply: words('Atelier jeudi'), since: since() };
      const posted = await adapter.post(channel, sought.reply, sought.mark);
      world.crowd(channel, 450);
      expect(await adapter.seek(channel, sought)).toEqual(posted);
    });

    it.each(['error', 'cut before', 'cut after'] as const)(
      'says it once, and finds it or not as it is, when the platform meets « %s »',
      async (mishap) => {
        const { adapter, channel } = world;
        const sought = { mark: 'mark-1', reply: words('Atelier jeudi'), since: since() };
        world.meetNext(mishap);
        const isKnown = await adapter.post(channel, sought.reply, sought.mark).then(
          () => true,
          () => false,
        );
        const found = await adapter.seek(channel, sought);
        expect(world.inChannel()).toHaveLength(found ? 1 : 0);
        if (isKnown || mishap === 'cut after') expect(found).toBeDefined();
      },
    );

    it.each(troubles)(
      'knows what « %s » means for a channel, to post there and to change what stands',
      async (code, reason) => {
        const { adapter, channel } = world;
        const posted = await adapter.post(channel, words('Atelier jeudi'), 'mark-1');
        world.trouble(channel, code);
        const closed = expect.objectContaining({ name: 'ChannelClosed', reason });
        await expect(adapter.post(channel, words('Atelier vendredi'), 'mark-2')).rejects.toEqual(closed);
        await expect(adapter.update(posted, words('Atelier vendredi'))).rejects.toBeInstanceOf(ChannelClosed);
        // Whether it may look there or not, it does not break.
        await adapter.seek(channel, { mark: 'mark-1', reply: words('Atelier jeudi'), since: since() });
      },
    );

    it('says of a message that someone took away that it is gone', async () => {
      const { adapter, channel } = world;
      const posted = await adapter.post(channel, words('Atelier jeudi'), 'mark-1');
      world.remove(posted);
      await expect(adapter.update(posted, words('Atelier vendredi'))).rejects.toBeInstanceOf(MessageGone);
      expect(world.inChannel()).toEqual([]);
    });

    it('sees that two replies look the same, and that a word or what a button does is another', () => {
      const { looks } = world.adapter;
      expect(looks(words('Atelier jeudi'))).toBe(looks(words('Atelier jeudi')));
      expect(looks(words('Atelier jeudi'))).not.toBe(looks(words('Atelier vendredi')));
      const other = say('info', p('Atelier jeudi'), buttons({ label: 'Je participe', command: 'evenement 4' }));
      expect(looks(words('Atelier jeudi'))).not.toBe(looks(other));
    });

    it('waits as long as it is told to when it says too much at once, and loses nothing of it', async () => {
      const { adapter, channel } = world;
      const limit = world.limitRate({ perSecond: 10, burst: 5 });
      const said = Array.from({ length: 15 }, (_, index) => `Atelier ${index}`);
      await Promise.all(said.map((text, index) => adapter.post(channel, words(text), `mark-${index}`)));
      expect(limit.refused()).toBeGreaterThan(0);
      expect(
        world
          .inChannel()
          .map((text) => text.split('\n')[0])
          .sort(),
      ).toEqual([...said].sort());
    });
  });

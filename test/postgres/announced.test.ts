// The week's agenda in channels of Slack and Discord, by two instances on one PostgreSQL, over the real SDKs, for ten weeks in
// which the platforms fail in every way that they have.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { discordAdapter } from '../../src/adapters/discord/adapter.ts';
import { slackAdapter } from '../../src/adapters/slack/adapter.ts';
import type { Adapter } from '../../src/chat/adapter.ts';
import { openWork } from '../../src/cli/jobs.ts';
import { createCore } from '../../src/core/core.ts';
import type { Channel } from '../../src/core/deliveries/model.ts';
import { syncResources } from '../../src/core/ledger/store.ts';
import { turnOf } from '../../src/db/turn.ts';
import type { Log } from '../../src/kernel/log.ts';
import { talkativeChat } from '../contract/talkative-chat.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openTestDatabase } from '../support/database.ts';
import { openDiscord } from '../support/discord/discord.ts';
import type { Mishap } from '../support/mishaps.ts';
import { BOT_TOKEN, openSlack } from '../support/slack/loopback.ts';
import { TEAM } from '../support/slack/workspace.ts';

const { channels: _theirs, ...place } = mijoteuse;
const PER_PLATFORM = 4;

const db = await openTestDatabase({ maxConnections: 25 });
beforeEach(() => db.reset());
afterAll(() => db.close());

const openPlatforms = async () => {
  const slack = await openSlack();
  const discord = await openDiscord();
  const slackChannels = Array.from({ length: PER_PLATFORM }, (_, index) => `C9${index}`);
  for (const channel of slackChannels) slack.workspace.channels.add(channel);
  const discordChannels = Array.from({ length: PER_PLATFORM }, () => discord.world.snowflake());
  for (const id of discordChannels) discord.world.channels.set(id, { id, guildId: discord.guildId, with: undefined });
  const channels: readonly Channel[] = [
    ...slackChannels.map((channel) => ({ platform: 'slack' as const, workspace: TEAM, channel })),
    ...discordChannels.map((channel) => ({ platform: 'discord' as const, workspace: discord.guildId, channel })),
  ];
  const saidIn = ({ channel }: Channel): number =>
    slack.workspace.messages.filter((message) => message.channel === channel).length +
    discord.messages().filter(({ channelId }) => channelId === channel).length;
  return { slack, discord, channels, saidIn };
};

const openInstances = async (
  { slack, discord }: Awaited<ReturnType<typeof openPlatforms>>,
  core: ReturnType<typeof createCore>,
  clock: { now(): Temporal.Instant },
) => {
  const logged: string[] = [];
  const note: Log['info'] = ({ reason, reference }, event) => void logged.push(`${event} ${reason} ${reference}`);
  const log: Log = { debug: () => {}, info: note, warn: note, error: note };
  const onCut = (what: string): never => {
    throw new Error(what);
  };
  const adapters: Adapter[] = [];
  const instance = async () => {
    const mine: readonly Adapter[] = [
      slackAdapter({
        botToken: BOT_TOKEN,
        connection: { by: 'http', signingSecret: 'unused' },
        apiUrl: slack.apiUrl,
        log,
        onCut,
      }),
      discordAdapter({ token: discord.token, apiUrl: discord.apiUrl, turn: turnOf(db, 'discord'), log, onCut }),
    ];
    for (const adapter of mine) await adapter.start(talkativeChat());
    adapters.push(...mine);
    const patience = { retryLimit: 10, retrySeconds: 0, silenceSeconds: 60 };
    return openWork({ db, core, places: [place], clock, log, adapters: mine, patience });
  };
  const works = await Promise.all([instance(), instance()]);
  return {
    logged,
    tick: async () => {
      await Promise.all(works.flatMap(({ jobs }) => [jobs.tick(), jobs.wake()]));
    },
    close: async () => {
      for (const { close } of works) await close();
      for (const adapter of adapters) await adapter.stop();
    },
  };
};

const MISHAPS: readonly Mishap[] = ['error', 'cut before', 'cut after'];

test.each([
  ['the change to winter', '2026-10-05'],
  ['the change to summer', '2027-03-01'],
])(
  'ten weeks over %s, whatever the platforms do: each channel gets each week once',
  async (_, first) => {
    const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(place.timeZone).toInstant();
    const monday = Temporal.PlainDate.from(first);
    let now = local(`${monday.subtract({ days: 3 })}T10:00`);
    const clock = { now: () => now };
    const core = createCore({ db, places: [place], clock });
    await syncResources(db, [place], now);
    const platforms = await openPlatforms();
    const { slack, discord, channels, saidIn } = platforms;
    const house = await openInstances(platforms, core, clock);
    const ana = await core.people.resolve({
      placeId: place.id,
      platform: 'slack',
      workspace: TEAM,
      userId: 'UANA',
      displayName: 'Ana',
    });
    const staff = { ...ana, roles: new Set([...ana.roles, 'animation' as const]) };
    slack.person('UANA', 'ana');
    for (const at of channels) await core.announcements.follow(staff, 'agenda', { at, name: undefined });

    const at = async (text: string) => {
      now = local(text);
      await house.tick();
    };
    for (let week = 0; week < 10; week += 1) {
      const day = monday.add({ weeks: week });
      const mishap = MISHAPS[week % MISHAPS.length] ?? 'error';
      slack.meetNext('chat.postMessage', mishap);
      discord.meetNext('POST /channels/:channel/messages', mishap);
      if (week === 4) slack.limitNext('chat.postMessage', 1);
      if (week === 5) discord.limit(2, 0.2, true);
      // Week 7: nobody is there at 8:30, but at 9:10. Else the clock jumps back, and forward.
      const minutes = week === 7 ? ['08:29', '09:10'] : ['08:29', '08:30', '08:29', '08:30', '08:31', '11:00', '09:00'];
      for (const minute of minutes) await at(`${day}T${minute}`);
      expect(channels.map(saidIn)).toEqual(channels.map(() => week + 1));
    }
    expect(await db.prisma.delivery.groupBy({ by: ['state'], _count: true })).toEqual([
      { state: 'sent', _count: 10 * channels.length },
    ]);

    // The eleventh week, nobody is there before Tuesday; and then a channel is archived.
    const [archived] = channels;
    await at(`${monday.add({ weeks: 10, days: 1 })}T08:30`);
    expect(channels.map(saidIn)).toEqual(channels.map(() => 10));
    expect(house.logged.filter((line) => line.startsWith('a message was dropped too_late'))).toHaveLength(
      channels.length,
    );
    slack.workspace.troubles.set(archived?.channel ?? '', 'is_archived');
    await at(`${monday.add({ weeks: 11 })}T08:30`);
    expect(channels.map(saidIn)).toEqual(channels.map((each) => (each === archived ? 10 : 11)));
    expect(house.logged.filter((line) => line.includes('channel_archived'))).toHaveLength(1);

    await house.close();
    slack.assertClean();
    discord.assertClean();
    await slack.close();
    await discord.close();
  },
  180_000,
);

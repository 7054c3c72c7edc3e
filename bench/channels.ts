// The week's agenda in ten thousand channels, half on our own Slack and half on our own Discord, each of which takes fifty
// messages a second and refuses the others: from the minute when it is due until the last one stands.
import { discordAdapter } from '../src/adapters/discord/adapter.ts';
import { slackAdapter } from '../src/adapters/slack/adapter.ts';
import type { Chat } from '../src/chat/adapter.ts';
import { openWork } from '../src/cli/jobs.ts';
import { createCore } from '../src/core/core.ts';
import { syncResources } from '../src/core/ledger/store.ts';
import { openDatabase } from '../src/db/open.ts';
import { turnOf } from '../src/db/turn.ts';
import { createLog } from '../src/kernel/log.ts';
import { openDiscord } from '../test/support/discord/discord.ts';
import { BOT_TOKEN, openSlack } from '../test/support/slack/loopback.ts';
import { TEAM } from '../test/support/slack/workspace.ts';
import { fill } from './agenda.ts';
import type { Databases } from './databases.ts';
import type { Finding } from './report.ts';
import { NOW, place } from './stays.ts';

const CHANNELS = 10_000;
const PER_SECOND = 50;
/** What a platform takes at once counts neither for us nor for the floor. */
const LEAST_SECONDS = (CHANNELS / 2 - PER_SECOND) / PER_SECOND;

const silent: Chat = {
  commands: [],
  dispatch: async () => {},
  suggest: () => [],
  home: async () => undefined,
};

const openPlatforms = async () => {
  const [slack, discord] = [await openSlack(), await openDiscord()];
  const slackChannels = Array.from({ length: CHANNELS / 2 }, (_, index) => `C${100_000 + index}`);
  for (const channel of slackChannels) slack.workspace.channels.add(channel);
  const discordChannels = Array.from({ length: CHANNELS / 2 }, () => discord.world.snowflake());
  for (const id of discordChannels) discord.world.channels.set(id, { id, guildId: discord.guildId, with: undefined });
  slack.limitRate('chat.postMessage', { perSecond: PER_SECOND });
  discord.limitRate({ perSecond: PER_SECOND });
  const channels = [
    ...slackChannels.map((channel) => ({ platform: 'slack', workspace: TEAM, channel })),
    ...discordChannels.map((channel) => ({ platform: 'discord', workspace: discord.guildId, channel })),
  ];
  return { slack, discord, channels };
};

export const channelsBenchmark = async (databases: Databases): Promise<readonly Finding[]> => {
  const db = await openDatabase({ url: await databases.create() });
  const { slack, discord, channels } = await openPlatforms();
  // Monday at half past eight, in the place's zone.
  const monday = NOW.toZonedDateTimeISO(place.timeZone).with({ hour: 8, minute: 30, second: 0, millisecond: 0 });
  const due = monday.subtract({ days: monday.dayOfWeek - 1 }).toInstant();
  const clock = { now: () => due };
  const log = createLog({ level: 'error' });
  const core = createCore({ db, places: [place], clock });
  await syncResources(db, [place], NOW);
  await fill(db, 100);
  await db.pool.query(
    `INSERT INTO subscription (place_id, platform, workspace, channel, kind, created_at)
     SELECT $1, platform, workspace, channel, 'agenda', $2::timestamptz - interval '1 day'
     FROM jsonb_to_recordset($3::jsonb) AS row (platform text, workspace text, channel text)`,
    [place.id, due.toString(), JSON.stringify(channels)],
  );
  const onCut = () => {};
  const adapters = [
    slackAdapter({
      botToken: BOT_TOKEN,
      connection: { by: 'http', signingSecret: 'unused' },
      apiUrl: slack.apiUrl,
      log,
      onCut,
    }),
    discordAdapter({ token: discord.token, apiUrl: discord.apiUrl, turn: turnOf(db, 'discord'), log, onCut }),
  ];
  for (const adapter of adapters) await adapter.start(silent);
  const work = await openWork({ db, core, places: [place], clock, log, adapters });
  const began = performance.now();
  await work.jobs.tick();
  const seconds = (performance.now() - began) / 1000;
  const posted = slack.workspace.messages.length + discord.messages().length;
  if (posted !== CHANNELS) throw new Error(`${posted} messages stand in ${CHANNELS} channels`);
  await work.close();
  for (const adapter of adapters) await adapter.stop();
  await slack.close();
  await discord.close();
  await db.close();
  return [
    {
      what: `(j) the week's agenda in ${CHANNELS} channels`,
      floor: `the least that ${PER_SECOND} messages a second on each platform allow`,
      ratios: [seconds / LEAST_SECONDS],
      goal: { atMost: 1.1 },
      details: [`${seconds.toFixed(1)} s against ${LEAST_SECONDS}`],
    },
  ];
};

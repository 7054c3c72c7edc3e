// The floor: the bare SDKs, answering every command with the same words. Over the same calls as the house makes them:
// acknowledge, then answer. Discord's limit of 50 requests a second is lifted here too: it does not hold for answers.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { Client, GatewayIntentBits, Routes } from 'discord.js';
import { BOT_TOKEN, SIGNING_SECRET } from '../test/support/slack/loopback.ts';

const [slackApiUrl = '', discordApiUrl = '', discordToken = ''] = process.argv.slice(2);
const WORDS = 'Entendu.';

const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logLevel: LogLevel.WARN });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: BOT_TOKEN, botId: 'BBOT', botUserId: 'UBOT' }),
  logLevel: LogLevel.WARN,
  clientOptions: { slackApiUrl },
});
app.command(/^\//, async ({ ack, respond }) => {
  await ack();
  await respond({
    response_type: 'ephemeral',
    replace_original: false,
    text: WORDS,
    blocks: [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: WORDS }] }],
      },
    ],
  });
});

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: discordApiUrl, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
});
client.on('interactionCreate', async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply({ flags: 64 });
  // By its REST client: `editReply` adds fields that the checks of our Discord do not know.
  const body = { content: WORDS, allowed_mentions: { parse: [], users: [] } };
  await client.rest.patch(Routes.webhookMessage(interaction.applicationId, interaction.token), { body, auth: false });
});

const ready = new Promise((resolve) => client.once('clientReady', resolve));
const server = createServer((request, response) => receiver.requestListener(request, response));
await Promise.all([
  client.login(discordToken).then(() => ready),
  new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)),
]);
process.stderr.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);

// Slack over HTTP through the web server itself: Bolt checks the signature of the very bytes that came.
import { afterAll, expect, test } from 'vitest';
import { talkativeChat } from '../contract/talkative-chat.ts';
import { openTestDatabase } from '../support/database.ts';
import { openSlackWorld } from '../support/slack/world.ts';
import { openWebHouse } from '../support/web.ts';

const db = await openTestDatabase();
afterAll(() => db.close());

test('what is typed in Slack is answered, accents and all; what is not signed is refused', async () => {
  const chat = talkativeChat();
  const world = await openSlackWorld(chat, 'http');
  await using house = await openWebHouse(db, { slack: world.adapter.requestListener });
  const door = `${house.origin}/slack/events`;
  world.slack.deliverTo(door);
  const answer = await world.person('1001', 'lea').says(world.typed('dire', 'où ça, à l’œuvre ? « ici » & là'));
  expect(answer.text).toContain('où ça, à l’œuvre ? « ici » & là');
  expect((await fetch(door, { method: 'POST', body: 'command=/dire' })).status).toBe(401);
  expect(chat.failures).toEqual([]);
  await world.close();
});

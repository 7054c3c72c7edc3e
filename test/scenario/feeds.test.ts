// A partner's calendar in the agenda: their server is ours, and says what the test says.
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Place } from '../../src/place/model.ts';
import { mijoteuse } from '../place/fixture.ts';
import { openHouse, type TestHouse } from '../support/house.ts';

let server: Server;
let answer: { status: number; body: string };
let asked = 0;
let conditional = 0;

const calendar = (...events: readonly (readonly string[])[]) =>
  ['BEGIN:VCALENDAR', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR'].join(
    '\r\n',
  );

const meeting = [
  'UID:1@bge',
  'SUMMARY:Créer son activité',
  'DTSTART;TZID=Europe/Paris:20261126T140000',
  'DURATION:PT2H',
];

beforeEach(async () => {
  [asked, conditional] = [0, 0];
  answer = { status: 200, body: calendar(meeting) };
  server = createServer((request, response) => {
    asked += 1;
    const etag = `"${createHash('sha256').update(answer.body).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) {
      conditional += 1;
      response.writeHead(304).end();
    } else response.writeHead(answer.status, { etag }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const place = (): Place => ({
  ...mijoteuse,
  channels: { staff: { slack: 'C1' } },
  feeds: [
    {
      key: 'bge',
      name: 'Agenda de BGE',
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/agenda.ics`,
      kind: 'info_meeting',
    },
  ],
});

const onAgenda = async ({ core }: TestHouse) =>
  (
    await core.agenda.between(place(), {
      start: Temporal.Instant.from('2026-11-23T00:00Z'),
      end: Temporal.Instant.from('2027-11-23T00:00Z'),
    })
  ).map(({ title, start, kind }) => `${start.toPlainDateTime()} ${kind} ${title}`);

test('it is in the agenda within the hour, moves with it, and leaves with it', async () => {
  await using house = await openHouse({ place: place() });
  await house.runJobs();
  expect(await onAgenda(house)).toEqual(['2026-11-26T14:00:00 info_meeting Créer son activité']);

  answer.body = calendar(meeting.map((line) => line.replace('T140000', 'T153000')));
  house.wait({ minutes: 30 });
  await house.runJobs();
  expect(asked).toBe(1);
  house.wait({ minutes: 30 });
  await house.runJobs();
  expect(await onAgenda(house)).toEqual(['2026-11-26T15:30:00 info_meeting Créer son activité']);

  answer.body = calendar();
  house.wait({ hours: 1 });
  await house.runJobs();
  expect(await onAgenda(house)).toEqual([]);

  answer.body = calendar(meeting);
  house.wait({ hours: 1 });
  await house.runJobs();
  expect(await onAgenda(house)).toEqual(['2026-11-26T14:00:00 info_meeting Créer son activité']);
});

test('what has not changed is not sent again, and yet the months that come into view are read', async () => {
  answer.body = calendar([
    'UID:2@bge',
    'SUMMARY:Permanence',
    'DTSTART;TZID=Europe/Paris:20261202T090000',
    'DURATION:PT1H',
    'RRULE:FREQ=MONTHLY',
  ]);
  await using house = await openHouse({ place: place() });
  await house.runJobs();
  expect(await onAgenda(house)).toHaveLength(6);
  const revision = await house.core.agenda.revision(place());
  house.wait({ hours: 1 });
  await house.runJobs();
  expect(conditional).toBe(1);
  expect(await house.core.agenda.revision(place())).toBe(revision);
  house.at('2026-12-23T10:00');
  await house.runJobs();
  expect(await onAgenda(house)).toHaveLength(7);
});

test('a calendar that breaks is told to the staff once, keeps what was known, and can break again once it was mended', async () => {
  await using house = await openHouse({ place: place() });
  const { inChannel: posts } = await house.on('slack');
  await house.runJobs();

  answer = { status: 404, body: 'non' };
  for (const _ of [1, 2, 3]) {
    house.wait({ hours: 1 });
    await house.runJobs();
  }
  expect(posts()).toHaveLength(1);
  expect(posts()[0]).toMatch(
    /Agenda de BGE\s: cet agenda ne peut plus être lu, car il n’y a plus rien à cette adresse\./,
  );
  expect(await onAgenda(house)).toHaveLength(1);

  answer = { status: 200, body: calendar(meeting) };
  house.wait({ hours: 1 });
  await house.runJobs();
  answer = { status: 200, body: '<html>' };
  house.wait({ hours: 1 });
  await house.runJobs();
  expect(posts()).toHaveLength(2);
  expect(posts()[1]).toMatch(/n’est pas un calendrier/);
});

test('a calendar that left the place file leaves the agenda', async () => {
  await using house = await openHouse({ place: place() });
  await house.runJobs();
  await using without = await openHouse({ place: { ...place(), feeds: [] }, db: house.db });
  without.wait({ minutes: 1 });
  await without.runJobs();
  expect(await onAgenda(house)).toEqual([]);
});

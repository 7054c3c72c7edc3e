// Five hundred messages to say, in channels and to people, on Slack and Discord: what is planned, and who says it.
import type { Adapter } from '../../src/chat/adapter.ts';
import { openWork } from '../../src/cli/jobs.ts';
import { createCore } from '../../src/core/core.ts';
import type { Planned, Recipient } from '../../src/core/deliveries/model.ts';
import { insertPlanned } from '../../src/core/deliveries/store.ts';
import { syncResources } from '../../src/core/ledger/store.ts';
import type { Database } from '../../src/db/open.ts';
import type { Log } from '../../src/kernel/log.ts';
import { asks, bookingOf } from '../core/booking/desk.ts';
import { smallPlace } from '../support/small-place.ts';

const place = smallPlace();
const now = Temporal.ZonedDateTime.from('2026-11-26T14:05[Europe/Paris]');
const clock = { now: () => now.toInstant() };

const coreOn = (db: Database) => createCore({ db, places: [place], clock });

export interface Spots {
  readonly slack: { readonly channels: readonly string[]; readonly people: readonly string[] };
  readonly discord: { readonly channels: readonly string[]; readonly people: readonly string[] };
}

/** One message for each channel and each person. */
export const planEverything = async (db: Database, spots: Spots): Promise<number> => {
  await syncResources(db, [place], now.toInstant());
  const core = coreOn(db);
  const person = (platform: 'slack' | 'discord', userId: string) =>
    core.people.resolve({ placeId: place.id, platform, workspace: 'W', userId, displayName: userId });
  const lea = await person('slack', 'ULEA');
  const subjectId = bookingOf(
    await core.booking.book(lea, asks(place)('desks', '2026-11-27', '14:00', '16:00'), 'r1'),
  ).id;
  const recipients: Recipient[] = [];
  for (const platform of ['slack', 'discord'] as const) {
    for (const channel of spots[platform].channels) recipients.push({ channel: { platform, workspace: 'W', channel } });
    for (const userId of spots[platform].people)
      recipients.push({ memberId: (await person(platform, userId)).memberId });
  }
  const planned = recipients.map(
    (to): Planned => ({
      placeId: place.id,
      key: `said to ${JSON.stringify(to)}`,
      to,
      kind: 'arrival.asked',
      subjectId,
      due: now.toInstant(),
      expiresAt: now.add({ days: 1 }).toInstant(),
    }),
  );
  await insertPlanned(db.prisma, planned, now.toInstant());
  return planned.length;
};

/** The jobs of a process that begins; whoever held something before is known to be dead. */
export const takeOver = async (db: Database, adapters: readonly Adapter[], log: Log) => {
  const patience = { retryLimit: 20, retrySeconds: 0, silenceSeconds: 60 };
  const { jobs } = await openWork({ db, core: coreOn(db), places: [place], clock, log, adapters, patience });
  await db.pool.query("UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '1 hour' WHERE state = 'active'");
  return jobs;
};

// One scheduled job, as of an instant: done, or only shown.

import type { Adapter } from '../chat/adapter.ts';
import type { Config } from '../config.ts';
import { announcementKinds, isAnnouncementKind } from '../core/announcements/model.ts';
import type { Planned, Recipient } from '../core/deliveries/model.ts';
import { keysPlanned } from '../core/deliveries/store.ts';
import type { Job } from '../jobs/job.ts';
import { jobsOf } from '../jobs/jobs.ts';
import { wordsOf } from '../jobs/words.ts';
import { createLog, type Log } from '../kernel/log.ts';
import type { Clock } from '../kernel/time.ts';
import { neverOurs } from '../kernel/turn.ts';
import { type House, openHouse } from '../main.ts';
import { channelWords, previewWords } from '../messages/announcements.fr.ts';
import { startWords, cliWords as words } from '../messages/start.fr.ts';
import type { Place } from '../place/model.ts';
import { plain } from '../reply/plain.ts';
import { openWork } from './jobs.ts';
import { connectDiscord, connectSlack } from './platforms.ts';
import { atOption, clockOf, complain, configured, Misuse, type Verb } from './verb.ts';

const print = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

const whereTo = (to: Recipient): string =>
  'memberId' in to
    ? words.aPerson(to.memberId)
    : `${to.channel.platform}, ${channelWords({ at: to.channel, name: undefined })}`;

/** What an announcement that nobody waits for would say. */
const foreseen = async ({ core }: House, place: Place, name: string): Promise<readonly string[]> => {
  if (!isAnnouncementKind(name)) return [words.nothingDue];
  const reply = previewWords(await core.announcements.foreseen(place, name));
  return reply ? [words.nobodyWaits, '', plain(reply)] : [words.nothingToSay];
};

/** The same words, once for all who would read them. */
const shown = async (house: House, place: Place, planned: readonly Planned[], now: Temporal.Instant) => {
  const late = planned.filter(({ expiresAt }) => Temporal.Instant.compare(now, expiresAt) >= 0);
  const readers = new Map<string, string[]>();
  for (const each of planned.filter((one) => !late.includes(one))) {
    const reply = await wordsOf(house.core, place, { ...each, id: 0 });
    const text = reply && plain(reply);
    if (text !== undefined) readers.set(text, [...(readers.get(text) ?? []), whereTo(each.to)]);
  }
  return [
    ...late.map(({ key }) => `${words.tooLate}${key}`),
    ...[...readers].flatMap(([text, all]) => [`${words.wouldSay}${all.join(', ')}`, '', text, '']),
  ];
};

const dryRun = async (house: House, job: Job, now: Temporal.Instant): Promise<number> => {
  if (!job.onlyPlans) {
    complain(words.notShown(job.name), []);
    return 1;
  }
  for (const place of house.places) {
    const planned = await job.run(place);
    const keys = planned.map(({ key }) => key);
    const known = await keysPlanned(house.db.prisma, place.id, keys);
    const fresh = planned.filter(({ key }) => !known.has(key));
    print(...(fresh.length === 0 ? await foreseen(house, place, job.name) : await shown(house, place, fresh, now)));
  }
  return 0;
};

/** All of them or none: what was already connected is let go when something else can't be. */
const connected = async (config: Config, { chat }: House, log: Log): Promise<readonly Adapter[] | undefined> => {
  const adapters: Adapter[] = [];
  try {
    for (const adapter of [await connectSlack(config, log), await connectDiscord(config, log, () => neverOurs)]) {
      if (!adapter) continue;
      await adapter.start(chat);
      adapters.push(adapter);
    }
    return adapters;
  } catch (error) {
    complain(startWords.notStarted, [error instanceof Error ? error.message : String(error)]);
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    return undefined;
  }
};

const run = async (
  house: House,
  job: Job,
  { config, clock, log }: { readonly config: Config; readonly clock: Clock; readonly log: Log },
): Promise<number> => {
  const adapters = await connected(config, house, log);
  if (!adapters) return 1;
  const work = await openWork({ ...house, clock, log, adapters });
  try {
    await work.jobs.only(job.name);
  } finally {
    await work.close();
    await Promise.all(adapters.map((adapter) => adapter.stop()));
  }
  print(adapters.length === 0 ? words.jobWaits : words.jobDone(adapters.map(({ platform }) => platform)));
  return 0;
};

export const jobVerb: Verb = {
  name: 'job',
  about: words.about.job,
  takes: '[OPTIONS] NOM',
  options: { ...atOption, 'dry-run': { value: undefined, about: words.option.dryRun } },
  run: async (given) => {
    const [name, ...others] = given.positionals;
    if (name === undefined || others.length > 0) throw new Misuse(words.noJob(announcementKinds));
    const clock = clockOf(given);
    const config = configured();
    if (!config) return 1;
    const log = createLog({ level: config.logLevel, pretty: true });
    const opened = await openHouse({ config, clock, log });
    if (!opened.ok) {
      complain(startWords.notStarted, opened.error);
      return 1;
    }
    const house = opened.value;
    try {
      const jobs = jobsOf({ core: house.core, adapters: [], log });
      const job = jobs.find((each) => each.name === name);
      if (!job)
        throw new Misuse(
          words.unknownJob(
            name,
            jobs.map((each) => each.name),
          ),
        );
      return given.flag('dry-run')
        ? await dryRun(house, job, clock.now())
        : await run(house, job, { config, clock, log });
    } finally {
      await house.close();
    }
  },
};

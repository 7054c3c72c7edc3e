// What channels are told of what is on: one job a kind, each named after what channels follow.
import { type AnnouncedKind, type AnnouncementKind, announcementKinds } from '../core/announcements/model.ts';
import type { Core } from '../core/core.ts';
import type { Delivery } from '../core/deliveries/model.ts';
import {
  announcedEventReply,
  essMonthReply,
  stoppedReply,
  todayReply,
  weekReply,
} from '../messages/announcements.fr.ts';
import { digestReply } from '../messages/digest.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import type { Job } from './job.ts';

const announcementJob = ({ announcements }: Core, kind: AnnouncementKind): Job => ({
  name: kind,
  runs: 'claimed',
  onlyPlans: true,
  run: (place) => announcements.due(place, kind),
});

export const announcementJobs = (core: Core): readonly Job[] =>
  announcementKinds.map((kind) => announcementJob(core, kind));

/** Whoever asked for announcements hears that they have stopped. */
export const stoppedJob = ({ announcements }: Core): Job => ({
  name: 'stopped-announcements',
  runs: 'always',
  onlyPlans: true,
  run: (place) => announcements.stopped(place),
});

/** Undefined: there is nothing to say, or nobody asked to hear it any more. */
export const announcedWords = async (
  { announcements }: Core,
  place: Place,
  kind: AnnouncedKind | 'announcements.stopped',
  delivery: Delivery,
): Promise<Reply | undefined> => {
  const { due } = delivery;
  switch (kind) {
    case 'announced.agenda':
      return weekReply(await announcements.programme(place, 'agenda', due));
    case 'announced.aujourdhui':
      return todayReply(await announcements.programme(place, 'aujourdhui', due));
    case 'announced.mois_ess':
      return essMonthReply(await announcements.programme(place, 'mois-ess', due));
    case 'announced.veilleuses':
      return digestReply(place, await announcements.digest(place, due));
    case 'announced.event_in_week':
    case 'announced.event_tomorrow':
    case 'announced.event_soon': {
      const announced = await announcements.eventOf(place, delivery);
      return announced && announcedEventReply(announced, kind);
    }
    case 'announcements.stopped': {
      const stopped = await announcements.stoppedOf(place, delivery);
      return stopped && stoppedReply(stopped);
    }
  }
};

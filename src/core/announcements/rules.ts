// Who is told that announcements have stopped somewhere, once; which deliveries are of which kind. Pure.
import type { Place } from '../../place/model.ts';
import type { DeliveryKind, Planned, Recipient } from '../deliveries/model.ts';
import { staffChannels } from '../deliveries/staff-channels.ts';
import type { AnnouncedKind, AnnouncementKind } from './model.ts';
import type { Followed } from './store.ts';

const ANNOUNCED: Readonly<Record<AnnouncementKind, readonly AnnouncedKind[]>> = {
  agenda: ['announced.agenda'],
  aujourdhui: ['announced.aujourdhui'],
  evenements: ['announced.event_in_week', 'announced.event_tomorrow', 'announced.event_soon'],
  'mois-ess': ['announced.mois_ess'],
  veilleuses: ['announced.veilleuses'],
};

/** Undefined: of all kinds. */
export const announcedKindsOf = (kinds: readonly AnnouncementKind[] | undefined): readonly DeliveryKind[] =>
  Object.entries(ANNOUNCED).flatMap(([kind, announced]) =>
    kinds === undefined || kinds.some((each) => each === kind) ? announced : [],
  );

const channelKey = ({ at: { platform, workspace, channel } }: Pick<Followed, 'at'>): string =>
  `${platform}/${workspace}/${channel}`;

/** Whoever asked for it; without them, the staff elsewhere than where nothing can be said. */
const whomToTell = (place: Place, first: Followed): readonly { readonly to: Recipient; readonly name: string }[] => {
  const { createdBy, isStaffNeeded } = first;
  if (createdBy !== undefined && !isStaffNeeded) return [{ to: { memberId: createdBy }, name: String(createdBy) }];
  return staffChannels(place)
    .filter((channel) => channelKey({ at: channel }) !== channelKey(first))
    .map((channel) => ({ to: { channel }, name: `staff on ${channel.platform}` }));
};

const TOLD_WITHIN = { hours: 48 } as const;

/** One notice for what someone asked for in one channel. */
export const stoppedNotices = (place: Place, stopped: readonly Followed[]): readonly Planned[] => {
  const groups = Map.groupBy(stopped, (each) => `${channelKey(each)} ${each.stopped?.at} ${each.createdBy}`);
  return [...groups.values()].flatMap(([first]) => {
    if (!first?.stopped) return [];
    const { at: since } = first.stopped;
    return whomToTell(place, first).map(({ to, name }) => ({
      placeId: place.id,
      key: `stopped ${channelKey(first)} ${since} to ${name}`,
      to,
      kind: 'announcements.stopped' as const,
      subjectId: first.id,
      due: since,
      expiresAt: since.add(TOLD_WITHIN),
    }));
  });
};

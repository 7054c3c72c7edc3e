import { type Call, defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { announcement } from '../../src/chat/options/announcement.ts';
import { choice } from '../../src/chat/options/choice.ts';
import {
  type AnnouncementKind,
  announcementKinds,
  type Subscription,
  type Where,
} from '../../src/core/announcements/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import {
  cannotPostReply,
  digestFollowedReply,
  digestStoppedReply,
  followedReply,
  followingReply,
  stoppedFollowingReply,
  whatToFollowReply,
  whatToStopReply,
} from '../../src/messages/following.fr.ts';

const options = { annonce: optional(announcement('Quelle annonce')) };

type Asked = Call<typeof options>;

const isAt =
  ({ at: { platform, workspace, channel } }: Where) =>
  ({ at }: Subscription): boolean =>
    at.platform === platform && at.workspace === workspace && at.channel === channel;

/** Those that leave there. */
const kindsIn = (all: readonly Subscription[], where: Where): readonly AnnouncementKind[] =>
  all.filter((each) => isAt(where)(each) && each.stopped === undefined).map(({ kind }) => kind);

const nextOf = async ({ actor, core, place }: Asked, kind: AnnouncementKind) => {
  const preview = await core.announcements.preview(actor, kind);
  return preview.ok ? preview.value.next?.toZonedDateTimeISO(place.timeZone) : undefined;
};

export const suivre = defineCommand({
  name: 'suivre',
  summary: 'Recevoir une annonce dans ce canal',
  title: 'Recevoir une annonce',
  access: 'animation',
  audience: 'asker',
  options,
  examples: ['agenda', 'événements', ''],

  async run(call) {
    const { args, actor, core, place, spot } = call;
    const kind = args.annonce;
    if (!spot) return refuse({ code: 'chat.no_channel', typed: `/annonce suivre ${kind ?? 'agenda'}` }, place);
    const { name, trouble } = await spot.look();
    const where = { at: spot.at, name };
    if (kind === undefined) {
      const all = await core.announcements.followed(actor);
      if (!all.ok) return refuse(all.error, place);
      const followed = kindsIn(all.value, where);
      return whatToFollowReply(
        where,
        followed,
        announcementKinds.filter((each) => !followed.includes(each)),
      );
    }
    if (trouble) return cannotPostReply(kind, where, trouble);
    const done = await core.announcements.follow(actor, kind, where);
    return done.ok
      ? followedReply(kind, where, { changed: done.value, next: await nextOf(call, kind) })
      : refuse(done.error, place);
  },
});

export const arreter = defineCommand({
  name: 'arreter',
  summary: 'Ne plus recevoir une annonce dans ce canal',
  title: 'Arrêter une annonce',
  access: 'animation',
  audience: 'asker',
  options,
  examples: ['agenda', ''],

  async run({ args, actor, core, place, spot }) {
    const kind = args.annonce;
    if (!spot) return refuse({ code: 'chat.no_channel', typed: `/annonce arreter ${kind ?? 'agenda'}` }, place);
    const where = { at: spot.at, name: (await spot.look()).name };
    if (kind === undefined) {
      const all = await core.announcements.followed(actor);
      return all.ok ? whatToStopReply(where, kindsIn(all.value, where)) : refuse(all.error, place);
    }
    const done = await core.announcements.stop(actor, kind, where);
    return done.ok ? stoppedFollowingReply(kind, where, done.value) : refuse(done.error, place);
  },
});

export const liste = defineCommand({
  name: 'liste',
  summary: 'Voir ce que reçoit chaque canal',
  access: 'animation',
  audience: 'asker',
  options: {},
  examples: [''],

  async run({ actor, core, place, spot }) {
    const all = await core.announcements.followed(actor);
    return all.ok ? followingReply(all.value, spot?.at) : refuse(all.error, place);
  },
});

/** For those who may choose no other: the only announcement of which the veilleuses have a say. */
export const veilleuses = defineCommand({
  name: 'veilleuses',
  summary: 'Recevoir dans ce canal la semaine des veilleuses',
  title: 'Semaine des veilleuses',
  access: 'veilleuse',
  audience: 'asker',
  options: { fin: optional(choice('Faut-il l’arrêter', { arreter: 'Arrêter' })) },
  examples: ['', 'arreter'],

  async run({ args, actor, core, place, spot }) {
    if (!spot) return refuse({ code: 'chat.no_channel', typed: '/annonce veilleuses' }, place);
    const { name, trouble } = await spot.look();
    const where = { at: spot.at, name };
    if (args.fin !== undefined) {
      const stopped = await core.announcements.stop(actor, 'veilleuses', where);
      return stopped.ok ? digestStoppedReply(where) : refuse(stopped.error, place);
    }
    if (trouble) return cannotPostReply('veilleuses', where, trouble);
    const followed = await core.announcements.follow(actor, 'veilleuses', where);
    if (!followed.ok) return refuse(followed.error, place);
    const preview = await core.announcements.preview(actor, 'veilleuses');
    const next = preview.ok ? preview.value.next?.toZonedDateTimeISO(place.timeZone) : undefined;
    return digestFollowedReply(where, next);
  },
});

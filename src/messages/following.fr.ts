// What the staff reads of the announcements that channels follow.
import type { AnnouncementKind, Subscription, Where } from '../core/announcements/model.ts';
import type { ChannelTrouble } from '../core/deliveries/model.ts';
import {
  type Block,
  type Button,
  buttons,
  code,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { announcementNames, channelNoun, channelWords, remedy, troubleWords } from './announcements.fr.ts';
import { day, hour, sentenceCase } from './words.fr.ts';

/** In the middle of a sentence. */
const named = (kind: AnnouncementKind): string =>
  announcementNames[kind].charAt(0).toLowerCase() + announcementNames[kind].slice(1);

const followButton = (kind: AnnouncementKind, label = announcementNames[kind]): Button => ({
  label,
  command: `annonce suivre ${kind}`,
});
const stopButton = (kind: AnnouncementKind, label = announcementNames[kind]): Button => ({
  label,
  command: `annonce arreter ${kind}`,
});
const previewButton = (kind: AnnouncementKind, label = 'Voir un aperçu'): Button => ({
  label,
  command: `annonce apercu ${kind}`,
  effect: 'beside',
});

/** On what else it depends. */
const conditions: Readonly<Record<AnnouncementKind, string>> = {
  agenda: '',
  aujourdhui: ', s’il y a quelque chose ce jour-là',
  evenements: '',
  'mois-ess': ', si cette semaine-là propose quelque chose',
  veilleuses: ', s’il y a du nouveau',
};

/** « Prochain départ : lundi 30 novembre 2026, à 8 h 30. » */
export const nextWords = (kind: AnnouncementKind, next: Temporal.ZonedDateTime | undefined): string => {
  if (next !== undefined) return `Prochain départ\u00a0: ${day(next)}, à ${hour(next)}${conditions[kind]}.`;
  return kind === 'evenements'
    ? 'Aucun départ n’est prévu\u00a0: rien n’est annoncé pour la suite.'
    : 'Aucun départ n’est prévu.';
};

export const followedReply = (
  kind: AnnouncementKind,
  where: Where,
  { changed, next }: { readonly changed: boolean; readonly next: Temporal.ZonedDateTime | undefined },
): Reply => {
  const here = `${sentenceCase(channelWords(where))} reçoit ${changed ? 'désormais' : 'déjà'}\u00a0: `;
  return say(
    changed ? 'done' : 'info',
    ...(changed ? [p(strong('C’est noté'), '.')] : []),
    p(here, strong(named(kind)), '.'),
    p(nextWords(kind, next)),
    buttons(previewButton(kind), stopButton(kind, 'Arrêter')),
  );
};

export const stoppedFollowingReply = (kind: AnnouncementKind, where: Where, changed: boolean): Reply =>
  changed
    ? say(
        'done',
        p(strong('C’est arrêté'), '.'),
        p(`${sentenceCase(channelWords(where))} ne recevra plus\u00a0: `, strong(named(kind)), '.'),
        p('Ce qui y est déjà publié reste, et reste à jour.'),
        buttons(followButton(kind, 'Reprendre')),
      )
    : say(
        'info',
        p(
          `${sentenceCase(channelWords(where))} ne reçoit pas\u00a0: `,
          strong(named(kind)),
          '. Il n’y a rien à arrêter.',
        ),
        buttons(followButton(kind, 'La recevoir ici')),
      );

/** Nothing was written: it says what is missing there, and how to give it. */
export const cannotPostReply = (kind: AnnouncementKind, where: Where, because: ChannelTrouble): Reply =>
  say(
    'refusal',
    p(`Je ne peux rien publier dans ce ${channelNoun(where.at)}, car ${troubleWords(because)}. Rien n’est enregistré.`),
    p(...remedy(because, where.at.platform)),
    buttons(followButton(kind, 'Réessayer')),
  );

const receives = (where: Where, kinds: readonly AnnouncementKind[]): readonly Block[] =>
  kinds.length === 0
    ? [p(`${sentenceCase(channelWords(where))} ne reçoit aucune annonce.`)]
    : [
        p(`${sentenceCase(channelWords(where))} reçoit\u00a0:`),
        list(kinds.map((kind): Line => [announcementNames[kind]])),
      ];

/** Which one is to be followed. */
export const whatToFollowReply = (
  where: Where,
  followed: readonly AnnouncementKind[],
  left: readonly AnnouncementKind[],
): Reply =>
  left.length === 0
    ? say('info', ...receives(where, followed), p('Il n’y en a pas d’autre.'))
    : say(
        'question',
        ...receives(where, followed),
        p('Que doit-il recevoir\u00a0?'),
        buttons(...left.map((kind) => followButton(kind))),
      );

export const whatToStopReply = (where: Where, followed: readonly AnnouncementKind[]): Reply =>
  followed.length === 0
    ? say('info', ...receives(where, followed), p('Il n’y a rien à arrêter.'))
    : say('question', p('Que faut-il arrêter\u00a0?'), buttons(...followed.map((kind) => stopButton(kind))));

export const whatToPreviewReply = (kinds: readonly AnnouncementKind[]): Reply =>
  say(
    'question',
    p('De quelle annonce\u00a0?'),
    buttons(...kinds.map((kind) => previewButton(kind, announcementNames[kind]))),
  );

const subscriptionLine = ({ kind, stopped, at }: Subscription): Line =>
  stopped === undefined
    ? [announcementNames[kind]]
    : [
        announcementNames[kind],
        ` – arrêté, car ${troubleWords(stopped.because)}. `,
        ...remedy(stopped.because, at.platform),
      ];

const PLATFORMS = { slack: 'Slack', discord: 'Discord', terminal: 'terminal' } as const;

/** By channel; `here`: the one where it is asked. */
export const followingReply = (all: readonly Subscription[], here: Where['at'] | undefined): Reply => {
  const howTo = p('Pour en recevoir une, tapez dans le canal voulu\u00a0: ', code('/annonce suivre agenda'), '.');
  if (all.length === 0) return say('info', p('Aucun canal ne reçoit d’annonce.'), howTo);
  const keyOf = ({ platform, workspace, channel }: Where['at']) => `${platform} ${workspace} ${channel}`;
  const groups = [...Map.groupBy(all, ({ at }) => keyOf(at)).values()];
  return say(
    'info',
    heading('Ce que reçoivent les canaux'),
    ...groups.flatMap((ofChannel): readonly Block[] => {
      const [first] = ofChannel;
      if (!first) return [];
      const isHere = here !== undefined && keyOf(here) === keyOf(first.at);
      return [
        p(strong(sentenceCase(channelWords(first))), ` (${PLATFORMS[first.at.platform]}${isHere ? ', ici même' : ''})`),
        list(ofChannel.map(subscriptionLine)),
      ];
    }),
    howTo,
  );
};

/** What would leave, as it would be read; its buttons work. */
export const previewReply = (
  kind: AnnouncementKind,
  next: Temporal.ZonedDateTime | undefined,
  words: Reply | undefined,
): Reply =>
  say(
    'info',
    p(
      strong('Aperçu'),
      words === undefined
        ? '\u00a0: rien ne partirait. '
        : kind === 'evenements'
          ? '\u00a0: voici la prochaine, que personne d’autre ne voit. '
          : '\u00a0: voici ce qui partirait maintenant, que personne d’autre ne voit. ',
      nextWords(kind, next),
    ),
    ...(words?.blocks ?? []),
  );

/** To a veilleuse, whose buttons are hers. */
export const digestFollowedReply = (where: Where, next: Temporal.ZonedDateTime | undefined): Reply =>
  say(
    'done',
    p(`${sentenceCase(channelWords(where))} reçoit\u00a0: `, strong(named('veilleuses')), '.'),
    p(`${nextWords('veilleuses', next)} Choisissez un canal où seule l’équipe lit.`),
    buttons({ label: 'Arrêter', command: 'annonce veilleuses arreter' }),
  );

export const digestStoppedReply = (where: Where): Reply =>
  say(
    'done',
    p(`${sentenceCase(channelWords(where))} ne reçoit plus\u00a0: `, strong(named('veilleuses')), '.'),
    buttons({ label: 'Reprendre', command: 'annonce veilleuses' }),
  );

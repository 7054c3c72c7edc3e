// A referral as its partner reads it, privately: who asks, how to reach them, and the four answers. Where nobody speaks for the
// partner, the staff reads the same, to pass it on. And those whom every partner refused, for the staff.
import type { Received, ReferralAnswer, Refused } from '../core/referrals/model.ts';
import type { Place } from '../place/model.ts';
import { CLOSED_AFTER } from '../place/referring.ts';
import {
  type Block,
  type Button,
  buttons,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { partnerName } from './partner-failures.fr.ts';
import { instantWords, sharedBlocks, stateNames } from './referral-words.fr.ts';
import { count, quoted, sentenceCase } from './words.fr.ts';

const NBSP = '\u00a0';
const PLATFORMS: Readonly<Record<string, string>> = { slack: 'Slack', discord: 'Discord', terminal: 'le terminal' };
const LIST: Button = { label: 'Toutes les demandes reçues', command: 'accompagnement recus', effect: 'beside' };

/** « @lea, sur Slack, ou par Mijote »: whoever is on another platform is written to through the bot. */
const chatWith = ({ accounts, shared }: Received): Line => {
  const userIds = Object.fromEntries(accounts.map(({ platform, userId }) => [platform, userId]));
  const where = accounts.map(({ platform }) => PLATFORMS[platform] ?? platform).join(' et ');
  return [
    { as: 'mention', name: shared.name ?? '', userIds },
    ...(where === '' ? [] : [`, sur ${where}`]),
    `, ou par moi (${quoted('Écrire')})`,
  ];
};

const answerButtons = ({ id, state }: Received): Block =>
  buttons(
    ...(state === 'sent'
      ? [{ label: 'Je prends', command: `accompagnement prendre ${id}`, tone: 'primary', effect: 'replace' } as const]
      : []),
    { label: 'Écrire', command: `accompagnement ecrire ${id}`, effect: 'form' },
    { label: 'Aide apportée', command: `accompagnement aide ${id}`, effect: 'replace' },
    { label: 'Injoignable', command: `accompagnement injoignable ${id}`, effect: 'replace' },
    { label: 'Pas pour moi', command: `accompagnement decliner ${id}`, effect: 'form' },
  );

const stateLine = (place: Place, { state, takenBy, takenAt, closedAt, closedBy, reason }: Received): Line => {
  const [who, at] = closedAt === undefined ? [takenBy, takenAt] : [closedBy, closedAt];
  const because = reason === undefined || reason === '' ? '' : ` (${reason})`;
  const by = who === undefined || state === 'stopped' ? '' : ` par ${who}`;
  return [
    strong(`${sentenceCase(stateNames[state])}${because}`),
    at === undefined ? '.' : `${by}, ${instantWords(at, place)}.`,
  ];
};

const byHand = (place: Place, { partnerKey }: Received): Line => [
  strong('À transmettre à la main'),
  `${NBSP}: personne ne représente ${partnerName(place, partnerKey)} ici. Prévenez ce partenaire, puis dites ici ce qu’il répond.`,
];

interface CardWishes {
  readonly title: string;
  readonly isSpokenFor: boolean;
}

const card = (place: Place, referral: Received, { title, isSpokenFor }: CardWishes): Reply => {
  const isOpen = referral.closedAt === undefined;
  return say(
    isOpen && referral.state === 'sent' ? 'question' : 'info',
    heading(title),
    ...(isOpen && !isSpokenFor ? [p(...byHand(place, referral))] : []),
    ...(isOpen
      ? sharedBlocks(place, referral.shared, { name: 'Nom', note: 'Son mot' }, chatWith(referral))
      : [
          p(
            'Le nom et les coordonnées de la personne sont effacés de Mijote. Effacez aussi ce que vous en auriez noté.',
          ),
        ]),
    p(
      `Accord donné ${instantWords(referral.consentedAt, place)}. `,
      ...(referral.state === 'sent' ? [] : stateLine(place, referral)),
    ),
    ...(isOpen ? [answerButtons(referral)] : []),
    buttons(LIST),
  );
};

const titleOf = (place: Place, { partnerKey }: Received): string =>
  `Une personne souhaite vous rencontrer, ${partnerName(place, partnerKey)}`;

export const receivedReply = (place: Place, referral: Received, isSpokenFor: boolean): Reply =>
  card(place, referral, {
    isSpokenFor,
    title: isSpokenFor
      ? titleOf(place, referral)
      : `Une personne souhaite rencontrer ${partnerName(place, referral.partnerKey)}`,
  });

export const reminderReply = (place: Place, referral: Received, isSpokenFor: boolean): Reply =>
  card(place, referral, {
    isSpokenFor,
    title: `${partnerName(place, referral.partnerKey)}${NBSP}: une demande attend votre réponse`,
  });

export const newsReply = (place: Place, referral: Received, isSpokenFor: boolean): Reply =>
  card(place, referral, { isSpokenFor, title: `Où en êtes-vous avec cette personne${NBSP}?` });

const DONE: Readonly<Record<ReferralAnswer, string>> = {
  taken: 'C’est noté\u00a0: vous prenez',
  declined: 'C’est noté\u00a0: ce n’est pas pour vous',
  unreachable: 'C’est noté\u00a0: injoignable',
  helped: 'C’est noté\u00a0: l’aide est apportée',
};

export const answeredReply = (
  place: Place,
  referral: Received,
  { answer, isNew }: { readonly answer: ReferralAnswer; readonly isNew: boolean },
): Reply => {
  const known = card(place, referral, { isSpokenFor: true, title: isNew ? DONE[answer] : 'C’était déjà noté' });
  return { ...known, tone: isNew ? 'done' : 'info' };
};

/** It ended without the partner: by the person, or by time. Nothing more is said of who they are. */
export const overReply = (place: Place, { id, partnerKey, state, consentedAt }: Received): Reply =>
  say(
    'info',
    heading(`${partnerName(place, partnerKey)}${NBSP}: la mise en relation ${id} est close`),
    p(
      state === 'stopped'
        ? `La personne a retiré l’accord donné ${instantWords(consentedAt, place)}. Ne la contactez plus à ce titre, et effacez ce que vous en avez noté.`
        : `Elle est restée sans réponse pendant ${count(CLOSED_AFTER, 'jour ouvré', 'jours ouvrés')}, ou sans nouvelles depuis. La personne en est prévenue, et ses coordonnées sont effacées.`,
    ),
    buttons(LIST),
  );

const MOST = 25;

export const receivedListReply = (place: Place, all: readonly Received[]): Reply => {
  const open = all.filter(({ closedAt }) => closedAt === undefined);
  const closed = all.filter(({ closedAt }) => closedAt !== undefined);
  if (all.length === 0)
    return say('info', heading('Demandes reçues'), p('Aucune demande de mise en relation pour l’instant.'));
  return say(
    'info',
    heading(count(open.length, 'demande en cours', 'demandes en cours')),
    ...(open.length === 0
      ? []
      : [
          list(
            open.map(
              (each): Line => [
                strong(each.shared.name ?? ''),
                `, pour ${partnerName(place, each.partnerKey)}, depuis ${instantWords(each.consentedAt, place)}\u00a0: `,
                each.takenBy === undefined ? stateNames[each.state] : `${stateNames[each.state]} par ${each.takenBy}`,
              ],
            ),
          ),
          {
            type: 'choice' as const,
            label: 'Ouvrir',
            options: open.slice(0, MOST).map(({ id, shared }) => ({
              label: `${shared.name ?? ''} (${id})`,
              command: `accompagnement recus ${id}`,
            })),
          },
        ]),
    ...(closed.length === 0
      ? []
      : [
          p('Closes depuis un mois\u00a0:'),
          list(
            closed.map(
              (each): Line => [
                `${each.id}, pour ${partnerName(place, each.partnerKey)}\u00a0: `,
                ...stateLine(place, each),
              ],
            ),
          ),
        ]),
    p('Ces noms sont pour vous et l’équipe\u00a0; le journal garde trace de cette consultation.'),
  );
};

const BASKET: Button = { label: 'Voir le panier', command: 'accompagnement panier', effect: 'beside' };

/** In a channel: nobody's name. */
export const refusedByAllReply = (): Reply =>
  say(
    'info',
    p(
      strong('Une personne n’a trouvé de réponse auprès d’aucun partenaire'),
      '. Elle sait que vous allez chercher avec elle.',
    ),
    buttons(BASKET),
  );

const refusedLine = (place: Place, { name, since, referrals, followedBy }: Refused): Line => [
  strong(name),
  `, ${instantWords(since, place)}\u00a0: `,
  referrals
    .map(({ partnerKey, state, reason }) =>
      [partnerName(place, partnerKey), stateNames[state], ...(reason ? [quoted(reason)] : [])].join(', '),
    )
    .join('\u00a0; '),
  followedBy === undefined ? '.' : `. ${followedBy} s’en occupe.`,
];

export const refusedReply = (place: Place, all: readonly Refused[], done = false): Reply => {
  const waiting = all.filter(({ followedBy }) => followedBy === undefined);
  if (all.length === 0) return say('info', heading('Le panier'), p('Personne n’est sans réponse.'));
  return say(
    done ? 'done' : 'info',
    heading(count(all.length, 'personne sans réponse', 'personnes sans réponse')),
    list(all.map((each) => refusedLine(place, each))),
    ...(waiting.length === 0
      ? []
      : [
          {
            type: 'choice' as const,
            label: 'Je m’en occupe',
            options: waiting
              .slice(0, MOST)
              .map(({ id, name }) => ({ label: name, command: `accompagnement panier ${id}` })),
          },
        ]),
    p('Ces noms sont pour l’équipe\u00a0; le journal garde trace de cette consultation.'),
  );
};

// Being put in touch with a partner, as the person reads it: what they agree to, each step, and how to take it back.
import type { OwnFile } from '../core/followups/model.ts';
import type { Proposal, Referral, Sent, Stopped, ToldTo } from '../core/referrals/model.ts';
import { keepingOf } from '../place/keeping.ts';
import type { Place } from '../place/model.ts';
import type { Partner } from '../place/partner.ts';
import { CLOSED_AFTER } from '../place/referring.ts';
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
import { ownFileBlocks } from './followup-own.fr.ts';
import { talkButton } from './orientation.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { instantWords, mineButton, sharedBlocks, stateNames } from './referral-words.fr.ts';
import { count, duration, enumerate } from './words.fr.ts';

const NBSP = '\u00a0';

const RESULT: Button = { label: 'Revenir à mon orientation', command: 'orienter resultat', effect: 'replace' };

/** Beside a partner that is named. */
export const referButton = (partnerKey: string, name?: string): Button => ({
  label: name === undefined ? 'Être mis·e en relation' : `Être mis·e en relation${NBSP}: ${name}`.slice(0, 75),
  command: `accompagnement demander ${partnerKey}`,
  effect: 'beside',
});

/** Nobody was named: whom one may be put in touch with. */
export const whichPartnerReply = (partners: readonly Partner[]): Reply =>
  partners.length === 0
    ? say('info', p('Ce lieu n’a pas de partenaire à qui vous présenter. Parlez-en à l’équipe.'), buttons(talkButton))
    : say(
        'question',
        p(strong(`À quel partenaire souhaitez-vous être présenté·e${NBSP}?`), ' Rien ne part avant votre accord.'),
        {
          type: 'choice',
          label: 'Choisir',
          options: partners.map(({ key, name }) => ({ label: name, command: `accompagnement demander ${key}` })),
        },
        buttons({ label: 'Savoir qui voir', command: 'orienter', effect: 'replace' }, talkButton),
      );

const by = (place: Place, { partnerKey, isSpokenFor }: Proposal): Line =>
  isSpokenFor
    ? [
        strong(partnerName(place, partnerKey)),
        ' recevra ceci en privé. L’équipe d’animation le verra aussi, car elle suit les mises en relation.',
      ]
    : [
        'Personne ne représente encore ',
        strong(partnerName(place, partnerKey)),
        ' ici\u00a0: l’équipe d’animation recevra ceci en privé, et le lui transmettra elle-même.',
      ];

const kept = (place: Place): string => {
  const { referrals } = keepingOf(place);
  return `Votre nom, vos coordonnées et votre mot sont effacés dès que la mise en relation est close\u00a0: au plus ${count(CLOSED_AFTER, 'jour ouvré', 'jours ouvrés')} sans réponse, ou ${duration(referrals)} une fois prise en charge. Ce qu’elle est devenue, sans vos coordonnées, est gardé ${duration(referrals)} de plus.`;
};

/** What is shared, word for word: nothing has left yet. */
export const proposalReply = (place: Place, proposal: Proposal): Reply => {
  const { id, partnerKey, shared } = proposal;
  const demand = `accompagnement demander ${partnerKey}`;
  const isMore = shared.phone !== undefined || shared.email !== undefined || shared.note !== undefined;
  const chat: Line = ['par cette conversation (je transmets vos messages, dans les deux sens)'];
  return say(
    'question',
    heading(`Être mis·e en relation avec ${partnerName(place, partnerKey)}`),
    p(strong('Rien n’est parti.'), ' Voici tout ce qui serait partagé, et avec qui. ', ...by(place, proposal)),
    ...sharedBlocks(place, shared, { name: 'Votre nom', note: 'Votre mot' }, chat),
    p(kept(place)),
    p('Vous pouvez retirer votre accord à tout moment, en un mot\u00a0: ', code('/accompagnement arreter'), '.'),
    buttons(
      { label: 'J’accepte', command: `accompagnement accepter ${id}`, tone: 'primary', effect: 'replace' },
      { label: 'Ajouter un téléphone, un mot', command: demand, effect: 'form' },
    ),
    buttons(
      shared.answers === undefined
        ? { label: 'Partager aussi mes réponses', command: `${demand} avec mes réponses`, effect: 'replace' }
        : { label: 'Ne pas partager mes réponses', command: `${demand} sans mes réponses`, effect: 'replace' },
      ...(isMore ? [{ label: 'Revenir au minimum', command: `${demand} minimum`, effect: 'replace' } as const] : []),
      RESULT,
    ),
  );
};

const SENT_TITLES: Readonly<Record<ToldTo, (name: string) => string>> = {
  partner: (name) => `C’est envoyé à ${name}`,
  staff: (name) => `L’équipe le transmettra à ${name}`,
  nobody: (name) => `C’est noté pour ${name}`,
};

const AFTER: Readonly<Record<ToldTo, string>> = {
  partner: 'Vous serez prévenu·e ici de chaque étape.',
  staff:
    'Personne ne représente encore ce partenaire ici. L’équipe d’animation l’a reçu en privé\u00a0; vous serez prévenu·e ici.',
  nobody: 'Je n’ai pu prévenir personne à l’instant\u00a0: l’équipe le verra en regardant.',
};

export const sentReply = (place: Place, { referral, isNew, toldTo }: Sent): Reply => {
  const name = partnerName(place, referral.partnerKey);
  return say(
    isNew ? 'done' : 'info',
    heading(isNew ? SENT_TITLES[toldTo](name) : `C’est déjà en cours avec ${name}`),
    p(
      `Vous avez donné votre accord ${instantWords(referral.consentedAt, place)}. `,
      isNew
        ? AFTER[toldTo]
        : `Rien n’est envoyé une seconde fois${NBSP}; ce qui a été partagé est ce que vous aviez accepté alors.`,
    ),
    buttons(withdrawButton(referral, 'Retirer mon accord'), mineButton),
  );
};

const withdrawButton = ({ id }: Referral, label: string): Button => ({
  label,
  command: `accompagnement arreter ${id}`,
  tone: 'danger',
  effect: 'replace',
});

const writeButton = ({ id }: Referral, label: string): Button => ({
  label,
  command: `accompagnement ecrire ${id}`,
  effect: 'form',
});

/** Each step with its date. */
const steps = (place: Place, referral: Referral): string => {
  const { consentedAt, takenAt, closedAt, withdrawnAt, state, reason } = referral;
  const because = reason === undefined || reason === '' ? '' : ` (${reason})`;
  const past = [
    `accord donné et demande envoyée ${instantWords(consentedAt, place)}`,
    ...(takenAt === undefined ? [] : [`prise en charge ${instantWords(takenAt, place)}`]),
    ...(closedAt === undefined || state === 'stopped'
      ? []
      : [`${stateNames[state]}${because}, ${instantWords(closedAt, place)}`]),
    ...(withdrawnAt === undefined ? [] : [`accord retiré ${instantWords(withdrawnAt, place)}`]),
  ];
  return past.join('\u00a0; ');
};

const isOpen = ({ closedAt }: Referral): boolean => closedAt === undefined;

const choiceOf = (label: string, command: string, place: Place, referrals: readonly Referral[]): Block => ({
  type: 'choice',
  label,
  options: referrals.map(({ id, partnerKey }) => ({
    label: partnerName(place, partnerKey),
    command: `${command} ${id}`,
  })),
});

/** What stands in a person's own page: theirs, the last ones first. */
export const referralBlocks = (place: Place, referrals: readonly Referral[]): readonly Block[] => {
  if (referrals.length === 0) return [p('Aucune mise en relation avec un partenaire.')];
  const open = referrals.filter(isOpen);
  const [only, ...others] = open;
  const acts: readonly Block[] =
    only === undefined
      ? []
      : others.length === 0
        ? [buttons(writeButton(only, 'Écrire au partenaire'), withdrawButton(only, 'Retirer mon accord'))]
        : [choiceOf('Retirer mon accord pour', 'accompagnement arreter', place, open)];
  return [
    list(
      referrals.map(
        (referral): Line => [
          strong(partnerName(place, referral.partnerKey)),
          ` – ${stateNames[referral.state]}. ${steps(place, referral).replace(/^./, (first) => first.toUpperCase())}.`,
        ],
      ),
    ),
    ...acts,
  ];
};

export const stopProjectButton: Button = {
  label: 'J’arrête mon projet',
  command: 'accompagnement arreter',
  effect: 'replace',
};

export const mineReply = (place: Place, referrals: readonly Referral[], own: OwnFile | undefined): Reply =>
  say(
    'info',
    heading('Votre accompagnement'),
    ...ownFileBlocks(place, own),
    ...referralBlocks(place, referrals),
    buttons(
      { label: 'Être mis·e en relation', command: 'accompagnement demander', effect: 'beside' },
      talkButton,
      ...(referrals.some(({ withdrawnAt }) => withdrawnAt === undefined) || (own && own.state !== 'closed')
        ? [stopProjectButton]
        : []),
    ),
  );

/** Asked once: it can’t be taken back. */
export const stopQuestion = (place: Place, referrals: readonly Referral[]): Reply => {
  const open = referrals.filter(isOpen);
  const told =
    open.length === 0
      ? 'Aucune mise en relation n’est en cours.'
      : `${enumerate(open.map(({ partnerKey }) => partnerName(place, partnerKey)))} ${open.length === 1 ? 'saura que vous arrêtez, et rien de plus' : 'sauront que vous arrêtez, et rien de plus'}.`;
  return say(
    'question',
    heading('Vous arrêtez votre projet'),
    p(
      `${told} Vos accords sont retirés, ce que vous aviez partagé est effacé de Mijote, et l’équipe ne vous relance plus. Vos rendez-vous et vos réservations restent\u00a0: annulez-les à part.`,
    ),
    p('Cela ne se rétablit pas\u00a0; vous pourrez tout redemander.'),
    buttons(
      { label: 'Oui, j’arrête', command: 'accompagnement arreter oui', tone: 'danger', effect: 'replace' },
      { label: 'Non, je continue', command: 'accompagnement voir', effect: 'replace' },
    ),
  );
};

export const stoppedReply = (place: Place, { partnerKeys, withdrawn }: Stopped): Reply =>
  say(
    'done',
    heading('C’est arrêté'),
    p(
      partnerKeys.length === 0
        ? `Rien n’était en cours. ${withdrawn === 0 ? 'Aucun accord n’était à retirer' : `${count(withdrawn, 'accord est retiré', 'accords sont retirés')}, et plus rien de ce que vous aviez partagé n’est gardé`}.`
        : `${enumerate(partnerKeys.map((key) => partnerName(place, key)))} ${partnerKeys.length === 1 ? 'en est prévenu, sans rien de plus' : 'en sont prévenus, sans rien de plus'}. Ce que vous aviez partagé est effacé de Mijote\u00a0; ce qui a déjà été lu ne peut pas l’être.`,
    ),
    buttons({ label: 'Savoir qui voir', command: 'orienter', effect: 'beside' }, mineButton),
  );

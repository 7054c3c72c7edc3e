// What the person is told, unasked, of each step of a referral; the one question that follows an help; and what is written to
// them, or by them, through the bot.
import type { Referral, Said } from '../core/referrals/model.ts';
import type { Place } from '../place/model.ts';
import { CLOSED_AFTER } from '../place/referring.ts';
import { type Block, type Button, buttons, heading, p, type Reply, say, strong } from '../reply/tree.ts';
import { talkButton } from './orientation.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { mineButton } from './referral-words.fr.ts';
import { count, quoted } from './words.fr.ts';

const NBSP = '\u00a0';

/** As typed. */
export const satisfactions = {
  oui: 'Oui, tout à fait',
  partie: 'En partie',
  non: 'Non',
  passer: 'Je préfère ne pas répondre',
} as const;

const writeTo = ({ id }: Referral, label: string): Button => ({
  label,
  command: `accompagnement ecrire ${id}`,
  effect: 'form',
});

export const takenReply = (place: Place, referral: Referral): Reply => {
  const name = partnerName(place, referral.partnerKey);
  return say(
    'done',
    heading(`${name} vous prend en charge`),
    p(`${name} va prendre contact avec vous, comme vous l’avez indiqué. Vous pouvez aussi lui écrire d’ici.`),
    buttons(writeTo(referral, 'Lui écrire'), mineButton),
  );
};

const again = ({ id }: Referral): Block =>
  buttons(
    {
      label: 'Reprendre mon orientation',
      command: `accompagnement reprendre ${id}`,
      tone: 'primary',
      effect: 'beside',
    },
    talkButton,
    mineButton,
  );

const whatFollows = (isRefusedByAll: boolean): readonly Block[] =>
  isRefusedByAll
    ? [
        p(
          strong('Vous n’êtes pas sans réponse'),
          `${NBSP}: l’équipe d’animation en est informée, et va chercher avec vous. Elle vous écrira ici.`,
        ),
      ]
    : [];

/** How it ended; `isRefusedByAll`: nobody is left who could answer them. */
export const closedReply = (place: Place, referral: Referral, isRefusedByAll: boolean): Reply => {
  const name = partnerName(place, referral.partnerKey);
  switch (referral.state) {
    case 'helped':
      return say(
        'question',
        heading(`${name} dit vous avoir aidé·e`),
        p(
          strong(`Cette aide a-t-elle répondu à votre besoin${NBSP}?`),
          ' Votre réponse sert au bilan du lieu, sans votre nom. Je ne le demanderai qu’une fois.',
        ),
        buttons(
          ...Object.entries(satisfactions).map(
            ([typed, label]): Button => ({
              label,
              command: `accompagnement avis ${referral.id} ${typed}`,
              effect: 'replace',
            }),
          ),
        ),
      );
    case 'declined':
      return say(
        'info',
        heading(`${name} ne peut pas vous accompagner`),
        p(
          `La raison donnée\u00a0: ${quoted(referral.reason ?? '')}. Votre nom et vos coordonnées sont effacés de cette demande.`,
        ),
        ...whatFollows(isRefusedByAll),
        again(referral),
      );
    case 'unreachable':
      return say(
        'info',
        heading(`${name} n’a pas réussi à vous joindre`),
        p('La demande est close. Vous pouvez la refaire, en indiquant comment vous joindre plus facilement.'),
        ...whatFollows(isRefusedByAll),
        buttons(
          {
            label: 'Refaire la demande',
            command: `accompagnement demander ${referral.partnerKey}`,
            tone: 'primary',
            effect: 'beside',
          },
          talkButton,
          mineButton,
        ),
      );
    case 'expired':
      return say(
        'info',
        heading(`${name} n’a pas répondu`),
        p(
          referral.takenAt === undefined
            ? `${count(CLOSED_AFTER, 'jour ouvré a passé', 'jours ouvrés ont passé')} malgré deux rappels. Nous vous prions de nous en excuser\u00a0: la demande est close, et vos coordonnées en sont effacées.`
            : 'Plus rien ne nous est parvenu depuis la prise en charge. Nous vous prions de nous en excuser\u00a0: la demande est close, et vos coordonnées en sont effacées.',
        ),
        ...whatFollows(isRefusedByAll),
        again(referral),
      );
    case 'sent':
    case 'taken':
    case 'stopped':
      return say('info', p('Votre mise en relation est à jour.'), buttons(mineButton));
  }
};

export const ratedReply = (isNew: boolean): Reply =>
  isNew
    ? say('done', p('C’est noté, sans votre nom dans le bilan.'), buttons(mineButton))
    : say('info', p('Vous avez déjà répondu, et votre première réponse est gardée.'), buttons(mineButton));

/** What was written, to the other of the two. */
export const saidReply = (place: Place, { referral, fromPartner, words, author }: Said): Reply =>
  say(
    'info',
    p(
      strong(fromPartner ? partnerName(place, referral.partnerKey) : (referral.shared.name ?? author)),
      ` vous écrit\u00a0: ${quoted(words)}`,
    ),
    buttons(
      writeTo(referral, 'Répondre'),
      ...(fromPartner
        ? [mineButton]
        : [{ label: 'Voir la demande', command: `accompagnement recus ${referral.id}`, effect: 'beside' } as const]),
    ),
  );

export const writtenReply = (place: Place, { partnerKey }: Referral, isPerson: boolean): Reply =>
  say(
    'done',
    p(
      isPerson
        ? `C’est transmis à ${partnerName(place, partnerKey)}. Sa réponse vous parviendra ici.`
        : 'C’est transmis à cette personne. Sa réponse vous parviendra ici.',
    ),
  );

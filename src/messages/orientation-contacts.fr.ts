// « Parler à quelqu’un », « Être rappelé·e »: what whoever asks agrees to, and what the staff hears of it.
import type { AskedContact, ContactWish } from '../core/orientation/model.ts';
import type { Place } from '../place/model.ts';
import { type Button, buttons, code, heading, p, type Reply, say, strong } from '../reply/tree.ts';
import { talkBlock } from './contact.fr.ts';
import { day, hour } from './words.fr.ts';

const RESULT: Button = { label: 'Revenir à mon orientation', command: 'orienter resultat', effect: 'replace' };
const REQUESTS: Button = { label: 'Voir la file', command: 'accompagnement file', effect: 'beside' };

const COMMANDS: Readonly<Record<ContactWish, string>> = { talk: 'orienter parler', callback: 'orienter rappeler' };

const ASKED: Readonly<Record<ContactWish, string>> = {
  talk: 'L’équipe saura que vous voulez lui parler',
  callback: 'L’équipe saura que vous voulez qu’on vous recontacte',
};

const local = (instant: Temporal.Instant, { timeZone }: Place): string => {
  const at = instant.toZonedDateTimeISO(timeZone);
  return `${day(at)} à ${hour(at)}`;
};

export const consentReply = (place: Place, wish: ContactWish): Reply =>
  say(
    'question',
    p(
      `${ASKED[wish]}. Elle verra votre nom, et rien de vos réponses\u00a0; elle vous écrira ici, en privé, et tiendra un suivi que vous pourrez voir et arrêter\u00a0: `,
      code('/accompagnement'),
      '. Êtes-vous d’accord\u00a0?',
    ),
    ...(wish === 'talk' ? [talkBlock(place)] : []),
    buttons({ label: 'D’accord', command: `${COMMANDS[wish]} oui`, tone: 'primary', effect: 'replace' }, RESULT),
  );

const TITLES = {
  told: ['C’est déjà transmis à l’équipe', 'C’est transmis à l’équipe'],
  kept: ['C’est déjà noté pour l’équipe', 'C’est noté pour l’équipe'],
} as const;

export const askedReply = (place: Place, { isNew, isTold, at }: AskedContact): Reply =>
  say(
    isNew ? 'done' : 'info',
    heading(TITLES[isTold ? 'told' : 'kept'][isNew ? 1 : 0]),
    p(
      ...(isNew ? [`Vous avez donné votre accord le ${local(at, place)}. `] : []),
      'Vous pouvez le retirer tant que personne ne vous a répondu.',
    ),
    ...(isTold
      ? []
      : [p('Je n’ai pu prévenir personne à l’instant\u00a0: elle le verra en regardant.'), talkBlock(place)]),
    buttons({ label: 'Retirer ma demande', command: 'orienter renoncer', effect: 'replace' }, RESULT),
  );

export const withdrawnReply = (): Reply =>
  say('done', heading('C’est retiré'), p('L’équipe ne voit plus votre demande.'), buttons(RESULT));

/** In a channel: nothing of whoever asks. */
export const contactAskedReply = (): Reply =>
  say('info', p(strong('Quelqu’un demande à parler à l’équipe'), ', à la suite d’une orientation.'), buttons(REQUESTS));

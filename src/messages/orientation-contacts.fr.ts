// « Parler à quelqu’un », « Être rappelé·e »: what whoever asks agrees to, and what the staff reads of it.
import type { AskedContact, ContactRequest, ContactWish } from '../core/orientation/model.ts';
import type { Place } from '../place/model.ts';
import { type Button, buttons, heading, type Line, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { talkBlock } from './contact.fr.ts';
import { count, day, hour } from './words.fr.ts';

const RESULT: Button = { label: 'Revenir à mon orientation', command: 'orienter resultat', effect: 'replace' };
const REQUESTS: Button = { label: 'Voir les demandes', command: 'orienter demandes', effect: 'beside' };

const COMMANDS: Readonly<Record<ContactWish, string>> = { talk: 'orienter parler', callback: 'orienter rappeler' };

const ASKED: Readonly<Record<ContactWish, string>> = {
  talk: 'L’équipe saura que vous voulez lui parler',
  callback: 'L’équipe saura que vous voulez qu’on vous recontacte',
};

const WISHES: Readonly<Record<ContactWish, string>> = {
  talk: 'souhaite parler à quelqu’un',
  callback: 'souhaite qu’on la recontacte',
};

const local = (instant: Temporal.Instant, { timeZone }: Place): string => {
  const at = instant.toZonedDateTimeISO(timeZone);
  return `${day(at)} à ${hour(at)}`;
};

export const consentReply = (place: Place, wish: ContactWish): Reply =>
  say(
    'question',
    p(
      `${ASKED[wish]}. Elle verra votre nom, et rien de vos réponses\u00a0; elle vous écrira ici, en privé. Êtes-vous d’accord\u00a0?`,
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

const requestLine = (place: Place, { name, wish, consentedAt }: ContactRequest): Line => [
  strong(name),
  ` ${WISHES[wish]}, depuis le ${local(consentedAt, place)}`,
];

const MOST_BUTTONS = 20;

export const contactRequestsReply = (place: Place, requests: readonly ContactRequest[]): Reply =>
  requests.length === 0
    ? say('info', p('Personne n’attend de réponse.'))
    : say(
        'info',
        heading(count(requests.length, 'personne attend une réponse', 'personnes attendent une réponse')),
        list(requests.map((request) => requestLine(place, request))),
        p('Écrivez-leur en privé. Ces noms sont pour l’équipe\u00a0; le journal garde trace de cette consultation.'),
        {
          type: 'choice',
          label: 'C’est fait pour',
          options: requests
            .slice(0, MOST_BUTTONS)
            .map(({ id, name }) => ({ label: name, command: `orienter traiter ${id}` })),
        },
      );

// What is said when a referral can’t be made, or answered any more.
import type { ReferralFailure, ReferralState } from '../core/referrals/model.ts';
import type { Place } from '../place/model.ts';
import { code, type Line, strong } from '../reply/tree.ts';
import { partnerName } from './partner-failures.fr.ts';
import { instantWords } from './referral-words.fr.ts';

type Own = Exclude<ReferralFailure, { readonly code: 'people.not_allowed' }>;

type Sentences = {
  readonly [C in Own['code']]: (failure: Extract<Own, { readonly code: C }>, place: Place) => Line;
};

/** « … par Karim, lundi … ». */
const ENDED: Readonly<Record<ReferralState, string>> = {
  sent: 'envoyée',
  taken: 'prise en charge',
  declined: 'déclinée',
  unreachable: 'close, faute d’avoir pu joindre la personne',
  helped: 'close, l’aide étant apportée',
  stopped: 'arrêtée par la personne',
  expired: 'close, faute de réponse',
};

export const referralSentences: Sentences = {
  'referral.not_found': () => [
    'Je ne trouve pas cette mise en relation. Tapez ',
    code('/accompagnement'),
    ' pour voir les vôtres.',
  ],
  'referral.no_partner': () => [
    'Je ne connais pas ce partenaire, et rien n’est parti. Tapez ',
    code('/accompagnement demander'),
    ' pour voir à qui l’on peut vous présenter.',
  ],
  'referral.developing': ({ partnerKey }, place) => [
    'Le lien avec ',
    strong(partnerName(place, partnerKey)),
    ' est en développement\u00a0: aucune mise en relation n’est possible pour l’instant, et rien n’est parti. Parlez-en à l’équipe avec ',
    code('/orienter parler'),
    '.',
  ],
  'referral.proposal_gone': () => [
    'Ce que montrait cette carte a changé, ou elle a plus d’un jour\u00a0: rien n’est parti. Demandez-en une nouvelle avec ',
    code('/accompagnement demander'),
    '.',
  ],
  'referral.taken_by_other': ({ by, at }, place) => [
    strong(by ?? 'Quelqu’un de chez vous'),
    ` s’en occupe déjà, depuis ${instantWords(at, place)}. Votre réponse n’est pas enregistrée\u00a0: voyez-le ensemble.`,
  ],
  'referral.closed': ({ state, by, at }, place) => [
    `Cette mise en relation est ${ENDED[state]}${by === undefined ? '' : ` par ${by}`}, ${instantWords(at, place)}. Rien n’est changé.`,
  ],
  'referral.reason_needed': () => [
    'Dites pourquoi en quelques mots, la personne les lira\u00a0: rien n’est enregistré sans cela. Par exemple\u00a0: ',
    code('/accompagnement decliner 12 — nous n’aidons que les associations'),
    '.',
  ],
  'referral.not_helped': () => [
    'Cette question se pose quand l’aide est apportée, et ce n’est pas le cas. Rien n’est enregistré.',
  ],
  'referral.nothing_to_stop': () => ['Votre accord est déjà retiré\u00a0: il n’y a plus rien à arrêter.'],
};

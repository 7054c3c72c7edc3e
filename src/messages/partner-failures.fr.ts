// What is said when something cannot be done in a partner's name.
import type { PartnersFailure } from '../core/partners/model.ts';
import type { Place } from '../place/model.ts';
import { code, type Line, strong } from '../reply/tree.ts';
import { enumerate } from './words.fr.ts';

type Own = Exclude<PartnersFailure, { readonly code: 'people.not_allowed' }>;
type Sentences = {
  readonly [C in Own['code']]: (failure: Extract<Own, { readonly code: C }>, place: Place) => Line;
};

/** A key that the place no longer has is said as it is. */
export const partnerName = ({ partners }: Place, key: string): string =>
  partners.find((partner) => partner.key === key)?.name ?? key;

export const partnerSentences: Sentences = {
  'partners.unknown': () => [
    'Ce partenaire n’est pas, ou n’est plus, dans le fichier du lieu. Voyez la liste avec ',
    code('/lieu'),
    '\u00a0; rien n’a été fait.',
  ],
  'partners.not_yours': ({ partnerKey, keys }, place) => [
    'Vous ne parlez pas au nom de ',
    strong(partnerName(place, partnerKey)),
    keys.length === 0
      ? ', et rien n’a été fait. Demandez à l’équipe de vous y rattacher.'
      : `, et rien n’a été fait. Ici, vous parlez au nom de ${enumerate(keys.map((key) => partnerName(place, key)))}.`,
  ],
  'partners.not_speaking': ({ name, partnerKey }, place) => [
    strong(name),
    ' ne parle pas au nom de ',
    strong(partnerName(place, partnerKey)),
    '\u00a0: rien n’a changé.',
  ],
  'partners.developing': ({ partnerKey }, place) => [
    'Le lien avec ',
    strong(partnerName(place, partnerKey)),
    ' est en développement\u00a0: aucune permanence n’est promise en son nom, et rien n’a été ouvert. L’équipe change ce lien dans le fichier du lieu.',
  ],
};

// The words of the web pages.
import type { Place, Space } from '../place/model.ts';
import { closedDays, openDays } from './hours.fr.ts';
import { capacity, howShared, surface } from './place-words.fr.ts';
import { sentenceCase } from './words.fr.ts';

export const webWords = {
  running: 'Mijote est en marche.',
  how: 'On réserve depuis Slack ou Discord, en écrivant comme on parle\u00a0:',
  example: '/reserver coworking demain',
  where: ({ town, address }: Place): string => (address ? `${address}, ${town}` : town),
  hours: 'Horaires',
  week: ({ hours }: Place): readonly string[] =>
    [...openDays(hours), ...closedDays(hours)].map((said) => `${sentenceCase(said)}.`),
  spaces: 'Espaces',
  /** What is known, and nothing of what is not: a page for passers-by. */
  space: (space: Space): readonly string[] => [
    ...(space.surfaceM2 === undefined ? [] : [surface(space.surfaceM2)]),
    ...(space.use.by === 'seat' ? [capacity(space) ?? ''] : []),
    howShared(space),
  ],
  notFound: 'Cette page n’existe pas.',
  unavailable: 'Mijote ne peut pas répondre pour l’instant. Revenez dans une minute.',
  home: 'Revenir à l’accueil',
  wrongMethod: 'Cette adresse se lit seulement.',
  portTaken: (port: number): string =>
    `Le port ${port} est déjà pris, peut-être par un autre Mijote. Arrêtez l’autre programme, ou donnez un autre PORT.`,
  cannotListen: (host: string, port: number): string =>
    `La page web ne peut pas s’ouvrir sur ${host}, port ${port}. Vérifiez HOST et PORT.`,
} as const;

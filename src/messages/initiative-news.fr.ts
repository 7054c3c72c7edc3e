// What is told of an initiative in private: to whoever follows it or knows it, and to the veilleuse who looks after it. Nobody
// outside the team is named, but who knows it and agreed to be named to its veilleuse.
import type { Followed, Following, Initiative, InitiativeState, Moved } from '../core/initiatives/model.ts';
import type { Acquainted } from '../core/initiatives/told.ts';
import { initiativesOf } from '../place/initiatives.ts';
import type { Place } from '../place/model.ts';
import { type Button, buttons, p, type Reply, say, strong } from '../reply/tree.ts';
import { stateNames, typedStates } from './initiative.fr.ts';
import { sheetName, sheetNumber } from './sheet-words.fr.ts';
import { duration, quoted } from './words.fr.ts';

const NBSP = '\u00a0';

type Numbered = Pick<Initiative, 'number'>;

const numberOf = ({ number }: Numbered): string => sheetNumber('initiative', number);
const nameOf = ({ number, title }: Initiative): string => sheetName({ kind: 'initiative', number, title });

/** As a line says them: pressed twice, a button does no more than once. */
const following = (one: Numbered, kind: Following, wanted: boolean): string =>
  `initiative ${kind === 'follows' ? 'suivre' : 'connaitre'} ${numberOf(one)} ${wanted ? 'oui' : 'non'}`;

const see = (one: Numbered): Button => ({
  label: 'Voir',
  command: `initiative voir ${numberOf(one)}`,
  effect: 'beside',
});

const unfollow = (one: Numbered): Button => ({
  label: 'Ne plus suivre',
  command: following(one, 'follows', false),
  effect: 'replace',
});

const saidOf = ({ initiative: one, isOn, namedIn }: Followed, kind: Following): string => {
  const number = numberOf(one);
  if (kind === 'follows')
    return isOn
      ? `Vous suivez ${number}. Je vous préviens en privé quand son état change, ou quand une autre veilleuse la reprend.`
      : `Vous ne suivez plus ${number}.`;
  if (!isOn) return `Votre nom est retiré de ${number}.`;
  const noted = `C’est noté${NBSP}: vous connaissez ${number}. Seules les veilleuses voient votre nom`;
  return namedIn
    ? `${noted}. Je le donne dans ${duration(namedIn)} à sa veilleuse${NBSP}: d’ici là, vous pouvez revenir en arrière.`
    : `${noted}.`;
};

export const followedReply = (followed: Followed, kind: Following): Reply => {
  const { initiative: one, isOn } = followed;
  return say(
    'done',
    p(saidOf(followed, kind)),
    buttons(
      kind === 'follows' && isOn
        ? unfollow(one)
        : { label: 'Revenir en arrière', command: following(one, kind, !isOn), effect: 'replace' },
    ),
  );
};

/** « est maintenant « rencontrée » ». */
const inState = (state: InitiativeState): string =>
  state === 'became_project' ? 'est devenue un projet' : `est maintenant ${quoted(stateNames[state].toLowerCase())}`;

const happened = (moved: Moved): string => {
  switch (moved.kind) {
    case 'state':
      return inState(moved.initiative.state);
    case 'handed':
      return 'est maintenant confiée à une autre veilleuse';
    case 'merged':
      return `répond maintenant aussi pour ${sheetNumber('initiative', moved.number)}${NBSP}: c’était la même`;
  }
};

/** To those who follow it. */
export const movedReply = (moved: Moved): Reply =>
  say(
    'info',
    p(strong(nameOf(moved.initiative)), ` ${happened(moved)}.`),
    buttons(see(moved.initiative), unfollow(moved.initiative)),
  );

/** To its veilleuse. */
export const acquaintedReply = ({ initiative: one, name }: Acquainted): Reply =>
  say(
    'info',
    p(strong(name), ' connaît ', strong(nameOf(one)), ', et accepte que vous le sachiez.'),
    buttons(see(one)),
  );

/** To whoever is handed one, and to whoever is asked for news. */
export const handedReply = (one: Initiative): Reply =>
  say(
    'info',
    p('On vous confie une initiative\u00a0: ', strong(nameOf(one)), '.'),
    buttons({ label: 'La voir', command: `initiative voir ${numberOf(one)}`, effect: 'replace' }),
  );

export const silentReply = (place: Place, one: Initiative): Reply =>
  say(
    'question',
    p(
      `Sans nouvelles depuis ${duration(initiativesOf(place).silence)} ou plus${NBSP}: `,
      strong(nameOf(one)),
      `. Où en est-elle${NBSP}?`,
    ),
    buttons(
      { label: 'Elle continue', command: `initiative nouvelles ${numberOf(one)}`, effect: 'replace' },
      { label: 'En sommeil', command: `initiative etat ${numberOf(one)} ${typedStates.dormant}`, effect: 'replace' },
      { label: 'Ajouter une note', command: `initiative note ${numberOf(one)}`, effect: 'form' },
    ),
  );

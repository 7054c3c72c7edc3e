// Bringing two together: what each side reads before it answers, what both read once they agreed, and what became of it. Nobody
// is named before both said yes.
import type { Link, LinkEnd, LinkFailure, LinkSeen, LinkState, Outcome } from '../core/links/model.ts';
import type { Reason, Synergy } from '../core/synergies/model.ts';
import type { Place } from '../place/model.ts';
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
import { sheetName, sheetNumber } from './sheet-words.fr.ts';
import { reasonsWords, synergiesBlocks } from './synergies.fr.ts';
import { count, quoted, sentenceCase } from './words.fr.ts';

const NBSP = '\u00a0';

type Named = Pick<LinkEnd, 'kind' | 'number' | 'title'>;

const numberOf = ({ kind, number }: Pick<Named, 'kind' | 'number'>): string => sheetNumber(kind, number);
const pairOf = ({ first, second }: Pick<Link, 'first' | 'second'>): string =>
  `${sheetName(first)} et ${sheetName(second)}`;

const seeOthers = (end: Named): Button => ({
  label: 'Voir d’autres rapprochements',
  command: `relier voir ${numberOf(end)}`,
  effect: 'beside',
});

/** `end`: whose closest they are. */
export const closestReply = (place: Place, end: Named, synergies: readonly Synergy[]): Reply =>
  say(
    'info',
    ...synergiesBlocks(place, end, synergies),
    ...(synergies.length === 0
      ? []
      : [
          buttons(
            ...synergies.map(
              ({ sheet }): Button => ({
                label: `Relier à ${numberOf(sheet)}`,
                command: `relier proposer ${numberOf(end)} ${numberOf(sheet)}`,
                effect: 'beside',
              }),
            ),
          ),
          p('Chaque côté est interrogé en privé\u00a0; personne n’est nommé avant que les deux aient dit oui.'),
        ]),
  );

const PLATFORMS: Readonly<Record<string, string>> = { slack: 'Slack', discord: 'Discord', terminal: 'le terminal' };

const mention = ({ ownerName, accounts }: LinkEnd): Line[number] => ({
  as: 'mention',
  name: ownerName,
  userIds: Object.fromEntries(accounts.map(({ platform, userId }) => [platform, userId])),
});

const where = ({ accounts }: LinkEnd): string => {
  const names = [...new Set(accounts.map(({ platform }) => PLATFORMS[platform] ?? platform))];
  return names.length === 0 ? '' : `, sur ${names.join(' et ')}`;
};

/** What they chose, else where they talk to the bot. */
const reach = (end: LinkEnd): Line =>
  end.contact === undefined ? [mention(end), where(end)] : [strong(end.ownerName), `, ${end.contact}`];

const because = (place: Place, mine: Named, other: Named, reasons: readonly Reason[]): Line => [
  strong(sheetName(other)),
  reasons.length === 0 ? '.' : `. ${sentenceCase(reasonsWords(place, mine, other, reasons))}`,
];

/** `reasons`: seen from their own end. */
export const askedReply = (place: Place, { link, mine, other }: LinkSeen, reasons: readonly Reason[]): Reply =>
  say(
    'question',
    heading(`Relier ${numberOf(mine)} et ${numberOf(other)}${NBSP}?`),
    p(
      'Pour ',
      strong(sheetName(mine)),
      ', voici un rapprochement possible\u00a0: ',
      ...because(place, mine, other, reasons),
    ),
    p(
      'Si les deux côtés disent oui, la personne en face lira\u00a0: ',
      strong(mine.ownerName),
      `${where(mine)}. Avant cela, elle ne lit que le nom et le numéro de ${numberOf(mine)}. Vous pouvez donner un téléphone ou un courriel à la place.`,
    ),
    buttons(
      { label: 'Oui', command: `relier oui ${link.id}`, tone: 'primary', effect: 'replace' },
      { label: 'Oui, par un autre moyen', command: `relier oui ${link.id}`, effect: 'form' },
      { label: 'Non', command: `relier non ${link.id}`, effect: 'replace' },
    ),
  );

/** To whoever proposed what others answer for. */
export const proposedReply = (link: Link): Reply =>
  say(
    'done',
    p(
      strong('Les deux côtés sont interrogés en privé'),
      `\u00a0: ${pairOf(link)}. Je vous dis ce qu’il en est s’ils ne donnent pas suite.`,
    ),
  );

const bothYours = (link: Link): Line => [
  `Vous répondez des deux\u00a0: ${pairOf(link)}. C’est noté, et à vous de jouer. Je vous demanderai dans 30${NBSP}jours ce que cela a donné.`,
];

const withdraw = ({ link }: LinkSeen): Block =>
  buttons({ label: 'Retirer mon accord', command: `relier retirer ${link.id}`, effect: 'replace' });

/** What stands now, to whoever has just answered. */
export const answeredReply = (seen: LinkSeen, state: LinkState): Reply => {
  const { link, mine, other } = seen;
  switch (state) {
    case 'waiting':
      return say(
        'done',
        p(
          strong('C’est noté'),
          `. J’attends la réponse de l’autre côté pour ${sheetName(other)}\u00a0; rien n’est dit de vous d’ici là.`,
        ),
        withdraw(seen),
      );
    case 'agreed':
      return say(
        'done',
        p(strong('Les deux côtés ont dit oui'), `. Je vous présente l’un à l’autre, pour ${pairOf(link)}.`),
      );
    case 'refused':
      return say(
        'done',
        p(
          strong('C’est noté'),
          `. Rien n’a été dit de vous, et ${sheetName(other)} ne vous sera plus proposé pour ${numberOf(mine)}.`,
        ),
        buttons(seeOthers(mine)),
      );
    case 'withdrawn':
      return say('done', p(strong('Votre accord est retiré'), '. Rien n’a été dit de vous.'), buttons(seeOthers(mine)));
    case 'introduced':
    case 'done':
    case 'none':
    case 'unanswered':
    case 'gone':
      return say('info', p(sentenceCase(stateNames[state]), `\u00a0: ${pairOf(link)}.`));
  }
};

export const ownPairReply = (link: Link): Reply => say('done', p(...bothYours(link)));

/** In a conversation of the two, and the bot. */
export const togetherReply = (place: Place, { first, second, reasons }: Link): Reply =>
  say(
    'info',
    heading('Vous avez accepté de vous rencontrer'),
    list([
      [mention(first), `, pour ${sheetName(first)}`],
      [mention(second), `, pour ${sheetName(second)}`],
    ]),
    p(
      reasons.length === 0
        ? 'Cette conversation est à vous deux.'
        : `Ce qui vous rapproche\u00a0: ${reasonsWords(place, first, second, reasons)} Cette conversation est à vous deux.`,
    ),
    p(`Je vous demanderai dans 30${NBSP}jours, à chacun en privé, ce que cela a donné.`),
  );

/** Each gets what the other chose. */
export const contactReply = (place: Place, { link, mine, other }: LinkSeen, reasons: readonly Reason[]): Reply =>
  mine.ownerId === other.ownerId
    ? ownPairReply(link)
    : say(
        'done',
        heading('Les deux côtés ont dit oui'),
        p('Pour ', ...because(place, mine, other, reasons)),
        p(
          'Pour joindre la personne en face\u00a0: ',
          ...reach(other),
          '. Elle reçoit de son côté ce que vous avez choisi.',
        ),
        p(`Je vous demanderai dans 30${NBSP}jours, en privé, ce que cela a donné.`),
      );

const ENDED: Readonly<Record<'refused' | 'withdrawn' | 'unanswered' | 'gone', string>> = {
  refused: 'Ce n’est pas le moment pour l’un des deux côtés, et rien n’a été dit de vous.',
  withdrawn: 'L’un des deux côtés y a renoncé, et rien n’a été dit de vous.',
  unanswered: `Personne n’a répondu des deux côtés en 30${NBSP}jours. Vous pouvez la proposer de nouveau.`,
  gone: 'L’une des deux fiches a été fusionnée, archivée, mise en sommeil ou masquée, ou est devenue un projet. Rien n’a été dit de vous.',
};

export const closedReply = (link: Link, mine: LinkEnd | undefined): Reply | undefined => {
  const { closedBecause } = link;
  return closedBecause === undefined
    ? undefined
    : say(
        'info',
        p(strong('La mise en relation ne se fera pas'), `\u00a0: ${pairOf(link)}. ${ENDED[closedBecause]}`),
        ...(mine?.isOpen ? [buttons(seeOthers(mine))] : []),
      );
};

type Told = Outcome | 'ongoing';

export const outcomeNames: Readonly<Record<Told, string>> = {
  done: 'Réalisée',
  none: 'Sans suite',
  ongoing: 'Encore en cours',
};

/** As a line says them. */
export const typedOutcomes: Readonly<Record<Told, string>> = {
  done: 'réalisée',
  none: 'sans suite',
  ongoing: 'en cours',
};

export const outcomeReply = ({ link }: LinkSeen): Reply =>
  say(
    'question',
    p('Qu’a donné la rencontre entre ', strong(pairOf(link)), `${NBSP}? Votre réponse n’est que comptée.`),
    buttons(
      ...(['done', 'none', 'ongoing'] as const).map(
        (each): Button => ({
          label: outcomeNames[each],
          command: `relier suite ${link.id} ${typedOutcomes[each]}`,
          effect: 'replace',
        }),
      ),
    ),
  );

export const outcomeNotedReply = (outcome: Told): Reply =>
  say(
    'done',
    p(
      strong('C’est noté'),
      outcome === 'ongoing'
        ? `\u00a0: encore en cours. Je redemande dans 30${NBSP}jours.`
        : `\u00a0: ${typedOutcomes[outcome]}.`,
    ),
  );

export const stateNames: Readonly<Record<LinkState, string>> = {
  waiting: 'en attente de réponse',
  agreed: 'acceptée des deux côtés',
  introduced: 'présentation faite',
  done: 'réalisée',
  none: 'sans suite',
  refused: 'déclinée',
  withdrawn: 'retirée',
  unanswered: 'restée sans réponse',
  gone: 'close, une des deux fiches n’étant plus ouverte',
};

const MOST = 25;

export const linksReply = (all: readonly (LinkSeen & { readonly state: LinkState })[]): Reply => {
  if (all.length === 0)
    return say(
      'info',
      heading('Mises en relation'),
      p(
        'Aucune pour l’instant. Ouvrez une fiche et pressez ',
        quoted('Relier'),
        ', ou tapez ',
        code('/relier voir P-007'),
        '.',
      ),
    );
  const open = all.filter(({ state, mine }) => state === 'waiting' && mine.answer === undefined);
  return say(
    'info',
    heading(count(all.length, 'mise en relation', 'mises en relation')),
    list(all.map(({ link, state }): Line => [`${link.id}\u00a0: `, strong(pairOf(link)), `, ${stateNames[state]}`])),
    ...(open.length === 0
      ? []
      : [
          {
            type: 'choice' as const,
            label: 'Répondre',
            options: open.slice(0, MOST).map(({ link, other }) => ({
              label: `${link.id}\u00a0: ${numberOf(other)}`,
              command: `relier repondre ${link.id}`,
            })),
          },
        ]),
  );
};

type Sentences = {
  readonly [C in LinkFailure['code']]: (failure: Extract<LinkFailure, { readonly code: C }>) => Line;
};

export const linkSentences: Sentences = {
  'link.not_found': () => [
    'Je ne trouve pas cette mise en relation. Tapez ',
    code('/relier'),
    ' pour voir les vôtres.',
  ],
  'link.no_such_end': () => [
    'Je ne trouve pas l’une des deux fiches parmi celles qui vous sont ouvertes, et personne n’est interrogé. Par exemple\u00a0: ',
    code('/relier voir P-007'),
    '.',
  ],
  'link.itself': () => ['C’est deux fois la même fiche, et personne n’est interrogé. Choisissez-en une autre.'],
  'link.not_yours': () => [
    'Une fiche est reliée par la personne qui la porte, par les veilleuses ou par l’équipe d’animation, et personne n’est interrogé. Tapez ',
    code('/projet'),
    ' pour voir les vôtres.',
  ],
  'link.end_closed': () => [
    'L’une des deux fiches est en sommeil, archivée ou visible de vous seul·e, et personne n’est interrogé. Ouvrez-la d’abord\u00a0: ',
    code('/projet visibilite'),
    '.',
  ],
  'link.hidden_end': () => [
    'L’une des deux fiches n’est montrée qu’à l’équipe\u00a0: la personne en face ne peut pas la lire, et personne n’est interrogé. Qui la porte peut l’ouvrir aux membres avec ',
    code('/projet visibilite'),
    '.',
  ],
  'link.nobody_to_ask': () => [
    'Personne ne suit l’une des deux initiatives, et personne n’est interrogé. Confiez-la d’abord à une veilleuse avec ',
    code('/initiative confier'),
    '.',
  ],
  'link.known': ({ state }) =>
    state === 'refused'
      ? ['Ce rapprochement a été décliné, et je ne le propose plus. Choisissez-en un autre.']
      : [
          `Ces deux fiches sont déjà rapprochées (${stateNames[state]}), et rien n’a changé. Tapez `,
          code('/relier'),
          ' pour voir les vôtres.',
        ],
  'link.not_agreed': () => [
    'Vous n’avez pas donné votre accord à cette mise en relation, et rien n’a changé. Tapez ',
    code('/relier'),
    ' pour voir les vôtres.',
  ],
  'link.not_introduced': () => [
    'Les deux côtés ne sont pas encore présentés, et rien n’est noté. Tapez ',
    code('/relier'),
    ' pour voir où cela en est.',
  ],
  'link.over': ({ state }) => [
    `Cette mise en relation n’attend plus de réponse (${stateNames[state]}), et rien n’a changé.`,
  ],
};

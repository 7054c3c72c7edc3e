// Whom to see, and why: each reason is an answer of the person’s own.
import type { Event } from '../core/agenda/model.ts';
import type { Slot } from '../core/agenda/slots.ts';
import type { OrientationDraft, SuggestionWithSession } from '../core/orientation/model.ts';
import type { Place, TownService } from '../place/model.ts';
import type { Choice, OrientationRules, Question } from '../place/orientation.ts';
import type { Partner } from '../place/partner.ts';
import { type Block, type Button, buttons, heading, p, type Reply, say, strong } from '../reply/tree.ts';
import { bookLine } from './appointment.fr.ts';
import { eventWhen } from './event.fr.ts';
import { callButton, clausesOf, questionButton, restartButton, talkButton, thatWords } from './orientation.fr.ts';
import { linkNames } from './place-words.fr.ts';
import { referButton } from './referral.fr.ts';
import { enumerate, hour, shortDay } from './words.fr.ts';

const NBSP = '\u00a0';

const MEETINGS = {
  individual: 'En tête-à-tête.',
  collective: 'À plusieurs, pour s’informer.',
} as const;

const because = (rules: OrientationRules, { because: reasons }: SuggestionWithSession): string => {
  const answered = clausesOf(
    rules,
    reasons.flatMap((reason) => (reason.question === 'name' ? [] : [reason])),
  );
  const named = reasons.some(({ question }) => question === 'name') ? ['vous l’avez nommé'] : [];
  return `Parce ${thatWords([...named, ...answered])}.`;
};

const whatHappens = ({ partner }: SuggestionWithSession): string =>
  [
    partner.description ?? '',
    partner.meeting === undefined ? '' : MEETINGS[partner.meeting],
    (partner.pathways ?? []).length === 0 ? '' : `Ses parcours${NBSP}: ${enumerate(partner.pathways ?? [])}.`,
  ]
    .filter((words) => words !== '')
    .join(' ');

const at = (start: Temporal.ZonedDateTime): string => `${shortDay(start)}, ${hour(start)}`;

const actOn = (session: Event, slot: Slot | undefined): Pick<Button, 'label' | 'command'> => {
  if (slot)
    return { label: `Prendre rendez-vous${NBSP}: ${at(slot.start)}`, command: bookLine({ event: session, slot }) };
  return session.feedKey === undefined
    ? { label: `M’inscrire${NBSP}: ${at(session.start)}`, command: `evenement inscrire ${session.id}` }
    : { label: `Voir${NBSP}: ${at(session.start)}`, command: `evenement voir ${session.id}` };
};

const sessionBlocks = ({ key, name }: Partner, session: Event, slot: Slot | undefined): readonly Block[] => [
  slot === undefined
    ? p('Prochaine date\u00a0: ', strong(eventWhen(session)), ` (${session.title})`)
    : p('Premier rendez-vous libre\u00a0: ', strong(eventWhen(slot)), ` (${session.title})`),
  buttons(
    { ...actOn(session, slot), tone: 'primary', effect: 'beside' },
    ...(slot === undefined
      ? []
      : [{ label: 'Autres créneaux', command: `permanence reserver ${key}`, effect: 'beside' } as const]),
    referButton(key, name),
  ),
];

const howToMeet = (suggestion: SuggestionWithSession): readonly Block[] => {
  const { partner, session, slot, isInformation } = suggestion;
  if (isInformation)
    return [p('Ce lien est en développement\u00a0: c’est une information, aucune rencontre n’est promise.')];
  if (session) return sessionBlocks(partner, session, slot);
  return [
    p(partner.orientation?.contact ?? 'Aucune date n’est annoncée pour l’instant\u00a0: demandez à être rappelé·e.'),
    buttons(referButton(partner.key, partner.name)),
  ];
};

const suggestionBlocks = (rules: OrientationRules, suggestion: SuggestionWithSession): readonly Block[] => {
  const { partner } = suggestion;
  const happens = whatHappens(suggestion);
  return [
    p(
      strong(partner.name),
      ...(partner.fullName === undefined ? [] : [` (${partner.fullName})`]),
      `, ${linkNames[partner.link]}`,
    ),
    p(because(rules, suggestion)),
    ...(happens === '' ? [] : [p(happens)]),
    ...howToMeet(suggestion),
  ];
};

const welcomeWords = (service: TownService | undefined, place: Place): string =>
  service === undefined
    ? `L’équipe de ${place.name} peut en parler avec vous.`
    : `${service.name}${service.fullName === undefined ? '' : ` (${service.fullName})`}, le service d’orientation de la Ville, peut en parler avec vous.`;

/** Who they said they are, with their consent: what it opens. */
const publicBlocks = (rules: OrientationRules, { answers }: OrientationDraft): readonly Block[] => {
  const clauses = clausesOf(
    rules,
    (answers.public ?? []).map((choice) => ({ question: 'public', choice })),
  );
  if (clauses.length === 0) return [];
  const said = `dites à qui vous recevra ${thatWords(clauses)}`;
  return [p(strong('Votre situation'), `${NBSP}: ${said}. Cela vous donne une priorité, et ne change rien au reste.`)];
};

const sources = (rules: OrientationRules, { draft, suggestions, here }: Result): readonly Block[] => {
  const publics = rules.choices.public.filter(({ key }) => draft.answers.public?.includes(key));
  const cited = [...suggestions.map(({ partner }) => partner), ...here, ...publics];
  const all = [...new Set(cited.flatMap(({ source }) => (source === undefined ? [] : [source])))].sort();
  return all.length === 0 ? [] : [p(`D’après\u00a0: ${all.join('\u00a0; ')}.`)];
};

export interface Result {
  readonly draft: OrientationDraft;
  readonly suggestions: readonly SuggestionWithSession[];
  /** The needs for which the place itself has something. */
  readonly here: readonly Choice[];
  /** To change the answers from. */
  readonly first: Question | undefined;
}

export const resultReply = (place: Place, rules: OrientationRules, result: Result): Reply => {
  const { draft, suggestions, here, first } = result;
  const welcome = place.services?.find(({ key }) => key === rules.welcome);
  return say(
    'info',
    heading(suggestions.length === 0 ? 'Parlons-en' : 'Qui peut vous aider'),
    ...(suggestions.length === 0 && !draft.named.includes(rules.welcome)
      ? [p('Aucun partenaire ne répond précisément à ce que vous avez dit.')]
      : []),
    ...suggestions.flatMap((each) => suggestionBlocks(rules, each)),
    ...here.map((need) => p(strong('Ici même'), `${NBSP}: ${need.here ?? ''}`)),
    ...publicBlocks(rules, draft),
    p(
      strong('Dans tous les cas'),
      `${NBSP}: ${welcomeWords(welcome, place)} Ce sont des propositions, vous choisissez.`,
    ),
    ...sources(rules, result),
    buttons(talkButton, callButton),
    buttons(...(first === undefined ? [] : [questionButton(first, 'Changer mes réponses')]), restartButton),
  );
};

// Initiatives: the card that a channel reads, the one of the team, lists, and what is said when one of them changes. The card of
// a channel names nobody.
import type {
  Agreement,
  Answered,
  Dossier,
  Initiative,
  InitiativeFailure,
  InitiativeState,
  Similar,
  Step,
} from '../core/initiatives/model.ts';
import type { Place } from '../place/model.ts';
import { codesOf, type Listed } from '../place/sheet-codes.ts';
import {
  type Block,
  type Button,
  buttons,
  code,
  fields,
  heading,
  type Line,
  link,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { codeLabels, namesIn, sheetName, sheetNumber, typedCodes } from './sheet-words.fr.ts';
import { count, day, enumerate, quoted, sentenceCase } from './words.fr.ts';

const NBSP = '\u00a0';

export const stateNames: Readonly<Record<InitiativeState, string>> = {
  spotted: 'Repérée',
  met: 'Rencontrée',
  accompanied: 'Accompagnée',
  became_project: 'Devenue projet',
  dormant: 'En sommeil',
};

/** As a line says them. */
export const typedStates: Readonly<Record<InitiativeState, string>> = {
  spotted: 'reperee',
  met: 'rencontree',
  accompanied: 'accompagnee',
  became_project: 'devenue projet',
  dormant: 'en sommeil',
};

type Field = Answered['field'];

/** As a line says them. */
export const typedAnswers: Readonly<Record<Field, string>> = {
  ...typedCodes,
  objectives: 'objectif',
  agreement: 'accord',
};

const FIELDS: Readonly<Record<Field, string>> = {
  ...codeLabels,
  objectives: 'Objectifs',
  agreement: 'Accord du contact',
};

export const typedAgreements: Readonly<Record<Agreement, string>> = { to_ask: 'demander', yes: 'oui', no: 'non' };

const AGREEMENTS: Readonly<Record<Agreement, string>> = { to_ask: 'à demander', yes: 'oui', no: 'non' };

const MOST_CHARS = 70;

const short = (text: string): string => (text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS - 1)}…` : text);

/** What may be answered in each field, as the place file lists it. */
export const answersTo = (place: Place, field: Field): readonly Listed[] => {
  switch (field) {
    case 'district':
    case 'theme':
    case 'stage':
    case 'needs':
    case 'offers':
      return codesOf(place, field);
    case 'objectives':
      return place.objectives.map(({ key, text }) => ({ key, name: short(text) }));
    case 'agreement':
      return (['yes', 'no', 'to_ask'] as const).map((key) => ({ key, name: AGREEMENTS[key] }));
  }
};

const numberOf = ({ number }: Pick<Initiative, 'number'>): string => sheetNumber('initiative', number);

const saidIn = (place: Place, one: Initiative, field: Exclude<Field, 'agreement'>): string =>
  namesIn(answersTo(place, field), one[field]);

const facts = (place: Place, one: Initiative): readonly (readonly [string, Line])[] => [
  ...(['district', 'theme', 'stage', 'needs', 'offers'] as const).flatMap(
    (field): readonly (readonly [string, Line])[] => {
      const names = saidIn(place, one, field);
      return names === '' ? [] : [[FIELDS[field], [names]]];
    },
  ),
  ...(one.people === undefined ? [] : [['Participent', [count(one.people, 'personne', 'personnes')]] as const]),
  ['État', [stateNames[one.state]]],
];

const title = (one: Initiative): string => `${numberOf(one)}${NBSP}: ${one.title}`;

const known = ({ followers, acquaintances }: Initiative): readonly Block[] => {
  const said = [
    ...(acquaintances > 0 ? [`${count(acquaintances, 'personne la connaît', 'personnes la connaissent')}`] : []),
    ...(followers > 0 ? [`${count(followers, 'personne la suit', 'personnes la suivent')}`] : []),
  ];
  return said.length === 0 ? [] : [p(`${sentenceCase(enumerate(said))}.`)];
};

const merging = (one: Initiative): readonly Block[] =>
  one.mergedInto === undefined
    ? []
    : [p(`Réunie avec ${sheetNumber('initiative', one.mergedInto)}, qui répond pour les deux.`)];

/** For everyone: coded, and without the words of whoever noted it. */
export const publicCard = (place: Place, one: Initiative): Reply =>
  say(
    'info',
    heading(title(one)),
    ...merging(one),
    fields(...facts(place, one)),
    ...known(one),
    ...(one.mergedInto === undefined
      ? [
          buttons(
            { label: 'Compléter', command: `initiative voir ${numberOf(one)}`, effect: 'beside' },
            { label: 'Relier', command: `relier voir ${numberOf(one)}`, effect: 'beside' },
            { label: 'Je connais', command: `initiative connaitre ${numberOf(one)}`, effect: 'beside' },
            { label: 'Suivre', command: `initiative suivre ${numberOf(one)}`, effect: 'beside' },
          ),
        ]
      : []),
  );

const MOST_OPTIONS = 25;
/** Asked at once: more would be a form. */
const MOST_ASKED = 5;

const asking = (place: Place, one: Initiative, field: Field): Block => ({
  type: 'choice',
  label: FIELDS[field],
  options: answersTo(place, field)
    .slice(0, MOST_OPTIONS)
    .map(({ key, name }) => ({
      label: sentenceCase(name),
      command: `initiative repondre ${numberOf(one)} ${typedAnswers[field]} ${key === 'yes' || key === 'no' || key === 'to_ask' ? typedAgreements[key] : key}`,
    })),
});

const STEPS: Readonly<Record<Step['kind'], (step: Step) => string>> = {
  noted: ({ number }) => `${sheetNumber('initiative', number)} est notée`,
  state: ({ detail }) =>
    Object.entries(stateNames)
      .find(([key]) => key === detail)?.[1]
      .toLowerCase() ?? 'état changé',
  changed: ({ detail }) =>
    `${(Object.entries(FIELDS).find(([key]) => key === detail)?.[1] ?? 'Texte').toLowerCase()} mis à jour`,
  handed: ({ detail }) => `confiée à ${detail ?? 'une veilleuse'}`,
  merged: ({ detail }) => `réunie avec ${sheetNumber('initiative', Number(detail))}`,
  news: () => 'des nouvelles',
};

const MOST_STEPS = 12;

const history = ({ timeZone }: Pick<Place, 'timeZone'>, { steps, notes }: Dossier): readonly Block[] => {
  const when = (at: Temporal.Instant) => day(at.toZonedDateTimeISO(timeZone));
  const by = (author: string | undefined) => (author === undefined ? '' : ` (${author})`);
  return [
    p(strong('Historique')),
    list(
      steps.slice(-MOST_STEPS).map((step) => [`${when(step.at)}${NBSP}: ${STEPS[step.kind](step)}${by(step.author)}`]),
    ),
    ...(notes.length === 0
      ? []
      : [
          p(strong('Notes')),
          list(notes.map(({ at, author, words }) => [`${when(at)}${by(author)}${NBSP}: ${words}`])),
        ]),
  ];
};

const stateButtons = (one: Initiative): readonly Button[] =>
  (['met', 'accompanied', 'dormant'] as const)
    .filter((state) => state !== one.state)
    .map((state) => ({
      label: stateNames[state],
      command: `initiative etat ${numberOf(one)} ${typedStates[state]}`,
      effect: 'replace',
    }));

interface Shown {
  /** What has just happened. */
  readonly done?: string | undefined;
  readonly missing: readonly Field[];
}

/** For the team: what is left to ask by one press each, what happened to it, what can be done. */
export const dossierReply = (place: Place, dossier: Dossier, { done, missing }: Shown): Reply => {
  const { initiative: one, owner, acquainted } = dossier;
  const number = numberOf(one);
  const objectives = saidIn(place, one, 'objectives');
  return say(
    done === undefined ? 'info' : 'done',
    ...(done === undefined ? [] : [p(strong(done))]),
    heading(title(one)),
    ...(one.summary === '' ? [] : [p(one.summary)]),
    fields(
      ...facts(place, one),
      [FIELDS.agreement, [AGREEMENTS[one.agreement]]],
      ...(objectives === '' ? [] : [['Objectifs (proposés)', [objectives]] as const]),
      ['Suivie par', [owner ?? 'personne']],
      ...(acquainted.length === 0 ? [] : [['La connaissent', [enumerate(acquainted)]] as const]),
      ...(one.sourceLink === undefined ? [] : [['Message', [link('Voir le message', one.sourceLink)]] as const]),
    ),
    ...missing.slice(0, MOST_ASKED).map((field) => asking(place, one, field)),
    ...(answersTo(place, 'objectives').length === 0 ? [] : [asking(place, one, 'objectives')]),
    ...history(place, dossier),
    buttons(
      { label: 'Modifier', command: `initiative modifier ${number}`, effect: 'form' },
      { label: 'Ajouter une note', command: `initiative note ${number}`, effect: 'form' },
      { label: 'Relier', command: `relier voir ${number}`, effect: 'beside' },
      { label: 'Confier', command: `initiative confier ${number}`, effect: 'form' },
    ),
    buttons(...stateButtons(one), {
      label: 'Devenir un projet',
      command: `projet depuis ${number}`,
      effect: 'replace',
    }),
  );
};

/** Before it is kept. */
export const similarReply = (
  similar: readonly Similar[],
  lines: { readonly merge: (number: number) => string; readonly anyway: string },
): Reply =>
  say(
    'question',
    heading('Rien n’est encore enregistré'),
    p(
      `Ressemble à ${enumerate(
        similar.map((each) => sheetName({ kind: 'initiative', ...each })),
        'ou',
      )}. Est-ce la même${NBSP}?`,
    ),
    buttons(
      ...similar.map(({ number }) => ({
        label: `Fusionner avec ${sheetNumber('initiative', number)}`,
        command: lines.merge(number),
        effect: 'replace' as const,
      })),
      { label: 'Noter quand même', command: lines.anyway, tone: 'primary', effect: 'replace' },
    ),
  );

export const listReply = (
  place: Place,
  all: readonly Initiative[],
  { total, empty }: { readonly total: number; readonly empty: string },
): Reply =>
  all.length === 0
    ? say('info', p(empty), p('Pour en noter une\u00a0: ', code('/initiative Repair café, cherche un local'), '.'))
    : say(
        'info',
        heading(count(total, 'initiative', 'initiatives')),
        list(
          all.map((one): Line => {
            const where = saidIn(place, one, 'district');
            return [strong(title(one)), `${where === '' ? '' : `, ${where}`} (${stateNames[one.state].toLowerCase()})`];
          }),
        ),
        {
          type: 'choice',
          label: 'Ouvrir une initiative',
          options: all
            .slice(0, MOST_OPTIONS)
            .map((one) => ({ label: short(title(one)), command: `initiative voir ${numberOf(one)}` })),
        },
      );

export const initiativeDone = {
  noted: 'C’est noté.',
  notedWithoutCard: 'C’est noté. Je ne peux pas écrire dans ce canal\u00a0: sa carte n’y est pas.',
  merged: 'C’est noté, et réuni avec celle-ci. Les deux historiques sont gardés.',
  changed: 'C’est enregistré.',
  published: 'Sa carte est affichée dans ce canal.',
  noChannel: 'Tapez cette commande dans le canal où la carte doit s’afficher.',
  none: 'Aucune initiative ne correspond.',
} as const;

type Sentences = {
  readonly [C in InitiativeFailure['code']]: (failure: Extract<InitiativeFailure, { readonly code: C }>) => Line;
};

export const initiativeSentences: Sentences = {
  // Without its number: one of another place is answered as one that is nobody's.
  'initiative.unknown': () => [
    'Je ne trouve pas cette initiative. Voyez celles qui sont notées\u00a0: ',
    code('/initiative liste'),
    '.',
  ],
  'initiative.unknown_code': () => ['Cette réponse n’est plus proposée, et je n’ai rien changé. Rouvrez l’initiative.'],
  'initiative.itself': () => ['C’est déjà la même initiative, et je n’ai rien changé. Donnez deux numéros différents.'],
  'initiative.not_a_veilleuse': ({ name }) => [
    `${quoted(name)} n’a pas le rôle de veilleuse, et je n’ai rien changé. L’équipe le donne avec `,
    code('/equipe role'),
    '.',
  ],
};

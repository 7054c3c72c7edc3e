// A project holder's sheet, the directory, and what is said when one of them changes.
import type { InitiativeState, Step } from '../core/initiatives/model.ts';
import type { Directory, Project, ProjectFailure, Visibility } from '../core/projects/model.ts';
import type { Place } from '../place/model.ts';
import { type CodeField, codeFields, codesOf } from '../place/sheet-codes.ts';
import {
  type Block,
  type Button,
  buttons,
  code,
  fields,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { stateNames } from './initiative.fr.ts';
import { codeLabels, namesIn, sheetName, sheetNumber, typedCodes } from './sheet-words.fr.ts';
import { count, day, quoted, sentenceCase } from './words.fr.ts';

const NBSP = '\u00a0';

export const visibilityNames: Readonly<Record<Visibility, string>> = {
  private: 'Moi seul·e',
  team: 'L’équipe et les veilleuses',
  members: 'Tous les membres',
};

/** As a line says them. */
export const typedVisibilities: Readonly<Record<Visibility, string>> = {
  private: 'moi',
  team: 'equipe',
  members: 'membres',
};

const numberOf = ({ number }: Pick<Project, 'number'>): string => sheetNumber('project', number);
const titleOf = ({ number, name }: Pick<Project, 'number' | 'name'>): string =>
  `${sheetNumber('project', number)}${NBSP}: ${name}`;

const keysIn = (project: Project, field: CodeField): readonly string[] => [project[field] ?? []].flat();

/** Empty: nothing is said in it. */
export const codeNames = (place: Place, project: Project, field: CodeField): string =>
  namesIn(codesOf(place, field), project[field]);

const MOST_OPTIONS = 25;
/** Asked at once on a card: more would be a form. */
const MOST_ASKED = 3;

const choiceOf = (place: Place, project: Project, field: CodeField): Block => ({
  type: 'choice',
  label: codeLabels[field],
  options: codesOf(place, field)
    .slice(0, MOST_OPTIONS)
    .map(({ key, name }) => ({
      label: sentenceCase(name),
      command: `projet repondre ${numberOf(project)} ${typedCodes[field]} ${key}`,
    })),
});

const asked = (place: Place, project: Project): readonly CodeField[] =>
  codeFields.filter((field) => keysIn(project, field).length === 0 && codesOf(place, field).length > 0);

const seenBy = ({ visibility }: Project): string => visibilityNames[visibility];

const visibilityChoice = (project: Project): Block => ({
  type: 'choice',
  label: 'Qui peut voir cette fiche',
  options: (['private', 'team', 'members'] as const).map((each) => ({
    label: visibilityNames[each],
    command: `projet visibilite ${numberOf(project)} ${typedVisibilities[each]}`,
  })),
});

/** What others read of oneself. */
const yours = (owner: string | undefined): string =>
  owner === undefined ? 'vous, sans que votre nom soit montré' : `vous (${owner})`;

const facts = (place: Place, project: Project, isMine: boolean): Block => {
  const said = codeFields.flatMap((field): readonly (readonly [string, Line])[] => {
    const names = codeNames(place, project, field);
    return names === '' ? [] : [[codeLabels[field], [names]]];
  });
  const { owner, initiative } = project;
  return fields(
    ...said,
    ...(isMine ? [['Visible par', [seenBy(project)]] as const] : []),
    ['Portée par', [isMine ? yours(owner) : (owner ?? 'une personne qui ne montre pas son nom')]],
    ...(initiative ? [['Vient de', [sheetName({ kind: 'initiative', ...initiative })]] as const] : []),
  );
};

const own = (place: Place, project: Project, editLine: string): readonly Block[] => {
  const number = numberOf(project);
  if (project.archivedAt) {
    return [
      p('Cette fiche est archivée\u00a0: vous seul·e la voyez.'),
      buttons({ label: 'Rétablir', command: `projet retablir ${number}`, tone: 'primary', effect: 'replace' }),
    ];
  }
  return [
    ...asked(place, project)
      .slice(0, MOST_ASKED)
      .map((field) => choiceOf(place, project, field)),
    visibilityChoice(project),
    buttons(
      { label: 'Modifier', command: editLine, effect: 'form' },
      { label: 'Relier', command: `relier voir ${number}`, effect: 'beside' },
      { label: 'Archiver', command: `projet archiver ${number}`, effect: 'replace' },
    ),
  ];
};

interface Viewing {
  readonly isMine: boolean;
  /** Whether the viewer may bring it together with others. */
  readonly mayLink: boolean;
  /** Opens its form, filled. */
  readonly editLine: string;
  /** What has just happened. */
  readonly done?: string | undefined;
  /** What its initiative went through, the oldest first. */
  readonly thread?: readonly Line[];
}

export const projectReply = (place: Place, project: Project, viewing: Viewing): Reply => {
  const { isMine, mayLink, editLine, done, thread = [] } = viewing;
  return say(
    done === undefined ? 'info' : 'done',
    ...(done === undefined ? [] : [p(strong(done))]),
    heading(titleOf(project)),
    ...(project.pitch === '' ? [] : [p(project.pitch)]),
    facts(place, project, isMine),
    ...(thread.length === 0 ? [] : [p('Avant d’être un projet\u00a0:'), list(thread)]),
    ...(isMine ? own(place, project, editLine) : []),
    ...(!isMine && mayLink
      ? [buttons({ label: 'Relier', command: `relier voir ${numberOf(project)}`, effect: 'beside' })]
      : []),
  );
};

const isState = (detail: string | undefined): detail is InitiativeState => detail !== undefined && detail in stateNames;

const happened = ({ kind, number, detail }: Step): string | undefined => {
  switch (kind) {
    case 'noted':
      return `${sheetNumber('initiative', number)} est notée`;
    case 'state':
      return isState(detail) ? stateNames[detail].toLowerCase() : undefined;
    case 'merged':
      return 'fusionnée avec une autre';
    case 'changed':
    case 'handed':
    case 'news':
      return undefined;
  }
};

/** « mardi 3 novembre 2026 : I-042 est notée »: nobody is named. */
export const threadLines = ({ timeZone }: Pick<Place, 'timeZone'>, steps: readonly Step[]): readonly Line[] =>
  steps.flatMap((step): readonly Line[] => {
    const words = happened(step);
    return words === undefined ? [] : [[`${day(step.at.toZonedDateTimeISO(timeZone))}${NBSP}: ${words}`]];
  });

export const projectDone = {
  created: 'La fiche est créée. Personne d’autre ne la voit pour l’instant.',
  changed: 'C’est enregistré.',
  archived: 'La fiche est archivée.',
  restored: 'La fiche est rétablie.',
  seen: (visibility: Visibility): string => `Visible par\u00a0: ${visibilityNames[visibility]}.`,
  become: (initiative: string): string =>
    `${initiative} est devenue ce projet. L’équipe et les veilleuses voient la fiche\u00a0; vous pouvez l’ouvrir à tous les membres.`,
  wasOne: (initiative: string): string => `${initiative} est déjà ce projet.`,
} as const;

const ANOTHER: Button = { label: 'Créer une fiche', command: 'projet creer', effect: 'form' };
const NEW: Button = { ...ANOTHER, tone: 'primary' };
const ALL: Button = { label: 'Voir l’annuaire', command: 'projet annuaire', effect: 'beside' };

const lineOf = (place: Place, project: Project): Line => {
  const [theme, needs] = [codeNames(place, project, 'theme'), codeNames(place, project, 'needs')];
  return [
    strong(titleOf(project)),
    ...[theme === '' ? [] : [theme], needs === '' ? [] : [`cherche ${needs}`], project.archivedAt ? ['archivée'] : []]
      .flat()
      .map((each) => `, ${each}`),
  ];
};

const open = (projects: readonly Project[]): Block => ({
  type: 'choice',
  label: 'Ouvrir une fiche',
  options: projects.slice(0, MOST_OPTIONS).map((project) => ({
    label: titleOf(project).slice(0, 75),
    command: `projet voir ${numberOf(project)}`,
  })),
});

export const mineReply = (place: Place, projects: readonly Project[]): Reply =>
  projects.length === 0
    ? say(
        'info',
        heading('Vos projets'),
        p(
          'Vous n’avez pas encore de fiche. Une phrase suffit, par exemple ',
          code('/projet creer Garage solidaire, cherche un local'),
          '.',
        ),
        buttons(NEW, ALL),
      )
    : say(
        'info',
        heading(count(projects.length, 'projet', 'projets')),
        list(projects.map((each) => lineOf(place, each))),
        open(projects),
        buttons(ANOTHER, ALL),
      );

const listReply = (place: Place, title: string, { projects, count: all }: Directory): Reply =>
  say(
    'info',
    heading(title),
    list([
      ...projects.map((each) => lineOf(place, each)),
      ...(all > projects.length
        ? [[`… et ${all - projects.length} de plus. Précisez un thème, un quartier ou un besoin.`]]
        : []),
    ]),
    open(projects),
  );

export const directoryReply = (place: Place, directory: Directory): Reply =>
  directory.count === 0
    ? say('info', heading('L’annuaire des projets'), p('Aucune fiche ne répond à cela pour l’instant.'), buttons(NEW))
    : listReply(place, `L’annuaire\u00a0: ${count(directory.count, 'projet', 'projets')}`, directory);

export const foundReply = (place: Place, typed: string, projects: readonly Project[]): Reply =>
  projects.length === 0
    ? say(
        'info',
        p('Je ne trouve aucun projet pour ', strong(quoted(typed)), '. Essayez un autre mot, ou parcourez l’annuaire.'),
        buttons(ALL),
      )
    : listReply(place, `${count(projects.length, 'projet', 'projets')} pour ${quoted(typed)}`, {
        projects,
        count: projects.length,
      });

type Sentences = {
  readonly [C in ProjectFailure['code']]: (failure: Extract<ProjectFailure, { readonly code: C }>) => Line;
};

export const projectSentences: Sentences = {
  'project.not_found': () => [
    'Je ne trouve pas ce projet parmi ceux qui vous sont ouverts. Tapez ',
    code('/projet annuaire'),
    ' pour les voir.',
  ],
  'project.not_yours': ({ number }) => [
    'Seule la personne qui porte ',
    strong(sheetNumber('project', number)),
    ' peut changer sa fiche, et rien n’a changé. Tapez ',
    code('/projet'),
    ' pour voir les vôtres.',
  ],
  'project.archived': ({ number }) => [
    strong(sheetNumber('project', number)),
    ' est archivé, et rien n’a changé. Tapez ',
    code(`/projet retablir ${sheetNumber('project', number)}`),
    ' d’abord.',
  ],
  'project.no_initiative': () => [
    'Je ne trouve pas cette initiative, et rien n’a changé. Donnez son numéro, par exemple ',
    code('/projet depuis I-042'),
    '.',
  ],
  'project.unknown_code': () => [
    'Ce choix n’est plus dans la liste du lieu, et rien n’a changé. Ouvrez la fiche pour voir ceux d’aujourd’hui\u00a0: ',
    code('/projet'),
    '.',
  ],
};

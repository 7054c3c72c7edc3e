// The cards of /ess: what the social and solidarity economy is, one of its words, or a word that nobody knows here.
import type { Place } from '../place/model.ts';
import { type Block, buttons, code, heading, type Inline, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { LAW, type Term, terms } from './ess-glossary.fr.ts';
import { type LocalTerm, namedHere } from './ess-place.fr.ts';
import { sourced } from './sources.fr.ts';
import { enumerate, quoted } from './words.fr.ts';

const NBSP = '\u00a0';

/** « ess scop »: the line that shows a word. */
const shown = ({ name }: Pick<Term, 'name'>): string => `ess ${name}`;

const choiceOf = (label: string, listed: readonly Term[]): Block => ({
  type: 'choice',
  label,
  options: listed.map((term) => ({ label: term.name, command: shown(term) })),
});

/** Two lists: a menu holds 25 words on some platforms. */
const glossaryChoices: readonly Block[] = [
  choiceOf(
    'Les formes et les structures',
    terms.filter(({ kind }) => kind === 'form'),
  ),
  choiceOf(
    'Les idées et les mots',
    terms.filter(({ kind }) => kind === 'idea'),
  ),
];

const elsewhere: Block = buttons(
  { label: 'Vérifier mon projet', command: 'ess verifier', tone: 'primary', effect: 'beside' },
  { label: 'Les thèmes et les objectifs', command: 'ess themes', effect: 'beside' },
);

/** What else people call the whole of it. */
export const essNames: readonly string[] = [
  'ESS',
  'économie sociale et solidaire',
  'économie sociale',
  'économie solidaire',
];

export const essReply = (): Reply =>
  say(
    'info',
    heading('L’économie sociale et solidaire (ESS)'),
    p(
      'Une façon d’entreprendre où partager des bénéfices n’est pas le seul but, et où l’on décide ensemble. Elle existe dans tous les métiers, et on peut y gagner sa vie.',
    ),
    p(strong('Trois principes, à respecter ensemble')),
    list([
      [strong('Le but'), `${NBSP}: autre chose que le seul partage des bénéfices.`],
      [
        strong('La décision'),
        `${NBSP}: une gouvernance démocratique. Les membres, les personnes salariées et concernées sont informées et participent, sans que l’argent apporté compte seul.`,
      ],
      [
        strong('L’argent'),
        `${NBSP}: la majorité des bénéfices sert à maintenir ou à développer l’activité. Les réserves obligatoires ne se partagent pas.`,
      ],
    ]),
    p(strong('Qui en fait partie')),
    list([
      ['Les associations, les coopératives, les mutuelles et les fondations.'],
      [
        'Les sociétés commerciales dont les statuts respectent les mêmes principes, cherchent une utilité sociale et mettent une part des bénéfices en réserve.',
      ],
    ]),
    p(
      strong('Utilité sociale'),
      `${NBSP}: aider des personnes fragiles, renforcer le lien social ou la cohésion du territoire, éduquer à la citoyenneté, et dans ce cadre servir le développement durable, la culture ou la solidarité internationale (article 2). Quand elle est le but principal, l’État peut donner l’agrément `,
      strong('ESUS'),
      ` (article 11, et article L.${NBSP}3332-17-1 du code du travail).`,
    ),
    ...glossaryChoices,
    p('Un mot vous échappe\u00a0? Tapez par exemple ', code('/ess scop'), '.'),
    elsewhere,
    ...sourced(`${LAW}, articles 1er, 2 et 11`),
  );

const hereBlocks = (place: Place, here: readonly LocalTerm[]): readonly Block[] =>
  here.length === 0
    ? []
    : [p(strong(`À ${place.name}`)), list(here.map(({ name, words }) => [strong(name), `${NBSP}: ${words}`]))];

type AnyTerm = Term | LocalTerm;

export const termReply = (place: Place, term: AnyTerm): Reply => {
  const here = term.kind === 'here' ? [] : namedHere(place, term);
  const fullName = term.kind === 'here' ? undefined : term.fullName;
  return say(
    'info',
    heading(fullName === undefined ? term.name : `${term.name}, ${fullName}`),
    p(term.words),
    ...hereBlocks(place, here),
    ...sourced(term.source, ...here.map(({ source }) => source)),
    buttons(
      { label: 'L’ESS en bref', command: 'ess voir', effect: 'beside' },
      { label: 'Vérifier mon projet', command: 'ess verifier', effect: 'beside' },
    ),
  );
};

const MOST_SHOWN = 60;

/** `near`: words that look like it; `commands`: what can be typed after /ess, likewise. */
export const unknownTermReply = (
  typed: string,
  { near, commands }: { readonly near: readonly AnyTerm[]; readonly commands: readonly string[] },
): Reply => {
  const said = quoted(typed.length > MOST_SHOWN ? `${typed.slice(0, MOST_SHOWN - 1)}…` : typed);
  const offered = [
    ...commands.map((name) => ({ label: `/ess ${name}`, command: `ess ${name}` })),
    ...near.map((term) => ({ label: term.name, command: shown(term) })),
  ];
  const next: readonly Inline[] =
    offered.length === 0
      ? ['Choisissez un mot, ou tapez ', code('/aide'), ' pour voir ce que je sais faire.']
      : [
          `Vouliez-vous dire ${enumerate(
            offered.map(({ label }) => label),
            'ou',
          )}${NBSP}?`,
        ];
  return say(
    'refusal',
    p(`Je n’ai pas ${said} dans mon glossaire. `, ...next),
    ...(offered.length === 0 ? glossaryChoices : [buttons(...offered)]),
  );
};

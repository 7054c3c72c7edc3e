// Who should see whom, written from the programme: a profile, the partners that must be named, and those that must not be.
// The programme says of BGE that it accompanies « l’émergence, la création et la pérennité » by individual sessions; of four
// others that they structure and finance; of the CRESS that it sensitises; of Chrysalide its five aims; of four that the
// link is being developed. The rest is what their names say.
import type { OrientationAnswers } from '../../../src/place/orienting.ts';

export interface Case {
  readonly profile: string;
  readonly answers: OrientationAnswers;
  readonly expects: readonly string[];
  readonly never: readonly string[];
}

const FINANCERS = ['mouvement-associatif', 'midi-pyrenees-active', 'toulouse-metropole', 'region-occitanie', 'adie'];
const DEVELOPING = ['adie', 'france-travail', 'ocas', 'ceo'];

const row = (
  profile: string,
  { besoin, etape, forme, domaine, quartier, public: people }: Readonly<Partial<Record<string, string>>>,
  expects: string,
  never: readonly string[],
): Case => {
  const list = (said: string | undefined) => said?.split(' ') ?? [];
  return {
    profile,
    answers: {
      need: list(besoin),
      stage: list(etape),
      form: list(forme),
      field: list(domaine),
      district: list(quartier),
      public: list(people),
    },
    expects: list(expects === '' ? undefined : expects),
    never,
  };
};

export const cases: readonly Case[] = [
  // BGE Haute-Garonne: follow-up, from the emergence to the lasting of an activity.
  row('wants to be followed, and has said nothing else', { besoin: 'suivi' }, 'bge', [
    ...FINANCERS.slice(0, 2),
    ...DEVELOPING,
  ]),
  row('has an idea and wants to be followed', { besoin: 'suivi', etape: 'idee' }, 'bge', DEVELOPING),
  row('studies their project and wants to be followed', { besoin: 'suivi', etape: 'etude' }, 'bge', [
    'cress',
    ...DEVELOPING,
  ]),
  row('creates and wants to be followed', { besoin: 'suivi', etape: 'creation' }, 'bge', DEVELOPING),
  row('runs an activity and wants to be followed', { besoin: 'suivi', etape: 'activite' }, 'bge', [
    'toulouse-metropole',
    ...DEVELOPING,
  ]),
  row('sole trader who wants to be followed', { besoin: 'suivi', forme: 'seul' }, 'bge', [
    'urscop',
    'mouvement-associatif',
    'adie',
  ]),
  row('does not know the form, wants to be followed', { besoin: 'suivi', forme: 'ne-sait-pas' }, 'bge', [
    'adie',
    'cress',
  ]),
  row('has an idea, and nothing else', { etape: 'idee' }, 'bge', ['ceo', 'region-occitanie', 'adie']),
  row('is creating, and nothing else', { etape: 'creation' }, 'bge', ['ceo', 'adie', 'cress']),
  row('runs an activity, and nothing else', { etape: 'activite' }, 'bge', ['toulouse-metropole', 'urscop']),
  row('shop, followed', { besoin: 'suivi', domaine: 'commerce-artisanat-services' }, 'bge ocas', ['cress', 'adie']),

  // URSCOP: the union of the SCOP.
  row('thinks of a cooperative', { forme: 'cooperative' }, 'urscop', ['mouvement-associatif', 'adie']),
  row('a cooperative, looking for its statutes', { besoin: 'statut', forme: 'cooperative' }, 'urscop', [
    'mouvement-associatif',
    'maison-de-l-initiative',
    'adie',
  ]),
  row(
    'a SCOP of four that looks for money',
    { besoin: 'financement', etape: 'creation', forme: 'cooperative' },
    'urscop midi-pyrenees-active',
    ['mouvement-associatif', 'adie', 'bge'],
  ),
  row('a cooperative that wants to be followed', { besoin: 'suivi', forme: 'cooperative' }, 'urscop bge', [
    'mouvement-associatif',
    'adie',
  ]),
  row('a cooperative at the stage of an idea', { etape: 'idee', forme: 'cooperative' }, 'urscop bge', [
    'mouvement-associatif',
    'ceo',
  ]),
  row(
    'a running cooperative that wants a network',
    { besoin: 'reseau', etape: 'activite', forme: 'cooperative' },
    'urscop chrysalide ceo',
    ['mouvement-associatif'],
  ),
  row('a cooperative that looks for premises', { besoin: 'local', forme: 'cooperative' }, 'urscop', [
    'bge',
    'mouvement-associatif',
    ...DEVELOPING,
  ]),
  row('a cooperative of the silver economy', { forme: 'cooperative', domaine: 'bien-vieillir' }, 'urscop', [
    'ocas',
    'chrysalide',
  ]),

  // Maison de l’Initiative: a cooperative of activity.
  row('wants to try out their activity', { besoin: 'tester' }, 'maison-de-l-initiative', [
    'urscop',
    'mouvement-associatif',
    ...DEVELOPING,
  ]),
  row('an idea to try out', { besoin: 'tester', etape: 'idee' }, 'maison-de-l-initiative', ['bge', ...FINANCERS]),
  row('creates, and would try first', { besoin: 'tester', etape: 'creation' }, 'maison-de-l-initiative', [
    'cress',
    ...DEVELOPING,
  ]),
  row('alone, and would try first', { besoin: 'tester', forme: 'seul' }, 'maison-de-l-initiative', [
    'urscop',
    'mouvement-associatif',
  ]),
  row('alone, looking for a status', { besoin: 'statut', forme: 'seul' }, 'maison-de-l-initiative', [
    'urscop',
    'mouvement-associatif',
  ]),
  row(
    'would try out a craft',
    { besoin: 'tester', domaine: 'commerce-artisanat-services' },
    'maison-de-l-initiative ocas',
    ['cress', 'urscop'],
  ),
  row('looks for work, would try first', { besoin: 'tester', public: 'demandeurs-emploi' }, 'maison-de-l-initiative', [
    'mouvement-associatif',
  ]),

  // Mouvement associatif: structure and money, of associations.
  row('thinks of an association', { forme: 'association' }, 'mouvement-associatif', [
    'urscop',
    'maison-de-l-initiative',
    'adie',
  ]),
  row(
    'an association that looks for money',
    { besoin: 'financement', forme: 'association' },
    'mouvement-associatif midi-pyrenees-active',
    ['urscop', 'adie', 'bge'],
  ),
  row('an association that writes its statutes', { besoin: 'statut', forme: 'association' }, 'mouvement-associatif', [
    'urscop',
    'maison-de-l-initiative',
  ]),
  row(
    'a running association that looks for money',
    { besoin: 'financement', etape: 'activite', forme: 'association' },
    'mouvement-associatif region-occitanie',
    ['toulouse-metropole', 'adie', 'urscop'],
  ),
  row(
    'an association that wants to be followed',
    { besoin: 'suivi', forme: 'association' },
    'mouvement-associatif bge',
    ['urscop', 'adie'],
  ),
  row(
    'an association that looks for a network',
    { besoin: 'reseau', forme: 'association' },
    'mouvement-associatif chrysalide',
    ['urscop', 'adie'],
  ),
  row(
    'a repair café as an association',
    { forme: 'association', domaine: 'economie-circulaire' },
    'mouvement-associatif',
    ['ocas', 'urscop'],
  ),
  row(
    'an association that wants to train',
    { besoin: 'formation', forme: 'association' },
    'mouvement-associatif france-travail',
    ['urscop', 'adie'],
  ),

  // Midi-Pyrénées Active, Toulouse Métropole, Région Occitanie: structure and money.
  row('looks for money', { besoin: 'financement' }, 'midi-pyrenees-active toulouse-metropole', [
    'bge',
    'cress',
    'chrysalide',
  ]),
  row('looks for how to be structured', { besoin: 'statut' }, 'midi-pyrenees-active', ['cress', 'chrysalide', 'ocas']),
  row('an idea that wants money', { besoin: 'financement', etape: 'idee' }, 'toulouse-metropole midi-pyrenees-active', [
    'region-occitanie',
    'bge',
  ]),
  row(
    'a study that wants money',
    { besoin: 'financement', etape: 'etude' },
    'toulouse-metropole midi-pyrenees-active',
    ['region-occitanie', 'ceo'],
  ),
  row(
    'a creation that wants money',
    { besoin: 'financement', etape: 'creation' },
    'toulouse-metropole region-occitanie midi-pyrenees-active',
    ['cress', 'chrysalide'],
  ),
  row(
    'a running activity that wants money',
    { besoin: 'financement', etape: 'activite' },
    'region-occitanie midi-pyrenees-active',
    ['toulouse-metropole', 'bge'],
  ),
  row(
    'a running activity that restructures',
    { besoin: 'statut', etape: 'activite' },
    'region-occitanie midi-pyrenees-active',
    ['toulouse-metropole', 'cress'],
  ),
  row('an idea to be followed', { besoin: 'suivi', etape: 'idee', forme: 'ne-sait-pas' }, 'bge toulouse-metropole', [
    'region-occitanie',
    'ceo',
  ]),
  row('followed and financed, creating', { besoin: 'suivi financement', etape: 'creation' }, 'toulouse-metropole bge', [
    'cress',
    'chrysalide',
  ]),
  row(
    'ecological transition that wants money',
    { besoin: 'financement', domaine: 'transition-ecologique' },
    'midi-pyrenees-active',
    ['ocas', 'cress'],
  ),
  row('from another town, wants money', { besoin: 'financement', quartier: 'hors-colomiers' }, 'midi-pyrenees-active', [
    'cress',
  ]),

  // CRESS and Chrysalide: what the ESS is; cooperation and innovation.
  row('wants to understand the ESS', { besoin: 'comprendre' }, 'cress chrysalide', ['bge', ...FINANCERS]),
  row('an idea, wants to understand the ESS', { besoin: 'comprendre', etape: 'idee' }, 'cress chrysalide', [
    'urscop',
    ...FINANCERS,
  ]),
  row('young, wants to understand the ESS', { besoin: 'comprendre', public: 'jeunes' }, 'cress chrysalide', DEVELOPING),
  row('looks for people to work with', { besoin: 'reseau' }, 'chrysalide', ['bge', 'cress', ...FINANCERS]),
  row('an idea, looks for people', { besoin: 'reseau', etape: 'idee' }, 'chrysalide', ['ceo', 'bge']),
  row('a social innovation', { domaine: 'innovation-sociale' }, 'chrysalide', ['ocas', ...FINANCERS]),
  row(
    'a social innovation that wants money',
    { besoin: 'financement', domaine: 'innovation-sociale' },
    'chrysalide midi-pyrenees-active',
    ['ocas', 'bge'],
  ),
  row('a social innovation to be followed', { besoin: 'suivi', domaine: 'innovation-sociale' }, 'chrysalide bge', [
    'ocas',
    'adie',
  ]),

  // In development: told, without a session.
  row('alone, wants money', { besoin: 'financement', forme: 'seul' }, 'adie midi-pyrenees-active', [
    'urscop',
    'mouvement-associatif',
  ]),
  row(
    'alone, looks for work, wants money',
    { besoin: 'financement', forme: 'seul', public: 'demandeurs-emploi' },
    'adie',
    ['urscop', 'mouvement-associatif'],
  ),
  row('wants to train', { besoin: 'formation' }, 'france-travail', ['bge', 'cress', ...FINANCERS]),
  row('looks for work and wants to train', { besoin: 'formation', public: 'demandeurs-emploi' }, 'france-travail', [
    'urscop',
    'ceo',
  ]),
  row('only says that they look for work', { public: 'demandeurs-emploi' }, 'france-travail adie', ['urscop', 'bge']),
  row('a shop', { domaine: 'commerce-artisanat-services' }, 'ocas', ['chrysalide', 'ceo', ...FINANCERS]),
  row('a craftswoman alone', { forme: 'seul', domaine: 'commerce-artisanat-services' }, 'ocas', [
    'urscop',
    'mouvement-associatif',
    'chrysalide',
  ]),
  row('runs a business, looks for others', { besoin: 'reseau', etape: 'activite' }, 'ceo chrysalide', [
    'toulouse-metropole',
    'adie',
  ]),
  row(
    'a running shop that looks for others',
    { besoin: 'reseau', etape: 'activite', domaine: 'commerce-artisanat-services' },
    'ceo ocas chrysalide',
    ['urscop'],
  ),

  // Nobody but the town's own service.
  row('says nothing', {}, '', ['bge', 'urscop', 'cress', 'chrysalide', ...FINANCERS, ...DEVELOPING]),
  row('only looks for premises', { besoin: 'local' }, '', [
    'bge',
    'urscop',
    'cress',
    'chrysalide',
    ...FINANCERS,
    ...DEVELOPING,
  ]),
  row('only says where they live', { quartier: 'val-d-aran' }, '', ['bge', ...FINANCERS, ...DEVELOPING]),
  row('does not know the form, and nothing else', { forme: 'ne-sait-pas' }, '', ['bge', 'urscop', ...DEVELOPING]),
  row('another field, and nothing else', { domaine: 'autre-domaine' }, '', ['ocas', 'chrysalide', ...FINANCERS]),
  row('young, and nothing else', { public: 'jeunes' }, '', ['bge', 'urscop', 'adie']),
];

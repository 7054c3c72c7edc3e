// A file of someone who is accompanied, as the staff reads it, and what was done of it. Names are for the staff.
import type { FollowupFile, FollowupState } from '../core/followups/model.ts';
import type { Referral } from '../core/referrals/model.ts';
import type { Place } from '../place/model.ts';
import {
  type Block,
  type Button,
  buttons,
  fields,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { isLate, QUEUE } from './followup-queue.fr.ts';
import {
  changeLine,
  closingNames,
  stateLabels,
  stateWords,
  stepWords,
  turnNames,
  visitLine,
} from './followup-words.fr.ts';
import { answerLines } from './orientation.fr.ts';
import { partnerName } from './partner-failures.fr.ts';
import { instantWords, stateNames as referralStates } from './referral-words.fr.ts';
import { count, day } from './words.fr.ts';

/** `moved`: nothing was, since someone acted meanwhile. */
export type Done = 'seen' | 'moved' | 'state' | 'closed' | 'planned' | 'step done' | 'taken' | 'handed' | 'noted';

const DONE: Readonly<Record<Exclude<Done, 'seen'>, string>> = {
  moved: 'Ce dossier a changé depuis que vous l’avez ouvert, et je n’ai rien fait. Le voici à jour',
  state: 'L’état est noté',
  closed: 'Le dossier est clos',
  planned: 'L’étape est notée',
  'step done': 'L’étape est faite',
  taken: 'Vous suivez ce dossier',
  handed: 'C’est confié',
  noted: 'La note est ajoutée',
};

const actButtons = (
  { id, version, state, nextStep, closedBecause, follower }: FollowupFile,
  me: number,
): readonly Block[] => {
  const to = (each: Exclude<FollowupState, 'closed'>): Button => ({
    label: stateLabels[each],
    command: `accompagnement etat ${id} v${version} ${stateWords[each]}`,
    effect: 'replace',
  });
  const act = (label: string, verb: string, effect: 'replace' | 'form'): Button => ({
    label,
    command: `accompagnement ${verb} ${id}${effect === 'form' ? '' : ` v${version}`}`,
    effect,
  });
  if (closedBecause === 'stopped') return [buttons(QUEUE)];
  if (state === 'closed') return [p('Rouvrir, dans l’état\u00a0:'), buttons(to('contacted'), to('supported'), QUEUE)];
  const others = (['new', 'contacted', 'supported', 'created'] as const).filter((each) => each !== state);
  return [
    p('Passer à l’état\u00a0:'),
    buttons(...others.map(to), { ...act('Clore', 'clore', 'replace'), tone: 'danger' }),
    buttons(
      act('Ajouter une note', 'note', 'form'),
      act('Prochaine étape', 'etape', 'form'),
      ...(nextStep ? [act('Étape faite', 'fait', 'replace')] : []),
      ...(follower?.memberId === me ? [] : [act('Je suis ce dossier', 'suivre', 'replace')]),
      act('Confier', 'confier', 'form'),
    ),
    buttons(QUEUE),
  ];
};

const referralLine = (place: Place, { partnerKey, state, consentedAt, withdrawnAt, closedAt }: Referral): Line => [
  strong(partnerName(place, partnerKey)),
  `\u00a0: accord donné ${instantWords(consentedAt, place)}\u00a0; ${referralStates[state]}`,
  closedAt === undefined ? '' : ` ${instantWords(closedAt, place)}`,
  withdrawnAt === undefined ? '' : `\u00a0; accord retiré ${instantWords(withdrawnAt, place)}`,
];

const titled = (title: string, lines: readonly Line[]): readonly Block[] =>
  lines.length === 0 ? [] : [p(strong(title)), list(lines)];

/** The answers of the last referral that shares any: the person agreed that they be known for it. */
const answersOf = (place: Place, referrals: readonly Referral[]): readonly Line[] => {
  const shared = referrals.find((each) => each.withdrawnAt === undefined && each.shared.answers !== undefined)?.shared;
  return place.orientation && shared?.answers ? answerLines(place.orientation, shared.answers) : [];
};

const MOST_CHANGES = 8;

const WISHES = { talk: 'souhaite parler à quelqu’un', callback: 'souhaite qu’on la recontacte' } as const;

export const fileBlocks = (
  place: Place,
  file: FollowupFile,
  referrals: readonly Referral[],
  now: Temporal.Instant,
): readonly Block[] => {
  const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate();
  const earlier = Math.max(0, file.changes.length - MOST_CHANGES);
  const isStopped = file.closedBecause === 'stopped';
  return [
    fields(
      ['État', [stateLabels[file.state], file.closedBecause ? ` (${closingNames[file.closedBecause]})` : '']],
      ['C’est le tour', [turnNames[file.turn]]],
      ['Suivi par', [file.follower?.name ?? 'personne']],
      [
        'Prochaine étape',
        [file.nextStep ? stepWords(file.nextStep) : 'aucune', isLate(file, today) ? ' (en retard)' : ''],
      ],
      ['Ouvert', [`le ${day(file.openedAt.toZonedDateTimeISO(place.timeZone))}`]],
    ),
    ...titled(
      'Attend une réponse',
      file.wishes.map((wish): Line => [`La personne ${WISHES[wish]}. Écrivez-lui en privé.`]),
    ),
    ...titled(
      'Mises en relation acceptées',
      referrals.map((referral) => referralLine(place, referral)),
    ),
    ...titled('Ce qui a été dit pour l’orientation, avec son accord', answersOf(place, referrals)),
    ...titled(
      'Rendez-vous',
      file.visits.map((visit) => visitLine(place, visit)),
    ),
    ...titled(
      'Notes',
      file.notes.map(
        ({ at, author, words }): Line => [
          strong(`${author ?? 'Une personne partie depuis'}, ${instantWords(at, place)}`),
          `\u00a0: ${words}`,
        ],
      ),
    ),
    ...(isStopped
      ? [p('La personne a tout arrêté\u00a0: ses notes ne se lisent plus, et seront effacées avec le dossier.')]
      : []),
    ...titled('Historique', [
      ...(earlier > 0 ? [[`${count(earlier, 'étape', 'étapes')} avant celles-ci.`]] : []),
      ...file.changes.slice(-MOST_CHANGES).map((change) => changeLine(place, change)),
    ]),
  ];
};

interface Shown {
  readonly now: Temporal.Instant;
  /** Who looks. */
  readonly me: number;
}

const titleOfFile = ({ id, person }: FollowupFile): Block => heading(`Dossier ${id}\u00a0: ${person.name}`);

export const fileReply = (
  place: Place,
  file: FollowupFile,
  referrals: readonly Referral[],
  { done, now, me }: Shown & { readonly done: Done },
): Reply =>
  say(
    done === 'seen' ? 'info' : done === 'moved' ? 'refusal' : 'done',
    ...(done === 'seen' ? [] : [p(strong(DONE[done]))]),
    titleOfFile(file),
    ...fileBlocks(place, file, referrals, now),
    ...actButtons(file, me),
  );

/** As typed. */
export const closingWords = {
  aboutie: 'Le besoin a trouvé sa réponse',
  ailleurs: 'Suivi ailleurs',
  silence: 'Sans nouvelles',
  autre: 'Autre raison',
} as const;

export const closingQuestion = (id: number, version?: number): Reply =>
  say(
    'question',
    p(strong(`Pourquoi clore le dossier ${id}\u00a0?`), ' Il pourra être rouvert, et la personne verra la raison.'),
    buttons(
      ...Object.entries(closingWords).map(
        ([typed, label]): Button => ({
          label,
          command: `accompagnement clore ${id}${version === undefined ? '' : ` v${version}`} ${typed}`,
          effect: 'replace',
        }),
      ),
      { label: 'Ne pas clore', command: `accompagnement dossier ${id}`, effect: 'replace' },
    ),
  );

// The queue of those who are accompanied, as the staff reads it: a page of it, by filters. Names are for the staff.
import type { FollowupInLine, FollowupState, QueuePage, QueueWish } from '../core/followups/model.ts';
import type { Place } from '../place/model.ts';
import {
  type Block,
  type Button,
  buttons,
  heading,
  type Line,
  list,
  p,
  type Reply,
  say,
  strong,
} from '../reply/tree.ts';
import { stateLabels, stateWords, stepWords } from './followup-words.fr.ts';
import { count, more, number, quoted } from './words.fr.ts';

const NBSP = '\u00a0';

export const QUEUE: Button = { label: 'La file', command: 'accompagnement file', effect: 'replace' };

const TURNS: Readonly<Record<FollowupInLine['turn'], string>> = {
  staff: 'à nous',
  partner: 'au partenaire',
  person: 'à la personne',
  nobody: 'clos',
};

export const isLate = ({ nextStep }: FollowupInLine, today: Temporal.PlainDate): boolean =>
  nextStep?.due !== undefined && Temporal.PlainDate.compare(nextStep.due, today) < 0;

const queueLine = (file: FollowupInLine, today: Temporal.PlainDate): Line => [
  strong(`${file.person.name}`),
  ` (n°${NBSP}${file.id}) – ${stateWords[file.state]}, tour${NBSP}: ${TURNS[file.turn]}`,
  file.nextStep ? `. ${isLate(file, today) ? 'En retard' : 'Étape'}${NBSP}: ${stepWords(file.nextStep)}` : '',
  file.follower ? `. Suivi par ${file.follower.name}` : file.state === 'closed' ? '' : '. Personne ne le suit',
];

const FILTERS: readonly FollowupState[] = ['new', 'contacted', 'supported', 'created', 'closed'];

const filterButtons = ({ state, isMine }: QueueWish): Block =>
  buttons(
    ...(state === undefined && !isMine ? [] : [{ ...QUEUE, label: 'Tous ceux qui sont ouverts' }]),
    ...(isMine
      ? []
      : [{ label: 'Ceux que je suis', command: 'accompagnement file miens', effect: 'replace' } satisfies Button]),
    ...FILTERS.filter((each) => each !== state).map(
      (each): Button => ({
        label: stateLabels[each],
        command: `accompagnement file ${stateWords[each]}`,
        effect: 'replace',
      }),
    ),
  );

const titleOf = (many: number, { state, isMine }: QueueWish): string => {
  const what = state === undefined ? 'ouvert' : `dans l’état ${quoted(stateWords[state])}`;
  const plural = state === undefined ? 'ouverts' : what;
  return `${count(many, `dossier ${what}`, `dossiers ${plural}`)}${isMine ? ', que vous suivez' : ''}`;
};

const pageLine = ({ state, isMine }: QueueWish, page: number): string =>
  ['accompagnement file', state === undefined ? '' : stateWords[state], isMine ? 'miens' : '', `page ${page}`]
    .filter((words) => words !== '')
    .join(' ');

const OWN: Button = { label: 'Mon propre suivi', command: 'accompagnement voir moi', effect: 'beside' };

export const queueReply = (
  place: Place,
  { files, before, total }: QueuePage,
  wish: QueueWish,
  now: Temporal.Instant,
): Reply => {
  const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate();
  const left = total - before - files.length;
  const next =
    left > 0 ? [{ label: 'La suite', command: pageLine(wish, wish.page + 1), effect: 'replace' } satisfies Button] : [];
  return say(
    'info',
    heading(titleOf(total, wish)),
    ...(files.length === 0
      ? [
          p(
            wish.state === undefined && !wish.isMine
              ? 'Personne n’attend. Un dossier s’ouvre quand quelqu’un demande à être contacté, ou accepte une mise en relation.'
              : 'Aucun dossier ici.',
          ),
        ]
      : [
          ...(before > 0 ? [p(`À partir du ${number(before + 1)}e\u00a0:`)] : []),
          list([...files.map((file) => queueLine(file, today)), ...(left > 0 ? [more(left)] : [])]),
          {
            type: 'choice',
            label: 'Ouvrir un dossier',
            options: files.map(({ id, person }) => ({
              label: `${person.name} (n°${NBSP}${id})`.slice(0, 75),
              command: `accompagnement dossier ${id}`,
            })),
          } satisfies Block,
        ]),
    filterButtons(wish),
    ...(files.length === 0
      ? []
      : [p('Ces noms sont pour l’équipe\u00a0; le journal garde trace de cette consultation.')]),
    buttons(...next, OWN),
  );
};

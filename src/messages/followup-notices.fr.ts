// What the staff is told of follow-ups, unasked: by name to whoever follows it, and to nobody else.
import type { Followup } from '../core/followups/model.ts';
import type { Place } from '../place/model.ts';
import { type Button, buttons, p, type Reply, say, strong } from '../reply/tree.ts';
import { stateWords, stepWords } from './followup-words.fr.ts';
import { day } from './words.fr.ts';

interface Told {
  readonly file: Followup;
  readonly isTheirs: boolean;
}

const openButton = ({ id }: Followup): Button => ({
  label: `Ouvrir le dossier ${id}`,
  command: `accompagnement dossier ${id}`,
  effect: 'beside',
});

export const reviewReply = (place: Place, { file, isTheirs }: Told): Reply => {
  const opened = `ouvert le ${day(file.openedAt.toZonedDateTimeISO(place.timeZone))}, ${stateWords[file.state]}`;
  return say(
    'info',
    isTheirs
      ? p(strong(`Où en est ${file.person.name}\u00a0?`), ` Son dossier (n°\u00a0${file.id}) est ${opened}.`)
      : p(strong('Un accompagnement est à revoir'), `, que personne ne suit\u00a0: n°\u00a0${file.id}, ${opened}.`),
    p('Notez la suite, ou closez-le\u00a0: je ne le rappellerai plus.'),
    buttons(openButton(file)),
  );
};

export const stepReply = ({ file, isTheirs }: Told): Reply =>
  say(
    'info',
    isTheirs && file.nextStep
      ? p(strong(`Pour ${file.person.name}`), ` (n°\u00a0${file.id})\u00a0: ${stepWords(file.nextStep)}.`)
      : p(
          strong('Une étape d’accompagnement est pour aujourd’hui'),
          `, et personne ne la suit\u00a0: n°\u00a0${file.id}.`,
        ),
    buttons(
      openButton(file),
      ...(isTheirs
        ? [{ label: 'C’est fait', command: `accompagnement fait ${file.id}`, effect: 'beside' } satisfies Button]
        : []),
    ),
  );

export const handedReply = ({ file }: Told): Reply =>
  say(
    'info',
    p(strong(`L’accompagnement de ${file.person.name} vous est confié`), ` (n°\u00a0${file.id}).`),
    ...(file.nextStep ? [p(`Prochaine étape\u00a0: ${stepWords(file.nextStep)}.`)] : []),
    buttons(openButton(file)),
  );

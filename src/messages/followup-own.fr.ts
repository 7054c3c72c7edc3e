// What a person reads of their own follow-up: its state, each step with its date, and what is kept of them.
import type { OwnFile } from '../core/followups/model.ts';
import { keepingOf } from '../place/keeping.ts';
import type { Place } from '../place/model.ts';
import { type Block, code, list, p, strong } from '../reply/tree.ts';
import { OWN_STATES, ownChangeLine, visitLine } from './followup-words.fr.ts';
import { count, duration } from './words.fr.ts';

const MOST_CHANGES = 12;

/** Undefined: nothing is kept. */
export const ownFileBlocks = (place: Place, file: OwnFile | undefined): readonly Block[] => {
  if (!file) return [p('Aucun suivi n’est ouvert pour vous\u00a0: l’équipe ne garde rien.')];
  const isStopped = file.closedBecause === 'stopped';
  const kept = duration(keepingOf(place).followups);
  return [
    p(
      strong('Votre suivi'),
      `\u00a0: ${isStopped ? 'vous avez tout arrêté' : OWN_STATES[file.state]}.`,
      file.follower && file.state !== 'closed' ? ` ${file.follower.name} vous suit.` : '',
    ),
    list([
      ...(file.changes.length > MOST_CHANGES
        ? [[`${count(file.changes.length - MOST_CHANGES, 'étape', 'étapes')} avant celles-ci.`]]
        : []),
      ...file.changes.slice(-MOST_CHANGES).map((change) => ownChangeLine(place, change)),
    ]),
    ...(file.visits.length === 0
      ? []
      : [p('Vos rendez-vous\u00a0:'), list(file.visits.map((visit) => visitLine(place, visit)))]),
    p(
      `Notes de l’équipe\u00a0: ${file.notes}. `,
      ...(file.notes === 0
        ? []
        : isStopped
          ? ['Plus personne ne les lit. ']
          : ['Elles vous concernent, et vous pouvez demander à les lire\u00a0: ', code('/orienter parler'), '. ']),
      `Tout est effacé ${kept} après la clôture du suivi.`,
    ),
  ];
};

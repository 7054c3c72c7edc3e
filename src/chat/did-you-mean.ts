// « Vouliez-vous dire »: the same request with another space, or with a command that exists, one press each.

import { commandButtons, spaceChoice } from '../messages/chat.fr.ts';
import type { Space } from '../place/model.ts';
import type { Block } from '../reply/tree.ts';
import { lineOf, withValues } from './draft.ts';
import type { Reading } from './read.ts';

type Refusal = Extract<Reading, { readonly kind: 'refusal' }>;

const isBookable = ({ use }: Space): boolean => use.by !== 'lease';

/** The nearest spaces first, then the others; the words that named none stay as the purpose only when nothing was near. */
const choicesOfSpace = ({ failure, route, draft }: Refusal): readonly Block[] => {
  if (failure.code !== 'reading.unknown_space' || !route || !draft) return [];
  const options = Object.entries(route.command.options);
  const name = options.find(([, { kind }]) => kind === 'space')?.[0];
  const purpose = options.find(([, { kind }]) => kind === 'rest')?.[0];
  if (name === undefined) return [];
  const { spaces } = draft.context.place;
  const near = failure.suggestions.flatMap((key) => spaces.filter((space) => space.key === key));
  const others = spaces.filter((space) => isBookable(space) && !near.includes(space));
  const offered = near.length > 0 ? near : others;
  const values = purpose !== undefined && draft.values[purpose] === failure.typed ? { [purpose]: undefined } : {};
  return [
    spaceChoice(
      offered.map((space) => ({
        label: space.name,
        command: lineOf(route.path, route.command, withValues(draft, { ...values, [name]: space.key })),
      })),
    ),
  ];
};

/** The line as it was typed, its first word put right. */
const choicesOfCommand = ({ failure }: Refusal, line: string): readonly Block[] => {
  if (failure.code !== 'chat.unknown_command' || failure.suggestions.length === 0) return [];
  const rest = line.trim().replace(/^\/?\s*\S+/, '');
  return [commandButtons(failure.suggestions.map((name) => `${name}${rest}`))];
};

export const didYouMean = (refusal: Refusal, line: string): readonly Block[] => [
  ...choicesOfSpace(refusal),
  ...choicesOfCommand(refusal, line),
];

// What only the whole of the section shows: a word that means two things, an objective that nobody wrote.
import { z } from 'zod';
import type { Found } from './faults.ts';
import { buildInitiatives, CODES, type InitiativeRules, initiativesSection } from './initiatives.ts';
import { nearest } from './near.ts';
import type { Path } from './problem.ts';
import { folded } from './written.ts';

const SECTION = 'initiatives';

const readable = z.object({ initiatives: initiativesSection, objectifs: z.record(z.string(), z.unknown()).catch({}) });

/** Words by owner: each belongs to one of a list. */
const sharedWords = (
  lists: readonly { readonly owner: string; readonly words: readonly string[]; readonly path: Path }[],
): readonly Found[] => {
  const owners = new Map<string, string>();
  return lists.flatMap(({ owner, words, path }) =>
    words.flatMap((word, index): readonly Found[] => {
      const other = owners.get(folded(word));
      owners.set(folded(word), other ?? owner);
      return other === undefined
        ? []
        : [{ path: [...path, index], fault: { code: 'place.word_shared', word, with: other } }];
    }),
  );
};

const wordsOf = (rules: InitiativeRules): readonly Found[] => [
  ...(['needs', 'themes', 'stages'] as const).flatMap((list) =>
    sharedWords(
      rules[list].map(({ key, words }) => ({ owner: key, words, path: [SECTION, CODES[list], key, 'mots'] })),
    ),
  ),
  ...sharedWords([
    { owner: 'besoin', words: rules.needVerbs, path: [SECTION, 'verbes', 'besoin'] },
    { owner: 'offre', words: rules.offerVerbs, path: [SECTION, 'verbes', 'offre'] },
  ]),
];

const unknownObjectives = (keys: readonly string[], known: readonly string[], path: Path): readonly Found[] =>
  keys.flatMap((key, index): readonly Found[] =>
    known.includes(key)
      ? []
      : [{ path: [...path, index], fault: { code: 'place.unknown_objective', key, near: nearest(key, known) } }],
  );

const unknownNeeds = ({ needs, needsOfTheme }: InitiativeRules): readonly Found[] => {
  const known = needs.map(({ key }) => key);
  return needsOfTheme.flatMap((key, index): readonly Found[] =>
    known.includes(key)
      ? []
      : [
          {
            path: [SECTION, 'besoins propres à un thème', index],
            fault: { code: 'place.unknown_key', key, near: nearest(key, known) },
          },
        ],
  );
};

/** Read once the section is well formed. */
export const initiativeChecks = (data: unknown): readonly Found[] => {
  const read = readable.safeParse(data);
  if (!read.success) return [];
  const rules = buildInitiatives(read.data.initiatives);
  const known = Object.keys(read.data.objectifs);
  return [
    ...wordsOf(rules),
    ...unknownNeeds(rules),
    ...(['needs', 'themes', 'stages'] as const).flatMap((list) =>
      rules[list].flatMap(({ key, objectives }) =>
        unknownObjectives(objectives, known, [SECTION, CODES[list], key, 'objectifs']),
      ),
    ),
    ...unknownObjectives(rules.districtObjectives, known, [SECTION, 'objectifs d’un quartier']),
  ];
};

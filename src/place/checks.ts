// Rules that need two lines of a place file. They read whatever is readable, so that they speak even when another line
// is wrong: a person learns of every problem at once.
import type { Found } from './faults.ts';
import { initiativeChecks } from './initiative-checks.ts';
import { lengths } from './lengths.ts';
import { type Readable, type ReadableDays, readable } from './lenient.ts';
import { nearest } from './near.ts';
import { orientationChecks } from './orientation-checks.ts';
import { permanencesChecks } from './permanences.ts';
import type { Path } from './problem.ts';
import { MODES } from './schema.ts';
import { folded } from './written.ts';

type Named = { readonly nom?: string | undefined; readonly 'autres noms': readonly string[] };

/** A name, however spelled, belongs to one entry of its section. */
const sharedNames = (section: Readonly<Record<string, Named>>, path: Path): readonly Found[] => {
  const owners = new Map<string, string>();
  return Object.entries(section).flatMap(([key, entry]) =>
    [key, entry.nom ?? key, ...entry['autres noms']].flatMap((name): readonly Found[] => {
      const owner = owners.get(folded(name)) ?? key;
      owners.set(folded(name), owner);
      if (owner === key) return [];
      return [{ path: [...path, key], fault: { code: 'place.name_shared', name, with: owner } }];
    }),
  );
};

const nesting = (spaces: Readable['espaces']): readonly Found[] =>
  Object.entries(spaces).flatMap(([key, { dans }]): readonly Found[] => {
    if (dans === undefined) return [];
    const path = ['espaces', key, 'dans'];
    if (!Object.hasOwn(spaces, dans)) {
      return [{ path, fault: { code: 'place.unknown_space', key: dans, near: nearest(dans, Object.keys(spaces)) } }];
    }
    const chain = [key];
    for (let outer: string | undefined = dans; outer !== undefined; outer = spaces[outer]?.dans) {
      // A ring is told once: by the first of its spaces to be written.
      const isFirst = Object.keys(spaces).find((written) => chain.includes(written)) === key;
      if (outer === key && isFirst) return [{ path, fault: { code: 'place.inside_itself', chain: [...chain, key] } }];
      if (chain.includes(outer)) break;
      chain.push(outer);
    }
    return [];
  });

const capacities = (spaces: Readable['espaces']): readonly Found[] =>
  Object.entries(spaces).flatMap(([key, { réservation, capacité }]): readonly Found[] =>
    réservation.mode === MODES.seat && capacité === undefined
      ? [{ path: ['espaces', key, 'capacité'], fault: { code: 'place.missing' } }]
      : [],
  );

const days = (written: readonly ReadableDays[], path: Path): readonly Found[] =>
  written.flatMap(({ du, au }, index): readonly Found[] =>
    du !== undefined && au !== undefined && Temporal.PlainDate.compare(du, au) > 0
      ? [{ path: [...path, index], fault: { code: 'place.ends_before_start' } }]
      : [],
  );

const partnersOfEvents = (file: Readable): readonly Found[] =>
  Object.entries(file['événements annuels']).flatMap(([event, { avec }]) =>
    avec.flatMap((key, index): readonly Found[] =>
      Object.hasOwn(file.partenaires, key)
        ? []
        : [
            {
              path: ['événements annuels', event, 'avec', index],
              fault: { code: 'place.unknown_partner', key, near: nearest(key, Object.keys(file.partenaires)) },
            },
          ],
    ),
  );

const objectivesOfKinds = (file: Readable): readonly Found[] =>
  Object.entries(file.agenda['objectifs par type']).flatMap(([kind, keys]) =>
    keys.flatMap((key, index): readonly Found[] =>
      Object.hasOwn(file.objectifs, key)
        ? []
        : [
            {
              path: ['agenda', 'objectifs par type', kind, index],
              fault: { code: 'place.unknown_objective', key, near: nearest(key, Object.keys(file.objectifs)) },
            },
          ],
    ),
  );

export const crossChecks = (data: unknown): readonly Found[] => {
  const read = readable.safeParse(data);
  if (!read.success) return [];
  const file = read.data;
  const spaces = Object.entries(file.espaces);
  return [
    ...sharedNames(file.espaces, ['espaces']),
    ...spaces.flatMap(([key, { équipement }]) => sharedNames(équipement, ['espaces', key, 'équipement'])),
    ...sharedNames(file.moments, ['moments']),
    ...sharedNames(file.partenaires, ['partenaires']),
    ...nesting(file.espaces),
    ...capacities(file.espaces),
    ...lengths({}, file.règles, ['règles']),
    ...spaces.flatMap(([key, own]) => lengths(file.règles, own.réservation, ['espaces', key, 'réservation'])),
    ...days(file.horaires.exceptions, ['horaires', 'exceptions']),
    ...spaces.flatMap(([key, own]) => days(own.horaires.exceptions, ['espaces', key, 'horaires', 'exceptions'])),
    ...days(file['vacances scolaires'].périodes, ['vacances scolaires', 'périodes']),
    ...partnersOfEvents(file),
    ...objectivesOfKinds(file),
    ...orientationChecks(data),
    ...initiativeChecks(data),
    ...permanencesChecks(data),
  ];
};

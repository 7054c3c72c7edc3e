// Reads the place files from disk. Several places may share a process: no two may have one name or one workspace.
import { globSync, readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Place } from './model.ts';
import { parsePlace } from './parse.ts';
import type { Fault, Path, PlaceProblem, PlaceWarning } from './problem.ts';

interface Loaded {
  readonly file: string;
  readonly place: Place;
}

const problem = (file: string, path: Path, fault: Fault): PlaceProblem => ({ file, path, line: undefined, ...fault });

const readPlace = (file: string): Result<Loaded, readonly PlaceProblem[]> => {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    return fail([
      problem(file, [], { code: 'place.unreadable', reason: error instanceof Error ? error.message : String(error) }),
    ]);
  }
  const place = parsePlace(source, file);
  return place.ok ? ok({ file, place: place.value }) : place;
};

const sameIds = (loaded: readonly Loaded[]): readonly PlaceProblem[] => {
  const owners = new Map<string, string>();
  return loaded.flatMap(({ file, place: { id } }) => {
    const other = owners.get(id);
    owners.set(id, other ?? file);
    return other === undefined ? [] : [problem(file, ['identifiant'], { code: 'place.same_id', id, other })];
  });
};

const claimedTwice = (loaded: readonly Loaded[]): readonly PlaceProblem[] => {
  const owners = new Map<string, string>();
  return loaded.flatMap(({ file, place }) =>
    (['slack', 'discord'] as const).flatMap((platform) =>
      place.workspaces[platform].flatMap((workspace) => {
        const other = owners.get(`${platform} ${workspace}`) ?? file;
        owners.set(`${platform} ${workspace}`, other);
        if (other === file) return [];
        return [problem(file, ['connexions', platform], { code: 'place.workspace_claimed', workspace, other })];
      }),
    ),
  );
};

const unknownCapacities = ({ file, place }: Loaded): readonly PlaceWarning[] =>
  place.spaces.flatMap(({ key, name, use }) =>
    use.by === 'whole' && use.capacityPeople === undefined
      ? [{ file, code: 'place.capacity_unknown', spaceKey: key, name }]
      : [],
  );

/** A place alone takes every workspace; among several, one that names none is reached by nobody. */
const unreachable = (loaded: readonly Loaded[]): readonly PlaceWarning[] =>
  loaded.flatMap(({ file, place: { workspaces } }) =>
    loaded.length > 1 && workspaces.slack.length + workspaces.discord.length === 0
      ? [{ file, code: 'place.no_workspace' }]
      : [],
  );

interface Places {
  readonly places: readonly Place[];
  readonly warnings: readonly PlaceWarning[];
}

/** `patterns`: paths or globs, separated by commas: `lieux/*.yaml`. Every problem of every file, or every place. */
export const loadPlaces = (patterns: string): Result<Places, readonly PlaceProblem[]> => {
  const asked = patterns
    .split(',')
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '');
  const files = [...new Set(asked.flatMap((pattern) => globSync(pattern)))].sort();
  const missing = asked.filter((pattern) => globSync(pattern).length === 0);
  const nothing = asked.length === 0 ? [patterns] : missing;
  const read = files.map(readPlace);
  const loaded = read.flatMap((one) => (one.ok ? [one.value] : []));
  const problems = [
    ...nothing.map((pattern) => problem(pattern, [], { code: 'place.no_file' })),
    ...read.flatMap((one) => (one.ok ? [] : one.error)),
    ...sameIds(loaded),
    ...claimedTwice(loaded),
  ];
  if (problems.length > 0) return fail(problems);
  return ok({
    places: loaded.map(({ place }) => place),
    warnings: [...loaded.flatMap(unknownCapacities), ...unreachable(loaded)],
  });
};

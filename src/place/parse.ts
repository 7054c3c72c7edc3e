// One place file, from text to Place: every problem at once, each with its path and line.

import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../kernel/result.ts';
import { buildPlace } from './build.ts';
import { crossChecks } from './checks.ts';
import { type Found, found } from './faults.ts';
import type { Place } from './model.ts';
import type { Path, PlaceProblem } from './problem.ts';
import { placeFile } from './schema.ts';

/** A key written with nothing after it says nothing. */
const withoutBlanks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => held !== null)
      .map(([key, held]) => [key, withoutBlanks(held)]),
  );
};

/** Where the deepest step of `path` that the file holds is written. */
const offsetOf = (root: ParsedNode | null, path: Path): number | undefined => {
  let node: unknown = root;
  let offset: number | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
      if (!pair) break;
      offset = isScalar(pair.key) ? pair.key.range?.[0] : offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = isScalar(node) || isMap(node) ? node.range?.[0] : offset;
    } else break;
  }
  return offset;
};

const distinct = (all: readonly Found[]): readonly Found[] => [
  ...new Map(all.map((one) => [JSON.stringify([one.path, one.fault.code]), one])).values(),
];

export const parsePlace = (source: string, file: string): Result<Place, readonly PlaceProblem[]> => {
  const lines = new LineCounter();
  const document = parseDocument(source.normalize('NFC'), { lineCounter: lines, prettyErrors: true });
  if (document.errors.length > 0) {
    return fail(
      document.errors.map(({ code, pos }) => ({
        file,
        path: [],
        line: lines.linePos(pos[0]).line,
        code: 'place.bad_yaml',
        kind: code,
      })),
    );
  }
  const data = withoutBlanks(document.toJS());
  const read = placeFile.safeParse(data);
  const problems = distinct([...found(read.error?.issues ?? [], data), ...crossChecks(data)]);
  if (read.success && problems.length === 0) return ok(buildPlace(read.data));
  return fail(
    problems.map(({ path, fault }) => {
      const offset = offsetOf(document.contents, path);
      return { file, path, line: offset === undefined ? undefined : lines.linePos(offset).line, ...fault };
    }),
  );
};

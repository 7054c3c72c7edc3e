// One place file, from text to Place: every problem at once, each with its path and line.

import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
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

/** Aliases could make a small file endless, and nobody who is not a programmer reads them. */
const firstAlias = (document: Document.Parsed): number | undefined => {
  let offset: number | undefined;
  visit(document, {
    Alias: (_key, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
};

const samePath = (a: Path, b: Path): boolean => a.length === b.length && a.every((step, index) => step === b[index]);

/** Each fault once; and a key that was only misspelled is not missing too. */
const distinct = (all: readonly Found[]): readonly Found[] => {
  const meant = all.flatMap(({ path, fault }) =>
    fault.code === 'place.unknown_key' && fault.near !== undefined ? [[...path.slice(0, -1), fault.near]] : [],
  );
  const told = all.filter(
    ({ path, fault }) => fault.code !== 'place.missing' || !meant.some((key) => samePath(key, path)),
  );
  return [...new Map(told.map((one) => [JSON.stringify([one.path, one.fault.code]), one])).values()];
};

/** After a slip of form the rest of the file reads as noise: only keys written twice are worth telling beside it. */
const formErrors = ({ errors }: Document.Parsed): readonly YAMLError[] => {
  const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const twice = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  return first === undefined ? twice : [...twice, first];
};

export const parsePlace = (source: string, file: string): Result<Place, readonly PlaceProblem[]> => {
  const lines = new LineCounter();
  const document = parseDocument(source.normalize('NFC'), { lineCounter: lines });
  const badForm = (offset: number | undefined, kind: string): PlaceProblem => ({
    file,
    path: [],
    line: offset === undefined ? undefined : lines.linePos(offset).line,
    code: 'place.bad_yaml',
    kind,
  });
  if (document.errors.length > 0) return fail(formErrors(document).map(({ pos, code }) => badForm(pos[0], code)));
  const alias = firstAlias(document);
  if (alias !== undefined) return fail([badForm(alias, 'ALIAS')]);
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

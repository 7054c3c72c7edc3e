// What zod found, as faults of ours.
import type { z } from 'zod';
import { nearest } from './near.ts';
import type { Fault, Kind, Path } from './problem.ts';

export interface Found {
  readonly path: Path;
  readonly fault: Fault;
}

const KINDS: Readonly<Record<string, Kind>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  array: 'list',
  object: 'section',
  record: 'section',
};

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    data,
  );

/** As it stands in the file, short enough for a sentence. */
const shown = (value: unknown): string => {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return written.length > 40 ? `${written.slice(0, 40)}…` : written;
};

const faultsOf = (issue: z.core.$ZodIssue, value: unknown): readonly Fault[] => {
  const absent = value === undefined;
  switch (issue.code) {
    case 'invalid_type':
      return absent
        ? [{ code: 'place.missing' }]
        : [{ code: 'place.wrong_kind', expected: KINDS[issue.expected] ?? 'text', found: shown(value) }];
    case 'invalid_value':
      return absent
        ? [{ code: 'place.missing' }]
        : [{ code: 'place.not_one_of', found: shown(value), allowed: issue.values.map(String) }];
    case 'invalid_union':
      return absent
        ? [{ code: 'place.missing' }]
        : [{ code: 'place.not_one_of', found: shown(value), allowed: unionOptions(issue) }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'place.unknown_key',
        key,
        near: nearest(key, issue.message.split('|')),
      }));
    case 'too_small':
      if (issue.origin === 'string') return [{ code: 'place.empty' }];
      return issue.inclusive
        ? [{ code: 'place.too_small', minimum: Number(issue.minimum) }]
        : [{ code: 'place.not_positive' }];
    case 'too_big':
      return [{ code: 'place.too_big', maximum: Number(issue.maximum) }];
    case 'invalid_key':
      return [badKey(issue.path)];
    case 'invalid_format':
      return [{ code: 'place.bad_key', key: shown(value) }];
    case 'custom':
      return [issue.params?.fault];
    case 'not_multiple_of':
    case 'invalid_element':
      return [{ code: 'place.wrong_kind', expected: 'text', found: shown(value) }];
  }
};

const unionOptions = (issue: z.core.$ZodIssueInvalidUnion): readonly string[] =>
  'options' in issue ? (issue.options ?? []).map(String) : [];

/** A key of ours is a slug, or a year under « éditions ». */
const badKey = (path: readonly PropertyKey[]): Fault => {
  const key = String(path.at(-1) ?? '');
  return path.at(-2) === 'éditions' ? { code: 'place.not_a_year', found: key } : { code: 'place.bad_key', key };
};

const steps = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === 'number' ? step : String(step)));

export const found = (issues: readonly z.core.$ZodIssue[], data: unknown): readonly Found[] =>
  issues.flatMap((issue) => {
    const path = steps(issue.path);
    return faultsOf(issue, valueAt(data, path)).map((fault) => ({
      path: fault.code === 'place.unknown_key' ? [...path, fault.key] : path,
      fault,
    }));
  });

// The codes that a place file may name are those of the vocabulary's own document.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inclusionPublics, inclusionThemes } from '../../src/place/data-inclusion.ts';

const codesOf = (name: string): readonly string[] => {
  const url = new URL(`../../../shared/specs/data-inclusion/${name}.json`, import.meta.url);
  const entries: readonly { readonly value: string }[] = JSON.parse(readFileSync(url, 'utf8'));
  return entries.map(({ value }) => value);
};

test('our publics are all of theirs', () => {
  expect([...inclusionPublics].sort()).toEqual([...codesOf('publics')].sort());
});

test('our themes are all of theirs of creating an activity and of training', () => {
  const theirs = codesOf('thematiques').filter((code) => /^(?:creer-une-entreprise|se-former)--/.test(code));
  expect([...inclusionThemes].sort()).toEqual(theirs.sort());
});

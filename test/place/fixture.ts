// The two places of the tests, loaded as the program loads them.

import { placeProblem } from '../../src/messages/place-file.fr.ts';
import { loadPlaces } from '../../src/place/load.ts';
import type { Place } from '../../src/place/model.ts';

const only = (file: string): Place => {
  const loaded = loadPlaces(file);
  if (!loaded.ok) throw new Error(loaded.error.map(placeProblem).join('\n'));
  const [place] = loaded.value.places;
  if (place === undefined) throw new Error(`${file} holds no place`);
  return place;
};

export const MIJOTEUSE = 'lieux/la-mijoteuse.yaml';
export const TISANE = 'test/place/fixtures/la-tisane.yaml';

export const mijoteuse = only(MIJOTEUSE);
export const tisane = only(TISANE);

// What a place's orientation may be answered, and whom it then names: to read before it is trusted.
import { answersTable, decisionTable, noOrientation } from '../messages/orientation-table.fr.ts';
import { placeProblem } from '../messages/place-file.fr.ts';
import { startWords, cliWords as words } from '../messages/start.fr.ts';
import { loadPlaces } from '../place/load.ts';
import type { Place } from '../place/model.ts';
import { answersReaching } from '../place/orientation-reach.ts';
import { complain, configured, type Verb } from './verb.ts';

const told = (place: Place, explained: boolean): string => {
  const { orientation } = place;
  if (!orientation) return `${noOrientation(place.name)}\n`;
  return explained
    ? decisionTable(place, orientation, (partner) => answersReaching({ ...place, orientation }, partner))
    : answersTable(orientation);
};

export const orientationVerb: Verb = {
  name: 'orientation',
  about: words.about.orientation,
  takes: '[OPTIONS]',
  options: { explain: { value: undefined, about: words.option.explain } },
  run: async (given) => {
    const config = configured();
    if (!config) return 1;
    const loaded = loadPlaces(config.places);
    if (!loaded.ok) {
      complain(startWords.notStarted, loaded.error.map(placeProblem));
      return 1;
    }
    for (const place of loaded.value.places) process.stdout.write(told(place, given.flag('explain')));
    return 0;
  },
};

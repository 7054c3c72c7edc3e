import { createInterface } from 'node:readline';
import { z } from 'zod';
import { placeProblem } from '../messages/place-file.fr.ts';
import { startWords, cliWords as words } from '../messages/start.fr.ts';
import { loadPlaces } from '../place/load.ts';
import type { Place } from '../place/model.ts';
import { readPhrase, toJson } from '../reading/phrase.ts';
import { atOption, clockOf, complain, configured, type Given, instantOf, Misuse, type Verb } from './verb.ts';

const jsonLine = z.object({ text: z.string(), ref: z.string() });

const print = (text: string, place: Place, now: Temporal.Instant): void => {
  process.stdout.write(`${JSON.stringify(toJson(readPhrase(text, place, now)))}\n`);
};

const parsed = (line: string, number: number) => {
  try {
    return jsonLine.parse(JSON.parse(line));
  } catch {
    throw new Misuse(words.badJsonLine(number));
  }
};

/** An instant; without an offset, on the clock of the place. */
const presentOf = (ref: string, { timeZone }: Place): Temporal.Instant => {
  const isLocal = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?$/.test(ref);
  return instantOf(isLocal ? `${ref}${offsetAt(ref, timeZone)}` : ref);
};

const offsetAt = (local: string, timeZone: string): string => {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).offset;
  } catch {
    return '';
  }
};

const printLine = (line: string, number: number, place: Place): void => {
  const { text, ref } = parsed(line, number);
  print(text, place, presentOf(ref, place));
};

const readLines = async (place: Place, given: Given): Promise<void> => {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (!given.flag('jsonl')) print(line, place, clockOf(given).now());
    else if (line.trim() !== '') printLine(line, number, place);
  }
};

export const readVerb: Verb = {
  name: 'read',
  about: words.about.read,
  takes: '[OPTIONS] [PHRASE…]',
  options: { jsonl: { value: undefined, about: words.option.jsonl }, ...atOption },
  run: async (given) => {
    const config = configured();
    if (!config) return 1;
    const loaded = loadPlaces(config.places);
    const place = loaded.ok ? loaded.value.places[0] : undefined;
    if (!loaded.ok || !place) {
      complain(startWords.notStarted, loaded.ok ? [] : loaded.error.map(placeProblem));
      return 1;
    }
    if (given.positionals.length === 0) await readLines(place, given);
    for (const [index, phrase] of given.positionals.entries()) {
      if (given.flag('jsonl')) printLine(phrase, index + 1, place);
      else print(phrase, place, clockOf(given).now());
    }
    return 0;
  },
};

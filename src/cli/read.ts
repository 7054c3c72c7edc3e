import { z } from 'zod';
import { placeProblem } from '../messages/place-file.fr.ts';
import { startWords, cliWords as words } from '../messages/start.fr.ts';
import { loadPlaces } from '../place/load.ts';
import type { Place } from '../place/model.ts';
import { memo } from '../reading/memo.ts';
import { readPhrase, toJson } from '../reading/phrase.ts';
import { atOption, clockOf, complain, configured, type Given, instantOf, Misuse, type Verb } from './verb.ts';

const jsonLine = z.object({ text: z.string(), ref: z.string() });

const MOST_KEPT = 64 * 1024;

/** What was read together is written together: a call of the system a line would cost as much as the reading. */
const printer = () => {
  let kept = '';
  const flush = (): void => {
    if (kept !== '') process.stdout.write(kept);
    kept = '';
  };
  return {
    flush,
    print: (text: string, place: Place, now: Temporal.Instant): void => {
      // Whoever waits for an answer before the next question has it at once.
      if (kept === '') setImmediate(flush);
      kept += `${JSON.stringify(toJson(readPhrase(text, place, now)))}\n`;
      if (kept.length > MOST_KEPT) flush();
    },
  };
};

type Print = ReturnType<typeof printer>['print'];

const parsed = (line: string, number: number) => {
  try {
    return jsonLine.parse(JSON.parse(line));
  } catch {
    throw new Misuse(words.badJsonLine(number));
  }
};

const offsetAt = (local: string, timeZone: string): string => {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).offset;
  } catch {
    return '';
  }
};

/** An instant; without an offset, on the clock of the place. Many lines assume the same. */
const presents = ({ timeZone }: Place) =>
  memo((ref: string): Temporal.Instant => {
    const isLocal = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?$/.test(ref);
    return instantOf(isLocal ? `${ref}${offsetAt(ref, timeZone)}` : ref);
  });

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/** The lines that came together: to wait for each of them would cost half as much as to read it. */
async function* inputLines(): AsyncGenerator<readonly string[], void> {
  process.stdin.setEncoding('utf8');
  let rest = '';
  for await (const chunk of process.stdin) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    yield lines.map(withoutReturn);
  }
  if (rest !== '') yield [withoutReturn(rest)];
}

/** Where phrases come from: arguments, or lines of the input. */
const readAll = async (place: Place, given: Given, print: Print): Promise<void> => {
  const presentOf = presents(place);
  const isJson = given.flag('jsonl');
  let number = 0;
  for await (const lines of given.positionals.length > 0 ? [given.positionals] : inputLines()) {
    for (const line of lines) {
      number += 1;
      if (!isJson) print(line, place, clockOf(given).now());
      else if (line.trim() !== '') {
        const { text, ref } = parsed(line, number);
        print(text, place, presentOf(ref));
      }
    }
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
    const { print, flush } = printer();
    try {
      await readAll(place, given, print);
    } finally {
      flush();
    }
    return 0;
  },
};

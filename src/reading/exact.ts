// ISO 8601: « 2026-11-24T14:00 », « 2026-10-25T02:30+01:00 ». What a machine writes, and what printWhen needs on the
// night when an hour comes twice.

import { isGlued, type Line, wordAt } from './line.ts';
import { match, type Rule, UNCLEAR } from './piece.ts';
import { NUMBERS, reader } from './reader.ts';

const SHAPE = /^\d{4}-\d{2}-\d{2}[tT]\d{2}:\d{2}(?::00)?(?:[zZ]|[+-]\d{2}:\d{2})?$/;
const MOST_TOKENS = 16;

const gluedText = (line: Line, at: number): { readonly text: string; readonly to: number } => {
  let [text, to] = ['', at];
  while (
    to < line.words.length &&
    to - at < MOST_TOKENS &&
    (to === at || isGlued(line, to)) &&
    wordAt(line, to) !== ''
  ) {
    text += line.tokens[to]?.text ?? '';
    to += 1;
  }
  return { text, to };
};

const instantIn = (text: string, zone: string): Temporal.ZonedDateTime | undefined => {
  try {
    return /(?:[zZ]|[+-]\d{2}:\d{2})$/.test(text.slice(11))
      ? Temporal.Instant.from(text).toZonedDateTimeISO(zone)
      : Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(zone);
  } catch {
    return undefined;
  }
};

export const exactRule: Rule = (line, at, { place }) => {
  if (!/^\d{4}$/.test(wordAt(line, at)) || wordAt(line, at + 1) !== '-') return undefined;
  const { text, to } = gluedText(line, at);
  if (!SHAPE.test(text)) return undefined;
  const start = instantIn(text, place.timeZone);
  return match(to, start === undefined ? UNCLEAR : { is: 'exact', start });
};

export const exactTimes = reader(exactRule, NUMBERS);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf } from '../../src/reading/line.ts';
import type { Slot, WhenReading } from '../../src/reading/model.ts';
import { readPhrase, toJson } from '../../src/reading/phrase.ts';
import { piecesBy, piecesOf, READERS } from '../../src/reading/pieces.ts';
import { printWhenAll } from '../../src/reading/print-several.ts';
import { tokenize } from '../../src/reading/tokenize.ts';
import { parseWhen, printWhen } from '../../src/reading/when.ts';
import { at, MONDAY_10H, mijoteuse, read, timeOf } from './house.ts';
import { NEWCOMERS } from './newcomers.ts';
import { PHRASES } from './phrases.ts';
import { TOWNSFOLK } from './townsfolk.ts';
import { VOICES } from './voices.ts';

/** On the Monday that most of them assume. */
const SPOKEN = [VOICES, TOWNSFOLK, NEWCOMERS]
  .flatMap((voices) => Object.values(voices).flat())
  .filter(([, { now }]) => now === undefined);

const ZONE = 'Europe/Paris';
const { place, coworking } = { place: mijoteuse, coworking: mijoteuse.spaces.find(({ key }) => key === 'coworking') };

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

const dates = fc.integer({ min: 0, max: 4300 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));
const clocks = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
const CHANGES = [
  '2024-03-31',
  '2024-10-27',
  '2025-03-30',
  '2025-10-26',
  '2026-03-29',
  '2026-10-25',
  '2027-03-28',
  '2027-10-31',
  '2030-03-31',
  '2035-10-28',
];
const changes = fc.constantFrom(...CHANGES).map((day) => Temporal.PlainDate.from(day));

const zoned = (date: Temporal.PlainDate, minutes: number): Temporal.ZonedDateTime =>
  date.toZonedDateTime({ timeZone: ZONE, plainTime: new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60) });

/** Any start on any day, any length up to a day and a half, by the clock that never jumps. */
const slots = fc
  .record({ date: fc.oneof(dates, changes), minutes: clocks, length: fc.integer({ min: 1, max: 36 * 4 }) })
  .map(({ date, minutes, length }): Slot => {
    const start = date.toZonedDateTime(ZONE).add({ minutes });
    return { start, end: start.add({ minutes: length * 15 }), span: 'hours' };
  });

const nows = fc.oneof(dates, changes).map((date) => date.toZonedDateTime(ZONE).add({ hours: 10 }).toInstant());

const parsed = (raw: string, now: Temporal.Instant): WhenReading | undefined => {
  const result = parseWhen(raw, { place, space: coworking, now });
  return result.ok ? result.value : undefined;
};

const shown = (slot: Slot | undefined): string => (slot === undefined ? 'nothing' : `${slot.start} ${slot.end}`);

describe('what is printed', () => {
  test('any hours, printed, are read back the same, whatever the present, on days that change clocks too', () => {
    fc.assert(
      fc.property(slots, nows, (slot, now) => {
        const words = printWhen(slot);
        expect(words).toMatch(/^[ -~]{1,29}$/);
        expect(shown(parsed(words, now)?.slots[0]), words).toBe(shown(slot));
      }),
      { numRuns: 2000 },
    );
  });

  test('a moment is printed by its hours, a bare day by its date alone', () => {
    const [moment] = read('demain matin').when?.slots ?? [];
    const [day] = read('demain').when?.slots ?? [];
    expect(moment && printWhen(moment)).toBe('2026-11-24 9h-12h30');
    expect(day && printWhen(day)).toBe('2026-11-24');
    expect(parsed('2026-11-24', MONDAY_10H)?.slots[0]?.span).toBe('day');
  });

  test('several slots, printed, are read back the same, whatever the space', () => {
    for (const [phrase] of SPOKEN) {
      const slots = read(phrase).when?.slots ?? [];
      const words = printWhenAll({ slots });
      if (slots.length < 2) continue;
      const back = parsed(words, MONDAY_10H);
      expect(back?.slots.map(shown), words).toEqual(slots.map(shown));
      expect(words.length, phrase).toBeLessThan(1_500);
    }
  });

  test('any days at any open hours, printed together, are read back the same', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 60 });
    const hours = fc.tuple(fc.integer({ min: 18, max: 26 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(days, hours, hours, fc.integer({ min: 1, max: 7 }), fc.nat(2), (aheads, one, other, step, mixing) => {
        const open = aheads
          .map((ahead) => Temporal.PlainDate.from('2026-11-23').add({ days: ahead * step }))
          .filter((date) => (parsed(date.toString(), MONDAY_10H)?.problem ?? undefined) === undefined)
          .sort(Temporal.PlainDate.compare);
        const slots = open.map((date, index): Slot => {
          const [from, length] = index % 3 < mixing ? one : other;
          return { start: zoned(date, from * 30), end: zoned(date, (from + length) * 30), span: 'hours' };
        });
        const words = printWhenAll({ slots });
        expect(slots.length === 0 ? [] : parsed(words, MONDAY_10H)?.slots.map(shown), words).toEqual(slots.map(shown));
      }),
      { numRuns: 300 },
    );
  });

  test('a day that a whole room is asked for, whole, is no bare day', () => {
    expect(read('demain toute la journée').when?.slots[0]?.span).toBe('moment');
    expect(read('jeudi 14h').when?.slots[0]?.span).toBe('start');
    expect(read('jeudi 14h-16h').when?.slots[0]?.span).toBe('hours');
  });
});

const two = (value: number): string => String(value).padStart(2, '0');
const hour = (minutes: number): string => `${Math.floor(minutes / 60)}h${minutes % 60 === 0 ? '' : two(minutes % 60)}`;

const DAY_FORMS: readonly ((date: Temporal.PlainDate) => string)[] = [
  (date) => `le ${date.day} ${MONTHS[date.month - 1]} ${date.year}`,
  (date) => `${WEEKDAYS[date.dayOfWeek - 1]} ${date.day} ${MONTHS[date.month - 1]} ${date.year}`,
  (date) => `${two(date.day)}/${two(date.month)}/${date.year}`,
  (date) => `${WEEKDAYS[date.dayOfWeek - 1]?.slice(0, 3)}. ${date.day}/${date.month}/${date.year}`,
  (date) => date.toString(),
  (date) =>
    `${WEEKDAYS[date.dayOfWeek - 1]?.toUpperCase()} ${date.day} ${MONTHS[date.month - 1]?.toUpperCase()} ${date.year}`,
];

const HOUR_FORMS: readonly ((from: number, to: number) => string)[] = [
  (from, to) => `${hour(from)}-${hour(to)}`,
  (from, to) => `de ${hour(from)} à ${hour(to)}`,
  (from, to) => `entre ${hour(from)} et ${hour(to)}`,
  (from, to) => `de ${hour(from).replace('h', '\u00a0h\u00a0')} à ${hour(to).replace('h', '\u00a0h\u00a0')}`,
  (from, to) => `${two(Math.floor(from / 60))}:${two(from % 60)} - ${two(Math.floor(to / 60))}:${two(to % 60)}`,
  (from, to) => `à partir de ${hour(from)} jusqu’à ${hour(to)}`,
  (from, to) => `${hour(from)} pendant ${to - from} minutes`,
];

describe('what people write', () => {
  const said = fc.record({
    date: dates,
    from: fc.integer({ min: 28, max: 80 }).map((quarter) => quarter * 15),
    length: fc.integer({ min: 1, max: 12 }).map((quarter) => quarter * 15),
    day: fc.constantFrom(...DAY_FORMS),
    hours: fc.constantFrom(...HOUR_FORMS),
    isHourFirst: fc.boolean(),
  });

  test('a full date and hours are read right in every form, in either order', () => {
    fc.assert(
      fc.property(said, ({ date, from, length, day, hours, isHourFirst }) => {
        const parts = [day(date), hours(from, from + length)];
        const phrase = (isHourFirst ? parts.toReversed() : parts).join(' ');
        const slot: Slot = { start: zoned(date, from), end: zoned(date, from + length), span: 'hours' };
        expect(shown(read(phrase).when?.slots[0]), phrase).toBe(shown(slot));
      }),
      { numRuns: 2000 },
    );
  });

  const clear = [...Object.values(PHRASES).flat(), ...SPOKEN.map(([phrase, { at }]) => [phrase, at] as const)].filter(
    ([phrase, time]) => phrase !== '' && time !== 'nothing',
  );
  const before = fc.constantFrom(
    'je voudrais réserver',
    'bonjour,',
    'Bonjour ! Est-ce que je peux venir',
    'réserver',
    'svp',
    'j’aimerais une place',
    '🙂',
  );
  const after = fc.constantFrom('stp', 's’il vous plaît', 'merci', 'merci d’avance !', 'svp', '🙏', '?');

  test('courtesies around a phrase change nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...clear), before, after, ([phrase, time], opening, closing) => {
        const text = `${opening} ${phrase} ${closing}`;
        expect(timeOf(read(text)), text).toBe(time);
      }),
      { numRuns: 1500 },
    );
  });

  test('capitals, lost accents, typographic signs and doubled spaces change nothing', () => {
    const disguises: readonly ((phrase: string) => string)[] = [
      (phrase) => phrase.toUpperCase(),
      (phrase) => phrase.normalize('NFD'),
      (phrase) => phrase.normalize('NFD').replace(/\p{M}/gu, ''),
      (phrase) => phrase.replaceAll('’', "'"),
      (phrase) => phrase.replaceAll("'", '’').replaceAll(' ', '\u00a0'),
      (phrase) => phrase.replaceAll(' ', '  '),
      (phrase) => phrase.replaceAll(' ', '\u202f \u200b'),
      (phrase) => `\u200f${phrase}\u200e`,
    ];
    for (const [phrase, time] of clear) {
      for (const disguise of disguises) expect(timeOf(read(disguise(phrase))), disguise(phrase)).toBe(time);
    }
  });

  test('a purpose after a long dash is kept to the letter, and read by nobody', () => {
    fc.assert(
      fc.property(fc.constantFrom(...clear), fc.constantFrom(...clear), ([phrase, time], [purpose]) => {
        if (/^\d/.test(purpose) || /\d|heure/.test(phrase)) return;
        const reading = read(`coworking ${phrase} — ${purpose}`);
        expect(timeOf(reading)).toBe(timeOf(read(`coworking ${phrase}`)));
        expect(reading.purpose?.endsWith(purpose)).toBe(true);
        expect(time).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });
});

/** What else the machine does meanwhile does not count. */
const processorMs = (work: () => unknown): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
};

describe('whatever is typed', () => {
  const words = Object.values(PHRASES)
    .flat()
    .flatMap(([phrase]) => phrase.split(' '));
  const soup = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 })
    .map((parts) => parts.join(' '));
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2000 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    soup,
  );

  test('nothing throws, every slot ends after it starts, no date is made up without a word of time', () => {
    fc.assert(
      fc.property(anything, nows, (text, now) => {
        const reading = readPhrase(text.slice(0, 2000), place, now);
        for (const { start, end } of [...(reading.when?.slots ?? []), ...(reading.when?.alternatives ?? [])]) {
          expect(Temporal.ZonedDateTime.compare(start, end)).toBeLessThan(0);
        }
        expect(reading.when?.problem === 'unclear' ? reading.when.slots : []).toEqual([]);
        expect(JSON.parse(JSON.stringify(toJson(reading))).text).toBe(text.slice(0, 2000));
      }),
      { numRuns: 3000 },
    );
  });

  test('no text of 2,000 characters is slow to read', () => {
    const heavy = [
      '1 ',
      'demain ',
      '- ',
      'et ',
      '14h ',
      '(',
      'un de ces ',
      'avec un ',
      'je voudrais ',
      'salle de ',
      'l’',
      'é́',
      'coworkin ',
      'zzzzzz ',
      'pour 1 000 ',
      '3, ',
      'le 3 et ',
      'tous les mardis et ',
      'tous les jours ',
      '1er et 3e mardi ',
      'du 3 au 5 mars et ',
      'sauf le 24 et ',
      'mardi 3 ',
      'demain à ',
      'moi et Paul, ',
      'Paul et moi ',
      'du mardi 9h au jeudi ',
      'la première semaine de ',
      'les 3 premiers ',
      'semaines paires ',
      'la veille du ',
      'vers ',
    ];
    for (const piece of heavy) {
      const text = piece.repeat(2000).slice(0, 2000);
      read(text);
      // Some 5 ms of processor on a quiet machine; the margin is for a busy one, and for the measure of coverage.
      expect(Math.min(...[1, 2, 3].map(() => processorMs(() => read(text)))), piece).toBeLessThan(80);
    }
  });

  test('the rules that are found by their first word find all that every rule finds', () => {
    const now = MONDAY_10H.toZonedDateTimeISO(ZONE);
    const present = { place, now, today: now.toPlainDate() };
    const every = READERS.map(({ rule }) => rule);
    fc.assert(
      fc.property(soup, (text) => {
        const line = lineOf(tokenize(text));
        const all = piecesBy(() => every, line, present);
        expect(JSON.stringify(piecesOf(line, present)), text).toBe(JSON.stringify(all));
      }),
      { numRuns: 500 },
    );
  });

  test('alternatives are open and to come', () => {
    const all = Object.values(PHRASES).flat();
    for (const now of [
      MONDAY_10H,
      at('2026-11-27T17:50'),
      at('2026-11-28T11:00'),
      at('2026-12-24T08:00'),
      at('2026-10-25T12:00'),
    ]) {
      for (const [phrase] of all) {
        for (const { start, end } of read(phrase, now).when?.alternatives ?? []) {
          expect(start.epochMilliseconds, phrase).toBeGreaterThanOrEqual(now.epochMilliseconds - 30 * 60_000);
          const opening = parsed(start.toPlainDate().toString(), at('2026-01-01T10:00'))?.slots[0];
          expect(
            opening &&
              start.epochMilliseconds >= opening.start.epochMilliseconds &&
              end.epochMilliseconds <= opening.end.epochMilliseconds,
            `${phrase} ${start}`,
          ).toBe(true);
        }
      }
    }
  });
});

// (f) Making the picture of a week that nobody has looked at yet, against a blank page of the same size: what the words,
// the stretches and their patterns cost above drawing and writing a PNG at all.
import { pngOf } from '../src/pictures/png.ts';
import { group, tag } from '../src/pictures/svg.ts';
import { weekSvg } from '../src/pictures/week.ts';
import { boardIn, type Held } from '../test/pictures/situations.ts';
import { mijoteuse } from '../test/place/fixture.ts';
import { spaceNamed } from '../test/support/small-place.ts';
import type { Finding } from './report.ts';
import { alternately } from './rounds.ts';

const ROUNDS = 40;
const MONDAY = '2026-11-23';

/** A busy week: what is left changes eight times a day. */
const held: readonly Held[] = Array.from({ length: 40 }, (_, index): Held => {
  const hour = 9 + (index % 8);
  return ['coworking', `2026-11-${23 + Math.floor(index / 8)} ${hour}:00-${hour + 1}:00`, 1 + ((index * 7) % 10)];
});

const timed = async (work: () => Promise<Uint8Array>) => {
  const began = performance.now();
  const { length } = await work();
  return { ms: performance.now() - began, length };
};

/** `round`: makes each another picture, which the cache has not. */
const week = (round: number) => {
  const space = spaceNamed(mijoteuse, 'coworking');
  const board = boardIn({ place: mijoteuse, now: '2026-11-23T08:00', held }, space, MONDAY, 7);
  const asked = Temporal.PlainDate.from(MONDAY);
  return weekSvg({ place: mijoteuse, space, board, asked, today: asked.add({ days: round }) });
};

const blank = (round: number) =>
  group(
    tag(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width: 1080, height: 1278 },
      tag('rect', { width: 1080, height: 1278, fill: '#ffffff', id: String(round) }),
    ),
  );

export const picturesBenchmark = async (): Promise<readonly Finding[]> => {
  const pairs = await alternately(
    ROUNDS,
    (round) => timed(() => pngOf(week(round))),
    (round) => timed(() => pngOf(blank(round))),
  );
  const again = await timed(() => pngOf(week(ROUNDS)));
  return [
    {
      what: '(f) the picture of a week, from what is taken to its PNG',
      floor: 'a blank page of the same size',
      ratios: pairs.map(({ house, floor }) => house.ms / floor.ms),
      goal: { atMost: 150 },
      measured: { values: pairs.map(({ house }) => house.ms), unit: ' ms' },
      details: [
        `${Math.round((pairs[0]?.house.length ?? 0) / 1000)} kB; the same asked again: ${again.ms.toFixed(1)} ms, most of it to lay it out`,
      ],
    },
  ];
};

// Whether words of time name something that comes back without an end: it is then written ahead, and read again.
import { counting, isSaid } from './counting.ts';
import { type Line, lineOf, wordAt } from './line.ts';
import { piecesOf } from './pieces.ts';
import { planOf } from './plan.ts';
import { sceneOf, type WhenContext } from './scene.ts';
import { positionsFrom } from './sentence.ts';
import { tokenize } from './tokenize.ts';

const keptIn = (line: Line, context: WhenContext) => {
  const { present, today } = sceneOf(context);
  return counting(piecesOf(line, { place: context.place, now: present, today }), (at) => wordAt(line, at));
};

export const isEndless = (words: string, context: WhenContext): boolean => {
  const line = lineOf(tokenize(words));
  const kept = keptIn(line, context);
  if (
    isSaid(
      kept.map(({ piece }) => piece),
      'unclear',
    )
  )
    return false;
  const plan = planOf(line, kept, new Set(kept.flatMap(({ from, to }) => positionsFrom(from, to))));
  if (!plan || plan.isChoice) return false;
  // A first day, read again later, would be another.
  const { from, until, untilMonthDay, times, lasting, windows } = plan.limits;
  const isBounded = from ?? until ?? untilMonthDay ?? times ?? lasting;
  return (
    isBounded === undefined &&
    windows.length === 0 &&
    plan.occasions.some(({ days }) => days.some(({ is }) => is === 'every'))
  );
};
